"""How D1, the welcome sign, is drawn: one landscape page, the greeting and the names as large as they go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from reception_desk.documents import house_style as style
from reception_desk.documents.clean import clean
from reception_desk.documents.fonts import Weight, width
from reception_desk.documents.hand_out import HandOut, House, grouped, spoken
from reception_desk.documents.large_type import LargeType, in_lines, pieces_of
from reception_desk.documents.moments import plain_day
from reception_desk.documents.own_words import Speaker
from reception_desk.documents.sheets import single_sheet, tiled_sheets
from reception_desk.documents.welcome_sign import TWO_A4
from reception_desk.domain.edition import Choice, Content
from reception_desk.i18n import N_

Cells = Mapping[str, Mapping[str, str]]
_TITLE_PART: Final = re.compile(r"[^、，,/]+[、，,/]?\s*")
_FIRST_OF_THE_EAST: Final = "\u2e80"
_LONGEST_BESIDE: Final = {"zh": 8, "en": 20}  # a longer title stands on lines of its own
_LONGEST_PIECE: Final = 18


def draw(paper: HandOut, content: Content, choice: Choice, house: House) -> bytes:
    """One landscape page: the logo, the greeting, the names."""
    cells = {
        about: {part: clean(value) for part, value in parts.items()}
        for about, parts in grouped(content).items()
    }
    company, name = (next(iter(cells[about].values())) for about in ("company", "name"))
    title = " ".join(filter(None, [paper.name(choice.language), company or name]))
    paint = partial(
        _paint, cells=cells, languages=spoken(choice.language), logo=house.logo, says=house.says(paper.number)
    )
    if choice.paper == TWO_A4:
        return tiled_sheets(paint, title=title, language=choice.language)
    return single_sheet(paint, paper=choice.paper, title=title, language=choice.language)


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A text of the sign: the pieces that are not broken, its share of the height, the air above it."""

    pieces: list[str]
    share: float
    air: float = 1.0
    is_greeting: bool = False
    is_link: bool = False
    is_second: bool = False  # it begins what is said in the other language

    @property
    def is_name(self) -> bool:
        """Whether it says who is welcomed."""
        return not (self.is_greeting or self.is_link)


def _parts(cells: Cells, languages: tuple[str, ...], says: Speaker) -> list[_Part]:
    if languages == ("zh",):
        return [_greeting("zh", says, 1.0), *_chinese(cells, says("zh"), 1.0)]
    if languages == ("en",):
        return [_greeting("en", says, 1.0), *_english(cells, says("en"), 1.0)]
    if not _is_known_by_one_name(cells):
        chinese, english = _chinese(cells, says("zh"), 0.5), _english(cells, says("en"), 0.4)
        second = replace(_greeting("en", says, 0.4, air=2.6), is_second=True)
        return [_greeting("zh", says, 0.5), *chinese, second, *english]
    names = cells["name"]["zh"] or cells["company"]["zh"]
    both = [_greeting("zh", says, 0.75), _greeting("en", says, 0.6, air=0.7)]
    return both + (
        _english(cells, says("en"), 0.75)
        if max(names) < _FIRST_OF_THE_EAST
        else _chinese(cells, says("zh"), 0.75)
    )


def _is_known_by_one_name(cells: Cells) -> bool:
    """Whether the other language would only say the same names again, and no title of its own."""
    named = [cells[about] for about in ("company", "name") if any(cells[about].values())]
    told = [*named, *([cells["title"]] if any(cells["name"].values()) else [])]
    return bool(named) and all(texts["zh"] == texts["en"] for texts in told)


def _greeting(language: str, says: Speaker, scale: float, *, air: float = 1.0) -> _Part:
    text = says(language)(N_("A warm welcome to"))
    share = (0.2 if language == "zh" else 0.13) * scale
    return _Part(pieces=[text], share=share, air=air, is_greeting=True)


def _chinese(cells: Cells, say: Callable[[str], str], scale: float) -> list[_Part]:
    company, name, title = (cells[about]["zh"] for about in ("company", "name", "title"))
    parts = []
    if company:
        parts.append(_Part(pieces=pieces_of(company, is_name=False), share=0.27 * scale, air=1.2))
    if not name:
        return [*parts, _Part(pieces=[say(N_("our guests"))], share=0.27 * scale)]
    party = say(N_("and party")) if cells["party"][""] else ""
    if len(title) <= _LONGEST_BESIDE["zh"]:
        name += _gap(name, title) + title
        pieces = pieces_of(name + _gap(name, party) + party, is_name=True)
        return [*parts, _Part(pieces=pieces, share=0.3 * scale)]
    parts.append(_Part(pieces=pieces_of(name, is_name=True), share=0.22 * scale))
    title = title + _gap(title, party) + party
    return [*parts, _Part(pieces=_title_pieces(title), share=0.22 * scale, air=0.7)]


def _title_pieces(title: str) -> list[str]:
    """A long title parts at its commas, elsewhere only where it must."""
    parts = _TITLE_PART.findall(title)
    long = (part for part in parts if len(part) > _LONGEST_PIECE)
    return pieces_of(title, is_name=False) if any(long) else parts


