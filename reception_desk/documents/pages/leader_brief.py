"""How D14, the leader's brief, is drawn: what to say first, what to know after it; two pages at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.fonts import Weight
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.letterhead import company_heading, fact, gap, letterhead
from reception_desk.documents.moments import day_and_time, plain_day
from reception_desk.documents.printable import markup
from reception_desk.documents.prose import Prose
from reception_desk.documents.sheets import Ruled, flowing_sheets, pages_in, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.i18n import N_

Cells = Mapping[str, str]
Groups = Mapping[str, Cells]
MOST_PAGES: Final = 2
AIR: Final = "\u00a0\u00a0"  # between what is bold or grey and the text
SCALES: Final = (
    1.0,
    0.95,
    0.9,
    0.85,
    0.8,
    0.72,
    0.64,
    0.56,
)  # the last three: never needed, rather small than cut off
COMPACT: Final = 0.88  # taken where it saves a page
_ROLES: Final = {"main": N_("Main guest"), "interpreter": N_("Interpreter"), "agent": N_("Agent")}
_DOSSIER: Final = {
    "background": N_("Company background"),
    "strength": N_("Strength"),
    "business_status": N_("Business status"),
    "business_scope": N_("Business scope"),
    "regional_market": N_("Regional market"),
    "business_model": N_("Business model"),
}
_MORE: Final = {
    "guests": N_("and {number} more guests"),
    "talks": N_("and {number} more talks"),
    "questions": N_("and {number} more questions"),
    "habits": N_("and {number} more with wishes of their own"),
    "order": N_("and {number} more people"),
}


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait; the type is as large as two pages allow."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))

    def drawn(scale: float) -> bytes:
        story = [*_head(paper, groups, house, tongue), *_Brief(groups, tongue, scale).parts()]
        return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)

    return _largest(drawn)


def _largest(drawn: Callable[[float], bytes]) -> bytes:
    """The sheet in the largest type that goes onto the pages; every step tried halves what is left to try."""
    best = drawn(SCALES[0])
    if pages_in(best) <= MOST_PAGES:
        compact = drawn(COMPACT) if pages_in(best) > 1 else best
        return compact if pages_in(compact) < pages_in(best) else best
    too_large, small_enough, best = 0, len(SCALES) - 1, b""
    while small_enough - too_large > 1:
        middle = (too_large + small_enough) // 2
        pdf = drawn(SCALES[middle])
        if pages_in(pdf) <= MOST_PAGES:
            small_enough, best = middle, pdf
        else:
            too_large = middle
    return best or drawn(SCALES[small_enough])


def _head(paper: HandOut, groups: Groups, house: House, tongue: Tongue) -> list[Flowable]:
    return [
        letterhead(paper.title, house, tongue),
        style.prose(tongue(N_("Confidential: for the leader alone"))[0], "confidential"),
        Ruled(style.SIGN_ACCENT, style.ITINERARY_RULE),
        *company_heading(list(groups["company"].values()), tongue),
        gap(0.5),
        _facts(groups["visit"], tongue),
    ]


def _facts(visit: Cells, tongue: Tongue) -> Flowable:
    w = tongue
    heads = w.counted(N_("{number} people"), visit["heads"]) if visit["heads"] else []
    cells = [
        [fact(w(N_("Purpose of the visit")), [visit["purpose"]], whole=False), [], []],
        [
            fact(w(N_("Arrival")), _moment(visit["arrival"], tongue)),
            fact(w(N_("Departure")), _moment(visit["departure"], tongue)),
            fact(w(N_("Heads")), heads),
        ],
        [
            fact(w(N_("Level")), [visit["level"]], whole=False),
            fact(w(N_("Received by")), [visit["lead"]], whole=False),
            fact(w(N_("Department")), [visit["department"]], whole=False),
        ],
    ]
    return Table(cells, colWidths=style.FACTS, style=[*style.FACT_GRID, ("SPAN", (0, 0), (-1, 0))])


def _moment(stored: str, tongue: Tongue) -> list[str]:
    return [day_and_time(datetime.fromisoformat(stored), tongue.languages[0])] if stored else []


class _Brief:
    """The parts below the head, in type of one scale."""

    def __init__(self, groups: Groups, tongue: Tongue, scale: float) -> None:
        self._groups, self._tongue, self._scale = groups, tongue, scale

    def parts(self) -> Iterator[Flowable]:
        """Each part that has anything in it, under its heading."""
        parts: tuple[tuple[str, Callable[[], list[Flowable]]], ...] = (
            (N_("The guests"), self._guests),
            (N_("Talking points"), self._talks),
            (N_("Likely questions and our answers"), self._questions),
            (N_("About the company"), self._company),
            (N_("When they were here before"), self._earlier),
            (N_("Customs and habits"), self._customs),
            (N_("Order of introduction"), self._order),
        )
        for heading, make in parts:
            if flowables := make():
                first, *others = flowables
                yield KeepTogether([*self._heading(heading), first])
                yield from others

    def _of(self, kind: str) -> list[Cells]:
        return [
            cells
            for about, cells in self._groups.items()
            if about.split(" ")[0] == kind and any(cells.values())
        ]

    def _say(self, message: str) -> str:
        return self._tongue(message)[0]

    def _heading(self, words: str) -> list[Flowable]:
        air = Spacer(0, style.GAP * 0.9 * self._scale)
        return [air, self._text(self._say(words), "part"), Ruled(style.LINE, style.HAIR)]

    def _text(
        self, text: str, role: str = "brief", *, bold: str = "", after: str = "", keep: bool = False
    ) -> Prose:
        """A paragraph that may begin in bold and end in grey."""
        plain = style.style(role)
        weight = style.weight_of(role)
        inner = markup(text, weight)
        if bold:
            inner = f'<font face="{Weight.BOLD.font}">{markup(bold, Weight.BOLD)}</font>{AIR}{inner}'
        if after:
            grey = f"#{style.QUIET.hexval()[2:]}"
            inner = f'{inner}{AIR}<font color="{grey}">{markup(after)}</font>'
        scaled = ParagraphStyle(
            role,
            parent=plain,
            fontSize=plain.fontSize * self._scale,
            leading=plain.leading * self._scale,
            keepWithNext=int(keep),
            spaceAfter=style.CELL * 0.6 * self._scale,
            baseline=0,
        )
        return Prose(inner, scaled)

    def _lines(self, text: str, bold: str) -> list[Prose]:
        """A text with line breaks of its own, the first line after its label."""
        first, *others = text.split("\n")
        return [self._text(first, bold=bold), *map(self._text, others)]

    def _more(self, part: str) -> list[Flowable]:
        count = self._groups.get("more", {}).get(part)
        if not count:
            return []
        return [self._text(self._tongue.counted(_MORE[part], count)[0], "brief quiet")]

    def _guests(self) -> list[Flowable]:
        rows = [self._guest(number, cells) for number, cells in enumerate(self._of("guest"), 1)]
        if not rows:
            return []
        table = Table(rows, colWidths=looks.BRIEF_GUESTS, style=looks.BRIEF_GUESTS_LOOK, hAlign="LEFT")
        return [table, *self._more("guests")]

    def _guest(self, number: int, cells: Cells) -> list[object]:
        name: list[Flowable] = [self._text(cells["name"], "brief name")]
        if cells["spoken"]:
            name.append(self._text(cells["spoken"], "brief quiet"))
        role = self._say(_ROLES[cells["role"]]) if cells["role"] else ""
        return [
            self._text(str(number), "brief quiet"),
            name,
            self._text(cells["title"]),
            self._text(cells["addressed"]),
            self._text(role, "brief quiet"),
        ]

    def _talks(self) -> list[Flowable]:
        found: list[Flowable] = []
        for cells in self._of("talk"):
            when = (
                day_and_time(datetime.fromisoformat(cells["at"]), self._tongue.languages[0])
                if cells["at"]
                else ""
            )
            beside = " · ".join(filter(None, (when, cells["place"])))
            if cells["leader"] or beside:
                found.append(self._text("", bold=cells["leader"], after=beside, keep=True))
            found += [self._point(line) for line in cells["points"].splitlines()]
        if not found:
            found.append(self._text(self._say(N_("Nothing has been agreed beforehand yet.")), "brief quiet"))
        return [*found, *self._more("talks")]

    def _point(self, text: str) -> Prose:
        return self._text(f"• {text}")

    def _questions(self) -> list[Flowable]:
        found: list[Flowable] = []
        for number, cells in enumerate(self._of("question"), 1):
            found.append(self._text("", bold=f"{number}. {cells['question']}".replace("\n", " "), keep=True))
            owner = f"{self._say(N_('Answered by'))} {cells['owner']}" if cells["owner"] else ""
            *lines, last = cells["answer"].split("\n")
            found += map(self._text, lines)
            found.append(self._text(last, after=owner) if last else self._unanswered(owner))
        return [*found, *self._more("questions")]

    def _unanswered(self, owner: str) -> Prose:
        open_yet = self._say(N_("The answer is still open."))
        return self._text("  ".join(filter(None, (open_yet, owner))), "brief quiet")

    def _company(self) -> list[Flowable]:
        interest = self._groups.get("interest", {})
        found: list[Flowable] = []
        said = "\n".join(filter(None, (interest.get("tags", ""), interest.get("text", ""))))
        if said:
            found += self._lines(said, self._say(N_("Main interest")))
        for field, label in _DOSSIER.items():
            text = self._groups.get(f"dossier {field}", {}).get("text", "")
            if text:
                found += self._lines(text, self._say(label))
        return found

    def _earlier(self) -> list[Flowable]:
        found: list[Flowable] = []
        for cells in self._of("earlier"):
            when = (
                plain_day(date.fromisoformat(cells["day"]), self._tongue.languages[0]) if cells["day"] else ""
            )
            received = f"{self._say(N_('Received by'))} {cells['told']}" if cells["told"] else ""
            said = "  ·  ".join(filter(None, (cells["what"], cells["people"], received)))
            found.append(self._text(said.replace("\n", " "), bold=when))
        return found

    def _customs(self) -> list[Flowable]:
        found: list[Flowable] = []
        for cells in self._of("card"):
            found.append(self._text("", bold=cells["country"], keep=True))
            found += [self._point(value) for name, value in cells.items() if name.startswith("point")]
        custom = self._groups.get("custom", {}).get("text", "")
        if custom:
            found += self._lines(custom, self._say(N_("Company")))
        found += [
            self._text(cells["text"].replace("\n", " "), bold=cells["who"]) for cells in self._of("habit")
        ]
        return [*found, *self._more("habits")]

    def _order(self) -> list[Flowable]:
        people = list(enumerate(self._of("order"), 1))
        found: list[Flowable] = []
        for side, of_side in groupby(people, key=lambda pair: pair[1]["side"]):
            label = self._say(N_("Our side") if side else N_("Guests"))
            named = " · ".join(f"{number} {cells['who']}" for number, cells in of_side)
            found.append(self._text(named, bold=label))
        return [*found, *self._more("order")]
