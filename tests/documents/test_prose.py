import re

import pytest

from reception_desk.documents.house_style import style
from reception_desk.documents.printable import markup
from reception_desk.documents.prose import Prose
from reception_desk.documents.sheets import flowing_sheets
from tests.documents.paper_facts import bare, pages_of


def lines(marked, room):
    paragraph = Prose(marked, style("item"))
    paragraph.wrap(room, 1000)
    return ["".join(word.text for word in line.words) for line in paragraph.blPara.lines]


@pytest.mark.parametrize("room", range(60, 200, 7))
def test_a_name_is_never_broken(room):
    text = (
        "接待人员请于门口迎候"
        + markup("欧阳喆", whole=True)
        + "先生和"
        + markup("Anne-Sophie", whole=True)
        + "女士一行"
    )
    broken = lines(text, room)
    assert any("欧阳喆" in line for line in broken)
    assert any("Anne-Sophie" in line for line in broken)


@pytest.mark.parametrize("room", range(70, 200, 7))
def test_a_latin_word_is_never_broken_inside_chinese(room):
    broken = lines("投影仪及PowerPoint演示文稿在会议室电脑试播", room)
    assert any("PowerPoint" in line for line in broken)


@pytest.mark.parametrize("room", range(40, 200, 7))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(room):
    broken = lines("大门、大厅、会议室（含洗手间）卫生，“请”字当头；通风10–15分钟。", room)
    assert not [line for line in broken if re.match("[、）”，。；]", line)]
    assert not [line for line in broken if re.search("[（“]$", line)]


def test_what_is_wider_than_the_line_is_broken_rather_than_lost():
    assert "".join(lines(markup("䶮" * 50, whole=True), 60)) == "䶮" * 50


def test_a_paragraph_goes_on_on_the_next_page():
    text = "准备事项" * 3000
    pdf = flowing_sheets(
        [Prose(text, style("item"))], paper="A4", title="", language="zh", foot=lambda *_: None
    )
    pages = pages_of(pdf)
    assert len(pages) > 1
    assert bare("".join(pages)) == text


def test_an_empty_text_is_no_trouble():
    assert lines("", 100) == []
