"""A training recipe: which corpora, how often, how fast."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop.corpora import offsets
from workshop.corpora.attributions import Attributions
from workshop.corpora.conllu import Conllu
from workshop.corpora.marked import Marked
from workshop.corpora.patterns import Patterns
from workshop.corpora.reports import Reports
from workshop.corpora.stories import Stories

OWN = Path(__file__).parents[2]
"""The project: corpora of our own lie in it."""

READERS: dict[str, Any] = {
    "reports": Reports,
    "attributions": Attributions,
    "treebank": Conllu,
    "stories": Stories,
    "marked": Marked,
    "patterns": Patterns,
    "items": offsets.items,
    "articles": offsets.articles,
    "wikinews": offsets.wikinews,
    "documents": offsets.documents,
    "sentences": offsets.sentences,
    "treebank-entities": lambda path: Conllu(path, entities=True),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus: its reader, its file under the shared folder, how many of its texts are joined at most, pieces a batch.

    ``licence`` goes into the model card; with ``taught``, teachers say what the corpus does not.
    """

    name: str
    reader: str
    path: str
    licence: str
    join: int = 1
    budget: int = 2048
    taught: bool = False

    def open(self, shared: Path) -> Any:
        """An iterable of examples."""
        return READERS[self.reader](self.file(shared))

    def file(self, shared: Path) -> Path:
        """Where the corpus lies: a path that the project has is our own, all others are below ``shared``."""
        own = OWN / self.path
        return own if own.is_file() else shared / self.path


@dataclass(frozen=True, slots=True)
class Stage:
    """Rounds over the corpora; each round takes the share of each corpus that ``shares`` names, from the first to the second value.

    ``swap`` is the share of our reports that get other names, ``hidden`` the share of their word pieces that is masked.
    """

    rounds: int
    lr: float
    lr_heads: float
    shares: dict[str, tuple[float, float]]
    swap: float = 0.0
    hidden: float = 0.0
    warmup: float = 0.06
    floor: float = 0.02


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a training run is determined by, apart from the corpora's files."""

    name: str
    seed: int
    sources: tuple[Source, ...]
    stages: tuple[Stage, ...]
    dev: tuple[str, ...] = ()
    holdout: float = 0.0
    average: float = 0.998
    dropout: float = 0.15
    most: tuple[int, ...] = (192, 256, 320)
    weights: dict[str, float] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Recipe:
        """The recipe in a TOML file; raises ``TypeError`` for an unknown key."""
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        sources = tuple(Source(**row) for row in raw.pop("source"))
        stages = tuple(Stage(**{**row, "shares": {k: tuple(v) for k, v in row["shares"].items()}}) for row in raw.pop("stage"))
        raw = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
        return cls(name=path.stem, sources=sources, stages=stages, **raw)
