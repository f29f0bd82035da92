"""The scorer's name: it goes with every link, so it must not stay when what it says changes."""

from __future__ import annotations

import hashlib
import json
from itertools import combinations

from onrecord.linking import explain
from onrecord.linking.score import SCORER, THRESHOLD, WEIGHTS, score
from tests.linking.made import act, deadline, meeting, quote

SAYS = ("linking 2", "ee8756841c2d")
"""The scorer, and the digest of what it says of the entries below. Where the digest has changed on purpose: count ``SCORER`` one up, and
write down both here, so that links on record can be told from those that are made from now on."""

SOME = (
    (
        meeting("2031-03-03", "planned", "Ana Colm+Tod Raske", "2031-03-12", "Port Sel", "Colm and Raske will meet on 12 March."),
        meeting("2031-03-05", "postponed", "Tod Raske+Ana Colm", "", "", "The meeting was postponed."),
        meeting("2031-03-06", "planned", "Ana Colm+Tod Raske", "2031-03-20", "Geneva", "The meeting was moved to 20 March in Geneva."),
        meeting("2031-03-07", "planned", "Ana Colm+Ulf Steen", "2031-03-12", "", "Another meeting is planned.", format="phone"),
        meeting("2031-03-21", "happened", "Ana Colm+Tod Raske", "2031-03-20", "Geneva", "They met for three hours on Thursday."),
        meeting("2031-03-22", "denied", "Ana Colm+Tod Raske", "2031-03-20", "", "Colm denied that they had met."),
        meeting("2031-04-22", "planned", "(the leaders)", "2031-05-01/2031-05-09", "", "The leaders will meet again in May."),
    ),
    (
        deadline("2031-03-03", "set", "Norland", "Sudmark", "2031-04-22"),
        deadline("2031-03-09", "set", "Norland", "Sudmark", "2031-03-20"),
        deadline("2031-03-12", "extended", "Norland", "Sudmark", "2031-04-01", "withdraw its troops"),
        deadline("2031-03-14", "set", "Estland", "Norland", "", "sign the treaty"),
        deadline("2031-04-03", "missed", "", "Sudmark", "2031-04-01"),
    ),
    (
        act("2031-03-03", "threatened", "Norland", "Sudmark"),
        act("2031-03-09", "happened", "Norland", "Sudmark", "new sanctions"),
        act("2031-03-10", "denied", "Norland", "Sudmark"),
        act("2031-03-10", "happened", "Norland", "Estland", "airstrike", "ASSAULT"),
        act("2031-03-12", "happened", "(the army)", "Estland", "strike", "ASSAULT"),
    ),
    (
        quote("2031-03-03", "Ana Colm", "We will not accept any delay of the talks in Geneva"),
        quote("2031-03-04", "Ana Colm", "We will accept any delay of the talks in Geneva"),
        quote("2031-03-04", "Tod Raske", "We will not accept any delay of the talks in Geneva"),
        quote("2031-03-05", "", "No delay"),
    ),
)


def test_the_scorer_has_another_name_when_it_says_something_else() -> None:
    links = (explain(new, old) for group in SOME for old, new in combinations(group, 2))
    said = [[link.relation, link.score, link.why] for link in links]
    digest = hashlib.sha256(json.dumps([THRESHOLD, WEIGHTS, said], sort_keys=True).encode()).hexdigest()[:12]
    assert (SCORER, digest) == SAYS


def test_every_link_names_the_scorer() -> None:
    assert {explain(new, old).by for group in SOME for old, new in combinations(group, 2)} == {SCORER}


def test_a_score_is_a_probability_of_known_features() -> None:
    assert score("quote", {}) == 0.0025
    assert score("quote", {"words": 1.0, "party": 1.0, "unheard of": 99.0}) == 0.9526
    assert score("act", {"party": -1e9}) <= score("act", {"actor": 1e9}) == 1.0
