"""Two thousand random schedules against the oracle; a hundred thousand by `python -m tests.signs.schedules 100000`."""

import pytest

from tests.signs.schedules import prove, schedule

AT_ONCE = 250


@pytest.mark.parametrize("first", range(0, 2000, AT_ONCE))
def test_a_sign_shows_exactly_what_the_rules_say_at_every_moment(first):
    for seed in range(first, first + AT_ONCE):
        prove(seed)


def test_the_schedules_hold_all_that_may_happen():
    many = [schedule(seed) for seed in range(300)]
    assert any(it.merges and it.rivals and it.orders for it in many)
    assert any(row.secret for it in many for row in it.rows)
    assert any(row.start is None for it in many for row in it.rows)
    assert any(order.row is None for it in many for order in it.orders)
