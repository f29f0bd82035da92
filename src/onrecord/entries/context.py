"""What the writers of entries share: the findings, the quotes by statement, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.nouns import Account, Entry, Findings, Source, Span, digest

Kind = TypeVar("Kind", bound=Entry)

SENTENCE_END = re.compile(r"[.!?]['\"’”)]{0,2}\s|\n")
UNCOUNTED = frozenset({"id", "score", "certainty", "by"})
"""What an id does not depend on: how sure the reader was, and by which rule."""


@dataclass(frozen=True, slots=True)
class Context:
    """The findings of a report, and the id of the quote that came of each of its statements."""

    findings: Findings
    quotes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The report's text."""
        return self.findings.report.text

    def words(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The words of spans, white space evened, each once."""
        found = (" ".join(span.of(self.text).split()) for span in spans)
        return tuple(dict.fromkeys(words for words in found if words))

    def accounts(self, carriers: Iterable[Sequence[int]]) -> tuple[Account, ...]:
        """Who says so, given the carrying statements of each mention: those of one chain are one account, the report's own word first."""
        found: dict[tuple[tuple[str, str, str], ...], Account] = {}
        for statements in carriers:
            chain = self._chain(statements)
            key = tuple((source.kind, source.name, source.description) for source in chain)
            quotes = self.quotes[statements[-1]] if statements and self.quotes else ""
            known = found.get(key, Account(chain))
            found[key] = replace(known, quotes=tuple(dict.fromkeys((*known.quotes, *([quotes] if quotes else ())))))
        return tuple(sorted(found.values(), key=lambda account: len(account.chain) > 1))

    def gap(self, one: Span, other: Span) -> int:
        """How many sentences end between two spans; far ones count as 100."""
        first, second = sorted((one, other))
        if second.start - first.end > 3000:
            return 100
        return sum(1 for _ in SENTENCE_END.finditer(self.text, first.end, max(first.end, second.start)))

    def sentence(self, span: Span, reach: int = 400) -> Span:
        """The sentence around a span, at most ``reach`` characters to either side."""
        first, last = max(0, span.start - reach), min(len(self.text), span.end + reach)
        starts = [match.end() for match in SENTENCE_END.finditer(self.text, first, span.start)]
        end = SENTENCE_END.search(self.text, span.end, last)
        return Span(starts[-1] if starts else first, max(span.end, end.start() + 1 if end else last))

    def _chain(self, statements: Sequence[int]) -> tuple[Source, ...]:
        own = Source("report", self.findings.report.outlet)
        if not statements:
            return (own,)
        return self.findings.statements[statements[-1]].chain or (Source("unknown"), own)


def identified(entry: Kind) -> Kind:
    """The entry with its id: 16 hexadecimal digits made of its kind and content."""
    return replace(entry, id=digest((entry.kind, entry), UNCOUNTED))
