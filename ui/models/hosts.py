"""Our side of a visit in its order, and the roles of the level that nobody fills (B8.1-B8.3, A3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reception_desk.domain.field_words import field_word
from reception_desk.domain.host import Host
from reception_desk.domain.levels import Levels
from reception_desk.domain.our_side import Duty, Lack, introducer, no_longer_fitting
from reception_desk.domain.ranks import RankScale
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language, ngettext
from ui.models.guests import GuestsModel
from ui.models.rows import Row

DUTIES: Final = {
    Duty.ESCORTS: N_("escorts"),
    Duty.WELCOMES: N_("welcomes"),
    Duty.SEES_OFF: N_("sees off"),
}


class HostsModel(GuestsModel):
    """Our people as rows; dragging one, or Alt+Up and Alt+Down, changes the order."""

    def put(self, key: int, position: int) -> None:
        """Have the desk put one at a place, 1 first."""
        self._desk.hosts.move(key, position, self._clock())

    def show_visit(self, visit: Visit) -> None:
        """Show our side of a visit as read."""
        procedure = self._desk.procedure
        levels, ranks = procedure.levels(), procedure.ranks()
        self.show_rows([host_row(host, visit, levels, ranks) for host in visit.hosts])


def host_row(host: Host, visit: Visit, levels: Levels, ranks: RankScale) -> Row:
    """How one of us reads in the list: name and title, what they do, the rank at the end."""
    language, who = current_language(), host.who
    rank = ranks.rank(who.rank)
    department = who.department
    strays = host in no_longer_fitting(visit, levels.level(visit.level))
    marks = [
        (host is visit.lead_host, _("Leads"), "primary"),
        (strays, _("Not at this level"), "soon"),
        (host.is_interpreter, _("Interpreter"), "plain"),
    ]
    return Row(
        key=host.id,
        first=host.name_in(language),
        second=" · ".join(part for part in (host.title_in(language), department) if part),
        below=duty_words(host, visit),
        marks=tuple((words, kind) for holds, words, kind in marks if holds),
        end=rank.text(language) if rank else _("Rank open"),
        tone="muted" if rank else "soon",
    )


def duty_words(host: Host, visit: Visit) -> str:
    """What one of us does, in a line."""
    said = [_(words) for duty, words in DUTIES.items() if getattr(host, duty.value)]
    if introducer(visit) is host:
        said.append(_("introduces"))
    if host.explains:
        said.append(_("explains"))
    return _(", ").join(said) or _("Takes no part yet")


def lack_rows(lacks: Sequence[Lack], could: Sequence[int]) -> list[Row]:
    """The roles that the level asks for and nobody fills, in red; beside them how many of ours could.

    `could`: for each lack how many of our people could fill it.
    """
    language = current_language()
    rows = []
    for place, (lack, count) in enumerate(zip(lacks, could, strict=True)):
        duties = _(", ").join(_(DUTIES[duty]) for duty in lack.duties)
        name = lack.role.text(language)
        if lack.host is None:
            offered = ngettext("{count} could", "{count} could", count).format(count=count)
            rows.append(
                Row(
                    key=place,
                    first="",
                    marks=((_("{role}: nobody").format(role=name), "late"),),
                    second=duties,
                    end=offered if count else "",
                )
            )
        else:
            who = lack.host.name_in(language)
            rows.append(
                Row(
                    key=place,
                    first="",
                    marks=((_("{role} {name}: not yet").format(role=name, name=who), "soon"),),
                    second=duties,
                )
            )
    return rows


def flag_word(flag: str) -> str:
    """What a flag of a host is called."""
    return _(field_word("host", flag))
