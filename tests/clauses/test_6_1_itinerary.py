"""6.1 Itinerary and tour: A4.1, A4.3, A4.4 and the interests of A2.2, at the desk and on the screen."""

from datetime import timedelta

import pytest

from reception_desk.domain.edition import Medium
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.itinerary_density import holes
from reception_desk.domain.itinerary_state import ItineraryState
from reception_desk.domain.tour import TourStop
from reception_desk.domain.tour_time import appeals, interest_words
from tests.desk import ARRIVAL, NOW, plain_visit
from ui.screens.visit.visit import VisitScreen

HOUR, MINUTES = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def visit(desk):
    made = plain_visit(desk)
    for start, what in ((0, "欢迎"), (1, "会谈"), (2, "参观")):
        begins = ARRIVAL + start * HOUR
        desk.parts.add(ItineraryRow, made, NOW, starts_at=begins, ends_at=begins + HOUR, activity=what)
    return made


@pytest.fixture
def section(qtbot, desk, clock, visit):
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.show_visit(visit, "itinerary")
    return screen.section()


def test_A4_1_editing_a_confirmed_row_flips_the_state_and_lists_it(desk, visit):
    desk.itineraries.sent(visit, NOW, Medium.MAIL)
    desk.itineraries.agreed(visit, NOW, Medium.MAIL)
    row = desk.visits.get(visit).itinerary[2]
    desk.parts.change(ItineraryRow, row.id, NOW, place="二号车间")

    now = desk.itineraries.now(visit)

    assert now.state is ItineraryState.AGREED_OLD
    (change,) = now.changes
    assert "参观" in change.words
    assert "二号车间" in change.words


def test_A4_1_the_screen_goes_from_draft_to_confirmed_by_its_primary_button(section, desk, visit):
    section.client.act.click()
    section.client.act.click()

    assert desk.itineraries.now(visit).state is ItineraryState.AGREED
    assert not section.client.act.isVisibleTo(section)


def test_A4_1_a_sent_itinerary_that_has_changed_is_told_old_on_the_screen(section, desk, visit):
    section.client.act.click()
    desk.parts.change(ItineraryRow, desk.visits.get(visit).itinerary[0].id, NOW, activity="欢迎与合影")
    section.show_visit(visit)

    assert desk.itineraries.now(visit).state is ItineraryState.SENT_OLD
    assert section.client.changes.isVisibleTo(section)


def test_A4_3_a_tour_that_takes_longer_than_its_time_is_red_with_the_minutes(section, desk, visit):
    desk.parts.change(ItineraryRow, desk.visits.get(visit).itinerary[2].id, NOW, is_tour=True)
    desk.parts.add(TourStop, visit, NOW, place="装配线", minutes=75)
    section.show_visit(visit)

    assert "15" in next(line.words for line in section.tour.time._shown)
    assert [line.colour for line in section.tour.time._shown] == ["late"]


def test_A4_4_a_hole_of_45_minutes_is_listed_for_a_foreign_visit_only(desk, visit):
    rows = desk.visits.get(visit).itinerary
    desk.parts.change(ItineraryRow, rows[0].id, NOW, ends_at=rows[0].ends_at - 45 * MINUTES)
    assert holes(desk.visits.get(visit), 30) == []

    desk.visits.change_company(visit, NOW, country="DE")

    found = holes(desk.visits.get(visit), 30)
    assert next((f"{hole.starts:%H:%M}", f"{hole.ends:%H:%M}", hole.minutes) for hole in found) == (
        "10:45",
        "11:30",
        45,
    )


def test_A2_2_stops_are_found_by_what_the_client_is_interested_in(desk, visit):
    desk.visits.change_company(visit, NOW, interests="五轴，交期")
    for product in ("五轴加工中心 V8", "激光干涉仪"):
        desk.parts.add(TourStop, visit, NOW, product=product)

    read = desk.visits.get(visit)
    wanted = interest_words(read.company.interests)

    assert [stop.product for stop in read.tour_stops if appeals(stop, wanted)] == ["五轴加工中心 V8"]


def test_A4_1_who_confirmed_and_how_is_kept_and_a_change_says_confirm_again(section, desk, visit):
    section.client.act.click()
    section.client.whom.set_value("叶知行")
    section.client.medium.set_value(Medium.PHONE)
    section.client.act.click()

    kept = desk.itineraries.now(visit).agreed.edition
    assert (kept.holder, kept.medium) == ("叶知行", Medium.PHONE)

    desk.parts.change(ItineraryRow, desk.visits.get(visit).itinerary[0].id, NOW, place="大堂")
    section.show_visit(visit)
    assert section.client.steps[2].text() == "待重新确认"


def test_A4_1_a_draft_that_cannot_be_saved_leaves_no_paper_behind(section, desk, visit, tmp_path):
    section.client.save_mail(tmp_path / "not there")

    (paper,) = desk.papers.editions(visit, NOW)
    assert paper.edition.withdrawn_at is not None
