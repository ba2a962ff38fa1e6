"""The itinerary with the client: sent, confirmed, and what a later change makes of it."""

import email
from datetime import timedelta
from email.policy import default

import pytest

from reception_desk.domain.edition import EditionState, Medium
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.itinerary_state import SENT, ItineraryState
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.tour import TourStop
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit

HOUR = timedelta(hours=1)


@pytest.fixture
def visit(desk):
    made = plain_visit(desk)
    desk.parts.add(ItineraryRow, made, NOW, starts_at=ARRIVAL, ends_at=ARRIVAL + HOUR, activity="欢迎")
    desk.parts.add(
        ItineraryRow, made, NOW, starts_at=ARRIVAL + HOUR, ends_at=ARRIVAL + 2 * HOUR, activity="参观"
    )
    return made


def agreed(desk, visit):
    desk.itineraries.sent(visit, NOW, Medium.MESSAGE)
    desk.itineraries.agreed(visit, NOW, Medium.PHONE, "叶知行")


def state(desk, visit):
    return desk.itineraries.now(visit).state


def test_it_goes_from_draft_to_sent_to_confirmed(desk, visit):
    assert state(desk, visit) is ItineraryState.DRAFT
    desk.itineraries.sent(visit, NOW, Medium.MESSAGE)
    assert state(desk, visit) is ItineraryState.SENT
    desk.itineraries.agreed(visit, NOW, Medium.PHONE)
    assert state(desk, visit) is ItineraryState.AGREED


def test_what_the_client_does_not_have_cannot_be_confirmed(desk, visit):
    with pytest.raises(ReceptionError):
        desk.itineraries.agreed(visit, NOW, Medium.PHONE)

    assert state(desk, visit) is ItineraryState.DRAFT


def test_a_change_after_it_was_sent_asks_to_send_it_again(desk, visit):
    desk.itineraries.sent(visit, NOW, Medium.MESSAGE)
    desk.parts.change(ItineraryRow, desk.visits.get(visit).itinerary[1].id, NOW, place="二号车间")

    assert state(desk, visit) is ItineraryState.SENT_OLD
    with pytest.raises(ReceptionError):
        desk.itineraries.agreed(visit, NOW, Medium.PHONE)


def test_the_confirmation_ticks_its_item(desk, visit):
    agreed(desk, visit)

    (item,) = [item for item in desk.preparation.of(visit) if item.code == "112"]
    assert item.state is ItemState.DONE


def test_words_for_a_chat_say_every_entry_under_its_day(desk, visit):
    lines = desk.itineraries.text(visit, "zh").splitlines()

    assert lines[:3] == ["2026年12月8日(周二)", "10:30–11:30  欢迎", "11:30–12:30  参观"]


def test_the_mail_is_a_draft_with_the_paper_and_no_line_of_its_head_can_be_forged(desk, visit):
    desk.company.change(NOW, company_name="海川\r\nBcc: somebody@example.org")

    made = email.message_from_bytes(desk.itineraries.mail(visit, NOW).eml, policy=default)

    assert made["X-Unsent"] == "1"
    assert made["Bcc"] is None
    (paper,) = made.iter_attachments()
    assert paper.get_content()[:5] == b"%PDF-"
    assert [one.edition.medium for one in desk.papers.editions(visit, NOW)] == ["mail"]


def test_a_stop_of_an_earlier_tour_is_offered_once_and_taken_over(desk, visit):
    other = plain_visit(desk)
    for _time in range(2):
        desk.parts.add(TourStop, other, NOW, place="检测室", product="干涉仪", minutes=20)
    (offered,) = desk.itineraries.stops_before(visit)

    desk.itineraries.take_stop(visit, offered.id, NOW)

    assert [(stop.product, stop.minutes) for stop in desk.visits.get(visit).tour_stops] == [("干涉仪", 20)]
    assert desk.itineraries.stops_before(visit) == []


def test_the_order_of_the_tour_is_changed(desk, visit):
    first, second = (
        desk.parts.add(TourStop, visit, NOW, place=place, position=number)
        for number, place in enumerate(("装配线", "检测室"), 1)
    )
    desk.itineraries.move_stop(second, 1, NOW)

    assert [stop.id for stop in desk.visits.get(visit).tour_stops] == [second, first]


def test_what_was_sent_last_counts_although_the_older_confirmed_one_is_true_again(desk, visit):
    agreed(desk, visit)
    row = desk.visits.get(visit).itinerary[1].id
    desk.parts.change(ItineraryRow, row, NOW, place="二号车间")
    desk.itineraries.sent(visit, NOW, Medium.MESSAGE)
    desk.parts.change(ItineraryRow, row, NOW, place="")

    assert state(desk, visit) is ItineraryState.AGREED_OLD


def test_what_is_sent_in_other_languages_replaces_what_was_sent_before(desk, visit):
    first = desk.itineraries.sent(visit, NOW, Medium.MESSAGE)
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, nationality="DE")
    desk.itineraries.sent(visit, NOW, Medium.MESSAGE)

    told = {one.edition.id: one.state for one in desk.tellings.standing(visit, SENT)}
    assert told[first] is EditionState.REPLACED


def test_the_words_to_copy_end_with_what_to_note_and_whom_to_call(desk, visit):
    desk.visits.change(visit, NOW, guest_hint="近日有雨")
    desk.company.change(NOW, desk_contact="李静", desk_phone="+862155550100")

    assert desk.itineraries.text(visit, "zh").splitlines()[-2:] == [
        "温馨提示: 近日有雨",
        "我方联系人: 李静 +862155550100",
    ]
