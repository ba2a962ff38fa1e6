"""The first run: four pages, one after the other; four times Enter takes what is proposed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.i18n import _, current_language
from reception_desk.services.first_run import Answers
from ui.first_run.page import Page
from ui.first_run.pages import FIELDS, CompanyPage, LanguagePage, SamplePage
from ui.first_run.place_page import PlacePage
from ui.icons import IconLabel
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

WIDTH = SIZE.prose + 2 * SPACE.huge


class FirstRun(QWidget):
    """The pages, with the way on and back; nothing is kept before the last of them.

    Signals:
        language_chosen(language): speak it from now on.
        finished(answers, folder): begin with these answers, in this folder.
    """

    language_chosen = Signal(str)
    finished = Signal(object, object)

    def __init__(self, folder: Path, *, is_named: bool) -> None:
        super().__init__()
        self.language, self.company = LanguagePage(folder), CompanyPage(folder)
        self.sample, self.place = SamplePage(folder), PlacePage(folder, is_named=is_named)
        self.pages: tuple[Page, ...] = (self.language, self.company, self.sample, self.place)
        self._stack = QStackedWidget()
        self._step, self._icon = Text("", "caption"), IconLabel("info", "primary", SPACE.huge)
        self._title, self._hint = Text("", "title"), Text("", "muted", wrap=True)
        self._keys = Text("", "caption")
        self.back, self.next = Button("", kind="flat", icon_name="back"), Button("", kind="primary")
        self._build()
        self.language.choices.set_value(current_language())
        self.language.language_chosen.connect(self.language_chosen)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.retranslate()

    def _build(self) -> None:
        card = Card()
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        for text in (self._step, self._title):
            words.addWidget(text)
        head.setSpacing(SPACE.large)
        head.addWidget(self._icon)
        head.addLayout(words, 1)
        for page in self.pages:
            page.column.addStretch(1)
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        for widget in (self.back, self._keys):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.next)
        card.body.addLayout(head)
        card.body.addWidget(self._hint)
        card.body.addSpacing(SPACE.small)
        card.body.addWidget(self._stack, 1)
        card.body.addSpacing(SPACE.large)
        card.body.addLayout(foot)
        card.setFixedWidth(WIDTH)
        card.setMinimumHeight(WIDTH * 3 // 4)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addStretch(2)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        over = QVBoxLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(Scroll(middle))

    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self._stack.currentIndex()]

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for page in self.pages:
            page.retranslate()
        self.back.setText(_("Back"))
        self._show()

    def go_on(self) -> None:
        """The next page; after the last, begin."""
        number = self._stack.currentIndex()
        if number + 1 < len(self.pages):
            self._go_to(number + 1)
        elif not self.place.refusal():
            self.finished.emit(self.answers(), self.place.folder)

    def go_back(self) -> None:
        """The page before; what was answered stays."""
        self._go_to(max(self._stack.currentIndex() - 1, 0))

    def answers(self) -> Answers:
        """What was told so far."""
        lines = self.company.lines
        return Answers(
            language=str(self.language.choices.value()),
            logo=self.company.logo,
            with_sample=bool(self.sample.choices.value()),
            **{field: lines[field].text().strip() for field in FIELDS},
        )

    def _go_to(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._show()
        self._take_hand()

    def _take_hand(self) -> None:
        """The hand where Enter goes on: on the answer, or where there is none, on the way on."""
        hand = self.page().focusProxy() or self.next
        hand.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        number, page = self._stack.currentIndex(), self.page()
        is_last = number + 1 == len(self.pages)
        self._step.setText(_("Step {number} of {count}").format(number=number + 1, count=len(self.pages)))
        self._icon.set_icon(page.icon)
        self._title.setText(page.title())
        self._hint.setText(page.hint())
        self.setAccessibleName(page.title())
        self.setAccessibleDescription(page.hint())
        self.back.setVisible(number > 0)
        self._keys.setText(_("Enter: on · Esc: back") if number else _("Enter: on"))
        self.next.setText(_("Begin") if is_last else _("Continue"))

    def showEvent(self, event: QShowEvent) -> None:
        """The hand is on the first page at once."""
        super().showEvent(event)
        self._take_hand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on wherever the hand is, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
