"""The typo guard: a name in the words of welcome that the visit does not know, or knows a little differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reception_desk.domain.visit import Visit

_COURTESY: Final = re.compile(
    "热烈|欢迎|莅临|光临|指导|参观|考察|来访|交流|洽谈|访问|检查|调研|视察|一行|各位|来宾|嘉宾|贵宾|领导|贵客|代表团|贵司|我司|我公司|"
    "公司|集团|先生|女士|小姐|工作|以及|全体|朋友|到来|前来|我们|您|们|与|和|及|等|的|暨"
)
_ENGLISH_COURTESY: Final = re.compile(
    "a|warm|welcome|our|guests?|mr|mrs|ms|miss|dr|prof|professor|and|of|the|to|from|party|delegation|we|are|"
    "honou?red|delighted|you|visitors?|dear|all"
)
_ADDRESS: Final = "总|董|工|局|处|院|校|书记|主任|经理|先生|女士|小姐|老师|教授|博士"
_CUT: Final = "\n"
_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U000323af·]+")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.-]*")
_SHORT: Final = 2


@dataclass(frozen=True)
class Doubt:
    """Something in the words that the visit does not have; `meant` is what it has instead, if anything comes near."""

    found: str
    meant: str = ""


def doubts(text: str, visit: Visit, phrases: Iterable[str] = ()) -> list[Doubt]:
    """What in the text to look at twice; `phrases` are the company's own words around the names."""
    companies = _companies(visit)
    known = sorted({name for name in (*companies, *_people(visit)) if name}, key=len, reverse=True)
    rest = _without(text, [*known, *phrases])
    for surname in {guest.person.name[:1] for guest in visit.guests if guest.person.name}:
        rest = re.sub(f"{re.escape(surname)}(?:{_ADDRESS})", _CUT, rest)
    found = [*_han_doubts(rest, known, companies), *_latin_doubts(rest, known)]
    return list(dict.fromkeys(found))


def names_to_keep_whole(visit: Visit | None) -> tuple[str, ...]:
    """Names with their titles, and the company's: a sign does not break them across lines."""
    if visit is None:
        return ()
    named = [(guest.person.name + guest.title, guest.person.name) for guest in visit.guests]
    latin = [guest.person.name_latin for guest in visit.guests]
    company = [visit.company.name, visit.company.name_latin] if visit.company else []
    return tuple(
        dict.fromkeys(name for name in (*(n for pair in named for n in pair), *latin, *company) if name)
    )


def _companies(visit: Visit) -> list[str]:
    company = visit.company
    if company is None:
        return []
    return [company.name, company.name_latin, *re.split(r"[,，;；、\n]\s*", company.aliases)]


def _people(visit: Visit) -> Iterator[str]:
    for guest in visit.guests:
        person = guest.person
        yield from (person.name, person.name_latin, guest.title, guest.title_latin, guest.salutation)


def _without(text: str, words: Iterable[str]) -> str:
    """The text with every one of the words cut out, the longest first."""
    for word in sorted(filter(None, words), key=len, reverse=True):
        text = re.sub(re.escape(word), _CUT, text, flags=re.IGNORECASE)
    return text


def _han_doubts(rest: str, known: list[str], companies: list[str]) -> Iterator[Doubt]:
    def is_shortened(stretch: str) -> bool:
        return any(stretch in name for name in companies)

    def is_end(stretch: str) -> bool:
        return any(name.endswith(stretch) for name in known)

    for piece in _HAN.findall(rest):
        left = piece
        for stretch, name in _near(piece, known):
            if stretch in left and not is_shortened(stretch):
                yield Doubt(stretch, name)
                left = left.replace(stretch, _CUT)
        for strange in _HAN.findall(_COURTESY.sub(_CUT, left)):
            if len(strange) >= _SHORT and not (is_shortened(strange) or is_end(strange)):
                yield Doubt(strange)


def _near(piece: str, known: list[str]) -> Iterator[tuple[str, str]]:
    """Stretches of the piece that differ from a name by one character."""
    for name in known:
        lengths = (len(name), len(name) + 1, len(name) - 1) if len(name) > _SHORT else (len(name),)
        for length in lengths if len(name) >= _SHORT else ():
            for start in range(len(piece) - length + 1):
                stretch = piece[start : start + length]
                if _differ_by_one(stretch, name) and not _COURTESY.fullmatch(stretch):
                    yield stretch, name


def _latin_doubts(rest: str, known: list[str]) -> Iterator[Doubt]:
    words = {word for name in known for word in _LATIN.findall(name)}
    folded = {word.casefold() for word in words}
    for word in _LATIN.findall(rest):
        plain = word.casefold().rstrip(".")
        if (
            plain in folded
            or _ENGLISH_COURTESY.fullmatch(plain)
            or not word[0].isupper()
            or len(word) < _SHORT
        ):
            continue
        yield Doubt(
            word, next((name for name in sorted(words) if _differ_by_one(plain, name.casefold())), "")
        )


def _differ_by_one(one: str, other: str) -> bool:
    """Whether one character was changed, added, lost, or changed places with its neighbour."""
    shorter, longer = sorted((one, other), key=len)
    if one == other or len(longer) - len(shorter) > 1:
        return False
    if len(shorter) < len(longer):
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) == 1:
        return True
    first, last = differing[0], differing[-1]
    swapped = last - first == 1 and len(differing) == _SHORT
    return swapped and one[first] == other[last] and one[last] == other[first]
