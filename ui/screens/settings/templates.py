"""What the sections for templates have in common: the editor, the text itself, the versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_table import TemplateRefusalError
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.templates import KIND_WORDS
from ui.clock import Clock
from ui.screens.settings.settings_section import SettingsSection
from ui.screens.settings.template_text import TextPage
from ui.screens.settings.template_versions import VersionsPage
from ui.theme import SPACE
from ui.widgets.fact import Fact
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

EDITOR, TEXT, VERSIONS = "editor", "text", "versions"


class TemplateSection(SettingsSection):
    """A template of one kind: edited item by item, as text, or an older version taken again.

    A subclass puts its editor in with `show_editor` and fills it in `refresh_editor` and `retranslate_editor`.
    """

    kind: ClassVar[TemplateKind]
    offered: ClassVar[tuple[str, ...]] = (EDITOR, TEXT, VERSIONS)
    """The views; the first one comes up first."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._title, self._hint = Text("", "lead"), Text("", "muted", wrap=True)
        self.views = Segmented([(view, "") for view in self.offered])
        self.text_page = TextPage(desk, clock, self.kind)
        self.versions_page = VersionsPage(desk, clock, self.kind)
        self._stack = QStackedWidget()
        for page in (self.text_page, self.versions_page):
            page.changed.connect(self._on_stored)
            page.refused.connect(self.refused)
        self.views.chosen.connect(lambda _view: self._on_view())
        self._build()
        self.views.set_value(self.offered[0])

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.medium)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.views)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.medium)
        whole.setSpacing(SPACE.small)
        whole.addLayout(head)
        whole.addWidget(self._hint)
        whole.addWidget(self._stack, 1)

    def show_editor(self, editor: QWidget) -> None:
        """Put the editor in; called once by the subclass."""
        for page in (editor, self.text_page, self.versions_page):
            self._stack.addWidget(page)

    def refresh_editor(self) -> None:
        """Show in the editor what is in force."""
        raise NotImplementedError

    def retranslate_editor(self) -> None:
        """Say everything in the editor in the language of the moment; `refresh_editor` follows."""
        raise NotImplementedError

    def hint(self) -> str:
        """What one should know before changing anything."""
        raise NotImplementedError

    def refresh(self) -> None:
        self._refresh_view()

    def retranslate(self) -> None:
        self._title.setText(_(KIND_WORDS[self.kind]))
        self._hint.setText(self.hint())
        words = {EDITOR: _("Edit"), TEXT: _("As text"), VERSIONS: _("Versions")}
        self.views.set_words([words[view] for view in self.offered])
        self.views.set_name(_("View"))
        self.retranslate_editor()
        self.text_page.retranslate()
        self.versions_page.retranslate()
        self._refresh_view()

    def flush(self) -> None:
        for fact in self.findChildren(Fact):
            fact.flush()

    def go_to(self, place: str) -> None:
        """Open a view: `editor`, `text`, `versions`."""
        if place in self.offered:
            self.views.set_value(place)
            self._on_view()

    def store(self, fact: Fact, act: Callable[[], object]) -> None:
        """Do something for a fact; a refusal stands beside it."""
        try:
            act()
        except TemplateRefusalError as refusal:
            fact.show_refusal(refusal.reason)
        except ReceptionError as refusal:
            fact.show_refusal(str(refusal))
        else:
            self._on_stored()

    def do(self, act: Callable[[], object]) -> bool:
        """Do something that belongs to no fact; whether it was done."""
        done = self.attempt(act)
        if done:
            self._refresh_view()
        return done

    def _on_stored(self) -> None:
        self._refresh_view()
        self.changed.emit()

    def _on_view(self) -> None:
        self.flush()
        self._refresh_view()

    def _refresh_view(self) -> None:
        view = self.views.value()
        self._hint.setVisible(view == self.offered[0])
        self._stack.setCurrentIndex([EDITOR, TEXT, VERSIONS].index(str(view)))
        if view == EDITOR:
            self.refresh_editor()
        elif view == TEXT:
            self.text_page.refresh()
        else:
            self.versions_page.refresh()
