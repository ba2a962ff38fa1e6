"""The material kit: what is taken along, how many, with whom, out and back again (A6.1)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.material import Material
from reception_desk.domain.supplies import KitState, by_rule, kit, lacking, name_of, not_returned, state_of
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, ngettext
from ui.models.kit import kit_row
from ui.models.rows import RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.part_card import PartCard
from ui.screens.visit.part_sheet import PartSheet
from ui.screens.visit.rows import RowsView
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text


class KitRows(RowsView):
    """Rows whose last tick can be taken off again from the menu.

    Signals:
        taken_back(key): the last tick of a row was one too many.
    """

    taken_back = Signal(int)

    def __init__(self, model: RowsModel) -> None:
        super().__init__(model)
        self.most = 14

    def menu_for(self, key: int) -> QMenu:
        """What can be done with a line."""
        menu = super().menu_for(key)
        off = QAction(_("Take the last tick off"), menu)
        off.triggered.connect(lambda: self.taken_back.emit(key))
        menu.insertAction(menu.actions()[-2], off)
        return menu


class KitSheet(PartSheet):
    """All facts of a line; another file or version has to be tried again."""

    def _values(self, part: Material) -> dict[str, object]:
        values = super()._values(part)
        return values | {"name": name_of(part, self._desk.procedure.lists(), current_language())}

    def _save(self, field: str, value: object, because: str = "") -> None:
        if self._part_id:
            self._desk.kit.write(self._part_id, self._clock(), **{field: value})
        elif self._visit is not None:
            self._part_id = self._desk.kit.add(self._visit.id, self._clock(), **{field: value})


class KitCard(PartCard):
    """The lines; Space is one state further: out, then back."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(Material, desk, clock)
        self.propose, self.rule = Button("", kind="quiet", icon_name="checklist"), Button("", kind="link")
        self.all_out, self.all_back = Button("", kind="quiet"), Button("", kind="quiet")
        self.hint = Text("", "muted", wrap=True)
        acts = FlowLayout()
        for button in (self.propose, self.all_out, self.all_back, self.rule):
            acts.addWidget(button)
        self.body.insertWidget(0, self.hint)
        self.body.insertLayout(1, acts)
        self.rows.has_states = True
        self._connect()
        self._say()

    def _view(self, model: RowsModel) -> RowsView:
        self._kit_rows = KitRows(model)
        return self._kit_rows

    def _connect(self) -> None:
        kept = self.desk.kit
        self._kit_rows.taken_back.connect(self.take_back)
        self.propose.clicked.connect(lambda: self._do(lambda key: kept.propose(key, self.clock())))
        self.all_out.clicked.connect(lambda: self._do(lambda key: kept.all_out(key, self.clock())))
        self.all_back.clicked.connect(lambda: self._do(lambda key: kept.all_back(key, self.clock())))
        self.rule.clicked.connect(lambda: self._do(lambda key: kept.take_quantities(key, self.clock())))

    @property
    def sheet(self) -> PartSheet:
        """The sheet of a line, made when it is first wanted."""
        if self._sheet is None:
            self._sheet = KitSheet(Material, self.desk, self.clock)
            self._sheet.changed.connect(self.changed)
        return self._sheet

    def show_visit(self, visit: Visit) -> None:
        """Show the kit of a visit as read."""
        super().show_visit(visit)
        lists = self.desk.procedure.lists()
        lines, wanted, missing = kit(visit), by_rule(visit, lists), lacking(visit, lists)
        self._model.show_rows([kit_row(one, visit, lists, wanted, self.clock()) for one in lines])
        waiting, away = sum(state_of(one) is KitState.LISTED for one in lines), len(not_returned(visit))
        self.hint.setVisible(not lines)
        self.propose.setVisible(bool(missing))
        self.all_out.setVisible(waiting > 0)
        self.all_back.setVisible(away > 0)
        self.rule.setVisible(bool(wanted))
        told = ngettext("{count} is not back", "{count} are not back", away).format(count=away)
        self.set_note(told if away else _("All is back") if lines and not waiting else "")
        self._missing, self._wanted = len(missing), len(wanted)
        self._say()

    def advance_one(self, key: int) -> None:
        """One state further: out, then back."""
        self._do(lambda _visit: self.desk.kit.advance(key, self.clock()))

    def take_back(self, key: int) -> None:
        """Take the last tick of a line off."""
        line = next((one for one in kit(self.visit) if one.id == key), None) if self.visit else None
        if line is not None and line.in_at is not None:
            self._do(lambda _visit: self.desk.kit.bring_back(key, self.clock(), back=False))
        elif line is not None and line.out_at is not None:
            self._do(lambda _visit: self.desk.kit.hand_out(key, self.clock(), out=False))

    def _do(self, act: Callable[[int], object]) -> None:
        if self.visit is None:
            return
        try:
            act(self.visit.id)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    _missing, _wanted = 0, 0

    def _say(self) -> None:
        count = self._missing
        words = ngettext("Add {count} line from our lists", "Add {count} lines from our lists", count)
        self.propose.setText(words.format(count=count))
        self.rule.setText(_("Take the quantities of the lists"))
        self.all_out.setText(_("All out"))
        self.all_back.setText(_("All back"))
        self.hint.setText(
            _(
                "Nothing is in the kit yet. Our lists know what a visit like this one needs; Space ticks a line."
            )
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.rows.setToolTip(_("Space: out, then back"))
        if hasattr(self, "propose"):
            self._say()
