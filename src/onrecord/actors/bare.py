"""Descriptions without a name: "the minister", "the government", "both sides", "the two leaders", led back to what the report has
mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.actors import bodies, heads, unnamed
from onrecord.actors.holders import Holders
from onrecord.actors.offices import plain_office
from onrecord.actors.pairs import Pairs
from onrecord.actors.parts import Parts
from onrecord.actors.phrases import Meaning
from onrecord.actors.stage import Figure, Stage
from onrecord.actors.words import Words

STATES = frozenset(("state",))
PARTIES = frozenset(("state", "armed-group"))
PEOPLE = frozenset(("person",))
COUNTING = frozenset(["both", "two", "three", "either", "each", "neither"])
OF_STATES = frozenset(
    [
        "countries",
        "nations",
        "neighbours",
        "neighbors",
        "states",
        "governments",
        "capitals",
        "armies",
        "parliaments",
        "navies",
        "militaries",
    ]
)
MEMBERS = frozenset(["armies", "parliaments", "navies", "militaries", "teams", "delegations"])
PAIRED = frozenset(["men", "women", "pair", "duo", "leaders", "presidents", "ministers", "rivals"])
NUMBERS = {"both": 2, "two": 2, "three": 3}
KOREAS = {"north": "North Korea", "south": "South Korea"}
ORGANS = frozenset(("government", "cabinet", "administration", "junta", "parliament", "military", "army"))
LOCAL = frozenset(("regional", "local", "provincial", "municipal", "city", "foreign"))
REACH = 40


def describe(words: Words, parts: Parts, stage: Stage, pairs: Pairs, barred: set[str]) -> list[Meaning]:
    """What the noun of a phrase means in this report; empty where nothing fits. ``barred``: those with another part in what it does."""
    noun = words.lowers[parts.end]
    nouns = words.lowers[parts.first : parts.end + 1]
    if noun.endswith("s") and any(item.last < parts.end for item in parts.items):
        return []  # "the Norlandic leaders" are those of the name beside them, whoever else was named before
    definite = bool(parts.determiners & heads.DEFINITE) or noun in COUNTING
    people = unnamed.again(noun, parts, stage) if noun in heads.GROUPED and not parts.determiners & COUNTING else None
    if people:
        return people
    if definite and (
        noun in heads.SIDES
        or noun in heads.LEADERS
        or noun in COUNTING
        or noun == "side"
        or (noun.removesuffix("s") in heads.OFFICES and noun.endswith("s"))
    ):
        return _of_each(words, parts, stage, pairs) or _several(nouns, parts, stage, pairs, barred)
    if _mutual(words, parts):
        both = pairs.best(parts.span.start, PARTIES, 2)
        return [Meaning(one, "plural", 0.6, "each of two named together") for one in both]
    shared = _of_both(words, parts, pairs)
    if shared:
        return shared
    earlier = unnamed.again(noun, parts, stage)
    if earlier is not None:
        return earlier
    found = unnamed.organ(words, parts, stage)
    if found:
        return found
    if parts.cut <= parts.last and words.lowers[parts.cut] in ("of", "in", "from"):
        return []
    if noun in KOREAS and nouns[0] == noun and _one_korea(noun, parts, stage):
        return [Meaning(stage.of(stage.registry.rows[KOREAS[noun]]), "epithet", 0.8, "one of two Koreas")]
    found = unnamed.servants(nouns, stage)
    if found or nouns == ["rebel"]:
        return found or _by_kind("rebels", stage, barred)
    if not parts.determiners & {"the", "this", "that"} and noun not in ("government", "parliament"):
        return found
    if noun in heads.OFFICES:
        return _holder(nouns, stage)
    if parts.determiners & {"a", "an"} or not LOCAL.isdisjoint(nouns):
        return []
    if (noun in ORGANS or noun in heads.COUNTRY) and "s" not in nouns:
        return _of_state("junta" if nouns[-2:] == ["military", "government"] else noun, stage, barred)
    return _by_kind(noun, stage, barred)


def _mutual(words: Words, parts: Parts) -> bool:
    """Whether a phrase is the second half of "each other", or of "each side blamed the other"."""
    if parts.first != parts.last or words.lowers[parts.end] not in ("other", "another"):
        return False
    start = words.within(parts.span).start
    both = {"each", "one"} & parts.determiners
    return bool(both) or (words.lowers[start] == "the" and "each" in words.lowers[max(0, start - 5) : start])


def _one_korea(noun: str, parts: Parts, stage: Stage) -> bool:
    """Whether the report has spoken of this Korea, or "the South" stands where it has spoken of the other."""
    return KOREAS[noun] in stage.figures or ("the" in parts.determiners and not stage.figures.keys().isdisjoint(KOREAS.values()))


def _of_both(words: Words, parts: Parts, pairs: Pairs) -> list[Meaning]:
    """Members of those that are named together: "officials on both sides", "the vice-ministers of the two countries"."""
    after = [word for word in words.lowers[parts.cut + 1 : parts.last + 1] if word != "the"]
    if len(after) != 2 or after[0] not in ("both", "two") or after[1] not in heads.SIDES:
        return []
    found = pairs.best(parts.span.start, STATES if after[1] in OF_STATES else PARTIES, 2)
    return [Meaning(one, "plural", 0.65, "members of parties named together", member=True) for one in found]


def _recent(stage: Stage, kinds: frozenset[str]) -> Iterator[Figure]:
    """Those of the kinds that were mentioned, the last one first, each once."""
    seen: set[str] = set()
    for trace in reversed(stage.log[-REACH:]):
        for figure in trace.figures:
            if figure.kind in kinds and figure.name not in seen:
                seen.add(figure.name)
                yield figure


def _of_each(words: Words, parts: Parts, stage: Stage, pairs: Pairs) -> list[Meaning]:
    """Those who hold the office in each of the states named together: "the foreign ministers of the two countries"."""
    office = words.lowers[parts.end].removesuffix("s")
    after = [word for word in words.lowers[parts.cut + 1 : parts.last + 1] if word != "the"]
    if office not in heads.SOLE or len(after) != 2 or after[0] not in NUMBERS or after[1] not in heads.SIDES:
        return []
    states = pairs.best(parts.span.start, STATES, NUMBERS[after[0]])
    title = [*words.lowers[parts.first : parts.end], office]
    people = [Holders(stage).holder(title, state) for state in states]
    return [Meaning(one, "plural", 0.65, "office held in each of several states") for one in people if one]


def _several(nouns: Sequence[str], parts: Parts, stage: Stage, pairs: Pairs, barred: set[str]) -> list[Meaning]:
    noun = nouns[-1]
    number = 3 if "three" in parts.determiners or noun == "three" else 2
    counted = bool(parts.determiners & COUNTING) or noun in COUNTING
    people = noun in PAIRED or noun in heads.LEADERS or noun.removesuffix("s") in heads.OFFICES
    if not counted and noun not in PAIRED | {"sides", "neighbours", "neighbors", "countries"}:
        return []
    if people:
        found: Sequence[Figure] = _titled(nouns, stage, number) or (pairs.best(parts.span.start, PEOPLE, number) if noun in PAIRED else ())
        if not found and noun != "rivals":
            return []
        if found:
            return [Meaning(one, "plural", 0.7, "people named together") for one in found]
    found = pairs.best(parts.span.start, STATES if noun in OF_STATES else PARTIES, number, barred)
    return [Meaning(one, "plural", 0.7, "parties named together", member=noun in MEMBERS) for one in found]


def _titled(nouns: Sequence[str], stage: Stage, number: int) -> list[Figure]:
    """The last people who hold an office ("the ministers"), else those who come to hold it in the report."""
    noun, title = nouns[-1], nouns[-1].removesuffix("s")
    if title not in heads.OFFICES or noun in ("leaders", "chiefs", "diplomats"):
        return []
    wanted = plain_office([*nouns[:-1], title])

    def holds(figure: Figure) -> bool:
        titles = figure.titles - {"prime minister"} if wanted == "minister" else figure.titles
        return any(held.endswith(wanted) or (held == title and "minister" in wanted) for held in titles)

    found = [one for one in _recent(stage, PEOPLE) if holds(one)][:number]
    if len(found) == number:
        return found[::-1]
    found = [one for one in stage.figures.values() if one.kind == "person" and holds(one)]
    return found if len(found) == number else []


def _holder(nouns: Sequence[str], stage: Stage) -> list[Meaning]:
    wanted = plain_office(nouns)
    pope = stage.registry.holder("pope", "Holy See", stage.day) if wanted == "pope" else None
    if pope:
        return [Meaning(stage.of(pope), "title", 0.9, "office held on the day")]
    former = any(word in heads.NO_LONGER for word in nouns)
    for figure in _recent(stage, PEOPLE):
        if figure.former == former and any(title == wanted or title.endswith(f" {wanted}") for title in figure.titles):
            return [Meaning(figure, "title", 0.8, "office named in the report")]
    return []


def _of_state(noun: str, stage: Stage, barred: set[str]) -> list[Meaning]:
    state = stage.salient(barred | {name.removeprefix("~") for name in barred} if noun in heads.COUNTRY else barred)
    if noun == "kingdom":
        state = next((figure for figure in _recent(stage, STATES) if figure.name in heads.MONARCHIES), None)
    if state is None:
        return []
    if noun in heads.COUNTRY:
        return [Meaning(state, "epithet", 0.65, "the state spoken of")]
    if noun == "administration":
        states = stage.registry.states
        heading = next((one.country for one in _recent(stage, PEOPLE) if one.country in states and "president" in one.titles), "")
        state = stage.of(stage.registry.rows[states[heading]]) if heading else state
        return [Meaning(state, "epithet", 0.6, "the administration of the state spoken of")]
    if noun == "junta":
        return [Meaning(state, "epithet", 0.6, "those who rule the state spoken of", member=True)]
    organ = stage.registry.organ(noun, state.name)
    return [Meaning(stage.of(organ), "epithet", 0.65, "organ of the state spoken of")] if organ else []


def _only(noun: str, stage: Stage) -> Figure | None:
    """The one person, of the noun's gender where it has one, whom the report has named of late."""
    other = "f" if noun in heads.MALE_TITLES else "m" if noun in heads.FEMALE_TITLES else "?"
    found = [one for one in _recent(stage, PEOPLE) if one.gender != other]
    return found[0] if len(found) == 1 else None


def _by_kind(noun: str, stage: Stage, barred: set[str]) -> list[Meaning]:
    if noun in heads.SOMEBODY:
        figure = _only(noun, stage)
        return [Meaning(figure, "epithet", 0.65, "the only one named")] if figure else []
    kinds = heads.KIND_OF.get(noun)
    figure = next((one for one in _recent(stage, kinds) if one.name not in barred), None) if kinds else None
    if figure:
        return [Meaning(figure, "epithet", 0.65, "the last one of its kind")]
    body = bodies.called(noun, stage, barred)
    return [Meaning(body, "epithet", 0.7, "the last body called so")] if body else []
