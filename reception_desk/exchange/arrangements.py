"""Rooms, meetings and meals in free words, as a form asks for them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from reception_desk.domain.meal import MealKind
from reception_desk.exchange.application import FormHotel, FormMeal, FormMeeting
from reception_desk.exchange.moments import Calendar, take_times
from reception_desk.exchange.phrase import NUMBER, Phrase, number, pieces

_NIGHTS: Final = re.compile(rf"(?:共|住)?\s*({NUMBER})\s*(?:晚|夜|nights?)", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\x1f\s*(?:-|~|至|到)\s*")
_KIND: Final = r"单人?间|双人?间|大床房|双床房|标准?间|标准房|套房|套间|豪华间|商务间|单|双"
_ROOMS: Final = re.compile(
    rf"({_KIND})\s*[x×*]?\s*({NUMBER})\s*间?|({NUMBER})\s*间\s*({_KIND})?|({NUMBER})\s*(?:rooms?)",
    re.IGNORECASE,
)
_HOTEL: Final = re.compile(r"[\u4e00-\u9fffA-Za-z·]+(?:酒店|宾馆|国际饭店)(?:[\u4e00-\u9fff]{1,6}店)?")
_ROOM: Final = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9#]*(?:会议室|会客室|接待室|贵宾室|洽谈室|报告厅|多功能厅)[0-9A-Za-z]*"
)
_OURS: Final = re.compile(
    rf"(?:我[方司]|公司)\s*(?:参会|参加|出席|陪同)?\s*(?:人数)?\s*:?\s*({NUMBER})\s*(?:人|位)", re.IGNORECASE
)
_NEEDS: Final = re.compile(r"(?<!无)(?:需要?|请?准备|要求)\s*:?\s*(.+)$", re.DOTALL)
_MEAL_KINDS: Final = (
    (
        MealKind.WORKING,
        re.compile(r"工作餐|便餐|便饭|简餐|盒饭|食堂用餐|working (?:lunch|dinner|meal)", re.IGNORECASE),
    ),
    (
        MealKind.BANQUET,
        re.compile(r"(?:商务|欢迎|答谢)?(?:宴请|晚宴|午宴|宴会)|欢迎宴|banquet", re.IGNORECASE),
    ),
)
_EATERS: Final = re.compile(rf"(?:共|约)?\s*({NUMBER})\s*(?:人|位|pax|persons?|people)(?!间)", re.IGNORECASE)
_EATING_PLACE: Final = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9·]*(?:餐厅|食堂|酒店|酒楼|饭店|饭馆|包厢|包间|餐馆)[\u4e00-\u9fffA-Za-z0-9]*"
)


def hotel(text: str, calendar: Calendar) -> FormHotel | None:
    """Rooms: `12月8日 1晚, 单间5间, 无烟`, `12月20日至23日 3晚 3间`; nothing understood gives `None`."""
    phrase = Phrase(text)
    check_in = calendar.take_date(phrase)
    check_out = _check_out(phrase, check_in, calendar)
    rooms, kind = _rooms(phrase)
    house = phrase.take(_HOTEL)
    if not (check_in or rooms or house):
        return None
    return FormHotel(
        hotel=house[0] if house else "",
        check_in=check_in,
        check_out=check_out,
        rooms=rooms,
        room_kind=kind,
        note=phrase.rest,
    )


def _check_out(phrase: Phrase, check_in: date | None, calendar: Calendar) -> date | None:
    if check_in is None:
        return None
    until = None
    if phrase.find(_UNTIL):
        until = calendar.take_date(phrase) or calendar.take_day(phrase, check_in)
        phrase.take(r"(?<=\x1f)\s*(?:-|~|至|到)\s*(?=\x1f)")
    nights = phrase.find(_NIGHTS)
    counted = check_in + timedelta(days=number(nights[1])) if nights else None
    if nights and (
        until is None or until == counted
    ):  # a count that contradicts the dates stays in the remark
        phrase.cut(nights)
    return until or counted


def _rooms(phrase: Phrase) -> tuple[int | None, str]:
    found = []
    while match := phrase.take(_ROOMS):
        found.append((match[1] or match[4] or "", number(match[2] or match[3] or match[5])))
    if not found:
        return None, ""
    kinds = [(kind, count) for kind, count in found if kind]
    said = (
        kinds[0][0] if len(found) == 1 and kinds else "、".join(f"{kind}{count}间" for kind, count in kinds)
    )
    return sum(count for _kind, count in found), said


def meetings(text: str, calendar: Calendar) -> tuple[list[FormMeeting], str]:
    """Meetings: `12月8日 14:00-16:30 第一会议室, 我方参会8人, 需投影、席卡`; and what is none."""
    found: list[FormMeeting] = []
    strays: list[str] = []
    day = None
    for piece in pieces(text):
        phrase = Phrase(piece)
        given = calendar.take_date(phrase)
        day = given or day
        start, end = take_times(phrase) if day else (None, None)
        room, ours = phrase.take(_ROOM), phrase.take(_OURS)
        if start is None and room is None and ours is None:
            strays.append(piece)
            continue
        needs = phrase.take(_NEEDS)
        undated = f"{given:%Y-%m-%d} " if given and start is None else ""
        found.append(
            FormMeeting(
                starts_at=calendar.at(day, start) if day and start else None,
                ends_at=calendar.at(day, end) if day and end and start and end >= start else None,
                room=room[0] if room else "",
                topic=f"{undated}{phrase.rest}".strip(),
                our_heads=number(ours[1]) if ours else None,
                needs=needs[1].strip() if needs else "",
            )
        )
    return found, "; ".join(strays)


def meals(text: str, calendar: Calendar) -> tuple[list[FormMeal], str]:
    """Meals: `12月8日 12:00 工作餐 10人; 18:30 宴请 12人`; and what is none."""
    found: list[FormMeal] = []
    strays: list[str] = []
    day = None
    for piece in pieces(text):
        phrase = Phrase(piece)
        given = calendar.take_date(phrase)
        day = given or day
        start, end = take_times(phrase) if day else (None, None)
        kind = next((kind for kind, pattern in _MEAL_KINDS if phrase.take(pattern)), None)
        eaters = phrase.take(_EATERS)
        if start is None and kind is None and eaters is None:
            strays.append(piece)
            continue
        place = phrase.take(_EATING_PLACE)
        extras = [
            f"{given:%Y-%m-%d}" if given and start is None else "",
            f"-{end:%H:%M}" if end else "",
            phrase.rest,
        ]
        found.append(
            FormMeal(
                kind=kind or MealKind.OTHER,
                starts_at=calendar.at(day, start) if day and start else None,
                place=place[0] if place else "",
                heads=number(eaters[1]) if eaters else None,
                note=" ".join(extra for extra in extras if extra),
            )
        )
    return found, "; ".join(strays)
