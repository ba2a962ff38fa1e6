"""Who of us has read what there is to know before the guests come (A5.1)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.host import Host
from reception_desk.domain.introduction import our_party
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, ngettext
from ui.screens.screen import Clock
from ui.screens.visit.part_rows import short_moment
from ui.theme import SIZE, SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text


class ReaderLine(QWidget):
    """One of us: a box to tick, and when it was."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.when = QCheckBox(), Text("", "muted")
        self.setMinimumHeight(SIZE.target)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self.when)

    def show_host(self, host: Host, when: str) -> None:
        """Show whether they have read it."""
        language = current_language()
        words = " ".join(filter(None, (host.name_in(language), host.title_in(language))))
        self.box.setText(words.replace("&", "&&"))
        self.box.setAccessibleName(_("{name} has read the material").format(name=words))
        self.box.setChecked(host.briefed_at is not None)
        self.when.setText(when)


class ReadersCard(Card):
    """A line for each host, those of the highest rank first.

    Signals:
        changed(): a tick was set or taken off.
        refused(sentence): it was not.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self.lines: dict[int, ReaderLine] = {}
        self.hint = Text("", "muted", wrap=True)
        self.body.addWidget(self.hint)
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show the hosts of a visit as read."""
        hosts = our_party(visit)
        for gone in set(self.lines) - {host.id for host in hosts}:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()
        for place, host in enumerate(hosts):
            if host.id not in self.lines:
                line = self.lines[host.id] = ReaderLine()
                line.box.clicked.connect(lambda on, host_id=host.id: self._tick(host_id, read=on))
            self.body.insertWidget(place, self.lines[host.id])
            read = visit.local(host.briefed_at)
            when = " ".join(filter(None, (short_moment(read) if read else "", host.briefed_by)))
            self.lines[host.id].show_host(host, when)
        self._count(hosts)

    def _count(self, hosts: list[Host]) -> None:
        unread = sum(host.briefed_at is None for host in hosts)
        words = ngettext("{count} has not read it", "{count} have not read it", unread)
        self.set_note(words.format(count=unread) if unread else _("All have read it") if hosts else "")
        self.hint.setVisible(not hosts)

    def _tick(self, host_id: int, *, read: bool) -> None:
        try:
            self._desk.background.has_read(host_id, self._clock(), read=read)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Our hosts have read the material"))
        self.hint.setText(_("Nobody of us is on the plan yet."))
