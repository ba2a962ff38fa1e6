import csv
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.domain.checklist import (
    Anchor,
    Condition,
    Owner,
    Phase,
    Subject,
    conditions_of_level,
    parse_checklist,
)
from reception_desk.domain.visit import ANSWERS
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language, words
from reception_desk.resources import resource

DATA = Path(__file__).parent.parent / "data"
TEXT = resource("templates", "checklists", "standard.toml").read_text(encoding="utf-8")
CHECKLIST = parse_checklist(TEXT)

PHASES = dict(zip(["准备", "接送", "会谈", "用餐", "后续"], Phase, strict=True))
OWNERS = dict(zip(["前台", "行政", "对口", "司机", "保洁", "门岗", "IT", "陪同"], Owner, strict=True))
CODES = {
    Condition.ALWAYS: "101 103 105 107 108 109 110 111 112 113 115 117 131 132 133 136 190 209 211 214 503 504 505 506",
    Condition.PICK_UP: "129 130 202 203 204 207",
    Condition.SELF_DRIVE: "205 206",
    Condition.FOREIGN: "104 116",
    Condition.HOTEL: "201 212",
    Condition.TICKET: "213",
    Condition.MEAL: "401 402 403 404 405",
    Condition.MEETING: "119 123 124 127 128 135 301 302 303 304 305 306 307 308 309 310 311 312 501 502",
    Condition.TOUR: "114 120 121 122",
    Condition.GIFT: "125 134",
    Condition.SIGN: "126 210",
    Condition.LEADERSHIP: "102 118",
    Condition.INVITATION: "106",
    Condition.LEVEL_1: "189",
    Condition.LEVEL_1_OR_2: "208 215",
}
ALWAYS = CODES[Condition.ALWAYS].split()


@pytest.fixture(autouse=True)
def _in_english():
    use_language("en")
    yield
    use_language("zh")


def rows():
    """The table of the specification, as it stands there."""
    with (DATA / "checklist.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def codes(conditions):
    return [line.code for line in CHECKLIST.lines_for(frozenset(conditions))]


def plain(text):
    """The text without the width of its punctuation: the specification is typed with narrow ones."""
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def test_every_row_of_the_specification_is_shipped_in_its_order():
    assert [line.code for line in CHECKLIST.lines] == [row["code"] for row in rows()]
    assert len(CHECKLIST.lines) == 76


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["code"])
def test_the_shipped_item_says_what_the_specification_says(row):
    line = CHECKLIST.line(row["code"])
    assert plain(line.text("zh")) == plain(row["zh"])
    assert line.text("en") == row["en"]
    assert line.phase is PHASES[row["phase"]]
    assert line.due == row["due"].replace("−", "-")
    assert line.owner is OWNERS[row["owner"]]
    assert line.condition == row["condition"].replace("–", "")
    assert line.clauses == tuple(row["clauses"].split())


def test_every_clause_of_an_item_is_one_of_the_procedure():
    known = (DATA / "clauses.txt").read_text(encoding="utf-8").split()
    assert {clause for line in CHECKLIST.lines for clause in line.clauses} <= set(known)


def test_chinese_is_punctuated_as_chinese():
    assert not [line.zh for line in CHECKLIST.lines if re.search(r"[,:;()!?]", line.zh)]


def test_P6_the_five_phases_all_have_items():
    assert {line.phase for line in CHECKLIST.lines} == set(Phase)


def test_the_items_without_a_condition_are_always_there():
    assert codes([]) == ALWAYS


@pytest.mark.parametrize("condition", CODES, ids=lambda condition: condition.name)
def test_a_condition_brings_its_items_and_no_others(condition):
    assert sorted(codes([condition])) == sorted({*ALWAYS, *CODES[condition].split()})


def test_the_conditions_cover_the_whole_list():
    assert sorted(" ".join(CODES.values()).split()) == [row["code"] for row in rows()]


@given(st.frozensets(st.sampled_from(list(Condition))))
def test_several_conditions_bring_the_items_of_each_in_the_order_of_the_list(conditions):
    wanted = {*ALWAYS, *" ".join(CODES[condition] for condition in conditions).split()}
    assert codes(conditions) == [row["code"] for row in rows() if row["code"] in wanted]


@pytest.mark.parametrize(
    ("level", "expected"),
    [(None, []), (1, ["189", "208", "215"]), (2, ["208", "215"]), (3, []), (4, [])],
)
def test_B11b_the_level_brings_its_items_and_an_unknown_one_none(level, expected):
    assert sorted(set(codes(conditions_of_level(level))) - set(ALWAYS)) == expected


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_of_a_visit_has_its_condition(answer):
    assert Condition[answer.upper()]


def test_items_at_a_meeting_or_a_meal_come_once_for_each():
    of = {subject: [line.code for line in CHECKLIST.lines if line.subject is subject] for subject in Subject}
    assert of[Subject.MEETING] == [str(code) for code in range(301, 313)]
    assert of[Subject.MEAL] == [str(code) for code in range(401, 406)]
    assert len(of[Subject.VISIT]) == 76 - 12 - 5


