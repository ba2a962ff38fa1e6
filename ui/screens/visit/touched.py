"""What the changes of a visit touch: bookings, papers, people, signs, confirmations; ticked off one by one (5.3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.consequences import Concern, Consequence, counted, still_open
from reception_desk.domain.edition import Choice
from reception_desk.errors import ReceptionError
from reception_desk.i18n import LANGUAGES, N_, _
from reception_desk.services.paper_lines import Wanted
from ui.models.touched import can_tick, touched_rows
from ui.printing import ask_for_printer
from ui.screens.screen import Clock
from ui.screens.visit.paper_acts import PaperActs
from ui.screens.visit.section import Section
from ui.screens.visit.touched_rows import TouchedView
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text


class TouchedSection(Section):
    """The list above, what to say of the chosen line below, with what can be done about it."""

    name, word = "touched", N_("Touched")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.lines: list[Consequence] = []
        self._acts = PaperActs(desk, self.now)
        self.list = TouchedView()
        self.nothing = EmptyState("check-circle", "")
        self.words = Text("", wrap=True)
        self.language = Segmented([("zh", "中文"), ("en", "English")])
        self.tick, self.copy = Button("", icon_name="check"), Button("", icon_name="copy")
        self.go, self.print = Button("", icon_name="forward"), Button("", icon_name="print")
        self._all, self._one = Card(), Card()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.language.set_value(LANGUAGES[0])
        acts = FlowLayout()
        for button in (self.tick, self.copy, self.go, self.print):
            acts.addWidget(button)
        self._one.add_action(self.language)
        self._one.body.addWidget(self.words)
        self._one.body.addLayout(acts)
        self._all.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.hair, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self._all, 1)
        column.addWidget(self._one)
        column.addWidget(self.nothing, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _key: self._show_one())
        self.list.ticked.connect(lambda _key: self._tick())
        self.list.gone_to.connect(lambda _key: self._go())
        self.list.copied.connect(lambda _key: self._copy())
        self.language.chosen.connect(lambda _language: self._show_one())
        self.tick.clicked.connect(self._tick)
        self.copy.clicked.connect(self._copy)
        self.go.clicked.connect(self._go)
        self.print.clicked.connect(self._print)

    def show_visit(self, visit_id: int) -> None:
        """Read what is touched; the line that was chosen stays so."""
        self.visit_id = visit_id
        self.lines = self.desk.consequences.of(visit_id)
        is_empty = not self.lines
        for part, shown in ((self._all, not is_empty), (self._one, not is_empty), (self.nothing, is_empty)):
            part.setVisible(shown)
        self.list.show_rows(touched_rows(self.lines))
        open_lines = counted(self.lines)
        self._all.set_note(open_lines or _("all seen to"))
        self._show_one()

    def line(self) -> Consequence | None:
        """The line that is chosen."""
        key = self.list.key()
        return self.lines[key] if key is not None and key < len(self.lines) else None

    def go_to(self, field: str) -> None:
        """Choose a line by its key."""
        for place, line in enumerate(self.lines):
            if line.key == field:
                self.list.choose(place)
        self.list.setFocus()

    def _show_one(self) -> None:
        line = self.line()
        if line is None:
            return
        self._one.set_title(" · ".join(filter(None, (line.what, line.who))))
        self.words.setText(self._text_of(line))
        self.language.setVisible(bool(line.texts))
        self.copy.setVisible(bool(line.texts))
        self.tick.setVisible(can_tick(line))
        self.tick.setText(self._tick_words(line))
        self.print.setVisible(line.can_reprint)

    def _tick_words(self, line: Consequence) -> str:
        if line.can_collect and not line.can_tell:
            return _("Collected  Space")
        return _("Not told after all  Space") if line.is_done else _("Told  Space")

    def _text_of(self, line: Consequence) -> str:
        if line.texts:
            return line.texts[str(self.language.value())]
        return "\n".join(line.changes)

    def _tick(self) -> None:
        line = self.line()
        if line is None or not can_tick(line):
            self.said.emit(_("This is put right where it stands: Enter leads there."))
            return
        desk, now, visit_id = self.desk, self.now(), self.visit_id
        if line.concern is Concern.SIGN and line.message_id is not None:
            message_id = line.message_id
            self._do(lambda: desk.welcome.tell_it(message_id, now), _("Noted: IT was told"))
        elif line.can_collect and not line.can_tell:
            said = _("Noted: the paper was collected")
            self._do(lambda: desk.papers.recall(line.edition_ids[0], now), said)
        elif line.is_done:
            said = _("Noted: not told after all")
            self._do(lambda: desk.consequences.take_back(visit_id, line.edition_ids, now), said)
        else:
            self._do(
                lambda: desk.consequences.tell(visit_id, line.edition_ids, now),
                _("Noted: {name} was told").format(name=line.who or line.what),
            )

    def _do(self, act: Callable[[], None], said: str) -> None:
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()
        self.said.emit(said)

    def _copy(self) -> None:
        line = self.line()
        if line is not None and line.texts:
            QGuiApplication.clipboard().setText(self._text_of(line))
            self.said.emit(_("Copied: paste it into the message"))

    def _go(self) -> None:
        line = self.line()
        if line is not None:
            self.visit_wanted.emit(self.visit_id, f"{line.section}/{line.field}")

    def _print(self) -> None:
        """Print it as it was printed, with what holds now."""
        line = self.line()
        if line is None or not line.can_reprint:
            return
        edition = next(
            one.edition
            for one in self.desk.papers.editions(self.visit_id, self.now())
            if one.edition.id == line.edition_ids[0]
        )
        wanted = Wanted(
            number=edition.document,
            choice=Choice.from_json(edition.choice),
            copies=edition.copies,
            holder=edition.holder,
        )
        try:
            drawing = self.desk.papers.drawing(self.visit_id, wanted.number, wanted.choice, self.now())
            usual = self._acts.usual_printer(wanted.number)
            printer = ask_for_printer(drawing.pdf(), line.what, self, wanted.copies, usual)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        if printer is not None:
            said = _("Printed {paper}").format(paper=line.what)
            self._do(lambda: self._acts.print_one(self.visit_id, wanted, printer), said)

    def open_count(self) -> int:
        """How many lines somebody must still see to."""
        return len(still_open(self.lines))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._all.set_title(_("Touched by what has changed"))
        self.list.setAccessibleName(_("Touched by what has changed"))
        self.language.setAccessibleName(_("Language of the message"))
        self.nothing.say(
            _("Nothing that was told is out of date."),
            hint=_("When something changes that is printed, booked or told already, it stands here."),
        )
        self.copy.setText(_("Copy  C"))
        self.go.setText(_("Go there  Enter"))
        self.print.setText(_("Print again …"))
        if self.visit_id:
            self.show_visit(self.visit_id)
