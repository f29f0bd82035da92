"""Decoding, on hand-made scores."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.reading.decode import Decoder, Found
from onrecord.reading.encoder import Output
from onrecord.reading.heads import SIZES, AnchorHeads, bucket_table
from onrecord.reading.labels import labels_of_vocabulary
from onrecord.reading.settings import THRESHOLDS, Settings
from onrecord.reading.windows import Window

LABELS = labels_of_vocabulary()
WIDTH = 8


def heads(floor: float = -9.0) -> AnchorHeads:
    """Anchor heads that are zero but for the floor below which no role begins."""
    roles, kinds = len(LABELS.roles), len(LABELS.anchor_labels)
    shapes = {
        "anchor": (256, WIDTH), "begin": (roles * SIZES["begin"], 256), "end": (roles * SIZES["end"], 256),
        "look": (SIZES["look"], WIDTH), "trait": (256, 2 * WIDTH), "status": (len(LABELS.statuses), 256),
        "mode": (len(LABELS.all_modes), 256), "deadline": (len(LABELS.deadline_statuses), 256),
    }  # fmt: skip
    arrays: dict[str, NDArray[Any]] = {f"{name}.weight": np.zeros(shape) for name, shape in shapes.items()}
    arrays |= {f"{name}.bias": np.zeros(shape[0]) for name, shape in shapes.items()}
    arrays |= {"anchor_kind.weight": np.zeros((kinds, 256)), "trait_kind.weight": np.zeros((kinds, 256))}
    arrays["status.bias"][LABELS.statuses.index("planned")] = 3.0
    arrays["mode.bias"][LABELS.all_modes.index("drone")] = 9.0
    arrays["mode.bias"][LABELS.all_modes.index("visit")] = 3.0
    return AnchorHeads({**arrays, "distance": np.zeros((roles, max(bucket_table()) + 1)), "floor": np.full(roles, floor)})


def output(count: int, **tags: list[tuple[int, int]]) -> Output:
    """Scores of ``count`` words: (word, column) of each layer that is sure of itself; elsewhere O."""
    columns = LABELS.columns
    scores = np.zeros((count, columns["tags"].stop), np.float32)
    for name, part in columns.items():
        scores[:, part.start] = 8.0
        for word, column in tags.get(name, []):
            scores[word, part.start] = 0.0
            scores[word, part.start + column] = 8.0
    keys = {name: np.zeros((count, size), np.float32) for name, size in SIZES.items()}
    return Output(np.zeros((count, WIDTH), np.float32), scores, keys)


def decode(answer: Output, window: Window, thresholds: dict[str, float] | None = None, floor: float = -9.0) -> list[Found]:
    settings = Settings({**THRESHOLDS, **(thresholds or {})})
    return Decoder(LABELS, settings, heads(floor)).found([(answer, window)])[0]


def column(event: str) -> int:
    return 1 + 2 * LABELS.types.index(event)


def test_an_anchor_goes_on_over_its_inside_tags() -> None:
    answer = output(6, event=[(1, column("CONSULT")), (2, column("CONSULT") + 1), (4, column("ASSAULT"))])
    found = decode(answer, Window(0, 0, 6, 6))
    assert [(m.label, m.first, m.last) for m in found] == [("CONSULT", 1, 2), ("ASSAULT", 4, 4)]
    assert found[0].score == pytest.approx(1.0, abs=0.05)


def test_mode_is_one_of_the_type() -> None:
    found = decode(output(3, event=[(0, column("CONSULT")), (2, column("ASSAULT"))]), Window(0, 0, 3, 3))
    assert [dict(m.traits)["mode"].name for m in found] == ["visit", "drone"]
    assert all(dict(m.traits)["status"].name == "planned" for m in found)


def test_marks_are_taken_from_the_core_alone() -> None:
    answer = output(6, event=[(0, column("CONSULT")), (3, column("AID")), (5, column("ASSAULT"))])
    found = decode(answer, Window(10, 12, 14, 16))
    assert [(m.label, m.first) for m in found] == [("AID", 13)]


def test_neighbouring_windows_say_nothing_twice() -> None:
    whole = output(8, event=[(at, column("AID")) for at in range(8)])
    part = Output(whole.words[:5], whole.scores[:5], {k: v[:5] for k, v in whole.keys.items()})
    rest = Output(whole.words[2:], whole.scores[2:], {k: v[2:] for k, v in whole.keys.items()})
    found = decode(part, Window(0, 0, 4, 5)) + decode(rest, Window(2, 4, 8, 8))
    assert [m.first for m in found] == list(range(8))


def test_cue_of_the_codebook_wins_over_attribution() -> None:
    found = decode(output(5, cue=[(1, 1)], attribution=[(1, 1), (3, 1)]), Window(0, 0, 5, 5))
    assert [(m.layer, m.first, dict(m.traits)["codebook"].name) for m in found] == [("cue", 1, "yes"), ("attribution", 3, "no")]


def test_roles_come_from_their_thresholds() -> None:
    answer = output(3, event=[(1, column("AID"))])
    assert not decode(answer, Window(0, 0, 3, 3))[0].arcs
    low = decode(answer, Window(0, 0, 3, 3), {"role:actor": 0.0})[0]
    assert {role for role, *_ in low.arcs} == {"actor"}


def test_a_cue_takes_its_best_content_where_none_is_sure() -> None:
    found = decode(output(3, cue=[(1, 1)]), Window(0, 0, 3, 3), {"role": 0.9}, floor=-0.5)
    assert sorted(role for role, *_ in found[0].arcs) == ["content", "source"]
