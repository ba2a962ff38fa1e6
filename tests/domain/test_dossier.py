"""The age of a dossier, and interests as tags."""

from datetime import date

import pytest

from reception_desk.domain.dossier import countries, dossier_to_confirm, interests_of, is_old
from tests.documents.paper_facts import guest_of, sample_visit


@pytest.mark.parametrize(
    ("as_of", "on", "old"),
    [
        (date(2025, 12, 8), date(2026, 12, 8), False),
        (date(2025, 12, 8), date(2026, 12, 9), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (None, date(2026, 12, 8), True),
    ],
)
def test_it_is_old_after_a_year_and_where_nobody_knows_its_day(as_of, on, old):
    assert is_old(as_of, on) is old


def test_an_empty_dossier_has_nothing_to_confirm():
    assert not dossier_to_confirm(sample_visit(), date(2026, 12, 1))


def test_without_an_arrival_today_counts():
    visit = sample_visit()
    visit.company.background, visit.company.dossier_as_of = "三个工厂", date(2025, 12, 5)
    visit.arrival_at = None

    assert not dossier_to_confirm(visit, date(2026, 12, 1))
    assert dossier_to_confirm(visit, date(2026, 12, 6))


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("伺服主轴；柔性产线", ("伺服主轴", "柔性产线")),
        ("servo spindles, flexible lines", ("servo spindles", "flexible lines")),
        ("想看新厂房，问价格。", ()),
        ("他们这次来主要想了解我方在柔性产线方面的经验", ()),
        ("主轴\n主轴，交货期", ("主轴", "交货期")),
        ("", ()),
    ],
)
def test_short_words_are_tags_and_sentences_are_not(written, tags):
    assert interests_of(written).tags == tags


def test_the_companys_country_comes_first_and_ours_is_none():
    visit = sample_visit(nationality="CN")
    visit.company.country = "DE"
    guest_of(visit, "Sato Ken", nationality="JP", id_=2)
    guest_of(visit, "Anna Weber", nationality="DE", id_=3)

    assert countries(visit) == ["DE", "JP"]
