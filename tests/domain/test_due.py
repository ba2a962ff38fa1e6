from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.domain.checklist import parse_checklist
from reception_desk.domain.due import Offset, Unit, calendar_note, due_at
from reception_desk.domain.working_days import WorkingDays
from reception_desk.i18n import use_language
from reception_desk.resources import resource

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
CALENDAR = WorkingDays()
UNKNOWN_YEAR = next(year for year in range(2026, 2100) if not CALENDAR.known(year))
LINES = parse_checklist(
    resource("templates", "checklists", "standard.toml").read_text(encoding="utf-8")
).lines
LINES_OF_FIXED_LENGTH = [line for line in LINES if line.offset.unit in (Unit.MINUTES, Unit.HOURS, Unit.DAYS)]
naive = datetime.fromisoformat
MOMENTS = st.datetimes(naive("2020-01-01"), naive("2040-01-01"), timezones=st.just(SHANGHAI))


def due(offset, anchor, zone=SHANGHAI, calendar=CALENDAR):
    """The due time on the clock of the zone, as a person reads it."""
    moment = datetime.fromisoformat(anchor)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return due_at(Offset.parse(offset), moment, zone, calendar).astimezone(zone).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("offset", "anchor", "expected"),
    [
        ("", "2026-12-08T10:30", "2026-12-08 10:30"),
        ("-30m", "2026-12-08T10:30", "2026-12-08 10:00"),
        ("+10m", "2026-12-08T10:30", "2026-12-08 10:40"),
        ("-30m", "2026-12-08T00:00", "2026-12-07 23:30"),
        ("-4h", "2026-12-08T02:00", "2026-12-07 22:00"),
        ("+2h", "2026-12-31T23:00", "2027-01-01 01:00"),
        ("-2d", "2026-12-08T10:30", "2026-12-06 10:30"),
        ("-2d", "2026-12-08T00:00", "2026-12-06 00:00"),
        ("-1d", "2026-03-01T09:00", "2026-02-28 09:00"),
        ("-1d", "2028-03-01T09:00", "2028-02-29 09:00"),
        ("+1d", "2026-01-31T09:00", "2026-02-01 09:00"),
        ("-21d", "2026-01-10T09:00", "2025-12-20 09:00"),
        ("+2wd", "2026-12-11T16:00", "2026-12-15 16:00"),  # over a weekend
        ("+2wd", "2026-09-30T16:00", "2026-10-09 16:00"),  # over the National Day
        ("+3wd", "2026-09-30T16:00", "2026-10-10 16:00"),  # a Saturday that is worked
        ("+3wd", "2026-02-13T09:00", "2026-02-25 09:00"),  # Saturday 14 worked, then the Spring Festival
        ("-1wd", "2026-02-24T09:00", "2026-02-14 09:00"),
    ],
)
def test_a_due_time_lies_its_offset_from_the_anchor(offset, anchor, expected):
    assert due(offset, anchor) == expected


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("2026-12-08T00:00", "2026-12-07 14:00"),
        ("2026-12-08T08:00", "2026-12-07 14:00"),
        ("2026-12-08T11:59", "2026-12-07 14:00"),
        ("2026-12-08T12:00", "2026-12-08 08:30"),
        ("2026-12-08T23:59", "2026-12-08 08:30"),
        ("2026-12-07T09:00", "2026-12-04 14:00"),  # a Monday: the Friday before
        ("2026-09-21T09:00", "2026-09-20 14:00"),  # a Monday after a worked Sunday
        ("2026-10-08T09:00", "2026-09-30 14:00"),  # the first day after the holidays
        ("2026-10-03T15:00", "2026-10-03 08:30"),  # the same day, holiday or not
        ("2026-12-07T23:00+00:00", "2026-12-07 14:00"),  # 07:00 of the 8th on the clock of the company
        ("2026-12-08T04:00+00:00", "2026-12-08 08:30"),  # noon there
    ],
)
def test_A8_half_a_day_is_the_working_afternoon_before_a_morning_else_the_same_morning(anchor, expected):
    assert due("-H", anchor) == expected


@pytest.mark.parametrize(
    ("offset", "anchor", "expected"),
    [
        ("-1d", "2026-03-29T09:00", "2026-03-28 09:00"),  # 23 hours
        ("-1d", "2026-10-25T09:00", "2026-10-24 09:00"),  # 25 hours
        ("-24h", "2026-03-29T09:00", "2026-03-28 08:00"),
        ("-24h", "2026-10-25T09:00", "2026-10-24 10:00"),
        ("-1d", "2026-03-30T02:30", "2026-03-29 03:30"),  # 02:30 does not exist on the 29th
        ("+1wd", "2026-03-27T17:00", "2026-03-30 17:00"),
        ("-30m", "2026-03-29T03:15", "2026-03-29 01:45"),
    ],
)
def test_the_clock_of_a_foreign_place_is_kept_over_the_change_to_summer_time(offset, anchor, expected):
    assert due(offset, anchor, BERLIN) == expected


def test_of_a_time_that_comes_twice_the_first_is_meant():
    anchor = datetime(2026, 10, 26, 2, 30, tzinfo=BERLIN)
    assert due_at(Offset.parse("-1d"), anchor, BERLIN, CALENDAR) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.code)
def test_every_due_time_comes_in_utc(line):
    moment = due_at(line.offset, datetime(2026, 12, 8, 10, 30, tzinfo=SHANGHAI), SHANGHAI, CALENDAR)
    assert moment.tzinfo is UTC


