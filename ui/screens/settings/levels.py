"""The levels in the settings: a card a level with its two rosters, and the roles they are made of (B8.1-B8.3)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.levels import DEAREST_ROOM, LONGEST_WAIT, Level, Role
from reception_desk.domain.template import TemplateKind
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.levels import ROSTERS
from ui.clock import Clock
from ui.screens.settings.fact_offset import OffsetsFact
from ui.screens.settings.fact_segments import SegmentsFact
from ui.screens.settings.templates import TemplateSection
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.fact import Fact, TextFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.fact_number import NumberFact
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

LABELS: Final = {
    "zh": N_("Chinese"),
    "en": N_("English"),
    "send_off": N_("Send-off at the door"),
    "in_position_minutes": N_("In the lobby before the arrival, minutes"),
    "confirmation_rounds": N_("Confirmed again"),
    "hotel_standard": N_("Hotel, yuan a room and night"),
    "refreshments_zh": N_("Refreshments at talks"),
    "refreshments_en": N_("Refreshments in English"),
}
SERVED: Final = ("refreshments_zh", "refreshments_en")
"""Longer texts, over the whole width of the card."""
ROSTER_WORDS: Final = {"escorts": N_("Escorts"), "welcomers": N_("Welcomers in the lobby")}


class LevelsSection(TemplateSection):
    """Facts and rosters save by themselves; levels and roles are added and removed."""

    kind = TemplateKind.LEVELS

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.cards: dict[int, LevelCard] = {}
        self.roles = RolesCard()
        self._add_level = Button("", icon_name="add")
        self._column = QVBoxLayout()
        self._build_editor()
        self._add_level.clicked.connect(lambda: self.do(lambda: self.desk.levels.add_level(self.clock())))
        self.roles.add_button.clicked.connect(self.add_role)
        self.roles.new_role.returnPressed.connect(self.add_role)
        self.retranslate()

    def _build_editor(self) -> None:
        inside, below = QWidget(), QHBoxLayout()
        below.addWidget(self._add_level)
        below.addStretch(1)
        self._column.setSpacing(SPACE.medium)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, SPACE.small, 0)
        whole.setSpacing(SPACE.medium)
        whole.addLayout(self._column)
        whole.addLayout(below)
        whole.addWidget(self.roles)
        whole.addStretch(1)
        self.show_editor(Scroll(inside))

    def hint(self) -> str:
        return _(
            "Who accompanies, who welcomes, who sees off. Changes count at once, for visits under way too."
        )

    def retranslate_editor(self) -> None:
        self._add_level.setText(_("Add a level"))
        self.roles.retranslate()
        for card in self.cards.values():
            card.retranslate()

    def refresh_editor(self) -> None:
        levels = self.desk.levels.in_force()
        for number in set(self.cards) - {level.number for level in levels.levels}:
            gone = self.cards.pop(number)
            gone.hide()
            gone.deleteLater()
        for place, level in enumerate(levels.levels):
            if level.number not in self.cards:
                self.cards[level.number] = self._card(level.number)
                self._column.insertWidget(place, self.cards[level.number])
            self.cards[level.number].show_level(level, levels.roles)
        self._show_roles(levels.roles)

    def _card(self, number: int) -> LevelCard:
        card, book = LevelCard(number), self.desk.levels
        for field, fact in card.facts.items():
            fact.changed.connect(partial(self._store_fact, number, field))
        card.remove_button.clicked.connect(lambda: self.do(lambda: book.remove_level(number, self.clock())))
        for roster, boxes in card.rosters.items():
            boxes.toggled.connect(partial(self._store_roster, number, roster))
        return card

    def _store_roster(self, number: int, roster: str, code: str, on: object) -> None:
        book = self.desk.levels
        self.do(lambda: book.put_in_roster(number, roster, code, self.clock(), takes_part=bool(on)))

    def _store_fact(self, number: int, field: str, value: object) -> None:
        fact = self.cards[number].facts[field]
        if value is None and field == "in_position_minutes":
            fact.show_refusal(_("A number is needed here; 0 for none."))
            return
        self.store(fact, lambda: self.desk.levels.change(number, self.clock(), **{field: value}))

    def add_role(self) -> None:
        """Add the role that was written."""
        words = self.roles.new_role.text()
        if self.do(lambda: self._added_role(words)):
            self.roles.new_role.clear()

    def _added_role(self, words: str) -> str:
        zh, en = ("", words) if current_language() == "en" else (words, "")
        return self.desk.levels.add_role(zh, en, self.clock())

    def _show_roles(self, roles: tuple[Role, ...]) -> None:
        for line in self.roles.show_roles(roles):
            code = line.code
            for language, fact in line.facts.items():
                fact.changed.connect(partial(self._rename, line, language))
            line.remove_button.clicked.connect(
                lambda _on=False, code=code: self.do(lambda: self.desk.levels.remove_role(code, self.clock()))
            )

    def _rename(self, line: RoleLine, language: str, value: object) -> None:
        names = {language: str(value)}
        fact = line.facts[language]
        self.store(fact, lambda: self.desk.levels.rename_role(line.code, self.clock(), **names))


class Roster(QWidget):
    """A box a role.

    Signals:
        toggled(code, takes_part): a role is to take part, or no longer.
    """

    toggled = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", "strong")
        self.boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addStretch(1)

    def show_roster(self, title: str, roles: tuple[Role, ...], taking_part: tuple[Role, ...]) -> None:
        """Show all roles, and which take part."""
        self._title.setText(title)
        for code in set(self.boxes) - {role.code for role in roles}:
            gone = self.boxes.pop(code)
            gone.hide()
            gone.deleteLater()
        for place, role in enumerate(roles, start=1):
            if role.code not in self.boxes:
                box = self.boxes[role.code] = QCheckBox()
                box.clicked.connect(lambda on, code=role.code: self.toggled.emit(code, on))
                self._column.insertWidget(place, box)
            box, words = self.boxes[role.code], role.text(current_language())
            box.setText(words.replace("&", "&&"))
            box.setAccessibleName(f"{title}: {words}")
            box.setChecked(role in taking_part)


class LevelCard(Card):
    """One level: facts at the left, rosters at the right."""

    def __init__(self, number: int) -> None:
        super().__init__(" ")
        self._number = number
        self._shown: tuple[Level, tuple[Role, ...]] | None = None
        self.facts: dict[str, Fact] = {
            "zh": TextFact(""),
            "en": TextFact(""),
            "send_off": SegmentsFact("", [(True, ""), (False, "")]),
            "in_position_minutes": NumberFact("", most=LONGEST_WAIT),
            "confirmation_rounds": OffsetsFact(""),
            "hotel_standard": NumberFact("", most=DEAREST_ROOM),
            "refreshments_zh": TextFact(""),
            "refreshments_en": TextFact(""),
        }
        self.rosters = {name: Roster() for name in ROSTERS}
        self.remove_button = IconButton("delete", "")
        self._group, self._served = FactGroup(), FactGroup()
        for field, fact in self.facts.items():
            (self._served if field in SERVED else self._group).add(fact)
        self.add_action(self.remove_button)
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(self._group, 4)
        for roster in self.rosters.values():
            row.addWidget(roster, 2)
        self.body.addLayout(row)
        self.body.addWidget(self._served)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for field, fact in self.facts.items():
            fact.set_label(_(LABELS[field]))
        send_off, hotel, rounds = (
            self.facts[field] for field in ("send_off", "hotel_standard", "confirmation_rounds")
        )
        if isinstance(send_off, SegmentsFact):
            send_off.set_words([_("Seen off"), _("Not seen off")])
        if isinstance(hotel, NumberFact):
            hotel.set_prompt(_("No limit"))
        for field in SERVED:
            fact = self.facts[field]
            if isinstance(fact, TextFact):
                fact.set_prompt(_("As is usual at this level"))
        if isinstance(rounds, OffsetsFact):
            rounds.set_prompt(_("Such as “1 day before, half a day before”"))
        self._group.line_up()
        self._served.line_up()
        self.remove_button.set_words(_("Remove level {number}").format(number=self._number))
        if self._shown is not None:
            self.show_level(*self._shown)

    def show_level(self, level: Level, roles: tuple[Role, ...]) -> None:
        """Show what is in force."""
        self._shown = (level, roles)
        self.set_title(level.text(current_language()))
        for field, fact in self.facts.items():
            fact.set_value(getattr(level, field))
        for name, roster in self.rosters.items():
            roster.show_roster(_(ROSTER_WORDS[name]), roles, getattr(level, name))


class RoleLine(QWidget):
    """One role: its two names, and the way out."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.facts = {"zh": TextFact(""), "en": TextFact("")}
        self.remove_button = IconButton("close", "")
        self.remove_button.setFixedSize(SIZE.target, SIZE.target)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for fact in self.facts.values():
            row.addWidget(fact, 1)
        row.addWidget(self.remove_button)

    def show_role(self, role: Role) -> None:
        """Show what is in force, in the language of the moment."""
        for language, fact in self.facts.items():
            words = _("{role} in Chinese") if language == "zh" else _("{role} in English")
            fact.set_label(words.format(role=role.text(current_language())))
            fact.set_label_width(0)
            fact.set_value(role.text(language))
        self.remove_button.set_words(_("Remove the role {role}").format(role=role.text(current_language())))


class RolesCard(Card):
    """The positions in our house that rosters are made of."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.lines: dict[str, RoleLine] = {}
        self.new_role, self.add_button = QLineEdit(), Button("", icon_name="add")
        self._hint = Text("", "muted", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.new_role, 1)
        row.addWidget(self.add_button)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._column)
        self.body.addLayout(row)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Roles"))
        self._hint.setText(
            _("Positions in our house, in Chinese and in English; the rosters follow their order.")
        )
        self.new_role.setPlaceholderText(_("Name of another role"))
        self.new_role.setAccessibleName(_("Name of another role"))
        self.add_button.setText(_("Add a role"))

    def show_roles(self, roles: tuple[Role, ...]) -> list[RoleLine]:
        """Show these; the lines that are new, for their owner to listen to."""
        for code in set(self.lines) - {role.code for role in roles}:
            gone = self.lines.pop(code)
            gone.hide()
            gone.deleteLater()
        new = []
        for place, role in enumerate(roles):
            if role.code not in self.lines:
                line = self.lines[role.code] = RoleLine(role.code)
                self._column.insertWidget(place, line)
                new.append(line)
            self.lines[role.code].show_role(role)
        return new
