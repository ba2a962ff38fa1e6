"""The manual in a window of its own: F1 opens it at the chapter about what is on the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from reception_desk.resources import documentation
from ui.theme import SIZE, SPACE, restyle
from ui.widgets.search_field import SearchField

FILES: Final = {"zh": "manual.zh-CN.md", "en": "manual.en.md"}
FIRST: Final = QSize(1000, 720)
LIST_WIDTH: Final = SIZE.rail_wide + SPACE.huge
_CHAPTER: Final = re.compile(r"^<!-- (?P<places>[\w/ ]+) -->\n## (?P<title>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """A chapter and the places of the program that it is about: `today`, `visit/paper`, `settings/cars`."""

    title: str
    places: tuple[str, ...]
    text: str


def chapters(language: str) -> list[Chapter]:
    """The manual in a language; a sentence where it is missing."""
    file = documentation(FILES[language])
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as trouble:
        raise ReceptionError(_("The manual {file} is missing.").format(file=file)) from trouble
    heads = list(_CHAPTER.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Chapter(head["title"], tuple(head["places"].split()), text[head.start("title") - 3 : end].strip())
        for head, end in zip(heads, ends, strict=True)
    ]


def about(place: str, told: Sequence[Chapter]) -> int:
    """The chapter about a place: the nearest one for a section that has none of its own, else the first."""
    while place:
        for number, chapter in enumerate(told):
            if place in chapter.places:
                return number
        place = place.rpartition("/")[0]
    return 0


class Manual(QWidget):
    """Chapters at the left, the text at the right; Esc closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._chapters: list[Chapter] = []
        self.list, self.page, self.search = QListWidget(), _Page(), SearchField()
        restyle(self.list, role="sections")
        self.list.currentRowChanged.connect(self._show)
        self.search.searched.connect(self._find)
        self.search.entered.connect(lambda: self._find(self.search.text()))
        left = QVBoxLayout()
        left.setSpacing(SPACE.medium)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.large, SPACE.large, SPACE.large, SPACE.large)
        row.setSpacing(SPACE.large)
        row.addLayout(left)
        row.addWidget(self.page, 1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self.resize(FIRST)

    def open(self, place: str) -> None:
        """Show the chapter about a place, in the language of the moment."""
        self._chapters = chapters(current_language())
        self.setWindowTitle(_("Manual"))
        self.list.setAccessibleName(_("Chapters"))
        self.page.setAccessibleName(_("Manual"))
        self.search.set_prompt(_("Find in the manual"), _("Show all"))
        self.list.clear()
        self.list.addItems([chapter.title for chapter in self._chapters])
        width = max(LIST_WIDTH, self.list.sizeHintForColumn(0) + SPACE.huge)
        self.list.setFixedWidth(width)
        self.search.setFixedWidth(width)
        self.list.setCurrentRow(about(place, self._chapters))
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._chapters):
            self.page.show_text(self._chapters[row].text)

    def _find(self, asked: str) -> None:
        """Go on to the next place where it stands, through all chapters and round."""
        if not asked or self.page.find(asked):
            return
        count, here = len(self._chapters), self.list.currentRow()
        for step in range(1, count + 1):
            row = (here + step) % count
            if asked.casefold() in self._chapters[row].text.casefold():
                self.list.setCurrentRow(row)
                self.page.moveCursor(QTextCursor.MoveOperation.Start)
                self.page.find(asked)
                return


class _Page(QTextBrowser):
    """A chapter; its pictures are made as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setOpenExternalLinks(False)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(SPACE.wide)

    def show_text(self, text: str) -> None:
        """Show Markdown."""
        self._text = text
        self.setMarkdown(text)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture from beside the manual, as wide as the page."""
        file = documentation(*Path(QUrl(name).toString()).parts)
        picture = QImage(str(file))
        if picture.isNull():
            return super().loadResource(kind, QUrl(name))
        ratio = self.devicePixelRatioF()
        room = int((self.viewport().width() - 3 * SPACE.wide) * ratio)
        if picture.width() > room > 0:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self._text:
            bar = self.verticalScrollBar()
            share = bar.value() / max(bar.maximum(), 1)
            self.setMarkdown(self._text)
            bar.setValue(round(share * bar.maximum()))
