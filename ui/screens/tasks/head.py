"""What stands above the tasks: by what they are put together, whose work, which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_desk.domain.tasks import By
from reception_desk.i18n import N_, _
from ui.theme import SIZE, SPACE
from ui.widgets.fields import ChoiceField
from ui.widgets.search_field import SearchField
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

BY: Final = {
    By.TIME: N_("By time"),
    By.OWNER: N_("By owner"),
    By.PHASE: N_("By phase"),
    By.VISIT: N_("By visit"),
}


class TasksHead(QWidget):
    """One quiet line.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.by = Segmented([(by, "") for by in By])
        self.owner, self.search, self.count = ChoiceField(), SearchField(), Text("", "muted")
        self.by.set_value(By.TIME)
        self.owner.setFixedWidth(SIZE.fact_label + SIZE.rail_wide // 2)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.small)
        for widget in (self.by, self.owner, self.search):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.count)
        self.by.chosen.connect(lambda _value: self.changed.emit())
        self.owner.activated.connect(lambda _place: self.changed.emit())
        self.search.searched.connect(lambda _text: self.changed.emit())

    def grouping(self) -> By:
        """By what the tasks are put together."""
        return By(str(self.by.value()))

    def whose(self) -> str:
        """Whose work is shown; nothing for everybody's."""
        return str(self.owner.currentData() or "")

    def offer_owners(self, owners: Sequence[str]) -> None:
        """Offer these; who was chosen stays chosen, also where nothing is left for them."""
        chosen = self.whose()
        names = [*owners, *([chosen] if chosen and chosen not in owners else [])]
        if [self.owner.itemData(place) for place in range(1, self.owner.count())] == names:
            return
        self.owner.clear()
        self.owner.addItem(_("Everybody's work"), "")
        for name in names:
            self.owner.addItem(name, name)
        self.owner.setCurrentIndex(self.owner.findData(chosen))

    def show_all(self) -> None:
        """Take owner and words off again."""
        self.search.clear()
        self.owner.setCurrentIndex(0)
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment; a role that was chosen is everybody again."""
        self.by.set_words([_(words) for words in BY.values()])
        self.by.set_name(_("How the items are put together"))
        self.owner.clear()
        self.owner.addItem(_("Everybody's work"), "")
        self.owner.setAccessibleName(_("Whose work"))
        self.search.set_prompt(_("Item, visit, name  Ctrl+F"), _("Clear"))
