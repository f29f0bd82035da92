"""Heads that run on anchors only: traits, and arcs from an anchor to the begin and end of a span.

They are a few small matrices, so they run in numpy, outside the encoder's graph and unquantised.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

SIZES = {"begin": 128, "end": 128, "opens": 64, "closes": 64, "look": 64}
"""Widths of the keys that the encoder's graph gives for each word, after its tag scores."""
REACH = 400
BUCKETS = 21
_STEPS = (4, 6, 8, 12, 16, 24, 32)


def bucket_table() -> list[int]:
    """Distance from an anchor's word to another, from -REACH to REACH -> one of ``BUCKETS`` logarithmic buckets."""
    return [10 + _step(abs(d)) * (1 if d > 0 else -1) for d in range(-REACH, REACH + 1)]


def _step(size: int) -> int:
    return size if size < 4 else 3 + sum(size >= bound for bound in _STEPS)


class AnchorHeads:
    """The small matrices of a set of weights. ``n`` anchors, ``w`` words of a window.

    What needs no window takes the anchors of many at once: one large product is cheaper than many small ones.
    """

    def __init__(self, arrays: Mapping[str, Floats]) -> None:
        import numpy as np

        self._a = {name: np.asarray(value, np.float32) for name, value in arrays.items()}
        self._buckets = np.asarray(bucket_table())
        self.roles = len(self._a["floor"])

    def glances(self, vectors: Floats) -> Floats:
        """What anchors look for: (n, width) -> (n, 64)."""
        queries: Floats = vectors @ self._a["look.weight"].T + self._a["look.bias"]
        return queries

    def look(self, glances: Floats, keys: Floats, words: Floats) -> Floats:
        """What the anchors of one window look at: (n, 64), (w, 64), (w, width) -> (n, width)."""
        return softmax(glances @ keys.T / 8.0) @ words

    def traits(self, vectors: Floats, seen: Floats, kinds: Floats) -> dict[str, Floats]:
        """Unnormalised scores (n, labels) of ``status``, ``mode`` and ``deadline``."""
        import numpy as np

        inner = np.concatenate((vectors, seen), 1) @ self._a["trait.weight"].T + self._a["trait.bias"]
        hidden = gelu(inner + self._a["trait_kind.weight"][kinds])
        names = ("status", "mode", "deadline")
        return {name: hidden @ self._a[f"{name}.weight"].T + self._a[f"{name}.bias"] for name in names}

    def hidden(self, vectors: Floats, kinds: Floats) -> Floats:
        """What the arcs' queries are made of: (n, 256)."""
        inner = vectors @ self._a["anchor.weight"].T + self._a["anchor.bias"]
        return gelu(inner + self._a["anchor_kind.weight"][kinds])

    def queries(self, hidden: Floats) -> Floats:
        """What anchors seek as the begin of each role's spans: (n, 256) -> (n, roles, 128)."""
        query = hidden @ self._a["begin.weight"].T + self._a["begin.bias"]
        shaped: Floats = query.reshape(len(hidden), self.roles, SIZES["begin"])
        return shaped

    def begins(self, queries: Floats, firsts: Floats, roles: slice, keys: Floats) -> Floats:
        """Scores before the sigmoid that a span of a role begins at a word of one window: (n, roles, w)."""
        import numpy as np

        query = queries[:, roles]
        far = np.clip(np.arange(len(keys))[None] - firsts[:, None], -REACH, REACH) + REACH
        bias = self._a["distance"][roles][:, self._buckets[far]].transpose(1, 0, 2)
        scores: Floats = query @ keys.T / 8.0 + bias + self._a["floor"][roles][None, :, None]
        return scores

    def ends(self, hidden: Floats, role: int, keys: Mapping[str, Floats], begin: int) -> Floats:
        """Scores of each word from ``begin`` on as the end of the span that begins there: (w - begin,)."""
        size = SIZES["end"]
        rows = slice(role * size, (role + 1) * size)
        query = hidden @ self._a["end.weight"][rows].T + self._a["end.bias"][rows]
        scores: Floats = (keys["end"][begin:] @ query + keys["closes"][begin:] @ keys["opens"][begin]) / 8.0
        return scores


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    import numpy as np

    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Floats = raised / raised.sum(-1, keepdims=True)
    return out


def sigmoid(scores: Floats) -> Floats:
    """Probabilities, each by itself."""
    import numpy as np

    out: Floats = 1.0 / (1.0 + np.exp(-np.clip(scores, -60, 60)))
    return out


def gelu(x: Floats) -> Floats:
    """Gaussian error linear unit by its tanh approximation (Hendrycks and Gimpel 2016), as in training."""
    import numpy as np

    out: Floats = 0.5 * x * (1.0 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return out
