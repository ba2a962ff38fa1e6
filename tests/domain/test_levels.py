import re

import pytest

from reception_desk.domain.levels import parse_levels
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language
from reception_desk.resources import resource

TEXT = resource("templates", "levels.toml").read_text(encoding="utf-8")
LEVELS = parse_levels(TEXT)


@pytest.fixture(autouse=True)
def _in_english():
    use_language("en")
    yield
    use_language("zh")


def roles(roles):
    return [role.zh for role in roles]


@pytest.mark.parametrize(
    ("number", "zh", "en"), [(1, "一级", "Level 1"), (2, "二级", "Level 2"), (3, "三级", "Level 3")]
)
def test_there_are_three_levels_with_names_in_both_languages(number, zh, en):
    level = LEVELS.level(number)
    assert (level.text("zh"), level.text("en")) == (zh, en)


def test_B8_1_level_1_is_accompanied_by_four_and_welcomed_by_three():
    level = LEVELS.level(1)
    assert roles(level.escorts) == ["总经理", "副总经理", "总监", "部门经理"]
    assert roles(level.welcomers) == ["总经理", "副总经理", "部门经理"]
    assert level.in_position_minutes == 10


def test_B8_2_level_2_has_exactly_three_roles_for_both():
    level = LEVELS.level(2)
    assert roles(level.escorts) == roles(level.welcomers) == ["副总经理", "总监", "部门经理"]


def test_B8_3_level_3_is_the_matching_department_without_a_welcome_in_the_lobby():
    level = LEVELS.level(3)
    assert roles(level.escorts) == ["对口部门经理", "对口部门人员"]
    assert not level.welcomes_in_lobby


def test_B11b_levels_1_and_2_are_seen_off_at_the_door():
    assert [level.send_off for level in LEVELS.levels] == [True, True, False]


def test_A8_level_1_is_confirmed_twice_the_others_half_a_day_before():
    assert [[str(offset) for offset in level.confirmation_rounds] for level in LEVELS.levels] == [
        ["-1d", "-H"],
        ["-H"],
        ["-H"],
    ]


def test_every_role_has_a_name_in_both_languages():
    for level in LEVELS.levels:
        for role in (*level.escorts, *level.welcomers):
            assert role.text("zh") != role.text("en")


@pytest.mark.parametrize("number", [None, 0, 4])
def test_a_level_that_the_company_does_not_have_is_none(number):
    assert LEVELS.level(number) is None


def test_the_highest_level_comes_first_however_the_file_is_ordered():
    levels = parse_levels(TEXT.replace("number = 1", "number = 4")).levels
    assert [level.number for level in levels] == [2, 3, 4]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("number = 2", "number = 1", "Level 1: this number stands twice."),
        ("number = 2", "number = 0", "[[level]] 2: “number” must be from 1 to 9."),
        ("number = 2", 'number = "2"', "[[level]] 2: “number” must be a whole number."),
        ("number = 2", "number = true", "[[level]] 2: “number” must be a whole number."),
        ('en = "Level 2"\n', "", "Level 2: “en” is missing."),
        ('zh = "二级"', 'zh = " "', "Level 2: “zh” is empty."),
        ('zh = "二级"', 'zh = "二\\n级"', "Level 2: “zh” must be on one line, without control characters."),
        ('escorts = ["deputy', 'escorts = ["boss", "deputy', "“boss” in “escorts” is not one of the roles."),
        (
            'escorts = ["deputy_general_manager", "director"',
            'escorts = ["director", "director"',
            "“director” stands twice in “escorts”.",
        ),
        (
            "welcomers = []",
            "welcomers = [3]",
            "Level 3: “welcomers” must be a list of texts in quotation marks.",
        ),
        ("send_off = false", 'send_off = "no"', "Level 3: “send_off” must be true or false."),
        ("send_off = false", "send_of = false", "Level 3: “send_off” is missing."),
        (
            "in_position_minutes = 0",
            "in_position_minutes = 999",
            "Level 3: “in_position_minutes” must be from 0 to 240.",
        ),
        (
            '["-1d", "-H"]',
            '["+1d", "-H"]',
            "Level 1: “+1d” is not a time before the arrival; write it like -1d or -H.",
        ),
        ('["-1d", "-H"]', '["soon"]', "Level 1: “soon” is not a time before the arrival"),
        ('["-1d", "-H"]', "[]", "Level 1: At least one round of confirmation is needed."),
        ('code = "director"', 'code = "general_manager"', "[[role]] 3: “general_manager” stands twice."),
        ('en = "Director"', 'en = "Director"\nrank = 3', "[[role]] 3: “rank” is not a known key."),
        ("version = 1", "version = 1\ncolour = 3", "“colour” is not a known key."),
        ("version = 1", "version = 1 1", "Line 21: this is not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_place_and_reason(old, new, reason):
    assert old in TEXT
    with pytest.raises(ReceptionError, match=re.escape(reason)):
        parse_levels(TEXT.replace(old, new, 1))