def _gap(before: str, after: str) -> str:
    """The space of Chinese words beside Latin ones."""
    return " " if before and after and min(before[-1], after[0]) < _FIRST_OF_THE_EAST else ""


def _english(cells: Cells, say: Callable[[str], str], scale: float) -> list[_Part]:
    company, name, title = (cells[about]["en"] for about in ("company", "name", "title"))
    if len(title) <= _LONGEST_BESIDE["en"]:
        named = ", ".join(filter(None, (name, title))) if name else say(N_("our guests"))
        parts = [_Part(pieces=pieces_of(named, is_name=False), share=0.26 * scale, air=1.2)]
    else:
        parts = [
            _Part(pieces=pieces_of(name, is_name=False), share=0.2 * scale, air=1.2),
            _Part(pieces=pieces_of(title, is_name=False), share=0.14 * scale, air=0.7),
        ]
    link = say(N_("and the delegation from")) if cells["party"][""] else ""
    if company and (link := link if name else say(N_("from"))):
        parts.append(_Part(pieces=[link], share=0.075 * max(scale, 0.6), is_link=True))
    if company:
        parts.append(_Part(pieces=pieces_of(company, is_name=False), share=0.22 * scale))
    return parts


def _paint(
    canvas: Canvas,
    wide: float,
    high: float,
    *,
    cells: Cells,
    languages: tuple[str, ...],
    logo: bytes | None,
    says: Speaker,
) -> None:
    edge = style.SIGN_EDGE * wide
    top, foot = high - edge, edge
    for y, outwards in ((high - edge, 1), (edge, -1)):
        _rules(canvas, wide, y, outwards)
    top -= style.SIGN_AIR * wide
    foot += style.SIGN_AIR * wide
    if logo:
        image, logo_wide, logo_high = style.logo_within(
            logo, (style.SIGN_LOGO[0] * wide, style.SIGN_LOGO[1] * wide)
        )
        top -= logo_high
        canvas.drawImage(image, (wide - logo_wide) / 2, top, logo_wide, logo_high, mask="auto")
    day, day_foot = cells.get("date", {}).get("", ""), foot
    foot += style.SIGN_DATE * wide if day else 0
    parts = _parts(cells, languages, says)
    texts = _set(parts, (wide - 2 * edge, top - foot))
    air = (top - foot - sum(text.height for text in texts)) / (sum(part.air for part in parts) + 1)
    for part, text in zip(parts, texts, strict=True):
        top -= part.air * air
        if part.is_second:
            _short_rule(canvas, wide / 2, top + part.air * air / 2, style.SIGN_EDGE * wide)
        canvas.setFillColor(style.SIGN_ACCENT if part.is_greeting else style.INK)
        _centred(canvas, wide / 2, top, text)
        top -= text.height
    if day:
        said = "    ".join(plain_day(date.fromisoformat(day), one) for one in languages)
        _quiet(canvas, wide / 2, day_foot, said, style.SIGN_DATE * wide)


def _rules(canvas: Canvas, wide: float, y: float, outwards: int) -> None:
    """A strong rule and a fine one inside it, as on the title page of a book."""
    edge, strong = style.SIGN_EDGE * wide, style.SIGN_RULE * wide
    canvas.setStrokeColor(style.SIGN_ACCENT)
    for width_of_it, away in ((strong, 0.0), (strong / 4, 2.2 * strong)):
        canvas.setLineWidth(width_of_it)
        canvas.line(edge, y - outwards * away, wide - edge, y - outwards * away)


def _short_rule(canvas: Canvas, centre: float, y: float, half: float) -> None:
    """What parts the two languages."""
    canvas.setStrokeColor(style.SIGN_ACCENT)
    canvas.setLineWidth(style.RULE)
    canvas.line(centre - half, y, centre + half, y)


def _set(parts: list[_Part], room: tuple[float, float]) -> list[LargeType]:
    """Each text as large as it goes with air around it; a greeting never as large as the largest name."""
    texts = [in_lines(part.pieces, (room[0], room[1] * part.share)) for part in parts]
    largest = max(text.size for part, text in zip(parts, texts, strict=True) if part.is_name)
    limits = [
        largest * (style.SIGN_GREETING if part.is_greeting else 1.0 if part.is_name else style.SIGN_LINK)
        for part in parts
    ]
    texts = [replace(text, size=min(text.size, limit)) for text, limit in zip(texts, limits, strict=True)]
    filled = sum(text.height for text in texts) / (room[1] * style.SIGN_FILLED)
    return [replace(text, size=text.size / filled) for text in texts] if filled > 1 else texts


def _centred(canvas: Canvas, centre: float, top: float, text: LargeType) -> None:
    for line, baseline in text.baselines(top):
        x = centre - width(line, text.size, Weight.BOLD) / 2
        style.line_of_text(canvas, x, baseline, line, text.size, Weight.BOLD)


def _quiet(canvas: Canvas, centre: float, foot: float, said: str, size: float) -> None:
    canvas.setFillColor(style.QUIET)
    x = centre - width(said, size, Weight.REGULAR) / 2
    style.line_of_text(canvas, x, foot, said, size, Weight.REGULAR)
    canvas.setFillColor(style.INK)
