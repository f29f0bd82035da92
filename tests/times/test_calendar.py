"""The laws of the calculus."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.times import calendar as cal
from onrecord.times.calendar import Interval, Repeating, Unit
from onrecord.times.feast_days import FEASTS, easter, islamic

DAYS = st.dates(date(1500, 1, 1), date(2500, 12, 31))
WHOLE = st.sampled_from([cal.DAY, cal.WEEK, cal.MONTH, cal.QUARTER, cal.SEASON, cal.HALF, cal.YEAR, cal.DECADE, cal.CENTURY])
REPEATING = st.one_of(
    st.builds(cal.weekday, st.integers(0, 6)),
    st.builds(cal.month, st.integers(1, 12)),
    st.builds(cal.month_day, st.integers(1, 12), st.integers(1, 31)).filter(lambda one: one.code[5:] not in ("02-30", "02-31")),
    st.builds(cal.season, st.sampled_from(cal.SEASONS)),
    st.builds(cal.quarter, st.integers(1, 4)),
    st.just(cal.weekend()),
).filter(lambda one: one.next(date(2024, 1, 1)) is not None)


@given(WHOLE, DAYS)
def test_a_unit_holds_its_day(unit: Unit, day: date) -> None:
    whole = unit.at(day)
    assert whole and whole.first <= day <= whole.last
    assert unit.at(whole.first) == unit.at(whole.last) == whole


@given(WHOLE, DAYS, st.integers(-5, 5))
def test_units_follow_on_each_other(unit: Unit, day: date, shift: int) -> None:
    one, two = unit.at(day, shift), unit.at(day, shift + 1)
    assert one and two and one.after() == two.first and two.before() == one.last


@given(WHOLE, DAYS, st.integers(-5, 5), st.integers(-5, 5))
def test_shifts_add_up(unit: Unit, day: date, one: int, two: int) -> None:
    whole = unit.at(day, one)
    assert whole and unit.at(whole.first, two) == unit.at(day, one + two)


@given(st.sampled_from([cal.DAY, cal.WEEK]), DAYS, st.integers(-500, 500))
def test_days_and_weeks_can_be_taken_back(unit: Unit, day: date, amount: int) -> None:
    moved = unit.plus(day, amount)
    assert moved and unit.plus(moved, -amount) == day


@given(st.sampled_from([cal.MONTH, cal.QUARTER, cal.YEAR]), DAYS, st.integers(0, 500))
def test_more_is_never_earlier(unit: Unit, day: date, amount: int) -> None:
    moved, further = unit.plus(day, amount), unit.plus(day, amount + 1)
    assert moved and further and day <= moved < further


@given(REPEATING, DAYS)
def test_last_and_next_lie_around_the_day(what: Repeating, day: date) -> None:
    last, coming, before, after = what.last(day), what.next(day), what.before(day), what.after(day)
    assert last and coming and before and after
    assert before.last < day < after.first
    assert last.first <= day <= coming.last
    assert before.first <= last.first <= coming.first <= after.first


@given(REPEATING, DAYS)
def test_nothing_lies_between_last_and_after(what: Repeating, day: date) -> None:
    last = what.last(day)
    after = what.after(day)
    assert last and after and what.after(last.first) == after
    assert what.before(after.first) in (last, what.last(after.first - timedelta(days=1)))


@given(REPEATING, DAYS)
def test_an_occurrence_finds_itself(what: Repeating, day: date) -> None:
    found = what.next(day)
    assert found and what.last(found.first) == found == what.next(found.last)


@given(st.integers(1, 5), st.integers(0, 6), st.integers(1900, 2100), st.integers(1, 12))
def test_nth_weekdays_are_a_week_apart(place: int, index: int, year: int, number: int) -> None:
    whole = cal.month_of(year, number)
    found, following = (cal.nth_of(place + step, cal.weekday(index), whole) for step in (0, 1))
    assert found is None or (whole.covers(found) and found.first.weekday() == index)
    assert found is None or following is None or (following.first - found.first).days == 7


@given(st.integers(1, 5), st.sampled_from([cal.DAY, cal.WEEK]), DAYS)
def test_nth_units_lie_inside(place: int, unit: Unit, day: date) -> None:
    whole = cal.MONTH.at(day)
    assert whole
    found, last = cal.nth(place, unit, whole), cal.nth(-1, unit, whole)
    assert last and last.last == whole.last
    assert found is None or whole.covers(found)


@given(DAYS, DAYS, DAYS, DAYS)
def test_join_is_the_smallest_that_holds_both(a: date, b: date, c: date, d: date) -> None:
    one, two = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    joined = one.join(two)
    assert joined == two.join(one) and joined.covers(one) and joined.covers(two)
    assert {joined.first, joined.last} <= {a, b, c, d}


def test_the_ends_of_the_calendar_are_none() -> None:
    assert cal.day_plus(date.max, 1) is None and cal.months_plus(date.max, 1) is None
    assert cal.DAY.at(date.max, 1) is None and cal.YEAR.at(date(9999, 1, 1)) is None
    assert cal.DECADE.plus(date(9998, 1, 1), 10) is None


def test_a_leap_day_is_found_years_away() -> None:
    leap = cal.month_day(2, 29)
    assert leap.next(date(2025, 1, 1)) == cal.one_day(date(2028, 2, 29))
    assert leap.last(date(2027, 1, 1)) == cal.one_day(date(2024, 2, 29))


def test_easter_and_the_islamic_feasts() -> None:
    assert [easter(year) for year in (2000, 2024, 2025, 2026)] == [
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
    ]
    for year, day in ((2024, date(2024, 3, 11)), (2025, date(2025, 3, 1)), (2026, date(2026, 2, 18))):
        found = islamic(year, 9, 1)
        assert found and abs((found - day).days) <= 1


@given(st.sampled_from(sorted(FEASTS)), st.integers(1700, 2200))
def test_every_feast_has_a_day_in_its_year(name: str, year: int) -> None:
    day = FEASTS[name](year)
    assert day is None or day.year == year
    assert day is not None or name in ("ramadan", "ashura", "eid al-fitr", "eid al-adha")
