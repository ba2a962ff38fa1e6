"""Records written down twice, made one in the settings."""

from __future__ import annotations

import pytest

from tests.desk import NOW
from ui.screens.settings.duplicates import DuplicatesSection


@pytest.fixture
def section(qtbot, desk, clock):
    """The section with one pair: the first has come twice."""
    for name in ("苏州恒屹精密机械有限公司", "苏州恒屹精密机械有限公司", "苏州恒屹精密机械"):
        desk.visits.new(NOW, company=name)
    desk.visits.change_company(3, NOW, country="DE")
    made = DuplicatesSection(desk, clock)
    qtbot.addWidget(made)
    made.refresh()
    qtbot.waitUntil(lambda: bool(made.pairs), timeout=5000)
    return made


def test_the_likelier_choices_are_made(section):
    assert section.comparison.kept_id() == section.pairs[0].one.id
    assert section.comparison.taken() == {"country"}


def test_merging_is_one_press_and_the_pair_goes(qtbot, desk, section):
    section.comparison.merge.click()

    qtbot.waitUntil(lambda: section.pairs == [], timeout=5000)
    companies = {desk.visits.get(visit_id).company_id for visit_id in (1, 2, 3)}
    assert len(companies) == 1
    assert desk.visits.get(1).company.country == "DE"


def test_the_other_one_may_stay_and_a_value_may_be_chosen(qtbot, desk, section):
    section.comparison.choose("", 1)
    section.comparison.choose("name", 0)
    section.comparison.merge.click()

    kept = desk.visits.get(1).company
    assert (kept.id, kept.name, kept.aliases) == (
        desk.visits.get(3).company_id, "苏州恒屹精密机械有限公司", "苏州恒屹精密机械",
    )  # fmt: skip
    qtbot.waitUntil(lambda: section.pairs == [], timeout=5000)
