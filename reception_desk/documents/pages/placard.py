"""How D5, the pick-up placard, is drawn: one landscape page, the name as large as it goes."""

from __future__ import annotations

from functools import partial

from reportlab.pdfgen.canvas import Canvas

from reception_desk.documents import house_style as style
from reception_desk.documents.clean import clean
from reception_desk.documents.fonts import Weight, width
from reception_desk.documents.hand_out import HandOut, House
from reception_desk.documents.large_type import LargeType, in_large_type
from reception_desk.documents.sheets import single_sheet
from reception_desk.domain.edition import Choice, Content


def draw(paper: HandOut, content: Content, choice: Choice, house: House) -> bytes:
    """One landscape page: the name, and the logo small beneath it."""
    texts = [(cleaned, field.startswith("name")) for field, value in content if (cleaned := clean(value))]
    title = " ".join([paper.name(choice.language), *(text for text, _is_name in texts[:1])])
    paint = partial(_paint, texts=texts, logo=house.logo)
    return single_sheet(paint, paper=choice.paper, title=title, language=choice.language)


def _paint(
    canvas: Canvas, wide: float, high: float, *, texts: list[tuple[str, bool]], logo: bytes | None
) -> None:
    edge = style.PLACARD_EDGE
    foot = edge
    if logo:
        image, logo_wide, logo_high = style.logo_within(logo, style.PLACARD_LOGO)
        canvas.drawImage(image, (wide - logo_wide) / 2, edge, logo_wide, logo_high, mask="auto")
        foot += logo_high + edge
    room = (wide - 2 * edge, high - edge - foot)
    shares = style.PLACARD_SHARES[len(texts)]
    set_texts = [
        in_large_type(text, (room[0], room[1] * share), is_name=is_name)
        for (text, is_name), share in zip(texts, shares, strict=True)
    ]
    _stack(canvas, wide / 2, high - edge, room[1], set_texts)


def _stack(canvas: Canvas, centre: float, top: float, room: float, texts: list[LargeType]) -> None:
    """One beneath the other, with the same air above, between and below."""
    air = (room - sum(text.height for text in texts)) / (len(texts) + 1)
    for text in texts:
        top -= air
        for line, baseline in text.baselines(top):
            x = centre - width(line, text.size, Weight.BOLD) / 2
            style.line_of_text(canvas, x, baseline, line, text.size, Weight.BOLD)
        top -= text.height
