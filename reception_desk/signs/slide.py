"""The words of a sign as a PowerPoint page (Office Open XML): 16:9, big type, the company beneath."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from reception_desk.resources import resource
from reception_desk.signs.clean import clean
from reception_desk.signs.layout import Setting, fit
from reception_desk.signs.resolve import Page

WIDE, HIGH = 1920, 1080
"""A slide has so many pixels while it is set; one is half a point."""

_EMU: Final = 6350
_HUNDREDTHS: Final = 50
_SAFE: Final = 0.92
"""Their own fonts run a little wider than ours, which the lines were set in."""

_MARGIN: Final = 120
_FOOT: Final = 96
_GAP: Final = 48
_SMALL: Final = 52
_ENGLISH_SHARE: Final = 0.34

_BEGINNING: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_KIND: Final = "application/vnd.openxmlformats-officedocument.presentationml"
_FIXED: Final = (
    ("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("ppt/slideMasters/slideMaster1.xml", f"{_KIND}.slideMaster+xml"),
    ("ppt/slideLayouts/slideLayout1.xml", f"{_KIND}.slideLayout+xml"),
)
_LINKS: Final = (
    "ppt/slideMasters/_rels/slideMaster1.xml.rels",
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
)


@dataclass(frozen=True)
class _Box:
    top: int
    height: int
    setting: Setting
    language: str
    is_bold: bool = True


def presentation(pages: Sequence[Page], company: str = "") -> bytes:
    """A slide for each page; the same words give the same bytes."""
    names = [f"ppt/slides/slide{number}.xml" for number in range(1, len(pages) + 1)]
    parts = {"[Content_Types].xml": _content_types(names), "_rels/.rels": _links(_main_link())}
    parts["ppt/presentation.xml"] = _presentation(len(pages))
    parts["ppt/_rels/presentation.xml.rels"] = _links(_slide_links(names))
    for name in (*(name for name, _kind in _FIXED), *_LINKS):
        parts[name] = resource("slide", *name.split("/")[1:]).read_text(encoding="utf-8")
    layout = _links([("slideLayout", "../slideLayouts/slideLayout1.xml")])
    for name, page in zip(names, pages, strict=True):
        parts[name] = _slide(page, clean(company))
        parts[f"ppt/slides/_rels/{name.rpartition('/')[2]}.rels"] = layout
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _content_types(slides: Sequence[str]) -> str:
    kinds = [("ppt/presentation.xml", f"{_KIND}.presentation.main+xml"), *_FIXED]
    kinds += [(name, f"{_KIND}.slide+xml") for name in slides]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    return (
        f'{_BEGINNING}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _main_link() -> list[tuple[str, str]]:
    return [("officeDocument", "ppt/presentation.xml")]


def _slide_links(slides: Sequence[str]) -> list[tuple[str, str]]:
    links = [("slideMaster", "slideMasters/slideMaster1.xml"), ("theme", "theme/theme1.xml")]
    return links + [("slide", name.removeprefix("ppt/")) for name in slides]


def _links(links: Sequence[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'{_BEGINNING}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _presentation(count: int) -> str:
    slides = "".join(
        f'<p:sldId id="{255 + number}" r:id="rId{number + 2}"/>' for number in range(1, count + 1)
    )
    listed = f"<p:sldIdLst>{slides}</p:sldIdLst>" if slides else ""
    return (
        f"{_BEGINNING}<p:presentation {_NAMESPACES}>"
        f'<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>{listed}'
        f'<p:sldSz cx="{WIDE * _EMU}" cy="{HIGH * _EMU}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"</p:presentation>"
    )


def _slide(page: Page, company: str) -> str:
    shapes = "".join(_shape(number, box) for number, box in enumerate(_boxes(page, company), 2))
    return (
        f"{_BEGINNING}<p:sld {_NAMESPACES}><p:cSld><p:spTree>"
        f'<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f'<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _boxes(page: Page, company: str) -> Iterator[_Box]:
    room = HIGH - 2 * _MARGIN - (_FOOT if company else 0)
    texts = [
        (text, tongue)
        for text, tongue in ((clean(page.text), "zh-CN"), (clean(page.text_en), "en-GB"))
        if text
    ]
    second = round(room * _ENGLISH_SHARE) if len(texts) > 1 else 0
    top = _MARGIN
    for (text, tongue), height in zip(texts, (room - second - (_GAP if second else 0), second), strict=False):
        setting = fit(text, WIDE - 2 * _MARGIN, height, "L", whole=page.whole, still=True)
        yield _Box(top, height, setting, tongue)
        top += height + _GAP
    if company:
        setting = fit(company, WIDE - 2 * _MARGIN, _SMALL, "L", still=True)
        yield _Box(HIGH - _MARGIN // 2 - _FOOT, _FOOT, setting, "zh-CN", is_bold=False)


def _shape(number: int, box: _Box) -> str:
    paragraphs = "".join(_paragraph(line, box) for line in box.setting.lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Text {number - 1}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{_MARGIN // 2 * _EMU}" y="{box.top * _EMU}"/>'
        f'<a:ext cx="{(WIDE - _MARGIN) * _EMU}" cy="{box.height * _EMU}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr">'
        f"<a:normAutofit/></a:bodyPr>"
        f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def _paragraph(line: str, box: _Box) -> str:
    size = max(100, round(box.setting.size * _SAFE) * _HUNDREDTHS)
    bold = ' b="1"' if box.is_bold else ""
    return (
        f'<a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="{box.language}" sz="{size}"{bold} dirty="0">'
        f'<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr>'
        f"<a:t>{escape(line)}</a:t></a:r></a:p>"
    )
