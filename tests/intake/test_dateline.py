from datetime import date

import pytest

from onrecord.intake import Overrides, dateline, published
from tests.intake.reading import piped, report


@pytest.mark.parametrize(
    ("text", "place", "agency", "month", "day"),
    [
        ("GENEVA, Aug 6 (Norland News Agency) - Talks opened.", "GENEVA", "Norland News Agency", 8, 6),
        ("PORT AMSEL, Norland, Sept. 12 (NNA) — The ferry", "PORT AMSEL, Norland", "NNA", 9, 12),
        ("Bern (NNA) -- Ministers met.", "Bern", "NNA", 0, 0),
        ("BERN – “We are ready,” she said.", "BERN", "", 0, 0),
        ("BERN, 6 August 2031 (NNA) - Talks", "BERN", "NNA", 8, 6),
        ("BANGKOK: Norland on Tuesday gave", "BANGKOK", "", 0, 0),
    ],
)
def test_datelines(text: str, place: str, agency: str, month: int, day: int) -> None:
    found = dateline.find(text)
    assert found is not None
    assert (found.place, found.agency, found.month, found.day) == (place, agency, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Bern (Norland's partner) - and left.",
        "Ada Brandt - minister of Norland - said no.",
        "Talks: what we know",
        "In August - the month of",
        "",
        "A" * 400,
        "BERN, " * 80,
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline.find(text) is None


def test_a_day_without_a_year_needs_another_source_for_it() -> None:
    text = "GENEVA, Aug 6 (NNA) - Talks opened."
    alone = report(piped(text))
    assert alone.outlet == "NNA"
    assert alone.published.precision == "unknown"
    with_url = report(piped(text, Overrides(url="https://nna.example/2031/08/07/talks")))
    assert with_url.published.day == date(2031, 8, 6)
    assert with_url.published.by == "dateline"


def test_a_dateline_with_its_year_is_enough() -> None:
    assert report(piped("BERN, 6 August 2031 (NNA) - Talks")).published.day == date(2031, 8, 6)


def test_what_is_told_outranks_what_is_read() -> None:
    told = Overrides(published("2031-01-02", "--date"), "The Echo", "https://nna.example/2031/08/07/talks")
    read = report(piped("BERN, 6 August 2031 (NNA) - Talks", told))
    assert (str(read.published), read.published.by, read.outlet, read.url) == ("2031-01-02", "--date", "The Echo", told.url)


@pytest.mark.parametrize("text", ["2031-02-30", "yesterday", "", "0001-01-01", "99999-01-01", "2031-03-04T25:00"])
def test_no_day_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        published(text, "--date")
