"""The versions of a template: since when, by whom, and the way back to one."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.template import TemplateKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, ngettext
from reception_desk.services.templates import Version
from ui.clock import Clock
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.moment_text import moment_words
from ui.widgets.pill import Pill
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text


class VersionsPage(QWidget):
    """A line a version, the newest first.

    Signals:
        changed(): another version is in force.
        refused(sentence): that was refused.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, kind: TemplateKind) -> None:
        super().__init__()
        self._desk, self._clock, self._kind = desk, clock, kind
        self._hint = Text("", "muted", wrap=True)
        self.shipped = Button("", icon_name="restore")
        self.shipped.clicked.connect(self._take_shipped)
        self._card = Card()
        self._lines: list[QWidget] = []
        self._shown: list[tuple[Version, str]] = []
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        row.addWidget(self.shipped)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.medium)
        whole.addLayout(row)
        whole.addWidget(Scroll(inside), 1)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._hint.setText(
            _("Visits that are under way keep the version they began with. Ctrl+Z undoes a choice.")
        )
        self.shipped.setText(_("Back to the shipped one"))
        self._shown = []

    def refresh(self) -> None:
        """Read the versions anew."""
        zone = self._desk.company.settings().zone
        self.shipped.setEnabled(not self._desk.templates.is_shipped(self._kind))
        versions = [(version, zone) for version in self._desk.templates.versions(self._kind)]
        if versions == self._shown:
            return
        self._shown = versions
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(version, zone) for version, zone in versions]
        for line in self._lines:
            self._card.body.addWidget(line)

    def _line(self, version: Version, zone: str) -> QWidget:
        line = QWidget()
        line.setMinimumHeight(SIZE.row)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(Text(_("Version {number}").format(number=version.number), "strong"))
        row.addWidget(Text(_said(version, zone), "muted"))
        if version.is_shipped:
            row.addWidget(Pill(_("As shipped")))
        row.addStretch(1)
        if version.in_force:
            row.addWidget(Pill(_("In force"), "done", "check"))
        else:
            again = Button(_("Use again"))
            again.setAccessibleName(_("Use version {number} again").format(number=version.number))
            again.clicked.connect(partial(self._take, version.id))
            row.addWidget(again)
        return line

    def _take(self, template_id: int) -> None:
        try:
            self._desk.templates.take_again(template_id, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def _take_shipped(self) -> None:
        self._desk.templates.take_shipped(self._kind, self._clock())
        self.changed.emit()


def _said(version: Version, zone: str) -> str:
    parts = [
        moment_words(version.since.astimezone(ZoneInfo(zone))),
        version.saved_by or _("came with the program"),
    ]
    if version.changes > 1:
        many = ngettext("{count} change", "{count} changes", version.changes)
        parts.append(many.format(count=version.changes))
    return " · ".join(parts)
