"""Who is at the desk, at the foot of the rail; a press changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from reception_desk.i18n import _
from ui.icons import icon
from ui.theme import SIZE, restyle


class Attendant(QPushButton):
    """The name of who is here.

    Signals:
        chosen(name): somebody else is here now.
        settings_wanted(): the name that is wanted is not offered.
    """

    chosen = Signal(str)
    settings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        restyle(self, kind="rail")
        self.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self._name, self._others, self._narrow = "", list[str](), False
        self.clicked.connect(self._offer)
        self.retranslate()

    def show_people(self, name: str, others: Sequence[str]) -> None:
        """Name who is here, and who else is at this desk at times."""
        self._name, self._others = name, [other for other in others if other != name]
        self.retranslate()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the picture alone, or the name as well."""
        self._narrow = narrow
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        sentence = _("At the desk: {name}").format(name=self._name or _("nobody named"))
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self.setIcon(icon("person", "muted") if self._name else icon("person-add", "soon"))
        words = self._name or _("Who is here?")
        self.setText("" if self._narrow else f" {words}")

    def menu_of_people(self) -> QMenu:
        """The menu that a press opens."""
        menu = QMenu(self)
        for name in self._others:
            menu.addAction(icon("person"), name).triggered.connect(
                lambda _checked=False, name=name: self.chosen.emit(name)
            )
        menu.addAction(icon("settings"), _("Somebody else…")).triggered.connect(self.settings_wanted)
        return menu

    def _offer(self) -> None:
        if not self._others:
            self.settings_wanted.emit()
            return
        menu = self.menu_of_people()
        menu.popup(self.mapToGlobal(self.rect().topRight()))
