"""The leader's brief: two pages whatever is known, cut where a sentence ends, and what it tells is what it shows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_desk.documents.leader_brief import LeaderBrief
from reception_desk.documents.room_on_paper import cut, cut_longest, lines
from reception_desk.domain.briefing import Briefing
from reception_desk.domain.customs import parse_customs
from reception_desk.domain.edition import Choice
from reception_desk.domain.host import Host
from reception_desk.domain.question import Question
from reception_desk.resources import resource
from tests.documents.paper_facts import HOUSE, bare, facts_of, guest_of, pages_of, sample_visit, stamp_of

paper = LeaderBrief()
CARDS = parse_customs(resource("templates", "customs.toml").read_text(encoding="utf-8"))
SENTENCE = "公司在德国、捷克和美国设有工厂，亚太采购额逐年提高。"
ENGLISH = "The company makes precision gears for robots and looks for a second supplier. "
texts = st.builds(lambda one, times: one * times, st.sampled_from((SENTENCE, ENGLISH)), st.integers(0, 40))


def made(visit, language="zh", **more):
    facts, choice = replace(facts_of(visit), **more), Choice(language=language)
    content = paper.content(facts, choice)
    return content, pages_of(paper.draw(content, choice, HOUSE, stamp_of("D14"), {}))


def full_visit(dossier, answer, points, guests, questions):
    """A visit about which much was written."""
    visit = sample_visit()
    for field in (
        "background",
        "strength",
        "business_status",
        "business_scope",
        "regional_market",
        "customs",
    ):
        setattr(visit.company, field, dossier)
    visit.questions = [
        Question(visit_id=1, question=f"问题{number}？", answer=answer) for number in range(questions)
    ]
    visit.briefings = [Briefing(visit_id=1, leader="陈启明", points="\n".join([points] * 3))]
    for number in range(guests):
        guest_of(visit, f"来宾{number}", title="研发中心副总监", id_=number + 2).diet = dossier[:40]
    host = Host(visit_id=1, name="陈启明", title="总经理", rank=2)
    visit.hosts = [host]
    return visit


def is_shown(line, pages):
    """Whether a line stands on a page, or begins at the end of the first and ends on the second."""
    if any(line in page for page in pages):
        return True
    first, last = pages[0], pages[-1]
    return any(line[:at] in first and line[at:] in last for at in range(1, len(line)))


@pytest.mark.timeout(180)
@settings(max_examples=12, deadline=None)
@given(texts, texts, texts, st.integers(0, 15), st.integers(0, 14), st.sampled_from(("zh", "en")))
def test_two_pages_hold_it_and_they_show_just_what_it_tells(
    dossier, answer, points, guests, questions, language
):
    visit = full_visit(dossier, answer, points, guests, questions)
    content, pages = made(visit, language, cards=CARDS.of(["DE", "JP"]), earlier=[sample_visit()] * 4)

    assert len(pages) <= 2
    for name, value in content:
        if (
            "/side" not in name
            and "/role" not in name
            and name.partition("/")[2] not in ("arrival", "departure", "day")
        ):
            assert all(is_shown(bare(line), [bare(page) for page in pages]) for line in value.split("\n")), (
                name
            )


def test_a_long_text_is_cut_at_a_sentence_and_says_so():
    visit = full_visit(SENTENCE * 80, "六周。", "不谈独家供应", 0, 1)
    content, pages = made(visit)

    background = dict(content)["dossier background/text"]
    assert background.endswith(SENTENCE + "…")
    assert bare(background) in bare("".join(pages))
    assert dict(content)["talk 1/points"] == "\n".join(["不谈独家供应"] * 3)


def test_what_was_cut_away_makes_no_paper_stale():
    visit = full_visit(SENTENCE * 80, "六周。", "不谈独家供应", 0, 1)
    before, _pages = made(visit)
    visit.company.background += "末尾补充。"

    assert made(visit)[0] == before


def test_what_goes_onto_two_pages_is_whole():
    content, _pages = made(full_visit(SENTENCE * 2, "六周。", "不谈独家供应", 3, 3))

    assert not any("…" in value for _name, value in content)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("一二三。四五六。七八九。", "一二三。四五六。…"),
        ("It is one. It is two. It is three and it goes on for long.", "It is one. It is two.…"),
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(text, whole):
    assert cut(text, 1, 10 if text[0] == "一" else 16) == whole


def test_the_longest_are_cut_first_and_the_others_stay():
    found = cut_longest({"long": SENTENCE * 10, "short": "一句。"}, 4, 30)

    assert found["short"] == "一句。"
    assert lines(found["long"], 30) <= 3
