"""The preview: the paper as it will come out, with its pages and how large they are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reception_desk.i18n import _
from ui.theme import SPACE
from ui.widgets.buttons import IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.paper_view import PaperView, Zoom
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text


class PaperPreview(QWidget):
    """Shows a PDF, or a sentence where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self._nothing = PaperView(), EmptyState("paper", "")
        self._where = Text("", "muted")
        self.before, self.after = IconButton("back", ""), IconButton("forward", "")
        self.zoom = Segmented([(zoom, "") for zoom in Zoom])
        self.zoom.set_value(Zoom.PAGE)
        self._build()
        self.before.clicked.connect(lambda: self.view.turn(-1))
        self.after.clicked.connect(lambda: self.view.turn(1))
        self.zoom.chosen.connect(self.view.set_zoom)
        self.view.page_shown.connect(self._on_page)
        self._on_page(0, 0)
        self.retranslate()

    def _build(self) -> None:
        bar = self._bar = QHBoxLayout()
        bar.setSpacing(SPACE.small)
        bar.addWidget(self.zoom)
        bar.addStretch(1)
        bar.addWidget(self.before)
        bar.addWidget(self._where, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.after)
        self._layers = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addLayout(bar)
        column.addLayout(self._layers, 1)
        self._layers.addWidget(
            self.view
        )  # now that it is part of the page: else it would come up as a window
        self._layers.addWidget(self._nothing)

    def add_action(self, widget: QWidget) -> None:
        """Place a button at the right, above the page that it is about."""
        self._bar.addWidget(widget)

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show these bytes."""
        self.view.set_name(name)
        self.view.show_pdf(pdf)
        self._layers.setCurrentWidget(self.view)

    def clear(self) -> None:
        """Show nothing until something is drawn."""
        self.view.show_pdf(b"")

    def say(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.view.show_pdf(b"")
        self._nothing.say(sentence)
        self._layers.setCurrentWidget(self._nothing)

    def _on_page(self, number: int, count: int) -> None:
        self._where.setText(f"{number} / {count}")
        for widget in (self.before, self._where, self.after):
            widget.setVisible(count > 1)
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < count)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.before.set_words(_("Page before"))
        self.after.set_words(_("Next page"))
        self.zoom.set_words([_("Page"), _("Width"), "100 %"])
        self.zoom.set_name(_("Size of the preview"))
        if not self.view.accessibleName():
            self.view.set_name(_("Preview"))
