"""How long an order for a sign holds: it always has an end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from reception_desk.i18n import _


def order_menu(parent: QWidget, here: datetime, chosen: Callable[[datetime], None]) -> QMenu:
    """A menu of ends, from `here` (now on the company's clock); `chosen` is told the one that was chosen."""
    tomorrow = datetime.combine(here.date() + timedelta(days=1), time(), here.tzinfo)
    ends = (
        (_("For a quarter of an hour"), here + timedelta(minutes=15)),
        (_("For an hour"), here + timedelta(hours=1)),
        (_("Until the end of the day"), tomorrow),
    )
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, end in ends:
        menu.addAction(words).triggered.connect(_teller(chosen, end))
    return menu


def _teller(chosen: Callable[[datetime], None], end: datetime) -> Callable[[], None]:
    return lambda: chosen(end)
