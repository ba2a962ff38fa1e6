"""Facts in free words: journeys, rooms, meetings, meals, counts, phones, names."""

from datetime import date

import pytest

from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.meal import MealKind
from reception_desk.exchange.arrangements import hotel, meals, meetings
from reception_desk.exchange.chinese_values import answer, heads, level, person_names, titles
from reception_desk.exchange.countries import country_code
from reception_desk.exchange.guest_rows import agent, named
from reception_desk.exchange.journeys import legs
from reception_desk.exchange.moments import Calendar
from reception_desk.exchange.phones import cut_phone, phone
from reception_desk.exchange.phrase import Phrase, number
from tests.exchange.form_builder import SHANGHAI, at

CALENDAR = Calendar(date(2026, 12, 8), SHANGHAI)


def leg(text, direction=Direction.ARRIVAL):
    (found,), strays = legs(text, direction, CALENDAR)
    assert strays == ""
    return found


def test_an_own_car_has_plate_time_and_place():
    found = leg("自驾 苏E·12345 2辆 12月8日 10:00到 南门")
    assert (found.carrier, found.plate, found.to_place, found.note) == (
        Carrier.OWN_CAR,
        "苏E12345",
        "南门",
        "2辆",
    )
    assert found.at == at(2026, 12, 8, 10, 0)


def test_a_flight_from_a_chat_is_read():
    found = leg("CA1301 12/15 10:35到虹桥T2")
    assert (found.carrier, found.number, found.to_place, found.terminal) == (
        Carrier.FLIGHT,
        "CA1301",
        "虹桥",
        "T2",
    )


def test_a_way_back_names_where_it_goes():
    found = leg("1月3日 下午2点高铁G7286回合肥", Direction.DEPARTURE)
    assert (found.number, found.to_place, found.at) == ("G7286", "合肥", at(2027, 1, 3, 14, 0))


def test_of_two_times_the_arriving_counts_on_the_way_here():
    assert leg("苏州北-上海虹桥 G7012 12月8日 09:12-09:42").at == at(2026, 12, 8, 9, 42)
    marked = leg("G7012 12月8日 09:12开 09:42到 上海虹桥站")
    assert (marked.at, marked.note) == (at(2026, 12, 8, 9, 42), "09:12开")


def test_the_time_of_the_other_end_is_not_taken_for_ours():
    found = leg("LH728 12月20日 10:30起飞 慕尼黑")
    assert found.at is None
    assert "10:30起飞" in found.note


def test_a_carrier_without_a_train_yet_is_a_leg():
    found = leg("飞机, 班次待定")
    assert (found.carrier, found.at, found.note) == (Carrier.FLIGHT, None, "班次待定")


def test_words_that_are_no_journey_stay_words():
    assert legs("待定", Direction.ARRIVAL, CALENDAR) == ([], "待定")


def test_two_journeys_in_one_cell_are_two_legs():
    found, strays = legs(
        "CA1301 12月8日 10:35到 虹桥T2; 其余3人 高铁 G7012 12月8日 09:42到 上海虹桥站",
        Direction.ARRIVAL,
        CALENDAR,
    )
    assert [leg.number for leg in found] == ["CA1301", "G7012"]
    assert found[1].note == "其余3人"
    assert strays == ""


@pytest.mark.parametrize(
    ("text", "out", "rooms", "kind", "note"),
    [
        ("12月8日 1晚, 单间5间, 无烟", date(2026, 12, 9), 5, "单间", "无烟"),
        ("12月8日至11日 3晚 3间", date(2026, 12, 11), 3, "", ""),
        ("12月8日-12月10日 单间2间 双间1间", date(2026, 12, 10), 3, "单间2间、双间1间", ""),
        ("12月8日，一晚，大床房两间", date(2026, 12, 9), 2, "大床房", ""),
        ("12月8日至10日 5晚 2间", date(2026, 12, 10), 2, "", "5晚"),
    ],
)
def test_rooms_are_read(text, out, rooms, kind, note):
    found = hotel(text, CALENDAR)
    assert (found.check_in, found.check_out) == (date(2026, 12, 8), out)
    assert (found.rooms, found.room_kind, found.note) == (rooms, kind, note)


def test_a_hotel_may_be_named():
    assert hotel("12月8日 2间 全季酒店虹桥店", CALENDAR).hotel == "全季酒店虹桥店"


def test_meetings_of_two_days_are_two():
    found, strays = meetings("12月8日下午2:00-4:30技术交流 302会议室；12月9日 9:00 总结会", CALENDAR)
    assert [(meeting.starts_at, meeting.ends_at, meeting.topic) for meeting in found] == [
        (at(2026, 12, 8, 14, 0), at(2026, 12, 8, 16, 30), "技术交流"),
        (at(2026, 12, 9, 9, 0), None, "总结会"),
    ]
    assert found[0].room == "302会议室"
    assert strays == ""


