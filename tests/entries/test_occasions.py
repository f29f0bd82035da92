from dataclasses import replace

from onrecord.entries.occasions import carried_over
from onrecord.nouns import Event, Findings, Statement, When
from tests.entries.found import findings, when

NAMES = {"Brandt": "Ada Brandt", "Ruiz": "Tomas Ruiz", "Osei": "Kofi Osei"}
TOLD = (
    "Speaking to [reporters|to1] on Monday, [Brandt|source1] [warned|cue1] that [ferries would stop|content1]. "
    "“[They know the way|content2],” [Brandt|source2] [told|cue2] [reporters|to2] in Ostrel."
)
SET = (
    "Last week, [Brandt|actor1] [offered|AGREE1:happened] a longer truce. “[We have time|content1],” {who} [said|cue1] during a "
    "[meeting|CONSULT2:happened:meet] with [Ruiz|recipient2] in Bern."
)
PLANS = (
    "[Brandt|actor1] will [meet|CONSULT1:planned:meet] [Ruiz|recipient1] [on Friday|time1]. "
    "She {word} plans to [meet|CONSULT2:planned:meet] [Osei|recipient2]."
)


def at(found: Findings, words: str, value: str) -> When:
    """A time by its words."""
    text = found.report.text
    span = type(found.events[0].anchor if found.events else found.statements[0].content[0])
    return when(span(text.index(words), text.index(words) + len(words)), value)


def said(source: str, words: str, value: str) -> tuple[Statement, ...]:
    """The statements, the first of them of a day; afterwards."""
    found = findings(source, NAMES)
    first = replace(found.statements[0], said=at(found, words, value))
    return carried_over(replace(found, statements=(first, *found.statements[1:]))).statements


def borne_out(who: str) -> Findings:
    """A quotation that follows a dated sentence."""
    found = findings(SET.format(who=who), NAMES)
    spoken = tuple(replace(one, quote="direct") for one in found.statements)
    return carried_over(replace(found, statements=spoken, times=(at(found, "Last week", "2031-02-24/2031-03-02"),)))


def second(word: str) -> Event:
    """The second of two plans."""
    return carried_over(findings(PLANS.format(word=word), NAMES, {"on Friday": "2031-03-07"})).events[1]


def test_who_goes_on_before_the_same_listeners_says_it_on_the_same_day() -> None:
    _, later = said(TOLD, "Monday", "2031-03-03")
    assert later.said is not None
    assert later.said.iso == "2031-03-03"
    assert later.said.by == "same-occasion"
    assert later.said.certainty < 1


def test_other_listeners_or_another_speaker_are_another_occasion() -> None:
    for source in (TOLD.replace("[reporters|to2]", "[parliament|to2]"), TOLD.replace("[Brandt|source2]", "[Ruiz|source2]")):
        assert said(source, "Monday", "2031-03-03")[1].said is None


def test_a_quotation_that_bears_out_a_dated_sentence_is_of_its_day_and_so_is_where_it_was_said() -> None:
    found = borne_out("[Brandt|source1]")
    assert found.statements[0].said is not None
    assert found.statements[0].said.iso == "2031-02-24/2031-03-02"
    assert [one.iso for one in found.events[1].time] == ["2031-02-24/2031-03-02"]


def test_the_day_is_not_carried_over_to_somebody_else() -> None:
    found = borne_out("[Osei|source1]")
    assert found.statements[0].said is None
    assert found.events[1].time == ()


def test_then_puts_a_plan_after_the_one_told_before() -> None:
    (time,) = second("then").time
    assert time.window is not None
    assert (str(time.window), time.window.role, time.by) == ("2031-03-07/", "AFTER", "told-next")


def test_a_plan_that_is_told_without_an_order_has_none() -> None:
    assert second("also").time == ()
