"""The company's lists in the settings: supplies, zones and points as the text that they are (A6)."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.template import TemplateKind
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.settings.templates import TEXT, VERSIONS, TemplateSection


class ListsSection(TemplateSection):
    """Written as text: the head of it says what each word means; a wrong one is refused with line and reason."""

    kind = TemplateKind.LISTS
    offered: ClassVar[tuple[str, ...]] = (TEXT, VERSIONS)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.show_editor(QWidget())
        self.retranslate()

    def hint(self) -> str:
        return _(
            "What is taken along, laid out, put into the car, cleaned and presented. Quantity = what it is counted "
            "per × factor, rounded up. Visits follow at once; a kit that is put together keeps its numbers."
        )

    def retranslate_editor(self) -> None:
        """There is none but the text."""

    def refresh_editor(self) -> None:
        """There is none but the text."""
