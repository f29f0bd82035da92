from dataclasses import replace

from onrecord.entries import write
from onrecord.nouns import Act, Quote
from tests.entries.found import findings

NAMES = {"Brandt": "Ada Brandt", "Ruiz": "Tomas Ruiz", "Zorya": "Zorya News"}
NESTED = (
    "[Brandt|source1] [said|cue1] [[Ruiz|source2] had [told|cue2] her that "
    "[rebels [shelled|ASSAULT:happened] Ostrel|content2]|content1]."
)


def quotes(source: str) -> list[Quote]:
    """The quotes of a marked text."""
    return [entry for entry in write(findings(source, NAMES)) if isinstance(entry, Quote)]


def test_a_quote_says_who_through_whom_to_whom_and_what() -> None:
    (quote,) = quotes("“[We will come|content],” [Ruiz|source] [told|cue] [reporters|to] in [Zorya|via], “[on foot|content].”")
    assert [str(one) for one in quote.speakers] == ["Tomas Ruiz"]
    assert [str(one) for one in quote.to] == ["reporters"]
    assert [link.name for link in quote.chain] == ["Tomas Ruiz", "Zorya News", "Echo"]
    assert quote.content == ("We will come", "on foot")
    assert quote.words == "We will come … on foot"
    assert quote.cue == "told"
    assert {proof.part for proof in quote.evidence} == {"content", "cue", "source", "to", "via"}


def test_the_inner_of_two_quotes_names_the_outer() -> None:
    outer, inner = quotes(NESTED)
    assert inner.carrier == outer.id
    assert outer.carrier == ""


def test_an_act_that_is_only_said_names_its_chain_and_quote() -> None:
    found = write(findings(NESTED, NAMES))
    (act,) = (entry for entry in found if isinstance(entry, Act))
    inner = next(entry for entry in found if isinstance(entry, Quote) and entry.carrier)
    (account,) = act.accounts
    assert [link.name for link in account.chain] == ["Tomas Ruiz", "Echo"]
    assert account.quotes == (inner.id,)


def test_an_act_of_the_report_itself_has_the_report_as_its_only_source() -> None:
    (act,) = write(findings("Rebels [shelled|ASSAULT:happened] Ostrel."))
    assert [[(link.kind, link.name) for link in account.chain] for account in act.accounts] == [[("report", "Echo")]]


def test_statements_that_carry_each_other_do_not_go_round_for_ever() -> None:
    found = findings(NESTED, NAMES)
    first, second = found.statements
    circle = replace(found, statements=(replace(first, carrier=1), replace(second, carrier=0)))
    assert len([entry for entry in write(circle) if isinstance(entry, Quote)]) == 2
