"""Short answers of a form: 5人(男3 女2), 一级接待, 是/否, 清真, 李思慕 (Simu Li)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reception_desk.domain.entity import Answer
from reception_desk.domain.person import Gender
from reception_desk.domain.visit import Interpreter
from reception_desk.exchange.phrase import NUMBER, Phrase, narrow, number

_TICKED: Final = re.compile(r"[☑☒✔✓√■◼▣]\s*([^\s☑☒✔✓√■◼▣□☐○]+)|([^\s☑☒✔✓√■◼▣□☐○]+)\s*[√✓✔]")
_BOX: Final = re.compile(r"[□☐○☑☒✔✓√■◼▣]")
_YES: Final = re.compile(r"^(?:是的?|要|需要|需|有|可以|yes|y|✓|√|✔)(?![a-z])", re.IGNORECASE)
_NO: Final = re.compile(r"^(?:否|不是|不要|不需要?|不用|不必|没有|无需?|无|no|n|×|✗)(?![a-z])", re.IGNORECASE)
_OPEN: Final = {"未定", "待定", "未确认", "待确认", "不确定", "?", "？", "tbd", "tbc", "unknown"}
_THEIRS: Final = re.compile(
    r"(?:[对客外]方|客户|来宾|自)(?:自?带|自备|提供)|their own|own interpreter", re.IGNORECASE
)
_NOBODY: Final = re.compile(r"^(?:无需?|不需要?|不用|没有|否|none|no)(?![a-z])", re.IGNORECASE)
_OURS: Final = re.compile(r"我[方司](?:安排|提供|配)|^(?:需要?|要|是|ours|yes)(?![a-z])", re.IGNORECASE)
_INTERPRETERS: Final = (
    (_THEIRS, Interpreter.THEIRS),
    (_NOBODY, Interpreter.NONE),
    (_OURS, Interpreter.OURS),
)
_SPOKEN: Final = re.compile(
    r"[英日德法韩俄泰越][语文]|西班牙语|阿拉伯语|葡萄牙语|意大利语|English|German|French|Japanese|Korean",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(
    r"(?:level|vip|第)?\s*([1-9一二三四五六七八九])(?![\d十])\s*[级类]?\s*(?:接待|标准|规格)*", re.IGNORECASE
)
_NONE: Final = {"无", "没有", "无忌口", "无禁忌", "无特殊要求", "none", "no", "n/a", "/", "-", "—"}
_DIET: Final = re.compile(
    r"素食|吃素|纯素|清真|忌口|过敏|不吃|不食|忌食?|禁食|少(?:油|盐|辣|糖)|无麸质|糖尿病|vegetarian|vegan|halal|kosher"
    r"|allerg|gluten|no\s(?:pork|beef|seafood|nuts)",
    re.IGNORECASE,
)
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_HAN: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HAN_RUN: Final = re.compile(r"[\s()]*[\u2e80-\u9fff]+[\s()]*")
_BOTH_NAMES: Final = re.compile(r"^(?P<first>[^()]+?)\s*[(/]\s*(?P<second>[^()/]+?)\s*\)?$")


@dataclass(frozen=True)
class Heads:
    """How many come, and how many of them are men and women; `rest` is what was not understood."""

    total: int | None = None
    men: int | None = None
    women: int | None = None
    rest: str = ""


def heads(text: str) -> Heads:
    """Read `5人(男3 女2)`, `3`, `共5人，3男2女`."""
    phrase = Phrase(text)
    before = bool(phrase.find(rf"^[^男女]*{NUMBER}\s*[人位名]?\s*[男女]"))
    men, women = (_of_gender(phrase, word, number_first=before) for word in "男女")
    match = phrase.take(
        rf"(?:共|合计|总计|一行)?\s*({NUMBER})\s*(?:人|位|名|pax|persons?|people)"
    ) or phrase.take(rf"^\s*({NUMBER})\s*(?=$|\x1f|[(,，])")
    total = number(match[1]) if match else (men or 0) + (women or 0) or None
    return Heads(total, men, women, phrase.rest)


def _of_gender(phrase: Phrase, word: str, *, number_first: bool) -> int | None:
    count, kind = rf"({NUMBER})\s*[人位名]?", rf"{word}[士性宾]?"
    match = phrase.take(rf"{count}\s*{kind}" if number_first else rf"{kind}\s*:?\s*{count}")
    return number(match[1]) if match else None


def level(text: str) -> tuple[int | None, str]:
    """A level and what was added to it: `一级接待`, `二级`, `Level 2`, `□一级 ☑二级`."""
    said = ticked(narrow(text)).strip()
    found = _LEVEL.match(said)
    return (number(found[1]), said[found.end() :].strip()) if found else (None, said)


def answer(text: str) -> tuple[Answer | None, str]:
    """A three-state answer and what was added to it; `None` where it is none: `是, 2辆车`."""
    said = ticked(narrow(text)).strip()
    if said.casefold() in _OPEN or (not said and text.strip()):  # boxes, and none is ticked
        return Answer.UNCONFIRMED, ""
    for pattern, meaning in ((_NO, Answer.NO), (_YES, Answer.YES)):
        if match := pattern.match(said):
            return meaning, said[match.end() :].strip(" ,，、;；()")
    return None, said


def interpreter(text: str) -> Interpreter | None:
    """Who interprets: 对方自带, 我方安排, 无需; `None` where it does not say."""
    said = ticked(narrow(text)).strip()
    for pattern, meaning in _INTERPRETERS:
        if pattern.search(said):
            return meaning
    return None


def spoken_language(text: str) -> str:
    """The language that is interpreted: 英语 of 我方安排英语翻译; blank where none is named."""
    match = _SPOKEN.search(narrow(text))
    return match[0] if match else ""


def ticked(text: str) -> str:
    """What is ticked among the boxes of a cell; the text itself where it has no boxes."""
    if not _BOX.search(text):
        return text
    found = [before or after for before, after in _TICKED.findall(text)]
    return " ".join(found) if found else ("" if "□" in text or "☐" in text else text)


def gender(text: str) -> Gender | None:
    """Read 男, 女, M, Female, 先生; `None` where it is neither."""
    said = text.strip().casefold().rstrip(".")
    if said in {"男", "男性", "先生", "m", "male", "mr"}:
        return Gender.MALE
    if said in {"女", "女性", "女士", "小姐", "f", "female", "ms", "mrs"}:
        return Gender.FEMALE
    return None


def diet(text: str) -> str:
    """What a guest does not eat, as written; blank where none was declared (asked, and none)."""
    return "" if text.strip().casefold() in _NONE else text.strip()


def is_diet(text: str) -> bool:
    """Whether a remark speaks of food."""
    return bool(_DIET.search(text))


def names(text: str) -> tuple[str, str]:
    """A name as written and its Latin form, where there is one: `李思慕 (Simu Li)`, `Jürgen Brückner`."""
    parts = _BOTH_NAMES.match(narrow(text))
    if parts and has_han(parts["first"]) != has_han(parts["second"]):
        first, second = parts["first"].strip(), parts["second"].strip()
        return (first, second) if has_han(first) else (second, first)
    return text, text if _LATIN.search(text) and not has_han(text) else ""


def person_names(text: str) -> tuple[str, str]:
    """A person's name as written and its Latin form, also where both stand in a row: `Zoe Lin 林知夏`."""
    name, latin = names(text)
    return name, latin or (_HAN_RUN.sub(" ", name).strip() if _LATIN.search(name) else "")


def titles(text: str) -> tuple[str, str]:
    """A title and its Latin form: `Interpreter 翻译` is both, `CEO` serves as both."""
    parts = re.match(r"^([^\u2e80-\u9fff]+?)[\s/(]+([\u2e80-\u9fff][^()]*)\)?$", narrow(text)) or re.match(
        r"^([\u2e80-\u9fff]+)[\s/(]+([^\u2e80-\u9fff()]+)\)?$", narrow(text)
    )
    if parts and _LATIN.search(parts[1] if has_han(parts[2]) else parts[2]):
        first, second = parts[1].strip(), parts[2].strip()
        return (first, second) if has_han(first) else (second, first)
    return text, text if _LATIN.search(text) and not has_han(text) else ""


def has_han(text: str) -> bool:
    """Whether Chinese characters stand in a text."""
    return bool(_HAN.search(text))
