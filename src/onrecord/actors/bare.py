"""Descriptions without a name: "the minister", "the government", "both sides", "the two leaders", led back to what the report has mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors import heads
from onrecord.actors.offices import office
from onrecord.actors.phrases import Meaning, Parts
from onrecord.actors.stage import Figure, Stage
from onrecord.actors.words import Words

STATES = frozenset(("state",))
PARTIES = frozenset(("state", "armed-group", "body"))
PEOPLE = frozenset(("person",))
COUNTING = frozenset("both two three either each neither".split())
REACH = 40


def describe(words: Words, parts: Parts, stage: Stage) -> list[Meaning]:
    """What the noun of a phrase means in this report; empty where nothing fits."""
    noun = words.lowers[parts.end]
    nouns = words.lowers[parts.first : parts.end + 1]
    counted = bool(parts.determiners & COUNTING) or noun in COUNTING
    if "s" == noun[-1:] or noun in ("pair", "duo", "two", "three", "men", "each", "side"):
        several = _several(noun, counted, parts, stage)
        if several:
            return several
    if parts.cut <= parts.last and words.lowers[parts.cut] in ("of", "in", "from"):
        return []
    if not parts.determiners & {"the", "this", "that"} and noun not in ("government",):
        return []
    if noun in heads.OFFICES:
        return _holder(nouns, stage)
    if noun in ("government", "cabinet", "junta", "parliament", "military", "army") or noun in heads.COUNTRY:
        return _of_state(noun, stage)
    return _by_kind(noun, stage)


def _recent(stage: Stage, kinds: frozenset[str]) -> Iterator[Figure]:
    """Those of the kinds that were mentioned, the last one first, each once; members and pronouns of members left out."""
    seen: set[str] = set()
    for trace in reversed(stage.log[-REACH:]):
        if trace.figure.kind in kinds and trace.figure.name not in seen:
            seen.add(trace.figure.name)
            yield trace.figure


def _several(noun: str, counted: bool, parts: Parts, stage: Stage) -> list[Meaning]:
    number = 3 if "three" in parts.determiners or noun == "three" else 2
    if noun in ("men", "women", "pair", "duo", "leaders", "presidents", "ministers") or noun in heads.LEADERS:
        people = list(_pair(stage, PEOPLE, number))
        if noun.removesuffix("s") in heads.OFFICES and noun not in ("leaders", "chiefs", "diplomats"):
            titled = [one for one in _recent(stage, PEOPLE) if any(title.endswith(noun.removesuffix("s")) for title in one.titles)]
            people = titled[:number] if len(titled) >= number else []
        return [Meaning(one, "plural", 0.7, "the people last named together") for one in reversed(people)]
    if noun in heads.SIDES or noun in COUNTING or noun == "side":
        if not counted and noun not in ("sides", "neighbours", "neighbors", "countries"):
            return []
        kinds = STATES if noun in ("countries", "nations", "neighbours", "neighbors", "states", "governments", "capitals", "armies", "parliaments", "navies", "militaries") else PARTIES
        members = noun in ("armies", "parliaments", "navies", "militaries", "teams", "delegations")
        found = list(_pair(stage, kinds, number)) or list(_pair(stage, STATES, number))
        return [Meaning(one, "plural", 0.7, "the parties last named together", member=members) for one in reversed(found)]
    return []


def _pair(stage: Stage, kinds: frozenset[str], number: int) -> Iterator[Figure]:
    """The last ones of these kinds, provided that there are enough of them."""
    found = []
    for figure in _recent(stage, kinds):
        found.append(figure)
        if len(found) == number:
            yield from found
            return


def _holder(nouns: list[str] | tuple[str, ...], stage: Stage) -> list[Meaning]:
    wanted = office(" ".join(word for word in nouns if word in heads.OFFICES or word in heads.DOMAINS or word in heads.QUALIFIERS))
    former = any(word in heads.NO_LONGER for word in nouns)
    for figure in _recent(stage, PEOPLE):
        if figure.former == former and any(title == wanted or title.endswith(f" {wanted}") for title in figure.titles):
            return [Meaning(figure, "title", 0.8, "office named in the report")]
    return []


def salient(stage: Stage) -> Figure | None:
    """The state that the report has spoken of most, the recent mentions counting more."""
    weight: dict[str, float] = {}
    registry = stage.registry
    for age, trace in enumerate(reversed(stage.log[-REACH:])):
        state = trace.figure.name if trace.figure.kind == "state" else registry.states.get(trace.figure.country, "")
        if state:
            weight[state] = weight.get(state, 0.0) + 0.85**age
    best = max(weight, key=lambda name: weight[name], default="")
    return stage.of(registry.rows[best]) if best in registry.rows else None


def _of_state(noun: str, stage: Stage) -> list[Meaning]:
    state = salient(stage)
    if state is None:
        return []
    if noun in heads.COUNTRY:
        return [Meaning(state, "epithet", 0.65, "the state spoken of")]
    organ = stage.registry.organ("government" if noun == "junta" else noun, state.name)
    return [Meaning(stage.of(organ), "epithet", 0.65, "organ of the state spoken of")] if organ else []


def _by_kind(noun: str, stage: Stage) -> list[Meaning]:
    kinds = heads.KIND_OF.get(noun)
    if kinds:
        figure = next(_recent(stage, kinds), None)
        return [Meaning(figure, "epithet", 0.65, "the last one of its kind")] if figure else []
    named = [figure for figure in stage.tails.get(noun, ()) if figure.mentions]
    return [Meaning(named[-1], "epithet", 0.75, "last word of its name")] if named else []
