"""What lies over the window while somebody drags an application form across it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception_desk.i18n import _
from ui.icons import IconLabel
from ui.theme import SPACE, restyle
from ui.widgets.text import Text

FORMS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"})


class DropZone(QFrame):
    """Says where a drop leads; the window itself takes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        restyle(self, card="true")
        self._words = Text("", "title")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(IconLabel("download", "primary", 2 * SPACE.huge), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self) -> None:
        """Come up over the whole parent."""
        self._words.setText(_("Drop the form here to take it in"))
        self.setGeometry(self._over.rect().adjusted(SPACE.wide, SPACE.wide, -SPACE.wide, -SPACE.wide))
        self.show()
        self.raise_()


def form_in(dropped: QMimeData) -> Path | None:
    """The one form among what is dragged, or nothing."""
    files = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    forms = [file for file in files if file.suffix.lower() in FORMS]
    return forms[0] if len(forms) == 1 and len(files) == 1 else None