def test_a_meal_without_a_time_keeps_its_day_in_the_note():
    found, _strays = meals("12月8日 晚宴 12人 和平饭店; 12:00 便饭", CALENDAR)
    assert [(meal.kind, meal.starts_at, meal.heads, meal.place, meal.note) for meal in found] == [
        (MealKind.BANQUET, None, 12, "和平饭店", "2026-12-08"),
        (MealKind.WORKING, at(2026, 12, 8, 12, 0), None, "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("5人(男3 女2)", (5, 3, 2, "")),
        ("共5人，3男2女", (5, 3, 2, "")),
        ("男3人，女2人", (5, 3, 2, "")),
        ("3", (3, None, None, "")),
        ("约十人", (10, None, None, "约")),
        ("5人（含司机1人）", (5, None, None, "(含司机1人)")),
        ("未定", (None, None, None, "未定")),
    ],
)
def test_heads_are_counted(text, counts):
    found = heads(text)
    assert (found.total, found.men, found.women, found.rest) == counts


@pytest.mark.parametrize(
    ("text", "value"),
    [("一级接待", 1), ("二级", 2), ("Level 3", 3), ("VIP1", 1), ("42", None), ("A级", None)],
)
def test_levels_are_read(text, value):
    assert level(text)[0] == value


@pytest.mark.parametrize(
    ("text", "said", "more"),
    [
        ("是", Answer.YES, ""),
        ("需要, 2辆", Answer.YES, "2辆"),
        ("否", Answer.NO, ""),
        ("无需", Answer.NO, ""),
        ("是 否√", Answer.NO, ""),
        ("待定", Answer.UNCONFIRMED, ""),
        ("nothing", None, "nothing"),
    ],
)
def test_answers_have_three_states(text, said, more):
    assert answer(text) == (said, more)


@pytest.mark.parametrize(
    ("text", "number_", "extension"),
    [
        ("13812345678", "+8613812345678", ""),
        ("１３８００１３８０００", "+8613800138000", ""),
        ("138 0551 2233", "+8613805512233", ""),
        ("021-5555 0123 转 806", "+862155550123", "806"),
        ("021-62329999-801", "+862162329999", "801"),
        ("0512-6288 1234 ext. 12", "+8651262881234", "12"),
        ("400-800-1234", "+864008001234", ""),
        ("+49 89 1234567", "+49891234567", ""),
    ],
)
def test_phones_are_brought_to_one_form(text, number_, extension):
    found = phone(text)
    assert (found.number, found.extension, found.is_read) == (number_, extension, True)


@pytest.mark.parametrize("text", ["12345", "问前台", "13800138000/13900139000"])
def test_what_is_no_phone_stays_as_written(text):
    assert phone(text).number == text
    assert not phone(text).is_read


def test_a_phone_is_cut_out_of_a_sentence():
    found, rest = cut_phone("联系人小周 138 0551 2233（微信同号）")
    assert found.number == "+8613805512233"
    assert rest.startswith("联系人小周")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李思慕 (Simu Li)", ("李思慕", "Simu Li")),
        ("Simu Li（李思慕）", ("李思慕", "Simu Li")),
        ("Jürgen Brückner", ("Jürgen Brückner", "Jürgen Brückner")),
        ("Zoe Lin 林知夏", ("Zoe Lin 林知夏", "Zoe Lin")),
        ("陈䶮", ("陈䶮", "")),
    ],
)
def test_names_stay_as_written_and_latin_ones_are_known(text, names):
    assert person_names(text) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Interpreter 翻译", ("翻译", "Interpreter")),
        ("董事长/Chairman", ("董事长", "Chairman")),
        ("CEO", ("CEO", "CEO")),
        ("总经理（兼CTO）", ("总经理（兼CTO）", "")),
    ],
)
def test_titles_of_two_languages_are_two(text, expected):
    assert titles(text) == expected


def test_countries_and_regions_have_their_codes():
    told = ["德国", "中国台湾", "台湾", "中国香港", "澳门", "france", "俄罗斯籍", "UK", "火星"]
    assert [country_code(name) for name in told] == ["DE", "TW", "TW", "HK", "MO", "FR", "RU", "GB", ""]


def test_an_agent_has_a_company_a_name_and_a_phone():
    found = agent("上海瑞合贸易有限公司 代理人 仇晓 13700007777")
    assert (found.company, found.name, found.phone) == ("上海瑞合贸易有限公司", "仇晓", "+8613700007777")
    assert agent("无") is None


def test_a_name_with_a_title_is_parted():
    assert (named("欧阳喆总经理").name, named("欧阳喆总经理").title) == ("欧阳喆", "总经理")
    assert named("张总").name == "张总"


def test_chinese_numerals_count():
    assert [number(text) for text in ("两", "十", "十二", "二十", "三十五", "8")] == [2, 10, 12, 20, 35, 8]


def test_what_nobody_takes_is_left():
    phrase = Phrase("12月8日, 无烟, (朝南)")
    CALENDAR.take_date(phrase)
    assert phrase.rest == "无烟, (朝南)"


def test_a_day_that_does_not_exist_is_no_date():
    assert CALENDAR.take_date(Phrase("2026年13月45日")) is None
