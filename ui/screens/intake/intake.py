"""The review of an application form: what it says, what nobody understood, and one button that makes it a visit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.exchange.application import Application
from reception_desk.exchange.application_text import groups
from reception_desk.i18n import _, ngettext
from ui.background import run_in_background
from ui.models.differences import Column, DifferencesModel
from ui.screens.intake.attention import WIDTH, Attention
from ui.screens.intake.facts import FactCards
from ui.screens.screen import Clock, Screen
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.headline import Headline
from ui.widgets.pill import Pill
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table
from ui.widgets.text import Text


class IntakeScreen(Screen):
    """`take_in(form)` reads a form and shows it; where its visit exists, what has changed about it.

    Signals:
        went_back(): somebody wants the list again.
        form_wanted(): somebody wants to choose a form.
    """

    went_back = Signal()
    form_wanted = Signal()

    name, within = "intake", "visits"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._form: Path | None = None
        self._readings = 0
        self._application: Application | None = None
        self._number: str | None = None
        self.model = DifferencesModel(self)
        self.head, self.pill = Headline(back=" "), Pill("")
        self.save = Button("", kind="primary", icon_name="save")
        self.facts, self.attention = FactCards(), Attention()
        self.changes, self.table = Card(), Table(plain=True)
        self._known, self._refusal = Text("", wrap=True), Text("", "refusal", wrap=True)
        self._to_visit = Button("", kind="link")
        self._beside = Scroll(self.attention)
        self._beside.setFixedWidth(WIDTH)
        self._state = EmptyState("download", "")
        self._stack, self._either = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        for widget in (self.pill, self.save):
            self.head.add(widget)
        self.table.setModel(self.model)
        self.table.stretch(Column.NEW)
        self.changes.add_action(self._to_visit)
        self.changes.body.addWidget(self._known)
        self.changes.body.addWidget(self.table, 1)
        self._either.addWidget(Scroll(self.facts))
        self._either.addWidget(self.changes)
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addWidget(self._either, 1)
        row.addWidget(self._beside)
        review = QWidget()
        column = QVBoxLayout(review)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        column.setSpacing(SPACE.large)
        column.addWidget(self.head)
        column.addWidget(self._refusal)
        column.addLayout(row, 1)
        self._stack.addWidget(self._state)
        self._stack.addWidget(review)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Esc goes back while a form is being read, too

    def _connect(self) -> None:
        self.head.went_back.connect(self.went_back)
        self._state.acted.connect(self.form_wanted)
        self.save.clicked.connect(self._take_over)
        self._to_visit.clicked.connect(self._show_visit)
        self.model.ticked.connect(self._show_button)

    def title(self) -> str:
        """What stands above the screen."""
        return _("Application form")

    def refresh(self) -> None:
        """Compare the form with the store again; ticks stay."""
        if self._application is not None:
            self._number = self.desk.intake.existing(self._application)
            self._show_review(self._application)

    def retranslate(self) -> None:
        """Say everything again; the form is read anew, for its warnings are words too."""
        self.head.set_back(_("Back to the visits"))
        self._to_visit.setText(_("Open the visit"))
        self.table.setAccessibleName(_("What has changed"))
        if self._form is None:
            hint = _("Drop an application form from the department on this window.")
            self._state.say(_("No form yet"), hint=hint, action=_("Choose a form…"), icon_name="download")
        else:
            self.take_in(self._form)

    def take_in(self, form: Path) -> None:
        """Read a form, beside the window, and show it."""
        if form != self._form:
            self.model.forget()
        self._form, self._application, self._number = form, None, None
        self._readings += 1
        self._refusal.hide()
        self._state.say(_("Reading {file} …").format(file=form.name), icon_name="download")
        self._stack.setCurrentIndex(0)
        reading, serial = self.desk.intake.reading(form, self.clock()), self._readings
        run_in_background(lambda: (serial, reading()), done=self._on_read, failed=self._on_refused)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to the one button, once it is there."""
        super().focusInEvent(event)
        if self.save.isVisible():
            self.save.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
            return
        super().keyPressEvent(event)

    def _on_read(self, result: tuple[int, Application]) -> None:
        serial, application = result
        if serial != self._readings:
            return
        self._application = application
        self.refresh()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, trouble: ReceptionError) -> None:
        self._state.say(str(trouble), action=_("Choose another form…"), icon_name="error")
        self._stack.setCurrentIndex(0)

    def _show_review(self, application: Application) -> None:
        file = self._form.name if self._form else ""
        applicant = " ".join(filter(None, (application.owner_department, application.applicant.name)))
        self.head.set_title(application.company or file)
        self.head.set_subtitle(" · ".join(filter(None, (file, applicant))))
        left = len(application.not_understood)
        words = ngettext("{count} cell not understood", "{count} cells not understood", left)
        if left:
            self.pill.show_status(words.format(count=left), "soon", "warning")
        else:
            self.pill.show_status(_("Everything understood"), "done", "check-circle")
        self._beside.setVisible(self.attention.show_application(application))
        if self._number is None:
            self.facts.show_groups(groups(application))
        else:
            self._show_changes(application, self._number)
        self._either.setCurrentIndex(0 if self._number is None else 1)
        self._show_button()
        self._stack.setCurrentIndex(1)

    def _show_changes(self, application: Application, number: str) -> None:
        differences = self.desk.intake.differences(application, number)
        self.model.show_differences(differences)
        self.changes.set_title(_("This visit is there already: {number}").format(number=number))
        self.changes.set_note("")
        self._known.setText(
            _("Ticked facts are taken over from the form, the others stay as they are.")
            if differences
            else _("The form says nothing that the visit does not know.")
        )
        self.table.setVisible(bool(differences))

    def _show_button(self) -> None:
        if self._number is None:
            self.save.setText(_("Save as visit"))
            self.save.setEnabled(True)
            return
        count = len(self.model.chosen())
        words = ngettext("Take over {count} change", "Take over {count} changes", count)
        self.save.setText(words.format(count=count) if count else _("Nothing to take over"))
        self.save.setEnabled(count > 0)

    def _take_over(self) -> None:
        """Make a visit of the form, or take the ticked changes over."""
        if self._application is None:
            return
        try:
            if self._number is None:
                visit = self.desk.intake.save(self._application, self.clock())
                said = _("Saved as visit {number}").format(number=visit.number)
            else:
                chosen = self.model.chosen()
                visit = self.desk.intake.update(self._number, self._application, chosen, self.clock())
                said = _("Visit {number} follows the form").format(number=visit.number)
        except ReceptionError as refusal:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            self.refresh()
            return
        self._form = self._application = None
        self.retranslate()
        self.changed.emit()
        self.said.emit(said)
        self.visit_wanted.emit(visit.id, "")

    def _show_visit(self) -> None:
        if self._number is not None:
            self.visit_wanted.emit(self.desk.visits.numbered(self._number).id, "")