def test_a_code_that_is_not_on_the_list_has_no_line():
    assert CHECKLIST.line("999") is None


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        (Phase.TRANSFER, "接送", "Transfer"),
        (Phase.TALKS, "会谈", "Talks"),
        (Owner.DEPARTMENT, "对口部门", "Matching department"),
        (Owner.FRONT_DESK, "前台", "Front desk"),
        (Anchor.CHECK_IN, "酒店入住", "Hotel check-in"),
    ],
)
def test_phases_owners_and_anchors_have_words_in_both_languages(word, zh, en):
    assert (word.words(words("zh")), word.words(words("en"))) == (zh, en)


@pytest.mark.parametrize("word", [*Phase, *Owner, *Anchor])
def test_every_word_is_shown_in_the_language_of_the_screen(word):
    use_language("zh")
    assert word.words() == word.words(words("zh"))
    if word is not Owner.IT:
        assert not word.words().isascii()


@pytest.mark.parametrize("text", ["\ufeff" + TEXT, TEXT.replace("\n", "\r\n")], ids=["mark", "line ends"])
def test_a_file_saved_on_windows_is_read_all_the_same(text):
    assert parse_checklist(text) == CHECKLIST


ITEM_126 = TEXT[TEXT.index('[[item]]\ncode = "126"') : TEXT.index('[[item]]\ncode = "127"')]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            'when = "sign"',
            'when = "led"',
            "Item 126: “led” is not known as “when”; known are: pick self foreign hotel",
        ),
        ('when = "sign"', 'when = "Sign"', "Item 126: “Sign” is not known as “when”"),
        ('when = "sign"\n', "", "Item 126: “when” is missing."),
        (
            'due = "AC-1d"',
            'due = "XX-1d"',
            "Item 126: “XX-1d” begins with no time of the visit; known are: NA AC PU",
        ),
        ('due = "AC-1d"', 'due = "AC-1x"', "Item 126: “AC-1x” is not a due time; write it like AC-30m"),
        ('due = "AC-1d"', 'due = "AC1d"', "Item 126: “AC1d” is not a due time"),
        ('due = "AC-1d"', 'due = "AC−1d"', "Item 126: “AC−1d” is not a due time"),
        ('due = "AC-1d"', 'due = ""', "Item 126: “due” is empty."),
        ('due = "AC-1d"', "due = 1", "Item 126: “due” must be a text in quotation marks."),
        (
            'phase = "preparation"',
            'phase = "party"',
            "Item 126: “party” is not known as “phase”; known are: preparation",
        ),
        (
            'owner = "front_desk"',
            'owner = "boss"',
            "Item 126: “boss” is not known as “owner”; known are: front_desk",
        ),
        ('code = "126"', 'code = "125"', "Item 125: this code stands twice."),
        ('code = "126"', "code = 126", "[[item]] 26: “code” must be a text in quotation marks."),
        (
            'code = "126"',
            'code = "12-6"',
            "[[item]] 26: “12-6” is not a code: one to eight letters or digits.",
        ),
        ('code = "126"\n', "", "[[item]] 26: “code” is missing."),
        ("en = ", "eng = ", "Item 126: “en” is missing."),
        ('zh = "欢迎词定稿并告知IT"', 'zh = ""', "Item 126: “zh” is empty."),
        ('clauses = ["A6.2a", "A6.2b"]', 'clauses = "A6.2a"', "Item 126: “clauses” must be a list of texts"),
        (
            'clauses = ["A6.2a", "A6.2b"]',
            'clauses = ["six"]',
            "Item 126: “six” is not the number of a clause.",
        ),
        (
            'clauses = ["A6.2a", "A6.2b"]',
            'clauses = ["A7", "A7"]',
            "Item 126: “A7” stands twice in “clauses”.",
        ),
        ('when = "sign"', 'when = "sign"\nurgent = true', "Item 126: “urgent” is not a known key."),
        ('when = "sign"', "when = sign", "this is not TOML (Invalid value)."),
    ],
)
def test_a_wrong_item_is_refused_with_its_code_and_the_reason(old, new, reason):
    assert old in ITEM_126
    with pytest.raises(ReceptionError, match=re.escape(reason)):
        parse_checklist(TEXT.replace(ITEM_126, ITEM_126.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "“name” is missing."),
        ('name = "x"', "“version” is missing."),
        ('name = "x"\nversion = "1"', "“version” must be a whole number."),
        ('name = "x"\nversion = 1', "“item” is missing."),
        ('name = "x"\nversion = 1\nitem = []', "“item” must be a list of tables [[item]]."),
        ('name = "x"\nversion = 1\nitem = [1]', "“item” must be a list of tables [[item]]."),
        ('name = "x"\nversion = 1\n\nname = "y"\n', "Line 4: this is not TOML (Cannot overwrite a value)."),
        ('name = "x', "At the end: this is not TOML"),
        ("PK\x03\x04", "Line 1: this is not TOML"),
    ],
)
def test_what_is_no_checklist_is_refused(text, reason):
    with pytest.raises(ReceptionError, match=re.escape(reason)):
        parse_checklist(text)
