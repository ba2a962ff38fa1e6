"""The customs cards of the countries: edited card by card, a version each, undone like everything."""

from __future__ import annotations

import pytest

from reception_desk.domain.template import TemplateKind
from reception_desk.errors import ReceptionError
from tests.desk import NOW


def test_a_changed_point_is_a_new_version_that_undo_takes_back(desk):
    before = desk.customs.in_force().card("DE")

    desk.customs.set_points("DE", "zh", "守时\n\n  先谈正事 \n守时", NOW)
    assert desk.procedure.customs().card("DE").points_zh == ("守时", "先谈正事")
    assert len(desk.templates.versions(TemplateKind.CUSTOMS)) == 2

    desk.history.undo(NOW)
    assert desk.customs.in_force().card("DE") == before


def test_a_country_is_added_by_its_name_and_can_be_removed(desk):
    assert desk.customs.add("荷兰", NOW) == "NL"
    card = desk.customs.in_force().card("NL")
    assert (card.zh, card.en, card.points_zh) == ("荷兰", "Netherlands", ())

    desk.customs.remove("NL", NOW)
    assert desk.customs.in_force().card("NL") is None


@pytest.mark.parametrize("name", ["", "某国", "中国", "德国"])
def test_what_is_no_other_country_or_has_a_card_already_is_refused(desk, name):
    before = desk.customs.in_force()

    with pytest.raises(ReceptionError):
        desk.customs.add(name, NOW)

    assert desk.customs.in_force() == before


def test_a_country_keeps_a_name(desk):
    with pytest.raises(ReceptionError):
        desk.customs.rename("DE", "en", " ", NOW)
