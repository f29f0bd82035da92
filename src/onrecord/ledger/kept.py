"""Records that were read before, by their numbers: what is on record never changes, so that it need not be read again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from onrecord.ledger.rows import Record

MOST = 6000
"""So many records are kept, those that were asked for last: some 30 MB."""


@dataclass(slots=True)
class Kept:
    """Takes records in and gives them back; any thread may ask."""

    _records: OrderedDict[int, Record] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, numbers: Iterable[int]) -> dict[int, Record]:
        """Those of the records that are at hand."""
        with self._lock:
            found = {number: self._records[number] for number in numbers if number in self._records}
            for number in found:
                self._records.move_to_end(number)
        return found

    def take(self, records: Iterable[Record]) -> None:
        """Keep records, and let go of those that nobody asked for in the longest time."""
        with self._lock:
            self._records.update((record.number, record) for record in records)
            while len(self._records) > MOST:
                self._records.popitem(last=False)
