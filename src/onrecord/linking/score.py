"""How sure it is that two entries are of one thing, and what the later one is to the earlier.

The score is logistic: 1 / (1 + exp(-(bias + sum of weight x feature))). Weights are set by hand for each kind and kept by the written
chains (``workshop/chains``); ``why`` of a link lists the features that held, so that every score can be worked out again.
"""

from __future__ import annotations

import math

from onrecord.linking.compare import Features

SCORER = "linking 2"
"""Goes with every link, so that links of a later scorer can be told from these: whoever changes a weight, a feature or a relation counts
one up (``tests/linking/test_score.py`` sees it). Links of an earlier one stay on record; they stand until their entry is linked again."""

THRESHOLD = 0.5

WEIGHTS: dict[str, dict[str, float]] = {
    "meeting": {
        "bias": -2.6,
        "party": 3.2,
        "party_two": 1.2,
        "party_apart": -3.0,
        "party_more": -1.5,
        "superseded": -3.0,
        "spoken_of": 2.0,
        "other_spoken_of": 1.0,
        "unnamed": 0.4,
        "format_apart": -2.0,
        "another": -1.5,
        "place": 1.0,
        "place_apart": -0.9,
        "time": 1.2,
        "time_exact": 0.6,
        "time_apart": -2.2,
        "undated": 0.2,
        "days_between": -3.0,
        "one_report": -4.0,
        "one_report_replaced": 4.5,
        "visit_to_meet": 5.5,
        "place_time": 1.0,
        "moved": 1.8,
        "anew": -2.5,
        "anew_elsewhen": -2.0,
        "both_over_apart": -3.0,
        "outcome": 0.5,
    },
    "deadline": {
        "bias": -2.2,
        "setter": 1.6,
        "setter_apart": -2.5,
        "crossed": 5.0,
        "addressee": 1.8,
        "addressee_apart": -3.0,
        "superseded": -3.0,
        "spoken_of": 2.0,
        "unnamed": 0.6,
        "words": 1.6,
        "words_apart": -1.0,
        "time": 1.4,
        "time_exact": 1.0,
        "time_apart": -1.2,
        "undated": 0.6,
        "days_between": -3.0,
        "one_report": -3.0,
        "one_end": 3.5,
        "moved": 1.5,
        "anew": -2.0,
        "anew_elsewhen": -1.2,
        "both_over_apart": -2.0,
        "outcome": 0.6,
    },
    "act": {
        "bias": -3.2,
        "type_apart": -6.0,
        "type_apart_words": -1.0,
        "dropped": 1.5,
        "mode_apart": -1.5,
        "actor": 1.8,
        "actor_apart": -3.0,
        "recipient": 1.6,
        "recipient_apart": -2.5,
        "superseded": -3.0,
        "spoken_of": 1.0,
        "unnamed": -1.0,
        "words": 1.2,
        "speech_act": -1.5,
        "place": 1.0,
        "place_apart": -1.5,
        "time": 1.0,
        "time_exact": 1.0,
        "time_apart": -2.5,
        "undated": 0.0,
        "days_between": -4.0,
        "one_report": -3.0,
        "moved": 0.5,
        "anew": -1.0,
        "anew_elsewhen": -1.5,
        "both_over_apart": -3.0,
        "outcome": 0.8,
        "sequel": 1.2,
    },
    "quote": {
        "bias": -6.0,
        "party": 2.0,
        "party_apart": -4.0,
        "words": 7.0,
        "short": -3.0,
        "unnamed": 0.0,
        "negation_apart": -2.0,
    },
}


def score(kind: str, features: Features) -> float:
    """The probability, 0 to 1, that two entries of ``kind`` with these features are of one thing."""
    weights = WEIGHTS[kind]
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)
