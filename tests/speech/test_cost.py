"""Long reports, some of them meant to do harm, cost in proportion to their length."""

from __future__ import annotations

from time import process_time

import pytest

from onrecord import speech
from onrecord.nouns import Cast
from tests.marked import Marked, marked

SPOKEN = {
    "indirect speech on one line": "[Marik|source{0}] [said|cue{0}] that [the talks went well|content{0}]. ",
    "one sentence without end": "[Marik|source{0}] [said|cue{0}] that [the talks went well|content{0}], ",
    "a quotation a line": '"We are glad of the talks," Marik said.\n',
    "one speaker without end": '"We are glad of the talks."\n',
    "a transcript": "Q: Will you go there?\nTHE CHAIR: We will go there soon.\n",
    "marks without an end": "“We are glad of “the talks ",
    "outlets that cite": "Marik told Radio Okapi that the talks went well, citing officials. ",
}
FEW, MANY = 60, 600
MOST = 30
"""Ten times as much may cost so many times as much: a busy machine showed 19, going through all for each would show 100."""


def cost(given: Marked) -> float:
    """Processor time of the room alone."""
    start = process_time()
    speech.find(given.report, given.reading, Cast(), ())
    return process_time() - start


@pytest.mark.parametrize("piece", SPOKEN.values(), ids=SPOKEN)
def test_ten_times_the_attributions_cost_nowhere_near_a_hundred_times_as_much(piece: str) -> None:
    few, many = (marked("".join(piece.format(number) for number in range(count))) for count in (FEW, MANY))
    least = min(cost(few) for _ in range(3))
    assert min(cost(many) for _ in range(2)) < MOST * least + 0.02
