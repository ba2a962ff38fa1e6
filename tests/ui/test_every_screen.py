"""Every screen and section, looked at by a program: nothing is cut, everything is reached and named, in every dress.

At 1920×1080 the scales of 125 and 150 % leave 1536×864 and 1280×720 to lay out.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.edition import Choice, Medium
from reception_desk.domain.entity import Answer
from reception_desk.domain.gift import Gift
from reception_desk.domain.visit import Interpreter
from tests.ui.cut_text import cut_cells, cut_words, settle
from tests.ui.sample_desk import filled_desk, now
from tests.window import open_window
from ui.application import the_application
from ui.screens import SCREENS
from ui.screens.settings.sections import SECTIONS as SETTINGS
from ui.screens.visit.visit import SECTIONS
from ui.theme import apply_theme

SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080), "125 %": (1536, 864), "150 %": (1280, 720)}
LANGUAGES = ("zh", "en")
MOST_STEPS = 20_000


@pytest.fixture
def frame(qtbot, tmp_path):
    """The window on a desk with visits, dressed as it is at the desk."""
    apply_theme(the_application(), "light")
    desk, _visit_id = filled_desk(tmp_path / "desk", many=12)
    opened = open_window(qtbot, desk, now)
    yield opened
    opened.gestures.speak("zh")
    opened.window.close()


def every_place(frame):
    """Go to every screen, every section of a visit and of the settings, and name them."""
    visit_id = frame.desk.visits.page("恒屹")[0].id
    for place in SCREENS:
        if not place.within:
            frame.go(place.name)
            yield place.name
    for kind in SECTIONS:
        frame.show_visit(visit_id, kind.name)
        yield f"visit/{kind.name}"
    yield from _kit(frame, visit_id)
    yield from _guest(frame, visit_id)
    yield from _invitation(frame, visit_id)
    yield from _card(frame, visit_id)
    yield from _touched(frame, visit_id)
    yield from _compliance(frame, visit_id)
    yield from _settings(frame)
    frame.taking_in.open_sheet()
    yield "new visit"
    frame.taking_in.sheet.close_sheet()
    yield from _acts(frame, visit_id)
    frame.palette.open()
    yield "palette"
    frame.palette.put_away()


def _kit(frame, visit_id):
    """A material kit half out, made for fewer guests than come now."""
    frame.desk.kit.propose(visit_id, now())
    first, *_others = [one for one in frame.desk.visits.get(visit_id).materials if one.code]
    frame.desk.kit.advance(first.id, now())
    frame.desk.visits.change(visit_id, now(), heads=31)
    frame.show_visit(visit_id, "supplies")
    frame.screens["visit"].section().go_to(f"material:{first.id}")
    yield "visit/supplies with a kit"
    frame.screens["visit"].sheet.close_sheet()


def _guest(frame, visit_id):
    """Somebody from abroad who was here before, with old needs and the same gift again."""
    desk, day = frame.desk, now()
    company = desk.visits.get(visit_id).company.name
    long_ago = day - timedelta(days=700)
    before = desk.visits.new(long_ago, company=company, main_guest="Anna Weber", arrival_at=long_ago).id
    desk.guests.change(desk.visits.get(before).guests[0].id, long_ago, diet="素食", nationality="DE")
    guest_id = desk.guests.add(visit_id, "Anna Weber", day, title_latin="Technical Director")
    guest = next(one for one in desk.visits.get(visit_id).guests if one.id == guest_id)
    for visit in (before, visit_id):
        desk.parts.add(Gift, visit, day, person_id=guest.person_id, name="紫砂壶", price=800)
    desk.visits.change(visit_id, day, interpreter=Interpreter.OURS)
    frame.show_visit(visit_id, "overview")
    section = frame.screens["visit"].section()
    section.go_to("interpreter")
    yield "visit/overview, who comes along"
    section.guests.open_one(guest_id)
    yield "visit/overview, a guest"
    section.guests.sheet.gifts.open_one(desk.visits.get(visit_id).gifts[0].id)
    yield "visit/overview, a gift"
    frame.screens["visit"].sheet.close_sheet()
    frame.go("gifts")
    yield "gifts"


def _invitation(frame, visit_id):
    """The letters are there only where they are wanted."""
    desk, guest = frame.desk, frame.desk.visits.get(visit_id).guests[0]
    desk.visits.change(visit_id, now(), invitation=Answer.YES)
    desk.invitations.want(guest.id, now(), wanted=True)
    desk.invitations.write(guest.id, now(), name="GU CHONG", number="X00A00T47")
    frame.show_visit(visit_id, "invitation")
    section = frame.screens["visit"].section()
    assert section.name == "invitation"
    yield "visit/invitation with a passport"
    section.passport.paste.click()
    section.lines.text.setPlainText("P<UTO")
    yield "visit/invitation, the two lines"
    frame.screens["visit"].sheet.close_sheet()


def _touched(frame, visit_id):
    now, desk = frame.clock(), frame.desk
    stay, car = desk.visits.get(visit_id).hotel_bookings[0], desk.visits.get(visit_id).car_bookings[0]
    if stay.state is BookingState.WANTED:
        desk.bookings.advance(HotelBooking, stay.id, now)
    desk.papers.make(visit_id, "D6", Choice(car_booking_id=car.id), now, medium=Medium.PRINTER, holder="刘")
    desk.visits.change(visit_id, now, heads=9)
    desk.parts.change(HotelBooking, stay.id, now, rooms=(stay.rooms or 0) + 1)
    frame.show_visit(visit_id, "touched/first")
    yield "visit/touched with lines"


def _acts(frame, visit_id):
    frame.walking_in.open_sheet()
    frame.walking_in.entry.entry.show_more()
    yield "walk-in"
    frame.walking_in.sheet.close_sheet()
    for name in ("delay", "reschedule", "copy", "cancel"):
        frame.acts.do(name, visit_id)
        yield name
    frame.acts.sheet.close_sheet()
    for name, company in (("周海", "宁波远帆物流有限公司"), ("邓小北", "青禾包装")):
        entry_id = frame.desk.register.check_in(name, frame.clock(), company=company, card=name, heads=2)
    frame.desk.register.check_out(entry_id, frame.clock(), card_returned=False)
    for place in ("register", "today"):
        frame.go(place)
        yield f"{place} with visitors"


def _card(frame, visit_id):
    """The card for the phone: a fact, its correction, and all of it repeated."""
    frame.show_visit(visit_id)
    frame.show_card()
    yield "card"
    frame.current().large.begin_correction()
    yield "card, correcting"
    frame.current().large.end_correction()
    for one in frame.desk.read_back.facts(visit_id):
        frame.desk.read_back.confirm(visit_id, one.fact.key, frame.clock())
    frame.refresh()
    yield "card, all repeated"
    frame.leave_card()


def _compliance(frame, visit_id):
    """How the procedure was kept: of a month, of a visit, and a month without visits."""
    for place in ("month", f"visit:{visit_id}"):
        frame.go(f"compliance/{place}")
        yield f"compliance/{place}"
    frame.go("compliance/month")
    frame.current().go_on(1)
    yield "compliance, nothing"
    frame.current().go_on(0)


def _settings(frame):
    frame.go("settings")
    for place in SETTINGS:
        frame.screens["settings"].open_place(place.name)
        yield f"settings/{place.name}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.timeout(180)
def test_no_word_is_cut(frame, language):
    frame.gestures.speak(language)

    cut = {}
    for place in every_place(frame):
        for size, (width, height) in SIZES.items():
            frame.window.resize(width, height)
            if words := cut_words(frame.window) + cut_cells(frame.window):
                cut[place, size] = words

    assert cut == {}


@pytest.mark.timeout(120)
def test_everything_that_takes_the_keyboard_has_a_name(frame):
    nameless = {}
    for place in every_place(frame):
        settle()
        found = [
            f"{type(widget).__name__} {widget.objectName()}"
            for widget in frame.window.findChildren(QWidget)
            if _takes_the_keyboard(widget) and not _spoken(widget)
        ]
        if found:
            nameless[place] = found

    assert nameless == {}


@pytest.mark.timeout(180)
def test_the_keyboard_alone_reaches_everything(frame):
    unreached = {}
    for place in every_place(frame):
        settle()
        wanted = {widget for widget in frame.window.findChildren(QWidget) if _is_a_stop(widget)}
        if left := wanted - _stops(frame):
            unreached[place] = [f"{type(widget).__name__} {_spoken(widget)}" for widget in left]

    assert unreached == {}


def _stops(frame):
    """Where Tab leads from here until it comes round; lists inside are walked with arrows."""
    start = widget = QApplication.focusWidget() or frame.window
    found = {start}
    for _step in range(MOST_STEPS):
        widget = widget.nextInFocusChain()
        if widget is start:
            break
        if _is_a_stop(widget):
            found.add(widget)
    return found


def _takes_the_keyboard(widget):
    return (
        widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not widget.visibleRegion().isEmpty()
        and not isinstance(widget.parentWidget(), _inner_parents())
    )


def _is_a_stop(widget):
    return _takes_the_keyboard(widget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _inner_parents():
    from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox

    return (QAbstractItemView, QAbstractSpinBox, QComboBox)


def _spoken(widget):
    return widget.accessibleName() or getattr(widget, "text", str)() or getattr(widget, "title", str)()
