"""From the department's form to a plan that is signed off; then a flight comes three hours later (B7, 5.3)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.consequences import Concern
from reception_desk.domain.edition import Medium
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.itinerary_state import ItineraryState
from reception_desk.domain.opinion import Office, Verdict
from reception_desk.domain.read_back import Reading
from reception_desk.domain.visit import VisitState
from tests.desk import NOW
from tests.exchange.form_builder import DOMESTIC, FOREIGN
from tests.scenarios.test_an_application_comes_in import drop, wait_for_review
from tests.window import press
from ui.demo_plan import hire

HOUR = timedelta(hours=1)
MOST_FACTS = 60
CTRL = Qt.KeyboardModifier.ControlModifier


def section(frame):
    """The section of the visit that is on the screen."""
    return frame.screens["visit"].section()


def take_in(qtbot, frame, desk, form):
    """The form is dropped on the window, reviewed and saved; the visit's id."""
    drop(frame.window, form)
    wait_for_review(qtbot, frame)
    press(qtbot, frame, Qt.Key.Key_Return)
    return frame.current().visit_at_hand()


def read_all_back(qtbot, frame):
    """F6, and Enter for every fact that was repeated."""
    press(qtbot, frame, Qt.Key.Key_F6)
    card = frame.current()
    for _fact in range(MOST_FACTS):
        if card.fact() is None or card.fact().reading is Reading.CONFIRMED:
            break
        press(qtbot, frame, Qt.Key.Key_Return)
    press(qtbot, frame, Qt.Key.Key_Escape)


def plan(frame, desk, visit_id):
    """Our side by the level, the itinerary confirmed, departments told, opinions written: through the window."""
    frame.show_visit(visit_id, "plan")
    section(frame).hosts.propose.click()
    arrival = desk.visits.get(visit_id).arrival_at
    for start, what in ((0, "欢迎与介绍"), (1, "参观")):
        begins = arrival + start * HOUR
        desk.parts.add(ItineraryRow, visit_id, NOW, starts_at=begins, ends_at=begins + HOUR, activity=what)
    frame.show_visit(visit_id, "itinerary")
    section(frame).client.act.click()
    section(frame).client.act.click()
    frame.show_visit(visit_id, "plan")
    for office, person in ((Office.DEPARTMENT, "陆文昊"), (Office.TOP, "郑伯年")):
        opinions = section(frame).opinions
        opinions.open_new()
        opinions.sheet.form.fact("office").changed.emit(office)
        opinions.sheet.form.fact("person").changed.emit(person)
    section(frame).departments.propose.click()
    section(frame).departments.tell.click()


@pytest.fixture
def staffed(desk):
    """The people of the house, with departments."""
    hire(desk, NOW)
    desk.company.change(
        NOW, company_name="海川智能装备有限公司", desk_contact="李静", desk_phone="02155550100"
    )
    return desk


@pytest.mark.parametrize("form", [DOMESTIC, FOREIGN], ids=["domestic", "foreign"])
def test_a_form_becomes_a_plan_that_is_signed_off(qtbot, frame, staffed, form):
    desk = staffed
    visit_id = take_in(qtbot, frame, desk, form)
    read_all_back(qtbot, frame)
    assert desk.read_back.unread(visit_id) == []

    plan(frame, desk, visit_id)
    if form is FOREIGN:
        frame.show_visit(visit_id, "background")
        section(frame).dossier.form.fact("background").changed.emit("家族企业，第三代")
    frame.show_visit(visit_id)
    frame.screens["visit"].head.primary.click()

    visit = desk.visits.get(visit_id)
    assert visit.state is VisitState.SUBMITTED
    assert len([host for host in visit.hosts if host.is_escort]) >= 2
    assert [(one.office, one.person, one.verdict) for one in visit.opinions] == [
        (Office.DEPARTMENT, "陆文昊", Verdict.AGREES),
        (Office.TOP, "郑伯年", Verdict.AGREES),
    ]
    assert all(notice.told_at for notice in visit.department_notices)
    assert desk.itineraries.now(visit_id).state is ItineraryState.AGREED


def test_a_flight_that_comes_three_hours_later_touches_exactly_what_tells_of_it(qtbot, frame, staffed):
    desk = staffed
    visit_id = take_in(qtbot, frame, desk, FOREIGN)
    read_all_back(qtbot, frame)
    plan(frame, desk, visit_id)
    wanted = [replace(one, reason="司机认识来宾") for one in desk.papers.to_print(visit_id, NOW)]
    made = desk.papers.make_all(visit_id, wanted, NOW, medium=Medium.PRINTER)
    assert made.refused == []
    then = {paper.edition.document: dict(map(tuple, paper.edition.content)) for paper in made.made}
    assert desk.consequences.of(visit_id) == []
    flight = next(leg for leg in desk.visits.get(visit_id).legs if leg.direction == "arrival")

    frame.show_visit(visit_id, f"overview/leg:{flight.id}")
    later = flight.local_at + 3 * HOUR
    section(frame).legs.sheet.form.fact("at").changed.emit(later)

    told = f"{flight.local_at:%H:%M}"
    carries = {number for number, content in then.items() if _tells(content, told)}
    lines = desk.consequences.of(visit_id)
    assert {line.document for line in lines if line.concern is Concern.PAPER} == carries
    assert "D9" not in carries  # who is introduced to whom does not hang on a flight
    fell = {line.document for line in lines if line.concern is Concern.CONFIRMATION}
    assert fell == {"read-back", "D4-sent", "D4-agreed"}
    assert desk.itineraries.now(visit_id).state is ItineraryState.AGREED_OLD
    press(qtbot, frame, Qt.Key.Key_J, CTRL)
    assert section(frame).name == "touched"
    assert section(frame).open_count() == len([line for line in lines if not line.is_done])


def _tells(content, clock):
    """Whether a paper says that time anywhere."""
    return any(clock in value for value in content.values())
