"""How a fact is spoken on the phone: numbers in groups, flights letter by letter, days with their weekday (5.2)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from reception_desk.domain.name_explained import explained
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.pronunciation import is_chinese, proposed
from reception_desk.domain.read_back import Kind, ReadBackFact, Unread
from reception_desk.i18n import words

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NOON: Final = 12
_PARTS_OF_THE_DAY: Final = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))
_DIGITS: Final = dict(zip("0123456789", "零幺二三四五六七八九", strict=True))  # 幺: 一 is heard as 七


def aloud(fact: ReadBackFact, language: str) -> str:
    """What is said first and written largest: the name, `139 0000 1111`, `M U 5 1 0 1`, the day and time."""
    match fact.kind:
        case Kind.NAME:
            preferred, other = ("en", "zh") if language == "en" else ("zh", "en")
            return fact.value(f"name/{preferred}") or fact.value(f"name/{other}")
        case Kind.PHONE:
            return phone_aloud(fact.value("phone"), fact.value("phone/extension"), language)
        case Kind.NUMBER:
            return spelled(fact.value("number"))
        case Kind.MOMENT:
            return moment_aloud(datetime.fromisoformat(fact.content[0][1]), language)


def aloud_lines(fact: ReadBackFact, language: str) -> list[str]:
    """The same in lines: the day of a moment above its time."""
    said = aloud(fact, language)
    if fact.kind is not Kind.MOMENT:
        return [said]
    day, _space, time = said.rpartition(", " if language == "en" else " ")
    return [day, time]


def aloud_briefly(fact: ReadBackFact, language: str) -> str:
    """The same for a list: an English day by its first letters."""
    if fact.kind is not Kind.MOMENT or language != "en":
        return aloud(fact, language)
    day, time = aloud_lines(fact, language)
    weekday, number, month = day.split()
    return f"{weekday[:3]} {number} {month[:3]}, {time}"


def beside(fact: ReadBackFact, language: str) -> list[str]:
    """What helps to say it, line by line: title, other name, how it sounds, which characters, digits in words."""
    match fact.kind:
        case Kind.NAME:
            lines = _beside_name(fact, language)
        case Kind.PHONE:
            lines = [in_digits(phone_words(fact.value("phone")))] if language == "zh" else []
        case Kind.NUMBER:
            lines = [in_digits(spelled(fact.value("number")))] if language == "zh" else []
        case Kind.MOMENT:
            lines = [f"{datetime.fromisoformat(fact.content[0][1]):%Y-%m-%d %H:%M}"]
    return [line for line in lines if line]


def _beside_name(fact: ReadBackFact, language: str) -> list[str]:
    said, zh, latin = aloud(fact, language), fact.value("name/zh"), fact.value("name/en")
    preferred, other = ("en", "zh") if language == "en" else ("zh", "en")
    title = fact.value(f"title/{preferred}") or fact.value(f"title/{other}")
    second = latin if said == zh else zh
    of_a_person = fact.guest_id is not None
    characters = fact.explained or (explained(zh) if of_a_person else "")
    letters = latin or ("" if is_chinese(zh) else zh)
    letters = spelled(letters) if of_a_person and not characters else ""
    sound = fact.pronunciation or (proposed(zh) if of_a_person else "")
    return [title, second if second != said else "", sound, characters or letters]


def spelled(text: str) -> str:
    """Letter by letter: `M U 5 1 0 1`; a word of a name apart from the next by a dot."""
    return " · ".join(" ".join(word.upper()) for word in text.split())


def in_digits(text: str) -> str:
    """Every digit as Chinese people say it on the phone, so that no two sound alike: `M U 五 幺 零 幺`."""
    return "".join(_DIGITS.get(character, character) for character in text)


def phone_aloud(number: str, extension: str, language: str) -> str:
    """In the groups in which it is said: 3-4-4 for a mobile of ours, by its country's habit for one from abroad."""
    said = phone_words(number)
    return f"{said} {words(language)('ext.')} {extension}" if extension else said


def moment_aloud(moment: datetime, language: str) -> str:
    """`12月8日 星期二 上午10:30`, `Tuesday 8 December, 10:30 am`; midnight and noon have a word of their own."""
    hour, minute = moment.hour, f"{moment:%M}"
    twelve = hour % _NOON or _NOON
    if language == "en":
        half = "am" if hour < _NOON else "pm"
        return f"{_DAYS[moment.weekday()]} {moment.day} {_MONTHS[moment.month - 1]}, {twelve}:{minute} {half}"
    part = next(word for until, word in _PARTS_OF_THE_DAY if hour < until)
    shown = hour if hour < _NOON else twelve
    day = "一二三四五六日"[moment.weekday()]
    return f"{moment.month}月{moment.day}日 星期{day} {part}{shown}:{minute}"


def briefly(unread: Unread) -> str:
    """A value as it stands in one line among others."""
    if unread.kind is Kind.PHONE:
        return phone_words(unread.value)
    if unread.kind is Kind.MOMENT:
        moment = datetime.fromisoformat(unread.value)
        return f"{moment.month}/{moment.day} {moment:%H:%M}"
    return unread.value
