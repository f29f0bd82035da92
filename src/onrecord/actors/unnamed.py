"""People and organs without a name or owner beside them: "the soldiers", "police", "a foreign ministry official", "the defence ministry".

First what the report has called so before, then the state that it speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors import heads
from onrecord.actors.parts import Parts
from onrecord.actors.phrases import Meaning
from onrecord.actors.stage import Figure, Stage, Trace
from onrecord.actors.words import Words

REACH = 60
BACKWARDS = frozenset(("the", "those", "these", "both", "his", "her", "its", "their"))
OFFICIALS = frozenset(("official", "officials", "spokesman", "spokeswoman", "spokesperson", "personnel", "forces", "negotiators"))
OF_STATE = frozenset(("government", "military", "security", "defence", "defense", "police", "state", "intelligence", "border", "customs"))
FORCES = frozenset(("army", "military", "navy"))
ANYBODY = frozenset(("men", "crew", "captives", "detainees", "prisoners", "hostages", "pair", "employees", "victims"))


def again(noun: str, parts: Parts, stage: Stage) -> list[Meaning] | None:
    """Those whom the report last called by the same noun; for "the men" the last people. ``None`` where it has called nobody so."""
    if not parts.determiners & BACKWARDS or parts.owner:
        return None
    for trace in reversed(stage.log[-REACH:]):
        same = trace.noun == noun or (noun in ANYBODY and trace.noun in heads.GROUPED)
        if same and trace.form != "plural" and not (noun in FORCES and any(one.kind == "armed-group" for one in trace.figures)):
            return [Meaning(one, "epithet", 0.7, "the same noun before", member=trace.member) for one in trace.figures]
    return None


def organ(words: Words, parts: Parts, stage: Stage) -> list[Meaning]:
    """The organ of the state spoken of that lower-case nouns name ("the defence ministry"), or members of it ("army units")."""
    nouns = list(words.lowers[parts.first : parts.end + 1])
    found = _organ(nouns, stage) if not parts.indefinite else None
    if found:
        return [Meaning(found, "epithet", 0.65, "organ of the state spoken of")]
    if nouns[-1] not in heads.CARRIERS:
        return []
    joint = words.lowers[parts.cut] if parts.cut <= parts.last else ""
    after = list(words.lowers[parts.cut + 1 : parts.last + 1]) if joint in ("of", "in", "at") else []
    if not {"ministry", "department"} & {*nouns[-2:-1], *after}:
        return []
    body = _organ(nouns[:-1], stage) or (_organ(after[1:], stage) if after[:1] == ["the"] else None)
    if body:
        return [Meaning(body, "epithet", 0.6, "members of an organ", member=True)]
    return []


def servants(nouns: Sequence[str], stage: Stage) -> list[Meaning]:
    """Members of the state spoken of: "government officials"; nobody where another adjective tells them apart ("local officials")."""
    noun, before = nouns[-1], nouns[:-1]
    if noun not in OFFICIALS or not before or not all(word in OF_STATE for word in before):
        return []
    state = stage.salient()
    return [Meaning(state, "epithet", 0.5, "in the service of the state spoken of", member=True)] if state else []


def _organ(nouns: Sequence[str], stage: Stage) -> Figure | None:
    for at in range(len(nouns)):
        noun = " ".join(nouns[at:])
        if noun in stage.registry.nouns and noun not in OF_STATE:
            earlier = [figure for figure in stage.tails.get(noun, ()) if figure.kind != "armed-group"]
            if earlier:
                return last_of(earlier, stage.log) or earlier[-1]
            row = stage.organ(noun)
            return stage.of(row) if row else None
    return None


def last_of(figures: Sequence[Figure], log: Sequence[Trace]) -> Figure | None:
    """The one of these that was mentioned last."""
    names = {figure.name for figure in figures}
    return next((one for trace in reversed(log) for one in trace.figures if one.name in names), None)


def counts_as_people(noun: str) -> bool:
    """Whether a noun means several people."""
    return noun.endswith("s") or noun in heads.MANY or noun in heads.GROUPED
