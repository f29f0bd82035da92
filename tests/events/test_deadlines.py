"""Deadlines from marked text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import events
from onrecord.events.counting import counted
from onrecord.nouns import Actor, Cast, DeadlineMention, Mention, Span, When, Window
from tests.marked import Marked, marked

DAY = "2026-03-11"
HERE = Span(0, 5)


def found(text: Marked, times: tuple[When, ...] = ()) -> tuple[DeadlineMention, ...]:
    return events.deadlines(text.report, text.reading, times, Cast(), ())


def dated(source: str) -> tuple[Marked, DeadlineMention]:
    """The one deadline of a text in which the span called ``when`` is a date that the reader gave no part."""
    text = marked(source)
    (one,) = found(text, (When(text.span("when"), text.span("when"), "DATE", ""),))
    return text, one


def test_marks_and_arcs_become_deadlines() -> None:
    text = marked(
        "[Norland|setter] gave [the crew|addressee] [until Friday|DEADLINE:set;due] to [leave|demand] or [be jailed|consequence].", DAY
    )
    (one,) = found(text)
    assert (one.status, one.by) == ("set", "reader")
    assert ([party.span for party in one.setter], one.demand) == ([text.span("setter")], (text.span("demand"),))
    assert ([when.phrase for when in one.due], one.consequence) == ([text.span("due")], (text.span("consequence"),))


ONCE = {
    "noun and date": "[Norland|setter1] gave the crew an [ultimatum|DEADLINE1:set] of [ten days|due1;due2;DEADLINE2:set] to leave.",
    "noun and verb": "The [ultimatum|DEADLINE1:restated] of [Norland|setter1] [expires|DEADLINE2:restated] [on Friday|due2].",
    "end and noun": "The [expiry|DEADLINE1:met] of an [ultimatum|DEADLINE2:restated] by [Norland|setter2] came [on Friday|due1].",
}


@pytest.mark.parametrize("source", ONCE.values(), ids=ONCE.keys())
def test_a_deadline_is_told_once(source: str) -> None:
    text = marked(source)
    times = tuple(When(span, span, "DATE", "") for span in dict.fromkeys(span for label, span in text.labelled if label.startswith("due")))
    (one,) = found(text, times)
    assert (one.anchor.of(text.report.text), len(one.due), len(one.setter)) == ("ultimatum", 1, 1)


@pytest.mark.parametrize(
    "source",
    [
        "“I will make a new deadline of about ... [ten days|when],” Lee said.",
        "He spoke of a deadline of [Friday|when].",
    ],
)
def test_a_noun_with_its_date_is_a_deadline_also_after_a_pause(source: str) -> None:
    text, one = dated(source)
    assert (one.anchor.of(text.report.text), one.status, one.by) == ("deadline", "set", "deadline-of")


@pytest.mark.parametrize(
    "source",
    [
        "Lee brought the [deadline|DEADLINE:set] forward to [Friday|when].",
        "Lee put the [deadline|DEADLINE:set] back to [Friday|when].",
    ],
)
def test_a_deadline_is_due_on_the_day_to_which_it_was_moved(source: str) -> None:
    text, one = dated(source)
    assert [when.phrase for when in one.due] == [text.span("when")]


def test_two_nouns_are_two_mentions() -> None:
    text = marked("The [deadline|DEADLINE1:missed] passed, and a new [ultimatum|DEADLINE2:set] was issued.")
    assert len(found(text)) == 2


def test_a_time_beside_the_noun_is_due() -> None:
    truce = "The [truce|DEADLINE2:restated] runs out [on Monday|when2]."
    text = marked(f"A [Friday|when] [deadline|DEADLINE1:set]. {truce} It fell [in May|when3].")
    times = tuple(When(text.span(key), text.span(key), "DATE", "") for key in ("when", "when2", "when3"))
    assert [[when.phrase.of(text.report.text) for when in one.due] for one in found(text, times)] == [["Friday"], ["on Monday"]]


def test_a_date_by_which_something_is_ordered_is_a_deadline() -> None:
    text = marked(
        "[Norland|actor] [ordered|REQUEST:happened] [the crew|recipient] to [leave|RETREAT2:demanded] port [by Friday|when].", DAY
    )
    due = When(text.span("when"), text.span("when"), "DATE", "2026-03-13", window=Window(None, date(2026, 3, 13), role="BY"))
    (one,) = found(text, (due,))
    assert (one.anchor, one.by, [when.iso for when in one.due]) == (text.span("when"), "by-date", ["/2026-03-13"])
    assert ([party.span for party in one.setter], [party.span for party in one.addressee]) == (
        [text.span("actor")],
        [text.span("recipient")],
    )
    assert [span.of(text.report.text) for span in one.demand] == ["leave port"]


def test_what_the_reader_found_is_not_found_again() -> None:
    text = marked("Norland's [deadline|DEADLINE:set] is [by Friday|due].", DAY)
    due = When(text.span("due"), text.span("due"), "DATE", "2026-03-13", window=Window(None, date(2026, 3, 13), role="BY"))
    assert [one.by for one in found(text, (due,))] == ["reader"]


def test_a_bare_duration_counts_from_the_day_of_the_report() -> None:
    text = marked("Norland gave the crew [72 hours|DEADLINE:set;due] to leave.", DAY)
    (one,) = found(text, (When(text.span("due"), text.span("due"), "DURATION", "PT72H"),))
    assert [when.iso for when in one.due] == ["/2026-03-14"]
    unknown = marked("Norland gave the crew [72 hours|DEADLINE:set;due] to leave.")
    (one,) = found(unknown, (When(text.span("due"), text.span("due"), "DURATION", "PT72H"),))
    assert [when.iso for when in one.due] == ["PT72H"]


def test_only_a_deadline_that_is_set_counts() -> None:
    for status, value in (("set", "/2026-04-28"), ("missed", "P2M"), ("extended", "P2M")):
        assert counted(When(HERE, HERE, "DURATION", "P2M"), status, date(2026, 2, 28)).iso == value
    within = When(HERE, HERE, "DURATION", "P45D", window=Window(None, date(2026, 4, 25), role="WITHIN"))
    assert counted(within, "proposed", date(2026, 3, 11)).iso == "P45D"
    assert counted(within, "set", date(2026, 3, 11)).iso == "/2026-04-25"


def test_months_keep_to_the_calendar() -> None:
    assert counted(When(HERE, HERE, "DURATION", "P1M"), "set", date(2026, 1, 31)).iso == "/2026-02-28"
    assert counted(When(HERE, HERE, "DURATION", "P1Y"), "set", date(2024, 2, 29)).iso == "/2025-02-28"


@given(st.integers(0, 9999), st.sampled_from("DWMY"), st.dates())
def test_counting_never_fails_and_never_goes_back(number: int, unit: str, day: date) -> None:
    when = counted(When(HERE, HERE, "DURATION", f"P{number}{unit}"), "set", day)
    assert when.window is None or (isinstance(when.window.latest, date) and when.window.latest >= day)


def test_a_deadline_told_from_before_ends_then_and_binds_whoever_is_to_act() -> None:
    text = marked("Lee came [two days before|when] the expiry of a [deadline|DEADLINE:missed] set for [Norland|who_] to leave.", DAY)
    span, who = text.span("when"), text.span("who_")
    when = When(span, span, "DURATION", "P2D", window=Window(date(2026, 3, 13), date(2026, 3, 13), basis="event"))
    cast = Cast((Actor("Norland", kind="state", mentions=(Mention(who),)),))
    (one,) = events.deadlines(text.report, text.reading, (when,), cast, ())
    assert ([due.iso for due in one.due], [party.name for party in one.addressee]) == (["2026-03-13"], ["Norland"])


def test_who_is_warned_does_not_owe() -> None:
    text = marked(
        "[Lee|actor] [warned|THREATEN:happened] [reporters|recipient] that ports close unless [Norland|actor2] decides"
        " to [agree|CONCEDE2:hypothetical] to a [truce|RETREAT3:hypothetical] [before Friday|when].",
        DAY,
    )
    span = text.span("when")
    due = When(span, span, "DATE", "2026-03-13", window=Window(None, date(2026, 3, 13), role="BEFORE"))
    (one,) = found(text, (due,))
    assert [party.span.of(text.report.text) for party in one.addressee] == ["Norland"]
    assert [part.of(text.report.text) for part in one.demand] == ["agree to a truce"]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("The kick-off was delayed by [82 minutes|DEADLINE:extended].", 0),
        ("The mandate was extended by [a year|DEADLINE:extended].", 0),
        ("The truce was extended by [30 days|DEADLINE:extended].", 1),
        ("They are to answer within [30 days|DEADLINE:set].", 1),
    ],
)
def test_by_how_much_something_differs_is_no_deadline(source: str, count: int) -> None:
    text = marked(source, DAY)
    (mark,) = (mark for mark in text.reading.marks if mark.layer == "deadline")
    assert len(found(text, (When(mark.span, mark.span, "DURATION", "P1D"),))) == count


@pytest.mark.parametrize("verb", ["must", "has to", "was told to"])
def test_whoever_must_has_been_told_by_somebody_else(verb: str) -> None:
    text = marked(f"[Norland|setter;addressee] {verb} [pay|demand] [by Friday|DEADLINE:set;due].", DAY)
    (one,) = found(text)
    assert (one.setter, [party.span for party in one.addressee]) == ((), [text.span("addressee")])


def test_whoever_promises_sets_himself_a_deadline() -> None:
    text = marked("[Norland|setter;addressee] will [pay|demand] [by Friday|DEADLINE:set;due].", DAY)
    (one,) = found(text)
    assert [party.span for party in one.setter] == [text.span("setter")]


def test_a_duration_set_before_ends_on_one_of_its_days() -> None:
    late = When(HERE, HERE, "DURATION", "P10D", window=Window(date(2026, 3, 12), date(2026, 3, 18), role="WITHIN"))
    made = counted(late, "set", date(2026, 3, 11)).window
    assert made and (made.earliest, made.latest, made.role) == (date(2026, 3, 12), date(2026, 3, 18), "AT")


def test_a_deadline_stays_one_where_no_day_is_known() -> None:
    text = marked("[Norland|actor] [ordered|REQUEST:happened] [the crew|recipient] to [leave|RETREAT2:demanded] [before Friday|when].")
    span = text.span("when")
    (one,) = found(text, (When(span, span, "DATE", "XXXX-WXX-5"),))
    assert (one.by, [when.phrase for when in one.due]) == ("demanded-within", [span])


@pytest.mark.parametrize(
    ("source", "follows"),
    [
        ("The [deadline|DEADLINE:set] for Sudland to leave the strait or face new sanctions, Norland said, is near.", "new sanctions"),
        ("Leave [by noon|DEADLINE:set], or else the port will burn if nobody moves.", "the port will burn"),
        ("The app must move its data [by May|DEADLINE:set] or be shut down over the leak.", "be shut down"),
        ("Norland set [a deadline|DEADLINE:set] and threatened to close the pass at noon otherwise.", "close the pass at noon otherwise"),
        ("They must answer [by Friday|DEADLINE:set] or Norland would face them alone. It rained.", "them alone"),
        ("Sudland has [until Friday|DEADLINE:set] to choose tea or coffee.", ""),
        ("Norland set [a deadline|DEADLINE:set]. Sudland may agree or face new sanctions.", ""),
    ],
)
def test_what_is_threatened_beside_a_deadline_is_its_consequence(source: str, follows: str) -> None:
    text = marked(source, DAY)
    (one,) = found(text)
    assert [span.of(text.report.text) for span in one.consequence] == ([follows] if follows else [])


def test_the_reader_s_consequence_stands() -> None:
    text = marked("Leave [by noon|DEADLINE:set] or face [sanctions|consequence] and a blockade.", DAY)
    assert found(text)[0].consequence == (text.span("consequence"),)