@pytest.mark.parametrize("offset", ["-30m", "-2h", "-2d", "+2wd", "-H"])
def test_a_moment_without_a_zone_is_a_fault_of_ours(offset):
    with pytest.raises(ValueError, match="without a zone"):
        due_at(Offset.parse(offset), naive("2026-12-08T10:30"), SHANGHAI, CALENDAR)


@given(anchor=MOMENTS, shift=st.integers(-40_000, 40_000))
def test_minutes_hours_and_days_move_exactly_with_the_anchor(anchor, shift):
    moved = (anchor.astimezone(UTC) + timedelta(minutes=shift)).astimezone(SHANGHAI)
    for line in LINES_OF_FIXED_LENGTH:
        before, after = (due_at(line.offset, at, SHANGHAI, CALENDAR) for at in (anchor, moved))
        assert after - before == timedelta(minutes=shift), line.code


@given(
    anchor=st.datetimes(naive("2026-11-20"), naive("2027-01-10"), timezones=st.just(BERLIN)),
    days=st.integers(-20, 50),
)
def test_whole_days_move_exactly_away_from_the_change_of_clocks(anchor, days):
    moved = anchor + timedelta(days=days)
    for offset in (Offset(-2, Unit.DAYS), Offset(1, Unit.DAYS)):
        before, after = (due_at(offset, at, BERLIN, CALENDAR) for at in (anchor, moved))
        assert after - before == timedelta(days=days)


@given(anchor=MOMENTS, count=st.integers(-10, 10).filter(bool))
def test_working_days_keep_the_time_of_day_and_end_on_a_working_day(anchor, count):
    local = due_at(Offset(count, Unit.WORKING_DAYS), anchor, SHANGHAI, CALENDAR).astimezone(SHANGHAI)
    assert local.time() == anchor.time()
    assert CALENDAR.is_working(local.date())


@given(anchor=MOMENTS)
def test_half_a_day_is_always_before_the_arrival(anchor):
    assert due_at(Offset.parse("-H"), anchor, SHANGHAI, CALENDAR) < anchor


def test_the_company_s_own_holiday_is_not_counted():
    calendar = WorkingDays({date(2026, 12, 7): False})
    assert due("-H", "2026-12-08T09:00", calendar=calendar) == "2026-12-04 14:00"


@pytest.mark.parametrize("text", ["", "-30m", "+2h", "-21d", "+3wd", "-H"])
def test_an_offset_is_written_as_it_is_read(text):
    assert str(Offset.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["-", "2d", "-2", "-0d", "-02d", "-2D", "−2d", "- 2d", "-2d ", "+H", "-1H", "-2w", "-12345m", "-٢d"],
)
def test_anything_else_is_not_an_offset(text):
    with pytest.raises(ValueError, match="not an offset"):
        Offset.parse(text)


class TestAYearWhoseHolidaysAreNotKnown:
    """The due time is there, and it is said that it was guessed."""

    @pytest.fixture(autouse=True)
    def _in_english(self):
        use_language("en")
        yield
        use_language("zh")

    def _note(self, offset, anchor):
        return calendar_note(Offset.parse(offset), anchor, SHANGHAI, CALENDAR)

    @pytest.mark.parametrize("offset", ["+2wd", "-2wd", "-H"])
    def test_counted_days_are_noted(self, offset):
        note = self._note(offset, datetime(UNKNOWN_YEAR, 2, 10, 9, tzinfo=SHANGHAI))
        assert note == f"The holidays of {UNKNOWN_YEAR} are not known yet; Monday to Friday are counted."

    @pytest.mark.parametrize("offset", ["", "-30m", "-4h", "-2d"])
    def test_what_counts_no_working_days_needs_no_note(self, offset):
        assert self._note(offset, datetime(UNKNOWN_YEAR, 2, 10, 9, tzinfo=SHANGHAI)) == ""

    def test_the_same_morning_needs_no_note(self):
        assert self._note("-H", datetime(UNKNOWN_YEAR, 2, 10, 15, tzinfo=SHANGHAI)) == ""

    @pytest.mark.parametrize("offset", ["+2wd", "-2wd", "-H"])
    def test_a_known_year_needs_no_note(self, offset):
        assert self._note(offset, datetime(2026, 6, 10, 9, tzinfo=SHANGHAI)) == ""

    def test_counting_back_from_new_year_s_day_stays_in_the_known_year(self):
        assert self._note("-1wd", datetime(UNKNOWN_YEAR, 1, 1, 9, tzinfo=SHANGHAI)) == ""

    def test_counting_on_over_new_year_is_noted(self):
        assert str(UNKNOWN_YEAR) in self._note("+2wd", datetime(UNKNOWN_YEAR - 1, 12, 31, 9, tzinfo=SHANGHAI))

    def test_counting_back_over_new_year_is_noted(self):
        assert str(UNKNOWN_YEAR) in self._note("-5wd", datetime(UNKNOWN_YEAR, 1, 3, 9, tzinfo=SHANGHAI))

    def test_monday_to_friday_are_counted(self):
        first = date(UNKNOWN_YEAR, 2, 1)
        friday = first + timedelta(days=(4 - first.weekday()) % 7)
        anchor = f"{friday}T16:00"
        assert due("+2wd", anchor) == f"{friday + timedelta(days=4)} 16:00"
