from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from onrecord.entries import write
from onrecord.nouns import Event, Findings, Party, Report, Span, Statement, digest, plain, restore
from onrecord.vocabulary import event_types, statuses
from tests.entries.found import findings

TEXT = "Norland said on Friday that it would meet Sudria in Bern. The talks were put off. Kestria shelled Ostrel again, she said. " * 3
NAMES = {"Brandt": "Ada Brandt", "Ruiz": "Tomas Ruiz"}
SOURCE = (
    "[Brandt|source] [said|cue] [[Brandt|actor1] will [meet|CONSULT1:planned] [Ruiz|recipient1]|content] or "
    "[shut|COERCE2:threatened] the port by [Friday|due;DEADLINE:set]."
)

spans = some.tuples(some.integers(0, len(TEXT) - 12), some.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
parties = some.lists(some.builds(Party, spans, some.sampled_from(["", "Norland", "Sudria", "~Norland"])), max_size=2).map(tuple)
statements = some.builds(
    Statement,
    content=some.lists(spans, min_size=1, max_size=2).map(tuple),
    source=parties,
    carrier=some.none() | some.integers(-1, 4),
)
events = some.builds(
    Event,
    anchor=spans,
    type=some.sampled_from([*event_types(), "CONSULT", "CONSULT"]),
    status=some.sampled_from(list(statuses())),
    mode=some.sampled_from(["", "meet", "phone", "third-party"]),
    actor=parties,
    recipient=parties,
    place=some.lists(spans, max_size=1).map(tuple),
    score=some.floats(0, 1),
)


@some.composite
def found(draw: some.DrawFn) -> Findings:
    """Findings of any shape."""
    said = tuple(draw(some.lists(statements, max_size=4)))
    carried = some.lists(some.integers(0, len(said) - 1), max_size=2).map(tuple) if said else some.just(())
    done = [replace(event, carriers=draw(carried)) for event in draw(some.lists(events, max_size=6))]
    return Findings(Report(TEXT), statements=said, events=tuple(sorted(done, key=lambda event: event.anchor)))


@given(found())
@settings(deadline=None, max_examples=60)
def test_nothing_is_lost_and_everything_is_proved(given_: Findings) -> None:
    entries = write(given_)
    assert len({entry.id for entry in entries}) == len(entries)
    proved = {proof.span for entry in entries for proof in entry.evidence if proof.part == "anchor"}
    assert {event.anchor for event in given_.events} <= proved
    for entry in entries:
        assert entry.evidence
        assert entry.accounts
        assert all(proof.span.end <= len(TEXT) for proof in entry.evidence)


@given(found())
@settings(deadline=None, max_examples=60)
def test_ids_do_not_depend_on_how_sure_the_reader_was(given_: Findings) -> None:
    surer = replace(given_, events=tuple(replace(event, score=1 - event.score, by="other") for event in given_.events))
    assert [entry.id for entry in write(given_)] == [entry.id for entry in write(surer)]


@given(found())
@settings(deadline=None, max_examples=60)
def test_entries_survive_their_plain_form(given_: Findings) -> None:
    for entry in write(given_):
        assert restore(type(entry), plain(entry, sparse=True)) == restore(type(entry), plain(entry)) == entry


def test_ids_depend_on_report_and_content() -> None:
    usual, later = write(findings(SOURCE, NAMES)), write(findings(SOURCE, NAMES, day="2031-03-05"))
    ids, others = {entry.id for entry in usual}, {entry.id for entry in later}
    assert len(ids) == 4
    assert not ids & others
    postponed = {entry.id for entry in write(findings(SOURCE.replace("planned", "postponed"), NAMES))}
    assert len(ids & postponed) == 3


def test_entries_stand_in_the_order_of_the_text() -> None:
    assert [entry.kind for entry in write(findings(SOURCE, NAMES))] == ["quote", "meeting", "act", "deadline"]


def test_an_id_is_made_of_the_plain_form_alone() -> None:
    assert digest({"b": 1, "a": [2]}) == digest({"a": [2], "b": 1}) != digest({"a": [1], "b": 1})
