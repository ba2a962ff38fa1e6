"""The list of visits: narrowed, in order, without what lies in the bin, found by plate, fast by its index."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest

from reception_desk.domain.booking import Car, CarBooking
from reception_desk.domain.journey import Carrier, Leg
from reception_desk.domain.visit_filter import Period, VisitFilter, VisitStanding, standing_of
from reception_desk.repository import search, visit_list
from reception_desk.repository.journal import Said
from tests.desk import NOW, plain_visit

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def visit_at(desk, arrival, stay=3 * HOUR, **facts):
    """A visit that comes then; its id."""
    leaves = None if arrival is None or stay is None else arrival + stay
    return desk.visits.new(NOW, company="某公司", arrival_at=arrival, departure_at=leaves, **facts).id


def listed(desk, asked="", **chosen):
    """The ids of the list, top down."""
    wanted = VisitFilter(**chosen)
    ids = [line.id for line in desk.visits.page(asked, chosen=wanted, now=NOW)]
    assert desk.visits.count(asked, chosen=wanted, now=NOW) == len(ids)
    return ids


def test_the_list_begins_with_the_unknown_arrivals_then_falls_with_the_arrival(desk):
    early, late = visit_at(desk, NOW), visit_at(desk, NOW + DAY)
    twin, unknown = visit_at(desk, NOW), visit_at(desk, None)

    assert listed(desk) == [unknown, late, twin, early]
    assert listed(desk, "某公司") == [unknown, late, twin, early]


def test_pages_meet_without_a_gap_and_without_a_line_twice(desk):
    ids = [visit_at(desk, NOW + DAY * (number // 3)) for number in range(10)]

    for asked in ("", "某公司"):
        pages = [desk.visits.page(asked, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
        assert sorted(line.id for page in pages for line in page) == sorted(ids)


@pytest.mark.parametrize(
    ("period", "seen"),
    [
        (Period.TODAY, {"staying", "today"}),
        (Period.WEEK, {"staying", "today", "friday"}),
        (Period.MONTH, {"staying", "today", "friday", "next week"}),
        (Period.COMING, {"today", "friday", "next week", "unknown"}),
        (Period.YEAR, {"staying", "today", "last month"}),
        (Period.ALL, {"long ago", "last month", "staying", "today", "friday", "next week", "unknown"}),
    ],
)
def test_a_period_shows_who_is_here_at_some_moment_of_it(desk, period, seen):
    # NOW is Tuesday, the first of December, nine o'clock.
    arrivals = {
        "long ago": NOW - 400 * DAY,
        "last month": NOW - 10 * DAY,
        "today": NOW + 5 * HOUR,
        "friday": NOW + 3 * DAY,
        "next week": NOW + 8 * DAY,
        "unknown": None,
    }
    names = {visit_at(desk, arrival): name for name, arrival in arrivals.items()}
    names[visit_at(desk, NOW - 5 * DAY, 6 * DAY)] = "staying"

    assert {names[visit_id] for visit_id in listed(desk, period=period)} == seen
    assert {names[visit_id] for visit_id in listed(desk, "某公司", period=period)} == seen


def test_between_two_days_both_count_whichever_is_said_first(desk):
    inside = [visit_at(desk, datetime(2026, 12, day, 2, tzinfo=UTC)) for day in (3, 5)]
    visit_at(desk, datetime(2026, 12, 6, 2, tzinfo=UTC))

    for first, last in itertools.permutations((date(2026, 12, 3), date(2026, 12, 5))):
        assert sorted(listed(desk, period=Period.BETWEEN, first=first, last=last)) == inside


def test_level_and_department_narrow_together(desk):
    visit_at(desk, NOW, level=1, owner_department="采购部")
    wanted = visit_at(desk, NOW, level=2, owner_department="采购部")
    visit_at(desk, NOW, level=2, owner_department="研发中心")

    assert listed(desk, level=2, department="采购部") == [wanted]


def test_the_filter_by_standing_says_the_same_as_the_lines(desk):
    moments = (None, NOW - 30 * HOUR, NOW - HOUR, NOW + HOUR)
    for arrival, stay in itertools.product(moments, (None, 2 * HOUR)):
        for submitted, noted, gone in itertools.product((False, True), repeat=3):
            visit_id = visit_at(desk, arrival, stay)
            with desk.database.unit_of_work(Said(""), NOW) as work:
                visit = work.visits.whole(visit_id)
                work.change(
                    visit,
                    state="submitted" if submitted else "draft",
                    actual_arrival_at=NOW - HOUR if noted else None,
                    actual_departure_at=NOW if gone else None,
                )
    desk.visits.cancel(visit_id, NOW)
    assert desk.visits.count() == 64

    seen = set()
    for standing in VisitStanding:
        lines = desk.visits.page(chosen=VisitFilter(standing=standing), now=NOW)
        seen |= {line.id for line in lines}
        assert lines
        for line in lines:
            assert standing_of(line, NOW) is standing
    assert len(seen) == desk.visits.count()


def test_what_lies_in_the_bin_is_neither_listed_nor_found_nor_counted(desk):
    visit_id = plain_visit(desk)
    desk.bin.delete(visit_id, NOW)

    assert (listed(desk), listed(desk, "顾翀"), desk.visits.departments()) == ([], [], [])
    desk.bin.restore(visit_id, NOW)
    assert (listed(desk), listed(desk, "顾翀")) == ([visit_id], [visit_id])


def test_the_departments_that_occur_are_offered_once_each(desk):
    for name in ("采购部", "研发中心", "采购部", ""):
        visit_at(desk, NOW, owner_department=name)

    assert sorted(desk.visits.departments()) == ["研发中心", "采购部"]


@pytest.mark.parametrize("typed", ["苏E·90K8T", "苏e90k8t", "90K8T", "K8T", "90k8"])
def test_a_visit_is_found_by_the_plate_of_their_own_car(desk, typed):
    visit_id = plain_visit(desk)
    desk.parts.add(Leg, visit_id, NOW, carrier=Carrier.OWN_CAR, plate="苏E·90K8T")

    assert listed(desk, typed) == [visit_id]


def test_a_visit_is_found_by_the_plate_of_the_car_booked_for_it_and_by_its_new_one(desk):
    visit_id = plain_visit(desk)
    with desk.database.unit_of_work(Said(""), NOW) as work:
        car = work.add(Car(plate="沪A·D3517"))
        work.add(CarBooking(visit_id=visit_id, car_id=car.id))
    assert listed(desk, "D3517") == [visit_id]

    with desk.database.unit_of_work(Said(""), NOW) as work:
        work.change(work.get(Car, car.id), plate="沪B·66021")

    assert (listed(desk, "D3517"), listed(desk, "66021")) == ([], [visit_id])


def test_a_visit_that_moves_to_another_day_is_found_in_its_new_place(desk):
    first, second = visit_at(desk, NOW), visit_at(desk, NOW + DAY)
    desk.visits.change(first, NOW, arrival_at=NOW + 2 * DAY, departure_at=NOW + 3 * DAY)

    assert listed(desk, "某公司") == [first, second]
    assert desk.backups.check() == []


def test_more_visits_in_a_minute_than_have_places_are_all_found(desk, monkeypatch):
    monkeypatch.setattr(search, "SLOTS", 2)
    ids = [visit_at(desk, NOW) for _visit in range(7)]

    assert sorted(listed(desk, "某公司")) == ids
    assert desk.backups.check() == []


@pytest.mark.parametrize("typed", ["gongsi", "gs", "yxgs"])
def test_what_every_company_is_called_finds_nobody_by_its_sound(desk, typed):
    plain_visit(desk)

    assert listed(desk, typed) == []


def test_page_one_is_read_from_the_lists_index_alone(desk):
    shape = visit_list._Shape(
        searches=False, starts=False, ends=False, coming=False, standing=None, level=False, department=False
    )
    with desk.database.connection() as connection:
        compiled = visit_list._ids(shape).compile(connection.engine, compile_kwargs={"literal_binds": False})
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", (50, 0)).fetchall()

    assert [row[3] for row in plan] == ["SCAN visit USING COVERING INDEX ix_visit_list"]
