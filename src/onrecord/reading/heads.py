"""Heads that run on anchors only: traits, and arcs from an anchor to the begin and end of a span.

They are a few small matrices, so they run in numpy, outside the encoder's graph and unquantised.
"""

from __future__ import annotations

SIZES = {"begin": 128, "end": 128, "opens": 64, "closes": 64, "look": 64}
"""Widths of the keys that the encoder's graph gives for each word, after its tag scores."""
REACH = 400
BUCKETS = 21


def bucket_table() -> list[int]:
    """Distance from an anchor's word to another, from -REACH to REACH -> one of ``BUCKETS`` logarithmic buckets."""
    table = []
    for distance in range(-REACH, REACH + 1):
        size = abs(distance)
        step = size if size < 4 else min(4 + (size.bit_length() - 3) * 2 + ((size >> (size.bit_length() - 2)) & 1), 10)
        step = min(step, 10)
        table.append(10 + (step if distance > 0 else -step))
    return table
