"""The way to everything: visits by any part of a name, and commands, in one list under one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reception_desk.i18n import _
from ui.icons import paint_icon
from ui.theme import SIZE, SPACE, TYPE, face, restyle, theme
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text

WIDTH = 620
MOST_SHOWN = 11
ROW = 40
ENTRY = Qt.ItemDataRole.UserRole
NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the palette; `note` stands quietly at its right."""

    icon: str
    words: str
    run: Callable[[], None]
    note: str = ""


class Entries(QAbstractListModel):
    """What was found."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.words}, {entry.note}" if entry.note else entry.words
        return entry if role == ENTRY else None


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        area: QRect = option.rect
        chosen = option.state & QStyle.StateFlag.State_Selected
        painter.save()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("primary_soft"))
            painter.drawRoundedRect(area, SIZE.radius, SIZE.radius)
        picture = QRect(area.left() + SPACE.medium, area.center().y() - 9, 18, 18)
        paint_icon(painter, picture, entry.icon, "primary" if chosen else "muted")
        painter.setFont(face(TYPE.caption, tabular=True))
        painter.setPen(theme().colour("muted"))
        inner = area.adjusted(picture.right() + SPACE.medium - area.left(), 0, -SPACE.medium, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.note)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(entry.note) - SPACE.medium
        painter.setFont(face(TYPE.body))
        painter.setPen(theme().colour("text"))
        words = painter.fontMetrics().elidedText(entry.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class Palette(QFrame):
    """Lies over the window as long as it has the focus; Up and Down choose, Enter does, Esc puts it away."""

    def __init__(self, parent: QWidget, find: Callable[[str], Sequence[Entry]]) -> None:
        super().__init__(parent)
        self._find, self._over = find, parent
        self._before: QWidget | None = None
        restyle(self, card="true", frame="palette")
        self.field, self.list, self.model = SearchField(), QListView(), Entries()
        self._nothing = Text("", "muted")
        self._build()
        self.field.searched.connect(self._show)
        self.field.entered.connect(self._run_chosen)
        self.list.clicked.connect(self._run)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        restyle(self.list, plain="true")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.model)
        self._delegate = _EntryDelegate()
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.medium, SPACE.medium, SPACE.medium, SPACE.medium)
        column.setSpacing(SPACE.small)
        for widget in (self.field, self.list, self._nothing):
            column.addWidget(widget)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.field.set_prompt(_("Name, company, pinyin, number – or what you want to do"), _("Clear"))
        self.list.setAccessibleName(_("Found"))
        self._nothing.setText(_("Nothing found."))

    def open(self) -> None:
        """Come up, empty, with all commands."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.field.clear()
        self._show("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Go; the focus goes back where it was."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def _show(self, asked: str) -> None:
        entries = self._find(asked)
        self.model.show_entries(entries)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self.list.setFixedHeight(min(len(entries), MOST_SHOWN) * ROW + SPACE.medium)
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        width = min(WIDTH, self._over.width() - 2 * SPACE.wide)
        self.setGeometry((self._over.width() - width) // 2, SPACE.huge, width, self.sizeHint().height())

    def _move(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        self.list.setCurrentIndex(self.model.index(row % max(self.model.rowCount(), 1)))

    def _run_chosen(self) -> None:
        self._run(self.list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            entry: Entry = index.data(ENTRY)
            self.put_away()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in NOT_LEFT:
            self.hide()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and not self.field.text():
            self.put_away()
        else:
            return False
        return True
