"""The line that opens an agency's report: place, day, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.intake.dates import MONTHS
from onrecord.nouns import Published

MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*)\.?"
DATELINE = re.compile(
    r"\s{0,20}(?P<place>[A-Z][A-Za-zÀ-ž.'’/-]*(?:[ ,]{1,2}[A-Z][A-Za-zÀ-ž.'’/-]*){0,5})"
    rf"(?:, ?(?:{MONTH} (?P<day>\d\d?)|(?P<day2>\d\d?) {MONTH.replace('month', 'month2')})(?:,? (?P<year>\d{{4}}))?)?"
    r"(?: ?\((?P<agency>[^()\n]{2,40})\))?"
    r" ?(?:[-–—]{1,2}|:) ?(?=[\"“'‘A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place as written, agency or "", month and day or 0, year or 0."""

    place: str
    agency: str = ""
    year: int = 0
    month: int = 0
    day: int = 0

    def published(self, year: int | None = None) -> Published:
        """The day, where its year is written or told; else unknown."""
        try:
            return Published(date(self.year or year or 0, self.month, self.day), None, "dateline")
        except ValueError:
            return Published()


def find(text: str) -> Dateline | None:
    """The dateline that opens ``text``: "GENEVA, Aug 6 (Norland News Agency) - Talks ..."; ``None`` where there is none.

    A place alone ("GENEVA - ") is one only in capitals; a place with a day or an agency in any case.
    """
    match = DATELINE.match(text[:400])
    if not match:
        return None
    month = match["month"] or match["month2"] or ""
    day, agency = match["day"] or match["day2"] or "0", (match["agency"] or "").strip()
    if not month and not agency and not match["place"].isupper():
        return None
    return Dateline(match["place"], agency, int(match["year"] or 0), MONTHS.get(month[:3].lower(), 0), int(day))
