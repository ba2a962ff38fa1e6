"""Due times in words, written and read."""

import pytest

from reception_desk.domain.due import Offset, Unit
from reception_desk.domain.due_words import offset_words, read_offset
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language

OFFSETS = [Offset(), Offset(-1, Unit.HALF_DAY)] + [
    Offset(amount, unit)
    for unit in (Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS)
    for amount in (-1, 1, -21, 30)
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("offset", OFFSETS, ids=str)
def test_what_is_shown_can_be_typed(offset, language):
    use_language(language)
    assert read_offset(offset_words(offset)) == offset


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("-2d", Offset(-2, Unit.DAYS)),
        ("2天前", Offset(-2, Unit.DAYS)),
        ("提前２天", Offset(-2, Unit.DAYS)),
        ("后3个工作日", Offset(3, Unit.WORKING_DAYS)),
        ("半天前", Offset(-1, Unit.HALF_DAY)),
        ("30 min before", Offset(-30)),
        ("4 hours later", Offset(4, Unit.HOURS)),
        ("当时", Offset()),
    ],
)
def test_people_type_it_in_many_ways(text, offset):
    assert read_offset(text) == offset


@pytest.mark.parametrize(
    "text", ["2 days", "soon", "before", "2 3 days before", "half a day after", "0 days before"]
)
def test_what_is_not_clear_is_refused(text):
    with pytest.raises(ReceptionError):
        read_offset(text)
