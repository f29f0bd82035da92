"""Times of publication as sources write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.nouns import Published

URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2]|[1-9]|[a-z]{3})[/-](0[1-9]|[12]\d|3[01]|[1-9])(?=[/-]|$)", re.I)
MONTHS = {name: number for number, name in enumerate(("jan feb mar apr may jun jul aug sep oct nov dec").split(" "), 1)}  # noqa: SIM905
EARLIEST, LATEST = 1800, 2200


def published(text: str, by: str) -> Published:
    """A day or an instant in ISO 8601 ("2025-08-06", "2025-08-06T14:03:00Z") or as e-mail writes it.

    Raises ``ValueError`` for anything else. The day of an instant is the day at its zone; an instant without a zone keeps none.
    """
    written = text.strip()[:64]
    if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{8}", written):
        return Published(_sane(date.fromisoformat(written)), None, by)
    try:
        instant = datetime.fromisoformat(written)
    except ValueError:
        instant = _mailed(written)
    return Published(_sane(instant.date()), instant, by)


def in_url(url: str) -> Published:
    """The day that a URL's path names (".../2025/08/06/..."), or an unknown one."""
    match = URL_DAY.search(url[:2000])
    if not match:
        return Published()
    year, month, day = match.groups()
    number = MONTHS.get(month.lower(), 0) if month.isalpha() else int(month)
    try:
        return Published(date(int(year), number, int(day)), None, "url")
    except ValueError:
        return Published()


def _mailed(text: str) -> datetime:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, IndexError, OverflowError) as error:
        raise ValueError(f"no day or instant: {text!r}") from error


def _sane(day: date) -> date:
    if not EARLIEST <= day.year <= LATEST:
        raise ValueError(f"no year of a news report: {day.year}")
    return day
