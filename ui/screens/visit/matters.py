"""What matters: the pane at the right of every section, worst first, each with one click to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reception_desk.domain.gaps import Gap, Urgency
from reception_desk.i18n import _
from ui.icons import paint_icon
from ui.models.rows import ROW, Row, RowsModel
from ui.theme import SIZE, SPACE, TYPE, face, restyle, theme
from ui.widgets.card import Card
from ui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
LOOK = {
    Urgency.LATE: ("error", "late"),
    Urgency.SOON: ("warning", "soon"),
    Urgency.PLAIN: ("clock", "muted"),
}
WIDTH = SIZE.rail_wide + SIZE.fact_label


class GapDelegate(QStyledItemDelegate):
    """Paints a sentence over as many lines as it needs, its icon before it, the way to it behind."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme().colour("hover"))
            painter.setPen(QPen(theme().colour("primary"), SIZE.ring) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), SIZE.radius, SIZE.radius)
        icon_top = option.rect.top() + SPACE.small + (painter.fontMetrics().height() - SIZE.icon) // 2 + 1
        paint_icon(
            painter,
            QRect(option.rect.left() + SPACE.small, icon_top, SIZE.icon, SIZE.icon),
            row.icon,
            row.tone,
        )
        painter.setFont(face())
        painter.setPen(theme().colour("text" if row.tone == "muted" else row.tone))
        painter.drawText(_room(option.rect), _flags(), row.first)
        chevron = QRect(
            option.rect.right() - TYPE.lead - SPACE.hair, option.rect.center().y() - 7, TYPE.lead, TYPE.lead
        )
        paint_icon(painter, chevron, "chevron-right", "muted")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else WIDTH
        room = _room(QRect(0, 0, width, 0))
        room.setHeight(SIZE.sheet)
        row = index.data(ROW)
        words = row.first if isinstance(row, Row) else ""
        needed = QFontMetrics(face()).boundingRect(room, _flags(), words)
        return QSize(width, max(needed.height() + SPACE.large, SIZE.row))


def _flags() -> int:
    return int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


def _room(area: QRect) -> QRect:
    left = SPACE.small + SIZE.icon + SPACE.small
    return area.adjusted(left, SPACE.small, -(TYPE.lead + SPACE.small), 0)


class GapsView(QListView):
    """The sentences by keyboard and mouse; `chosen(place)` with Enter or a click."""

    chosen = Signal(int)

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(GapDelegate(self))
        restyle(self, bare="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class Matters(Card):
    """The pane.

    Signals:
        wanted(section, field): somebody wants to settle one of them.
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._gaps: list[Gap] = []
        self._model = RowsModel(self)
        self.list = GapsView(self._model)
        self._nothing = Text("", "muted", wrap=True)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list, 1)
        self.setFixedWidth(WIDTH)
        self.list.chosen.connect(self._on_chosen)
        self.retranslate()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show these, worst first as they come."""
        self._gaps = list(gaps)
        rows = [
            Row(key=place, first=gap.sentence, icon=LOOK[gap.urgency][0], tone=LOOK[gap.urgency][1])
            for place, gap in enumerate(gaps)
        ]
        self._model.show_rows(rows)
        self.list.scheduleDelayedItemsLayout()
        self._nothing.setVisible(not gaps)
        self.list.setVisible(bool(gaps))
        self.set_note(str(len(gaps)) if gaps else "")

    def gaps(self) -> list[Gap]:
        """What is shown."""
        return list(self._gaps)

    def _on_chosen(self, place: int) -> None:
        gap = self._gaps[place]
        self.wanted.emit(gap.section, gap.field)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("What matters"))
        self.list.setAccessibleName(_("What matters"))
        self._nothing.setText(_("✓ Nothing is lacking."))
