"""The gifts of one guest in the sheet: what is given, and that the same was given before (A6.6)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.gift import Gift, GivenBefore
from reception_desk.domain.guest import Guest
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.models.rows import Row, RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.rows import RowsView
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text

SPECS: Final = (
    Spec(field="name", prompt=N_("What is given?")),
    Spec(field="quantity", kind=Kind.NUMBER, prompt=N_("How many?")),
    Spec(field="price", kind=Kind.NUMBER, prompt=N_("Yuan for one")),
    Spec(field="repeat_reason", prompt=N_("Why the same again?")),
)
NOTHING: Final = {"name": "", "quantity": None, "price": None, "repeat_reason": ""}


class GuestGifts(QWidget):
    """Rows, and below them the one that is written; the same to the same person again warns and asks why.

    Signals:
        changed(): a gift was saved, handed out or taken out.
        ledger_wanted(whose): somebody wants to see all that this person was given.
    """

    changed = Signal()
    ledger_wanted = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit_id, self._person_id, self._gift_id = 0, 0, 0
        self._gifts: dict[int, Gift] = {}
        self._before: dict[int, GivenBefore] = {}
        self._title, self.warning = Text("", "strong"), Text("", "body", tone="soon", wrap=True)
        self._model = RowsModel(self)
        self.rows, self.form = RowsView(self._model), FactForm("gift", SPECS, clock)
        self.add, self.issued = Button("", kind="link"), QCheckBox()
        self.ledger, self._whose = Button("", kind="link"), ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        for widget in (self._title, self.rows, self.warning, self.form, self.issued, self.add, self.ledger):
            column.addWidget(widget)
        self.form.wanted.connect(self._on_wanted)
        self.rows.opened.connect(self.open_one)
        self.rows.removed.connect(self._remove)
        self.rows.has_states = True
        self.rows.advanced.connect(lambda gift_id: self._issue(gift_id, done=True))
        self.issued.clicked.connect(lambda on: self._issue(self._gift_id, done=on))
        self.add.clicked.connect(self.open_new)
        self.ledger.clicked.connect(lambda: self.ledger_wanted.emit(self._whose))
        self.close_form()

    def show_guest(self, visit: Visit, guest: Guest) -> None:
        """Show what is given to a guest of a visit as read."""
        if (visit.id, guest.person_id) != (self._visit_id, self._person_id):
            self.close_form()
        self._visit_id, self._person_id = visit.id, guest.person_id
        self._whose = guest.person.name or guest.person.name_latin
        self._gifts = {gift.id: gift for gift in visit.gifts if gift.person_id == guest.person_id}
        self._before = self._desk.gifts.repeated(self._gifts.values())
        self._model.show_rows([self._row(gift) for gift in self._gifts.values()])
        if self._gift_id and self._gift_id not in self._gifts:
            self.close_form()
        self._show_open()

    def open_new(self) -> None:
        """Write another gift."""
        self._gift_id = 0
        self.form.reset(NOTHING)
        self.form.setVisible(True)
        self.add.setVisible(False)
        self._show_open()
        self.form.go_to("name")

    def open_one(self, gift_id: int) -> None:
        """Write on at a gift."""
        if gift_id != self._gift_id:
            self.form.reset(NOTHING)
        self._gift_id = gift_id
        self.form.setVisible(True)
        self.add.setVisible(True)
        self._show_open()
        self.form.go_to("repeat_reason" if gift_id in self._before else "name")

    def close_form(self) -> None:
        """Show the rows alone."""
        self._gift_id = 0
        self.form.reset(NOTHING)
        self.form.setVisible(False)
        self.issued.setVisible(False)
        self.add.setVisible(True)
        self.warning.setVisible(False)

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def _show_open(self) -> None:
        gift, before = self._gifts.get(self._gift_id), self._before.get(self._gift_id)
        if gift is not None:
            self.form.show_values({field: getattr(gift, field) for field in NOTHING})
        self.form.fact("repeat_reason").setVisible(before is not None or bool(gift and gift.repeat_reason))
        self.issued.setVisible(gift is not None)
        self.issued.setChecked(gift is not None and gift.issued_at is not None)
        self.warning.setText(repeat_words(before) if before else "")
        self.warning.setVisible(before is not None)

    def _row(self, gift: Gift) -> Row:
        before = self._before.get(gift.id)
        price = _("{price} yuan").format(price=gift.price) if gift.price is not None else ""
        said = " · ".join(part for part in (f"× {gift.quantity}" if gift.quantity > 1 else "", price) if part)
        end = (_("handed out") if gift.issued_at else "", _("given before") if before else "")
        return Row(
            key=gift.id,
            first=gift.name or _("Gift"),
            second=said,
            end=" · ".join(filter(None, end)),
            tone="soon" if before and not gift.repeat_reason else "muted",
        )

    def _on_wanted(self, field: str, value: object) -> None:
        if field == "quantity" and not value:
            value = 1
        if save_fact(self.form, field, partial(self._save, field, value)):
            self.changed.emit()

    def _save(self, field: str, value: object) -> None:
        if self._gift_id:
            self._desk.parts.change(Gift, self._gift_id, self._clock(), **{field: value})
            return
        facts = {field: value, "person_id": self._person_id}
        self._gift_id = self._desk.parts.add(Gift, self._visit_id, self._clock(), **facts)
        self.add.setVisible(True)

    def _issue(self, gift_id: int, *, done: bool) -> None:
        """Space on a row, or the box: it was handed out now, or was not after all."""
        gift = self._gifts.get(gift_id)
        if gift is None or (gift.issued_at is not None) is done:
            return
        try:
            self._desk.gifts.issue(gift_id, self._clock(), issued=done)
        except ReceptionError as refusal:
            self.form.show_refusal("name", str(refusal))
        self.changed.emit()

    def _remove(self, gift_id: int) -> None:
        try:
            self._desk.parts.remove(Gift, gift_id, self._clock())
        except ReceptionError as refusal:
            self.form.show_refusal("name", str(refusal))
            return
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._title.setText(_("Gifts"))
        self.rows.setAccessibleName(_("Gifts"))
        self.add.setText(_("+ Add a gift"))
        self.ledger.setText(_("Gift ledger"))
        self.issued.setText(_("Handed out to the guest"))
        self.form.retranslate()
        self._show_open()


def repeat_words(before: GivenBefore) -> str:
    """When the same was given."""
    when = f"{before.when:%Y-%m-%d}" if before.when else before.number
    return _("The same was given on {day}, visit {number}.").format(day=when, number=before.number)
