"""Every statement of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.nouns import Cast, Party, Reading, Report, Span, Statement, When
from onrecord.nouns.places import Places
from onrecord.speech.acts import act_of
from onrecord.speech.chains import chain
from onrecord.speech.channels import channel_of, outside
from onrecord.speech.draft import Draft
from onrecord.speech.learned import learned
from onrecord.speech.marks import fitted
from onrecord.speech.merge import in_order, merged
from onrecord.speech.nesting import carriers
from onrecord.speech.page import Page, open_page
from onrecord.speech.phrases import with_apposition
from onrecord.speech.places import place_of
from onrecord.speech.polarity import negated
from onrecord.speech.quoting import left_over, quoted
from onrecord.speech.relays import handed_on, relayed
from onrecord.speech.saying import indirect
from onrecord.speech.silence import withheld
from onrecord.speech.sources import Known, is_anonymous, parties
from onrecord.speech.transcripts import nameless, turns

SAID_REACH = 60


def find(report: Report, reading: Reading, cast: Cast, times: tuple[When, ...]) -> tuple[Statement, ...]:
    """Statements in the order of their content, the outer before the inner; each has its chain, which ends in this report.

    Never raises on any text; a report without words gives none.
    """
    page, known = open_page(report, reading), Known.of(cast)
    drafts = drafted(page, report, known)
    carrying = carriers(drafts)
    whens = Places((when.span, when) for when in times if when.type in ("DATE", "TIME"))
    return tuple(_statement(page, report, known, whens, drafts, carrying, index) for index in range(len(drafts)))


def drafted(page: Page, report: Report, cast: Cast) -> list[Draft]:
    """Who says what by reader and rules, with relays and addressees, before anything is derived from it."""
    dialogue = turns(page)
    heard = merged(learned(page), (*dialogue, *quoted(page)), (*indirect(page), *withheld(page)))
    found = in_order((*heard, *left_over(page, heard)))
    fits = [fit for draft in found if (fit := fitted(page, draft)) and not report.headline.covers(fit.extent)]
    cues = Places((draft.cue, draft) for draft in fits if draft.cue)
    return handed_on(page, [relayed(page, cast, draft, report.outlet, cues) for draft in fits], report.outlet)


def _statement(
    page: Page, report: Report, cast: Cast, whens: Places[When], drafts: Sequence[Draft], carrying: Sequence[int | None], index: int
) -> Statement:
    draft = drafts[index]
    source = tuple(_sure(page, cast, drafts, party) for party in parties(page.text, cast, draft.source))
    sentence = page.sentence(draft.cue.start) if draft.cue else Span(0, 0)
    around = outside(page, sentence, draft.content)
    channel, _ = channel_of(around)
    return Statement(
        content=draft.content,
        cue=draft.cue,
        source=source,
        to=parties(page.text, cast, draft.to),
        via=parties(page.text, cast, draft.via),
        channel=channel,
        act=act_of(page, draft.cue, draft.act, draft.codebook),
        quote=quote_kind(page, draft.content),
        negated=draft.cue is not None and negated(draft.cue.of(page.text), page.text[max(0, draft.cue.start - 14) : draft.cue.start]),
        anonymous=any(is_anonymous(page.text, party.span, party.name) for party in source) or draft.by.startswith("question"),
        said=_said(page, draft, whens),
        place=place_of(cast, draft.cue, around, sentence.start) if draft.cue else (),
        chain=chain(page, report, cast, drafts, carrying, index),
        carrier=carrying[index],
        score=draft.score,
        by=draft.by,
    )


def _sure(page: Page, cast: Cast, drafts: Sequence[Draft], party: Party) -> Party:
    """A source with its apposition, and without a name that a turn's bare title cannot prove."""
    mentions = (mention.span for actor in cast.actors if actor.name == party.name for mention in actor.mentions)
    name = "" if party.name and nameless(page.text, party.span, mentions, drafts) else party.name
    return replace(party, span=with_apposition(page, party.span), name=name)


def quote_kind(page: Page, content: tuple[Span, ...]) -> str:
    """``direct``: all in quotation marks; ``mixed``: some of it; else ``indirect``."""
    total = sum(map(len, content))
    inside = sum(span.shared(q.outer) for span in content for q in page.quotations_at(span))
    return "direct" if inside >= 0.9 * total else "mixed" if inside else "indirect"


def _said(page: Page, draft: Draft, whens: Places[When]) -> When | None:
    """The time of the saying: a date beside the cue, in its sentence, outside of what is said."""
    if draft.cue is None:
        return None
    cue, sentence = draft.cue, page.sentence(draft.cue.start)
    beside = [
        when
        for when in whens.over(Span(max(0, cue.start - SAID_REACH - 1), cue.end + SAID_REACH + 1))
        if sentence.covers(when.span)
        and not any(span.overlaps(when.span) for span in (*draft.content, *draft.source))
        and not page.quoted(when.span.start)
        and cue.distance(when.span) <= SAID_REACH
    ]
    return min(beside, key=lambda when: cue.distance(when.span), default=None)
