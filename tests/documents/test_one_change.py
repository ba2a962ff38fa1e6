"""One change, everything follows: an edition is flagged if and only if its ink would differ (5.3, 5.4)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.desk import new_desk
from tests.documents.one_change import furnished, one_change, one_sign_change


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A desk with a visit that has something of everything; nothing that is tried is kept."""
    desk = new_desk(tmp_path_factory.mktemp("one_change") / "desk")
    yield desk, furnished(desk)
    desk.close()


@pytest.mark.timeout(300)
@settings(
    max_examples=30,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink takes minutes: each try draws paper
    suppress_health_check=[HealthCheck.too_slow],
)
@given(rnd=st.randoms(use_true_random=False))
def test_5_4_a_paper_is_flagged_exactly_where_its_ink_would_differ(house, rnd):
    desk, visit_id = house
    assert one_change(desk, visit_id, rnd) == []


@pytest.mark.timeout(300)
@settings(
    max_examples=60,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(rnd=st.randoms(use_true_random=False))
def test_5_3_it_is_told_again_exactly_where_a_sign_would_show_otherwise(house, rnd):
    desk, visit_id = house
    assert one_sign_change(desk, visit_id, rnd) == []
