"""The company presentation: which file in which version, tried on the room's computer, its points (A6.3b, A6.3c)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.supplies import points_done, presentation, presentation_wanted
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from ui.screens.screen import Clock
from ui.screens.visit.choices import known_people
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.part_rows import short_moment
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text

COLUMNS: Final = 2


class PresentationCard(Card):
    """A form for the file, a box for the trial, a box for each point; no card where none is to be shown.

    Signals:
        changed(): a fact was saved.
        refused(sentence): it was not.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit_id = 0
        self.form = FactForm("material", self._specs(), clock)
        self.tried, self.when = QCheckBox(), Text("", "muted")
        self.points: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._build()
        self.form.wanted.connect(self._on_wanted)
        self.tried.clicked.connect(
            lambda on: self._do(lambda: desk.kit.tried(self._visit_id, clock(), done=on))
        )
        self.retranslate()

    def _specs(self) -> tuple[Spec, ...]:
        return (
            Spec(field="place", prompt=N_("Which file, and where is it?")),
            Spec(field="edition", prompt=N_("Such as 3.2, or the day it is of")),
            Spec(
                field="owner",
                kind=Kind.SUGGEST,
                prompt=N_("Who sees to it?"),
                suggest=partial(known_people, self._desk),
            ),
        )

    def _build(self) -> None:
        tried = QHBoxLayout()
        tried.addWidget(self.tried)
        tried.addStretch(1)
        tried.addWidget(self.when)
        self._grid.setHorizontalSpacing(SPACE.large)
        self._grid.setVerticalSpacing(SPACE.hair)
        self.body.addWidget(self.form)
        self.body.addLayout(tried)
        self.body.addLayout(self._grid)

    def show_visit(self, visit: Visit) -> None:
        """Show the presentation of a visit as read."""
        lists = self._desk.procedure.lists()
        line = presentation(visit, lists)
        if visit.id != self._visit_id:
            self.form.reset({})
        self._visit_id = visit.id
        self.setVisible(line is not None or presentation_wanted(visit, lists) is not None)
        self.form.show_values(
            {field: getattr(line, field) if line else "" for field in ("place", "edition", "owner")}
        )
        self.tried.setChecked(line is not None and line.tried_at is not None)
        tried_at = visit.local(line.tried_at) if line else None
        self.when.setText(f"{short_moment(tried_at)} {line.tried_by}" if line and tried_at else "")
        self._show_points(set(points_done(visit)))

    def _show_points(self, done: set[str]) -> None:
        points = self._desk.procedure.lists().points
        for code in set(self.points) - {one.code for one in points}:
            gone = self.points.pop(code)
            gone.hide()
            gone.deleteLater()
        rows = -(-len(points) // COLUMNS)
        for place, point in enumerate(points):
            if point.code not in self.points:
                box = self.points[point.code] = QCheckBox()
                box.clicked.connect(lambda on, code=point.code: self._on_point(code, done=on))
            box = self.points[point.code]
            self._grid.addWidget(box, place % rows, place // rows)
            box.setText(point.text(current_language()).replace("&", "&&"))
            box.setChecked(point.code in done)
        covered = sum(one.code in done for one in points)
        self.set_note(_("{done} of {count} points").format(done=covered, count=len(points)))

    def _on_wanted(self, field: str, value: object) -> None:
        def save() -> None:
            self._desk.kit.write_presentation(self._visit_id, self._clock(), **{field: value})

        if save_fact(self.form, field, save):
            self.changed.emit()

    def _on_point(self, code: str, *, done: bool) -> None:
        self._do(lambda: self._desk.kit.tick_point(self._visit_id, code, self._clock(), done=done))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        self.changed.emit()

    def go_to(self, field: str) -> None:
        """Put the focus on a fact, or on the points."""
        if field == "points" and self.points:
            next(iter(self.points.values())).setFocus()
        else:
            self.form.go_to(field or "place")

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Company presentation"))
        self.tried.setText(_("Tried on the room's computer"))
        self.form.retranslate()
