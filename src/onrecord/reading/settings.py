"""What weights bring besides numbers: their labels, the thresholds and temperatures chosen for them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.reading.labels import Labels, labels_of_vocabulary

THRESHOLDS = {"event": 0.5, "deadline": 0.5, "cue": 0.5, "attribution": 0.5, "mention": 0.5, "role": 0.5, "least": 0.15}
"""Probabilities from which something is said. ``role:NAME`` overrules ``role``, ``event:short`` overrules ``event`` in short reports.

Whole articles come with lower probabilities than items of two sentences, for the same share of right ones.

``least`` is what the best source and the best content of a cue need at least: a cue hardly ever lacks them.
"""

_NEVER = 1e-6
SHORT = 150
"""Words up to which a report is short."""


class WrongWeights(ValueError):  # noqa: N818
    """Weights that this code cannot use."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``thresholds`` in [0, 1] by layer or role; ``temperatures`` divide a head's scores before they become probabilities.

    ``worths``: slope and offset by head or role, in log-odds, that make of a probability the share of its like that was right (Platt 1999).
    Thresholds are held against the probability itself.
    """

    thresholds: Mapping[str, float] = field(default_factory=lambda: dict(THRESHOLDS))
    temperatures: Mapping[str, float] = field(default_factory=dict)
    worths: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def threshold(self, name: str) -> float:
        """The threshold of a layer, or of ``role:NAME``."""
        known = self.thresholds.get(name)
        return known if known is not None else self.thresholds.get(name.partition(":")[0], 0.5)

    def worth(self, name: str, chance: float) -> float:
        """What a probability of a head or of ``role:NAME`` is worth; itself where nothing was fitted."""
        known = self.worths.get(name) or self.worths.get(name.partition(":")[0])
        if known is None:
            return chance
        slope, offset = known
        chance = min(max(chance, _NEVER), 1 - _NEVER)
        return 1 / (1 + math.exp(-slope * math.log(chance / (1 - chance)) - offset))

    def temperature(self, name: str) -> float:
        """The temperature of a head; 1 where none was fitted."""
        return self.temperatures.get(name, 1.0)


def read_settings(path: Path) -> tuple[Labels, Settings]:
    """The labels and settings of the weights whose ``labels.json`` this is.

    Raises ``WrongWeights`` where they were trained for another inventory than this code's, or the file is not readable.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        theirs = dict(raw["labels"])
        worths = {name: (float(slope), float(offset)) for name, (slope, offset) in raw.get("worths", {}).items()}
        settings = Settings({**THRESHOLDS, **raw.get("thresholds", {})}, raw.get("temperatures", {}), worths)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise WrongWeights(f"{path}: no readable labels ({fault})") from fault
    ours = labels_of_vocabulary()
    if theirs != ours.as_json():
        different = ", ".join(key for key, value in ours.as_json().items() if theirs.get(key) != value)
        raise WrongWeights(f"{path}: the weights were trained for other labels than this code's (differing: {different or 'keys'})")
    return ours, settings
