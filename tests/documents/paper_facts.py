"""Facts for paper, built by hand, and eyes that read the PDF again."""

from __future__ import annotations

import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pypdfium2
from PIL import Image, ImageDraw

from reception_desk.documents.hand_out import House, PaperFacts
from reception_desk.documents.notices import notices_of
from reception_desk.domain.checklist import parse_checklist
from reception_desk.domain.company import Company
from reception_desk.domain.edition import Stamp
from reception_desk.domain.guest import Guest
from reception_desk.domain.house_lists import parse_lists
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.lead_times import parse_lead_times
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from reception_desk.domain.passport import OpenPassport, Passport
from reception_desk.domain.person import Person
from reception_desk.domain.plan import plan
from reception_desk.domain.preparation import PreparationItem
from reception_desk.domain.sign import Charset, Colours, Sign
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.working_days import WorkingDays
from reception_desk.resources import resource

SHANGHAI = ZoneInfo("Asia/Shanghai")
PRINTED = datetime(2026, 12, 5, 10, 0, tzinfo=SHANGHAI)
OPEN = OpenPassport(name="DOE JANE", number="X00A00T47", birth=date(1974, 8, 12))
SEALED = {
    "sealed_name": "v1:a",
    "sealed_number": "v1:b",
    "sealed_birth": "v1:c",
    "mark": "0123456789abcdef0123",
}
PHONE, FLIGHT = "+8613900001111", "MU5101"


def logo() -> bytes:
    """A small sign in two greys."""
    image = Image.new("RGBA", (300, 80), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((4, 4, 76, 76), fill=(60, 60, 60, 255))
    ImageDraw.Draw(image).rectangle((100, 24, 296, 56), fill=(60, 60, 60, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


HOUSE = House(name="海川智能装备有限公司", name_en="Haichuan Smart Equipment Co., Ltd.")


def guest_of(visit, name, latin="", *, main=False, title="", title_latin="", nationality="", id_=1):
    """A guest, with a phone that no placard may show."""
    guest = Guest(visit_id=1, person_id=1, title=title, title_latin=title_latin, is_main=main)
    guest.id = id_
    guest.person = Person(name=name, name_latin=latin, nationality=nationality, phone=PHONE)
    visit.guests = [*visit.guests, guest]
    return guest


def sample_visit(name="顾翀", latin="Gu Chong", *, company="苏州恒屹精密机械有限公司", nationality=""):
    """A visit of level 1 with two meetings, flown in."""
    visit = Visit(number="2026-0001", checklist_id=1)
    visit.arrival_at = datetime(2026, 12, 8, 10, 30, tzinfo=SHANGHAI)
    visit.departure_at = datetime(2026, 12, 9, 16, 0, tzinfo=SHANGHAI)
    visit.received_at = datetime(2026, 11, 20, 9, 0, tzinfo=SHANGHAI)
    visit.level, visit.heads = 1, 5
    visit.company = Company(
        name=company, name_latin="Suzhou Hengyi Precision Machinery Co., Ltd.", phone=PHONE
    )
    visit.guests = []
    guest_of(visit, name, latin, main=True, title="董事长", title_latin="Chairman", nationality=nationality)
    visit.legs = [Leg(visit_id=1, carrier=Carrier.FLIGHT, direction=Direction.ARRIVAL, number=FLIGHT)]
    visit.legs[0].at = visit.arrival_at
    visit.meetings = [
        Meeting(visit_id=1, topic="技术交流", starts_at=visit.arrival_at),
        Meeting(visit_id=1, topic="商务洽谈", starts_at=visit.departure_at),
    ]
    for number, meeting in enumerate(visit.meetings, 1):
        meeting.id = number
    visit.meals, visit.hotel_bookings, visit.items = [], [], []
    visit.messages = [words_of_welcome(text_en="A warm welcome to Mr. Gu Chong, Chairman")]
    return visit


def ticked(code, by="李敏", when=PRINTED):
    """An item that is done."""
    item = PreparationItem(visit_id=1, code=code)
    item.check_off(by, when, when)
    return item


def left_out(code, reason):
    """An item that does not apply."""
    item = PreparationItem(visit_id=1, code=code)
    item.leave_out("李敏", PRINTED, PRINTED, reason)
    return item


def facts_of(visit, house=HOUSE):
    """The visit with its preparation by the standard checklist."""
    text = resource("templates", "checklists", "standard.toml").read_text(encoding="utf-8")
    planned = plan(visit, parse_checklist(text), WorkingDays())
    notices = notices_of(visit, [lobby_sign()], lead_times())
    passports = {guest.person_id: Passport(person_id=guest.person_id, **SEALED) for guest in visit.guests}
    return PaperFacts(
        visit=visit,
        plan=planned,
        notices=notices,
        house=house,
        lists=lists(),
        passports=passports,
        opened=lambda _: OPEN,
        nearby=places(),
    )


def places():
    """What is around an invented company."""
    return (
        NearbyPlace(
            name="云帆购物中心",
            name_latin="Yunfan Shopping Centre",
            kind=PlaceKind.SHOPPING,
            distance="步行 10 分钟",
            distance_en="10 minutes on foot",
            hours="10:00-22:00",
            phone="+8651255500132",
            address="湖滨路 60 号",
            address_en="60 Hubin Road",
            note="一楼有丝绸和茶叶",
            note_en="Silk and tea on the ground floor",
        ),
        NearbyPlace(name="湖滨步道", kind=PlaceKind.LEISURE, distance="步行 5 分钟"),
    )


def lists():
    """The standard ones."""
    return parse_lists(resource("templates", "lists.toml").read_text(encoding="utf-8"))


def lobby_sign():
    """The sign that the sample's words are for."""
    sign = Sign(name="一楼大堂条屏", width=192, height=32, colours=Colours.MONO, charset=Charset.GBK)
    sign.id = 1
    return sign


def lead_times():
    """The standard ones."""
    return parse_lead_times(resource("templates", "lead_times.toml").read_text(encoding="utf-8"))


def words_of_welcome(text="热烈欢迎苏州恒屹精密机械有限公司\n顾翀董事长一行", text_en="", *, id_=1, **facts):
    """Words that somebody has checked."""
    message = WelcomeMessage(visit_id=1, sign_id=1, text=text, text_en=text_en, **facts)
    message.id = id_
    message.mark_checked("李敏", PRINTED)
    return message


def stamp_of(document="D25", revision=2):
    """A stamp of the sample visit."""
    return Stamp(
        document=document, revision=revision, visit_number="2026-0001", printed=PRINTED, code="K7QF2M"
    )


def pages_of(pdf):
    """The text of each page, as a reader would copy it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def bare(text):
    """The text without any white space."""
    return "".join(text.split())


def ink_of(pdf, dpi=100):
    """The boxes of ink of the first page, from top to bottom, in mm: (left, top, right, bottom) of the whole."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = (
            document[0]
            .render(scale=dpi / 72)
            .to_pil()
            .convert("L")
            .point(lambda grey: 255 if grey < 128 else 0)
        )
    finally:
        document.close()
    return tuple(edge * 25.4 / dpi for edge in image.getbbox())
