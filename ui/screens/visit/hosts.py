"""Who of us receives: our people in their order, the empty roles of the level in red, a proposal for them."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.our_side import Lack, asked_about, leaders_unsaid, no_longer_fitting
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, ngettext
from ui.models.hosts import HostsModel, lack_rows
from ui.models.rows import RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.details import DetailCard
from ui.screens.visit.guests import GuestsView
from ui.screens.visit.host_sheet import HostSheet
from ui.screens.visit.rows import RowsView
from ui.widgets.buttons import Button
from ui.widgets.text import Text


class LacksView(RowsView):
    """The empty roles; there is nothing to take out."""

    def menu_for(self, key: int) -> QMenu:
        """What can be done with an empty role."""
        menu = super().menu_for(key)
        for action in menu.actions()[1:]:
            menu.removeAction(action)
        return menu


class HostsCard(DetailCard):
    """The list, what the level lacks, the line that adds one, the sheet of one."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        self._model = HostsModel(desk, clock)
        super().__init__(desk, clock, self._model)
        self._sheet: HostSheet | None = None
        self._lacks: list[Lack] = []
        self.lacks = LacksView(RowsModel())
        self.lacks.opened.connect(self.open_lack)
        self.hint = Text("", "muted", wrap=True)
        self.propose = Button("", kind="link", icon_name="group")
        self.propose.clicked.connect(self.propose_all)
        self.strays = Button("", kind="link", icon_name="close")
        self.strays.clicked.connect(self.take_out_strays)
        self.add_action(self.propose)
        self.body.insertWidget(1, self.lacks)
        self.body.insertWidget(2, self.strays)
        self.body.insertWidget(3, self.hint)
        self._model.moved.connect(self.changed)
        self._model.refused.connect(self.refused)

    def _view(self, model: RowsModel) -> RowsView:
        return GuestsView(self._model)

    @property
    def sheet(self) -> HostSheet:
        """The sheet of one of us, made when it is first wanted."""
        if self._sheet is None:
            self._sheet = HostSheet(self.desk, self.clock)
            self._sheet.changed.connect(self.changed)
        return self._sheet

    def show_visit(self, visit: Visit) -> None:
        """Show our side of a visit as read, what it lacks, and the one in the sheet."""
        self.visit = visit
        self._model.show_visit(visit)
        self._lacks = self.desk.hosts.lacking(visit)
        could = self.desk.hosts.could(visit, self._lacks) if self._lacks else []
        self.lacks.rows.show_rows(lack_rows(self._lacks, could))
        self._show_hint(visit)
        if self._sheet is not None and not self._sheet.show_visit(visit):
            self.details_over.emit()

    def _show_hint(self, visit: Visit) -> None:
        """What the level leaves open, and why nobody is listed."""
        procedure = self.desk.procedure
        level = procedure.levels().level(visit.level)
        language = current_language()
        said = [
            _("{role} escorts; also in the lobby to welcome?").format(role=role.text(language))
            for role in asked_about(visit, level, procedure.ranks())
        ]
        said += [
            _("{name} takes part: say that the leadership does, so that notice is watched.").format(
                name=host.name_in(language)
            )
            for host in leaders_unsaid(visit, procedure.ranks())[:1]
        ]
        self.strays.setVisible(bool(no_longer_fitting(visit, level)))
        if level is None:
            said.append(_("Choose the level: it says who receives."))
        elif not visit.owner_department:
            said.append(_("Say which department is responsible: its people are proposed then."))
        self.hint.setText("\n".join(said))
        self.hint.setVisible(bool(said))

    def propose_all(self) -> None:
        """Fill the empty roles; what people set stays."""
        if self.visit is None:
            return
        try:
            count = self.desk.hosts.propose(self.visit.id, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        if not count:
            self.said.emit(_("Nobody to propose: the roles are filled, or several people could fill them."))
            return
        self.said.emit(ngettext("{count} role filled", "{count} roles filled", count).format(count=count))
        self.changed.emit()

    def take_out_strays(self) -> None:
        """Take those off whom the level does not have; undo brings them back."""
        if self.visit is not None and self.desk.hosts.take_out_strays(self.visit.id, self.clock()):
            self.said.emit(_("Removed. Ctrl+Z brings it back."))
            self.changed.emit()

    def open_new(self) -> None:
        """Show an empty sheet."""
        self._begin(None)

    def open_lack(self, place: int) -> None:
        """Choose somebody for an empty role, or see who lacks a duty of it."""
        lack = self._lacks[place]
        if lack.host is None:
            self._begin(lack)
        else:
            self.open_one(lack.host.id, "duties")

    def _begin(self, lack: Lack | None) -> None:
        if self.visit is not None:
            self.sheet.begin(self.visit, lack.role if lack else None)
            self.details_wanted.emit(self.sheet.heading(), self.sheet)
            self.sheet.go_to()

    def open_one(self, key: int, field: str = "") -> None:
        """Show the sheet of one of us."""
        if self.visit is not None and self.sheet.open(self.visit, key):
            self.details_wanted.emit(self.sheet.heading(), self.sheet)
            self.sheet.go_to(field)

    def open_role(self, code: str) -> None:
        """Choose somebody for a role by its code."""
        for place, lack in enumerate(self._lacks):
            if lack.role.code == code:
                self.open_lack(place)

    def go_to_open(self) -> None:
        """Put the focus on the first empty role, else on the first of us, else on the line that adds one."""
        if self._lacks:
            self.lacks.go_to(0)
        else:
            self.go_to("")

    def open_lead(self) -> None:
        """Show who leads, at the rank; add somebody where nobody does."""
        lead = self.visit.lead_host if self.visit else None
        if lead is None:
            self.open_new()
        else:
            self.open_one(lead.id, "rank")

    def remove_one(self, key: int) -> None:
        """Take one of us off the visit."""
        try:
            self.desk.hosts.remove(key, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.said.emit(_("Removed. Ctrl+Z brings it back."))
        self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written in the sheet."""
        if self._sheet is not None:
            self._sheet.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Our side"))
        self.rows.setAccessibleName(_("Our side"))
        self.lacks.setAccessibleName(_("Empty roles"))
        self.propose.setText(_("Propose by level"))
        self.strays.setText(_("Take out who is not at this level"))
        self.add.setText(_("+ Add somebody of us"))
        if self._sheet is not None:
            self._sheet.retranslate()
