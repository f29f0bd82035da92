"""The chain of a statement: from who speaks, through whoever passed it on, to this report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.nouns import Cast, Party, Report, Source, Span
from onrecord.speech.draft import Draft
from onrecord.speech.outlets import credit, is_home, suffixes
from onrecord.speech.page import Page
from onrecord.speech.phrases import left_phrase
from onrecord.speech.sources import link, parties

_HEARSAY = re.compile(r"\b(?:reportedly|allegedly|is said to|are said to|it is said|rumou?red|reported to have)\b", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|an?|its|his|her|their) (?:[\w’'-]{1,30} ){0,4}[\w’'-]{1,30}$", re.IGNORECASE)
_RELATIVE = re.compile(r"who|whom|which|that", re.IGNORECASE)


def chain(
    page: Page, report: Report, cast: Cast, drafts: Sequence[Draft], carriers: Sequence[int | None], index: int
) -> tuple[Source, ...]:
    """Links from the speaker of the draft at ``index`` outwards; a carrier's chain follows its own; the report is last."""
    links: list[Source] = []
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        links += _own(page, cast, drafts[at])
        at = carriers[at]
    kept = [one for place, one in enumerate(_once(links)) if not (place and one.kind == "outlet" and _is_home(page, one, report.outlet))]
    return (*kept, *wires(report), Source("report", report.outlet))


def _is_home(page: Page, link: Source, outlet: str) -> bool:
    """Whether a relay is the reporting outlet itself: what it was told, this report was told."""
    return is_home(link.span.of(page.text) if link.span else link.name, outlet)


def _own(page: Page, cast: Cast, draft: Draft) -> list[Source]:
    """Source and relays of one draft; an unknown link where nobody is named."""
    meant = [_meant(page, party) for party in parties(page.text, cast, draft.source)]
    speakers = [link(page.text, party, cast.at(party.span)) for party in meant if party]
    passed = draft.via or draft.handed
    relays = [_relay(page, cast, span) for span in passed if not _RELATIVE.fullmatch(span.of(page.text)) or cast.at(span)]
    hearsay = [_unknown(page, draft)] if speakers and not relays and _hearsay(page, draft) else []
    return [*(speakers or [_unknown(page, draft)]), *relays, *hearsay]


def _meant(page: Page, party: Party) -> Party | None:
    """The party; for a relative pronoun that means nobody known, the words that it stands for, ``None`` where there are none."""
    if party.name or not _RELATIVE.fullmatch(party.span.of(page.text)):
        return party
    before = page.text[: party.span.start].rstrip(", ")
    phrase = left_phrase(page, len(before), page.sentence(party.span.start).start)
    if phrase is None or phrase.end != len(before):
        return None
    whole = _DETERMINED.search(before, phrase.start)
    return Party(Span(whole.start(), phrase.end) if whole else phrase)


def _relay(page: Page, cast: Cast, span: Span) -> Source:
    made = link(page.text, parties(page.text, cast, (span,))[0], cast.at(span))
    return made if made.kind in ("person", "anonymous", "outlet") else Source("outlet", made.name, made.description, span)


def _unknown(page: Page, draft: Draft) -> Source:
    return Source("unknown", "", _hearsay(page, draft))


def _hearsay(page: Page, draft: Draft) -> str:
    """The word by which the report says that it has it from nobody whom it names: "reportedly"."""
    if draft.cue is None:
        return ""
    found = _HEARSAY.search(page.text, max(0, draft.cue.start - 12), draft.cue.end)
    return found.group() if found else ""


def _once(links: Sequence[Source]) -> list[Source]:
    """Without repetitions of the link before."""
    out: list[Source] = []
    for one in links:
        if not any(one.span == other.span and one.name == other.name for other in out if one.span is not None):
            out.append(one)
    return out


def wires(report: Report) -> tuple[Source, ...]:
    """Agencies that the credit line names before the outlet itself: "Reuters via France 24" gives Reuters (and France 24 is the report)."""
    named = [Source("outlet", span.of(report.text), "", span) for span in suffixes(report.text)]
    listed = [Source("outlet", name) for name in credit(report.outlet)[:-1]] if report.outlet else []
    return tuple(named or listed)
