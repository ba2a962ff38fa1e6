"""What the sheets of acts have in common: a line on top, facts, room between, a refusal, one button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import current_language
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Spec
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text


class ActSheet(QWidget):
    """One act on one visit. Ctrl+Enter or its button does it; what is refused stays to be mended.

    Signals:
        done(sentence): the act is done.
    """

    done = Signal(str)

    def __init__(
        self,
        desk: ReceptionDesk,
        clock: Clock,
        specs: Sequence[Spec],
        between: Sequence[QWidget] = (),
        *,
        kind: str = "primary",
        icon_name: str = "check",
    ) -> None:
        super().__init__()
        self.desk, self.clock = desk, clock
        self.visit: Visit | None = None
        self.form = FactForm("visit", specs, self._here)
        self.button = Button("", kind=kind, icon_name=icon_name)
        self.refusal, self.hint = Text("", "refusal", wrap=True), Text("", "caption", wrap=True)
        self._about = Text("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.medium)
        for widget in (self._about, self.form, *between, self.refusal, self.button, self.hint):
            column.addWidget(widget)
        column.addStretch(1)
        self.button.clicked.connect(self.do)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.do)

    def _here(self) -> datetime:
        zone = self.visit.zone if self.visit else self.desk.company.settings().zone
        return self.clock().astimezone(ZoneInfo(zone))

    def begin(self, visit: Visit) -> None:
        """Show the sheet for a visit, the facts as they would be."""
        self.visit = visit
        self._about.setText(f"{visit.heading(current_language())} · {visit.number}")
        self.form.reset(self.first_values(visit))
        self.show_refusal("")

    def first_values(self, visit: Visit) -> dict[str, object]:
        """What stands in the facts at first."""
        raise NotImplementedError

    def act(self, visit: Visit) -> str:
        """Do it; the sentence for it."""
        raise NotImplementedError

    def title(self) -> str:
        """What the sheet is called."""
        raise NotImplementedError

    def do(self) -> None:
        """Do it once; a fact that is not understood is gone to."""
        self.form.flush()
        refused = next((field for field in self.form.fields() if self.form.fact(field).refusal()), "")
        if refused:
            self.form.go_to(refused)
        if refused or self.visit is None:
            return
        try:
            sentence = self.act(self.visit)
        except ReceptionError as refusal:
            self.take_refusal(refusal)
            return
        self.done.emit(sentence)

    def take_refusal(self, refusal: ReceptionError) -> None:
        """It was refused: say why, and perhaps ask for more."""
        self.show_refusal(str(refusal))

    def show_refusal(self, sentence: str) -> None:
        """Say why it was not done."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.form.retranslate()
