"""The room's verb."""

from __future__ import annotations

from onrecord.entries import acts, deadlines, meetings, quotes
from onrecord.entries.context import Context
from onrecord.entries.occasions import carried_over
from onrecord.nouns import Entry, Findings, Span


def write(findings: Findings) -> tuple[Entry, ...]:
    """All that the report puts on record, in the order of the text; ids depend on the content, not on how sure the reader was."""
    findings = carried_over(findings)
    said = quotes.write(findings)
    context = Context(findings, tuple(quote.id for quote in said))
    met, others = meetings.write(context, findings.events)
    done = acts.write(context, others)
    due = deadlines.write(context, done)
    found: list[Entry] = [*said, *met, *(act for act, _ in done), *due]
    unique = {entry.id: entry for entry in found}
    return tuple(sorted(unique.values(), key=_place))


def _place(entry: Entry) -> tuple[Span, str, str]:
    first = min((proof.span for proof in entry.evidence), default=Span(0, 0))
    return first, entry.kind, entry.id
