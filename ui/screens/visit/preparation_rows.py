"""How phases and items of the preparation look, and the line in which a note or a reason is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from reception_desk.domain.plan import PlannedItem
from reception_desk.i18n import _, current_language, ngettext
from ui.models.item_acts import ASSIGNEE, BESIDE_ONE, DUE, HURRY, ITEM, NOTE, PHASE, REASON
from ui.models.preparation import PhaseLine
from ui.screens.visit.name_line import NameLine, SuggestPeople
from ui.theme import SIZE, SPACE, TYPE, face, theme

Index = QModelIndex | QPersistentModelIndex
BOX = 18
CODE_WIDTH = SIZE.control
BAR_WIDTH = SIZE.fact_label


def box_of(area: QRect) -> QRect:
    """Where the tick is drawn, and taken."""
    return QRect(area.left() + SPACE.hair, area.center().y() - BOX // 2 + 1, BOX, BOX)


def words_of(area: QRect) -> QRect:
    """Where the words stand: behind tick and code."""
    return area.adjusted(SPACE.hair + BOX + SPACE.small + CODE_WIDTH, 0, -SPACE.small, 0)


class ItemDelegate(QStyledItemDelegate):
    """Paints the first column; `writes` is the role that the editor writes: a note, a reason, a name.

    A reason or a name is written for all the items that were chosen when the line was opened.
    """

    def __init__(self, parent: QTreeView | None = None) -> None:
        super().__init__(parent)
        self.writes = NOTE
        self._chosen: list[QPersistentModelIndex] = []
        self._suggest: SuggestPeople = lambda _asked: ()

    def set_suggest(self, suggest: SuggestPeople) -> None:
        """Where to ask to whom one can delegate."""
        self._suggest = suggest

    def write(self, role: int, chosen: Sequence[QModelIndex]) -> None:
        """The next line that is opened writes this beside these items."""
        self.writes, self._chosen = role, [QPersistentModelIndex(index) for index in chosen]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, item = index.data(PHASE), index.data(ITEM)
        view = self.parent()
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        if isinstance(view, QTreeView):
            view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, PlannedItem):
            self._paint_item(painter, option, index, item)
        elif line is not None:
            self._paint_heading(painter, option.rect, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, line: Any) -> None:
        """A phase; another list has other headings."""
        if isinstance(line, PhaseLine):
            _paint_phase(painter, area, line)

    def _paint_item(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, item: PlannedItem
    ) -> None:
        box = QStyleOptionButton()
        box.rect = box_of(option.rect)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        )
        view = self.parent()
        if isinstance(view, QTreeView):
            view.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, view
            )
        room = words_of(option.rect)
        painter.setFont(face(TYPE.caption, tabular=True))
        painter.setPen(theme().colour("muted"))
        code = room.adjusted(-CODE_WIDTH, 0, 0, 0)
        painter.drawText(code, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, item.code)
        room = _paint(painter, room, item.text(current_language()), "text" if item.is_open else "muted")
        beside = " · ".join(
            part for part in (index.data(REASON), index.data(HURRY), index.data(NOTE)) if part
        )
        if beside:
            _paint(painter, room, f"— {beside}", "muted")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(SIZE.sheet, SIZE.row)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            near = box_of(option.rect).adjusted(-SPACE.hair, -SPACE.small, SPACE.small, SPACE.small)
            if near.contains(event.position().toPoint()):
                toggle = getattr(model, "toggle", None)
                return bool(toggle and toggle(index))
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = NameLine(self._suggest, parent) if self.writes == ASSIGNEE else QLineEdit(parent)
        if isinstance(line, NameLine):
            line.named.connect(partial(self._settle, line))
        line.setPlaceholderText(self._prompt())
        line.setAccessibleName(line.placeholderText())
        return line

    def _prompt(self) -> str:
        count = len(self._chosen)
        if self.writes == NOTE:
            return _("A note")
        if self.writes == HURRY:
            return _("Why is it still to be done, and how?")
        if self.writes == ASSIGNEE:
            one, many = _("Delegate to whom?"), _("Delegate these {count} items to whom?")
        else:
            one, many = _("Why does it not apply?"), _("Why do these {count} items not apply?")
        return many.format(count=count) if count > 1 else one

    def _settle(self, line: QWidget) -> None:
        self.commitData.emit(line)
        self.closeEditor.emit(line)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(self.writes) or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, QLineEdit):
            return
        chosen: list[Index] = [one for one in self._chosen if one.isValid()]
        if self.writes in BESIDE_ONE or not chosen:
            chosen = [index]
        change = getattr(model, "change", None)
        if change is not None and any(editor.text() != (one.data(self.writes) or "") for one in chosen):
            change(chosen, editor.text(), self.writes)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(words_of(option.rect).adjusted(-SPACE.small, 1, SPACE.small, -1))


class DueDelegate(QStyledItemDelegate):
    """Writes the due time of an item in its own column; empty: as the checklist has it."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setPlaceholderText(_("By the checklist"))
        line.setAccessibleName(_("Due time; empty: by the checklist"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        due = index.data(DUE)
        if isinstance(editor, QLineEdit):
            editor.setText(f"{due:%m-%d %H:%M}" if due else "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        due = index.data(DUE)
        if isinstance(editor, QLineEdit) and editor.text() != (f"{due:%m-%d %H:%M}" if due else ""):
            model.setData(index, editor.text(), DUE)


def _paint(painter: QPainter, room: QRect, words: str, colour: str) -> QRect:
    painter.setFont(face())
    painter.setPen(theme().colour(colour))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return room.adjusted(painter.fontMetrics().horizontalAdvance(shown) + SPACE.small, 0, 0, 0)


def _paint_phase(painter: QPainter, area: QRect, line: PhaseLine) -> None:
    """Name, bar, done of applicable, and how many are late."""
    painter.setFont(face(strong=True))
    painter.setPen(theme().colour("text"))
    words = line.phase.words()
    room = area.adjusted(SPACE.hair, 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    room = room.adjusted(painter.fontMetrics().horizontalAdvance(words) + SPACE.medium, 0, 0, 0)
    _paint_bar(painter, room, line)
    room = room.adjusted(BAR_WIDTH + SPACE.small, 0, 0, 0)
    done = f"{line.progress.done}/{line.progress.applicable}"
    painter.setFont(face(TYPE.caption, tabular=True))
    painter.setPen(theme().colour("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, done)
    if line.progress.late:
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(done) + SPACE.medium, 0, 0, 0)
        late = ngettext("{count} late", "{count} late", line.progress.late).format(count=line.progress.late)
        painter.setPen(theme().colour("late"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, late)


def _paint_bar(painter: QPainter, room: QRect, line: PhaseLine) -> None:
    height = SPACE.hair + 2
    bar = QRect(room.left(), room.center().y() - height // 2 + 1, BAR_WIDTH, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("pressed"))
    painter.drawRoundedRect(bar, height / 2, height / 2)
    share = line.progress.done / line.progress.applicable if line.progress.applicable else 1.0
    if share:
        bar.setWidth(max(round(BAR_WIDTH * share), height))
        painter.setBrush(theme().colour("done"))
        painter.drawRoundedRect(bar, height / 2, height / 2)
