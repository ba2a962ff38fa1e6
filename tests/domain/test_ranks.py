"""The rank scale: from a title to its rank, and what it refuses (A1.1c)."""

import pytest

from reception_desk.domain.ranks import parse_ranks
from reception_desk.errors import ReceptionError
from reception_desk.resources import resource

SHIPPED = parse_ranks(resource("templates", "ranks.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("董事长", 1),
        ("副董事长", 3),
        ("总经办主任", 6),
        ("Chief Technology Officer", 3),
        ("Chief Executive Officer", 2),
        ("CEO", 2),
        ("Vice President", 3),
        ("顾问", None),
        ("", None),
    ],
)
def test_a_title_has_the_rank_of_the_office_that_it_ends_in(title, rank):
    assert SHIPPED.proposed(title) == rank


def test_a_title_at_two_ranks_is_refused_with_its_line():
    text = 'name = "standard"\nversion = 1\n'
    for number in (1, 2):
        text += f'[[rank]]\nnumber = {number}\nzh = "a"\nen = "b"\ntitles = ["总裁"]\n'

    with pytest.raises(ReceptionError, match="总裁"):
        parse_ranks(text)
