"""Legs of a journey in free words: 高铁 G7012 12月8日 09:42到 上海虹桥站, LH728 MUC-PVG, 自驾 苏E12345."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from reception_desk.domain.journey import Carrier, Direction
from reception_desk.exchange.application import FormLeg
from reception_desk.exchange.moments import CLOCK, Calendar, take_time, take_times
from reception_desk.exchange.phrase import Phrase, pieces

_TRAIN: Final = re.compile(r"(?<![A-Za-z0-9])([GDCKZSYL]\d{1,4}|T\d{2,4})次?(?![A-Za-z0-9])")
_FLIGHT: Final = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2}|[A-Z]\d|\d[A-Z])\s?(\d{3,4})(?![A-Za-z0-9])")
_PLATE: Final = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]\s?[·-]?\s?[A-Z0-9]{5,6}(?![A-Z0-9])"
)
_CODES: Final = re.compile(r"(?<![A-Za-z])([A-Z]{3})\s*(?:-+|→|>|~|/|至|到|to)\s*([A-Z]{3})(?![A-Za-z])")
_PLACE: Final = r"[\u4e00-\u9fff]{2,12}"
_ROUTE: Final = re.compile(rf"({_PLACE})\s*(?:-+|→|>|至|到)\s*({_PLACE})")
_TERMINAL: Final = re.compile(
    r"(?<![A-Za-z0-9])(T\d[A-Z]?)(?:\s*航站楼)?(?![A-Za-z0-9])|([1-4一二三四]号航站楼)", re.IGNORECASE
)
_WORDS: Final = (
    (
        Carrier.OWN_CAR,
        re.compile(r"自驾车?|自行(?:开车|驾车|前往)|自备车|self[- ]?driv\w*|own car", re.IGNORECASE),
    ),
    (Carrier.OUR_CAR, re.compile(r"我[司方]派?车|公司派?车|our car", re.IGNORECASE)),
    (Carrier.TRAIN, re.compile(r"高铁|动车|城际|火车|列车|train", re.IGNORECASE)),
    (Carrier.FLIGHT, re.compile(r"飞机|航班|乘机|flight", re.IGNORECASE)),
)
_ARRIVES: Final = re.compile(CLOCK.pattern + r"\s*(?:到达|抵达|到站|到|抵|arr\w*)", re.IGNORECASE)
_LEAVES: Final = re.compile(CLOCK.pattern + r"\s*(?:起飞|发车|出发|开车|开|发|dep\w*)", re.IGNORECASE)
_MARKS: Final = re.compile(r"(?<![\u4e00-\u9fff])(?:到达|抵达|到|抵|起飞|发车|出发|发)(?![\u4e00-\u9fff])")
_STOP: Final = re.compile(rf"(?<![\u4e00-\u9fff])({_PLACE})(?![\u4e00-\u9fff])")
_TOWARDS: Final = re.compile(rf"(?:返回|回|前往|飞往|开往|往|去)\s*({_PLACE})")
_OUT_OF: Final = re.compile(rf"[从自由]\s*({_PLACE}?)(?:出发|来|(?![\u4e00-\u9fff]))")
_NO_PLACE: Final = re.compile(r"待定|未定|不详|自理|其余|其他|(?<![火汽])车|[人乘请需等另]")
_STATION: Final = re.compile(r"(?:站|机场|码头|口岸|港|[东南西北正大侧]门|路口)$")


def legs(text: str, direction: Direction, calendar: Calendar) -> tuple[list[FormLeg], str]:
    """The legs that a cell speaks of; the text itself where it speaks of none."""
    found: list[FormLeg] = []
    strays: list[str] = []
    for piece in pieces(text):
        leg = _leg(piece, direction, calendar)
        if leg is None:
            strays.append(piece)
        else:
            found.append(leg)
    return found, "; ".join(strays)


def _leg(text: str, direction: Direction, calendar: Calendar) -> FormLeg | None:
    phrase = Phrase(text)
    plate = phrase.take(_PLATE)
    carrier, number = _carrier(phrase, plate is not None)
    day = calendar.take_date(phrase)
    at = _moment(phrase, day, direction, calendar)
    if carrier is None and at is None:
        return None
    terminal = phrase.take(_TERMINAL)
    start, end = _places(phrase, direction, has_time=at is not None)
    note = phrase.rest
    if day and at is None:
        note = f"{day:%Y-%m-%d} {note}".strip()
    return FormLeg(
        direction=direction,
        carrier=carrier or Carrier.OTHER,
        number=number,
        from_place=start,
        to_place=end,
        terminal=(terminal[1] or terminal[2]).upper() if terminal else "",
        at=at,
        plate=re.sub(r"[\s·-]", "", plate[0]) if plate else "",
        note=note,
    )


def _carrier(phrase: Phrase, has_plate: bool) -> tuple[Carrier | None, str]:  # noqa: FBT001 - private
    worded = next((carrier for carrier, pattern in _WORDS if phrase.take(pattern)), None)
    kinds = {Carrier.TRAIN: phrase.find(_TRAIN), Carrier.FLIGHT: phrase.find(_FLIGHT)}
    matches = [(match.start(), carrier, match) for carrier, match in kinds.items() if match]
    if worded in kinds:
        matches = [(start, carrier, match) for start, carrier, match in matches if carrier is worded]
    if matches:
        _start, carrier, match = min(matches, key=lambda found: found[0])
        phrase.cut(match)
        return worded or carrier, "".join(match.groups())
    return worded or (Carrier.OWN_CAR if has_plate else None), ""


def _moment(phrase: Phrase, day: date | None, direction: Direction, calendar: Calendar) -> datetime | None:
    """When a leg comes in (on the way here) or leaves; the other end's time stays in the remark."""
    if day is None:
        return None
    wanted, other = (_ARRIVES, _LEAVES) if direction is Direction.ARRIVAL else (_LEAVES, _ARRIVES)
    if match := phrase.find(wanted):
        marked = Phrase(match[0])
        if (clock := take_time(marked)) is not None:
            phrase.cut(match)
            return calendar.at(day, clock)
    if phrase.find(other):
        return None
    start, end = take_times(phrase)
    clock = end or start if direction is Direction.ARRIVAL else start
    return None if clock is None else calendar.at(day, clock)


def _places(phrase: Phrase, direction: Direction, *, has_time: bool) -> tuple[str, str]:
    """From where to where; an airport's code stands in brackets after its name."""
    codes = phrase.take(_CODES)
    route = None if codes else phrase.take(_ROUTE)
    start, end = (codes or route or ("", "", ""))[1], (codes or route or ("", "", ""))[2]
    if not start and (match := phrase.take(_OUT_OF)):
        start = match[1]
    if not end and (match := phrase.take(_TOWARDS)):
        end = match[1]
    if route or not has_time:
        return start, end
    phrase.take(_MARKS)
    stops = [stop for stop in phrase.find_all(_STOP) if not _NO_PLACE.search(stop[1])]
    if not stops:
        return start, end
    stop = next((stop for stop in stops if _STATION.search(stop[1])), stops[-1])
    phrase.cut(stop)
    if direction is Direction.ARRIVAL:
        end = f"{stop[1]} ({end})" if end else stop[1]
    else:
        start = f"{stop[1]} ({start})" if start else stop[1]
    return start, end
