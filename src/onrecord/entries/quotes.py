"""Statements as quotes."""

from __future__ import annotations

from onrecord.entries import people, timings
from onrecord.entries.context import Context, identified
from onrecord.nouns import Account, Evidence, Findings, Quote, Source, Statement


def write(findings: Findings) -> tuple[Quote, ...]:
    """A quote for each statement, in the same order; one that is carried by another names the other's id."""
    made: dict[int, Quote] = {}
    for number in range(len(findings.statements)):
        for place in reversed(_line(findings, number)):
            if place not in made:
                made[place] = _quote(findings, place, made)
    return tuple(made[number] for number in range(len(findings.statements)))


def _line(findings: Findings, number: int) -> list[int]:
    """A statement and those that carry it, innermost first; a circle is cut where it closes."""
    line: list[int] = []
    carrier: int | None = number
    while carrier is not None and carrier not in line and 0 <= carrier < len(findings.statements):
        line.append(carrier)
        carrier = findings.statements[carrier].carrier
    return line


def _quote(findings: Findings, number: int, made: dict[int, Quote]) -> Quote:
    statement, text, context = findings.statements[number], findings.report.text, Context(findings)
    content = context.words(statement.content)
    carrier = made[statement.carrier].id if statement.carrier in made else ""
    chain = statement.chain or (Source("unknown"), Source("report", findings.report.outlet))
    said = (statement.said,) if statement.said else ()
    return identified(
        Quote(
            report=findings.report.id,
            words=" … ".join(content),
            evidence=_evidence(statement),
            accounts=(Account(chain, (carrier,) if carrier else ()),),
            score=statement.score,
            by=statement.by,
            speakers=people.participants(statement.source, text),
            chain=chain,
            act=statement.act,
            quote=statement.quote,
            channel=statement.channel,
            to=people.participants(statement.to, text),
            via=people.participants(statement.via, text),
            content=content,
            cue=statement.cue.of(text) if statement.cue else "",
            said=timings.timings(said, text),
            places=people.places(statement.place, findings.cast, text),
            negated=statement.negated,
            anonymous=statement.anonymous,
            carrier=carrier,
        )
    )


def _evidence(statement: Statement) -> tuple[Evidence, ...]:
    found = people.spans("content", statement.content)
    found += people.spans("cue", [statement.cue] if statement.cue else [])
    found += people.spans("place", statement.place)
    for part, parties in (("source", statement.source), ("to", statement.to), ("via", statement.via)):
        found += people.proofs(part, parties)
    found += timings.proofs("said", [statement.said] if statement.said else [])
    return people.ordered(found)
