"""Finds words that do not fit: labels, buttons, headings and cells whose text is wider or higher than its room."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

SLACK = 1  # pixels that rounding may cost


def settle():
    """Let layouts and posted events come to rest."""
    for _turn in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def cut_words(window):
    """Every text on the window that cannot be read whole, with the widget that shows it."""
    settle()
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not _is_scrolled_away(widget):
            found += [f"{type(widget).__name__}: {text!r}" for text in _cut_in(widget) if text.strip()]
    return found


def _cut_in(widget):
    match widget:
        case QLabel():
            yield from _label(widget)
        case QHeaderView():
            yield from _header(widget)
        case QTabBar():
            yield from _tabs(widget)
        case QToolButton() if widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            return  # its words are its tool tip
        case QAbstractButton():
            yield from _button(widget)
        case QComboBox():
            yield from _choice(widget)
        case QLineEdit():
            yield from _prompt(widget)


def _label(label):
    text = label.text()
    if not text or label.textFormat() is Qt.TextFormat.RichText or "<" in text:
        return
    room, metrics = label.contentsRect(), label.fontMetrics()
    if label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap | label.alignment().value)
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 100_000), flags, text)
        if needed.height() > room.height() + SLACK or needed.width() > room.width() + SLACK:
            yield text
        return
    lines = text.split("\n")
    is_wide = max(map(metrics.horizontalAdvance, lines)) > room.width() + SLACK
    if is_wide or metrics.height() * len(lines) > room.height() + 2 * SLACK:
        yield text


def _header(header):
    if header.orientation() is Qt.Orientation.Vertical:
        return
    model = header.model()
    for section in range(model.columnCount() if model else 0):
        if header.isSectionHidden(section):
            continue
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        if header.fontMetrics().horizontalAdvance(text) > header.sectionSize(section):
            yield text


def _tabs(bar):
    for index in range(bar.count()):
        if bar.fontMetrics().horizontalAdvance(bar.tabText(index)) > bar.tabRect(index).width():
            yield bar.tabText(index)


def _button(button):
    text = button.text().replace("&", "")
    needed = max(button.minimumSizeHint().width() - SLACK, button.fontMetrics().horizontalAdvance(text))
    if text and button.width() < needed:
        yield text


def _choice(box):
    style, option = box.style(), QStyleOptionComboBox()
    box.initStyleOption(option)
    room = style.subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    if box.fontMetrics().horizontalAdvance(box.currentText()) > room.width() + SLACK:
        yield box.currentText()


def _prompt(line):
    text = line.placeholderText() if not line.text() else ""
    if text and line.fontMetrics().horizontalAdvance(text) > line.width():
        yield text


def _is_scrolled_away(widget):
    """Whether none of it is in sight: what is below the edge of a page that scrolls is reached by scrolling."""
    return widget.visibleRegion().isEmpty()


def cut_cells(window):
    """Short words of tables (state, level, time, number) that end in dots; names may, their tool tip has them whole."""
    settle()
    found = []
    for view in window.findChildren(QTableView):
        if view.isVisible():
            found += _cut_in_table(view)
    return found


def _cut_in_table(view: QTableView):
    model = view.model()
    first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
    last = model.rowCount() - 1 if last < 0 else last
    for row in range(max(first, 0), min(last, max(first, 0) + 8) + 1):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text = index.data(Qt.ItemDataRole.DisplayRole)
            room = view.visualRect(index).width()
            wide = view.fontMetrics().horizontalAdvance(str(text or ""))
            if room and text and wide > room and not index.data(Qt.ItemDataRole.ToolTipRole):
                yield f"{view.accessibleName()} {row}/{column}: {text!r}"
