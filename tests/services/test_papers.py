"""Papers: previewed, printed as editions, stale exactly when their content differs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reception_desk.documents import HAND_OUTS
from reception_desk.domain.edition import Choice, Edition, EditionState, Medium
from reception_desk.domain.entity import Answer
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.documents.paper_facts import bare, pages_of

ZH = Choice()


def states(desk, visit_id):
    return [
        (now.edition.document, now.edition.revision, now.state.value)
        for now in desk.papers.editions(visit_id, NOW)
    ]


def test_what_is_printed_is_what_was_previewed(desk):
    visit = plain_visit(desk)
    preview = desk.papers.preview(visit, "D25", ZH, NOW)
    assert desk.papers.make(visit, "D25", ZH, NOW).pdf == preview


def test_a_preview_is_no_edition(desk):
    visit = plain_visit(desk)
    desk.papers.preview(visit, "D25", ZH, NOW)
    assert states(desk, visit) == []


def test_an_edition_remembers_how_it_left(desk):
    visit = plain_visit(desk)
    made = desk.papers.make(
        visit, "D5", ZH, NOW, medium=Medium.PRINTER, copies=2, holder=" 王师傅 ", reason="催得急"
    ).edition
    assert (made.medium, made.copies, made.holder, made.made_by, made.made_at) == (
        "printer",
        2,
        "王师傅",
        "李静",
        NOW,
    )
    assert made.content == [["name/zh", "顾翀"]]


def test_a_second_print_replaces_the_first(desk):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D25", ZH, NOW)
    desk.papers.make(visit, "D25", ZH, NOW)
    assert states(desk, visit) == [("D25", 2, "current"), ("D25", 1, "replaced")]


def test_another_choice_is_another_paper(desk):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D25", ZH, NOW)
    desk.papers.make(visit, "D25", Choice(language="en"), NOW)
    assert {state for _document, _revision, state in states(desk, visit)} == {"current"}


def test_a_changed_title_makes_the_sheet_stale_and_not_the_placard(desk):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D5", ZH, NOW, reason="催得急")
    desk.papers.make(visit, "D25", ZH, NOW)
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, title="总裁")
    assert states(desk, visit) == [("D25", 1, "stale"), ("D5", 1, "current")]


def test_a_change_taken_back_makes_the_paper_current_again(desk):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D25", ZH, NOW)
    desk.visits.change(visit, NOW, arrival_at=ARRIVAL + timedelta(minutes=5))
    assert states(desk, visit) == [("D25", 1, "stale")]
    desk.visits.change(visit, NOW, arrival_at=ARRIVAL)
    assert states(desk, visit) == [("D25", 1, "current")]


def test_a_tick_makes_no_paper_stale(desk):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D25", ZH, NOW)
    desk.preparation.check_off(visit, "101", "", NOW)
    assert states(desk, visit) == [("D25", 1, "current")]


def test_a_tick_stands_on_the_next_print(desk):
    visit = plain_visit(desk)
    desk.preparation.check_off(visit, "101", "", NOW)
    assert "李静" in bare("".join(pages_of(desk.papers.preview(visit, "D25", ZH, NOW))))


def test_the_placard_of_a_guest_who_does_not_come_is_stale(desk):
    visit = plain_visit(desk)
    other = desk.guests.add(visit, "单镕", NOW)
    desk.papers.make(visit, "D5", Choice(guest_id=other), NOW, reason="催得急")
    desk.guests.remove(other, NOW)
    assert states(desk, visit) == [("D5", 1, "stale")]


def test_a_recalled_paper_stays_recalled(desk):
    visit = plain_visit(desk)
    edition = desk.papers.make(visit, "D25", ZH, NOW).edition
    desk.papers.recall(edition.id, NOW)
    assert states(desk, visit) == [("D25", 1, "recalled")]
    with pytest.raises(ReceptionError):
        desk.papers.recall(edition.id, NOW)


def test_a_paper_that_never_came_out_gives_way_to_the_one_before(desk):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D25", ZH, NOW)
    desk.papers.withdraw(desk.papers.make(visit, "D25", ZH, NOW).edition.id, NOW)
    assert states(desk, visit) == [("D25", 2, "withdrawn"), ("D25", 1, "current")]


def test_changed_wording_is_told_and_is_not_stale(desk):
    visit = plain_visit(desk)
    edition = desk.papers.make(visit, "D25", ZH, NOW).edition
    with desk.database.unit_of_work(None, NOW) as work:
        work.change(work.get(Edition, edition.id), template_version="0")
    [now] = desk.papers.editions(visit, NOW)
    assert (now.state, now.newer_wording) == (EditionState.CURRENT, True)


def test_a_character_without_a_font_is_named_and_nothing_is_printed(desk):
    visit = plain_visit(desk)
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, title="董事长😀")
    assert desk.papers.unprintable(visit, "D25", ZH, NOW) == ["😀"]
    with pytest.raises(ReceptionError, match="😀"):
        desk.papers.make(visit, "D25", ZH, NOW)
    assert states(desk, visit) == []


def test_the_short_code_on_the_paper_finds_the_edition(desk):
    visit = plain_visit(desk)
    made = desk.papers.make(visit, "D25", ZH, NOW)
    with desk.database.reading() as work:
        assert work.editions.by_code(made.edition.code).id == made.edition.id
    assert made.edition.code in pages_of(made.pdf)[0]


def test_what_looked_like_a_paper_of_another_number_is_refused_with_those_there_are(desk):
    with pytest.raises(ReceptionError, match="D25"):
        desk.papers.preview(plain_visit(desk), "D99", ZH, NOW)


@pytest.mark.parametrize(("answer", "needed"), [(Answer.YES, True), (Answer.NO, False)])
def test_the_kit_holds_what_the_visit_calls_for(desk, answer, needed):
    visit = plain_visit(desk, pick_up=answer)
    numbers = [line.hand_out.number for line in desk.papers.kit(visit, NOW)]
    assert "D25" in numbers
    assert ("D5" in numbers) is needed


def test_a_paper_is_missing_until_it_is_printed_and_again_when_it_is_stale(desk):
    visit = plain_visit(desk, pick_up=Answer.NO)

    def missing():
        lines = desk.papers.lines(visit, NOW)
        return [line.hand_out.number for line in lines if line.is_missing and line.hand_out.number == "D25"]

    assert missing() == ["D25"]
    desk.papers.make(visit, "D25", ZH, NOW)
    assert missing() == []
    desk.visits.change(visit, NOW, heads=9)
    assert missing() == ["D25"]


def test_the_kit_is_written_into_a_folder(desk, tmp_path):
    files = desk.papers.write(plain_visit(desk), [], tmp_path / "out", NOW, reason="催得急")
    names = [file.name for file in files]
    assert {"D5 接机牌 2026-0001 顾翀.pdf", "D25 准备检查表 2026-0001.pdf"} <= set(names)
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(file.name for file in files)
    placard = files[names.index("D5 接机牌 2026-0001 顾翀.pdf")]
    assert bare(pages_of(placard.read_bytes())[0]) == "顾翀"


def test_a_named_paper_is_written_in_the_language_asked_for(desk, tmp_path):
    [file] = desk.papers.write(plain_visit(desk), ["d25"], tmp_path, NOW, language="en")
    assert file.name == "D25 Preparation sheet 2026-0001 en.pdf"
    assert "Preparation sheet" in pages_of(file.read_bytes())[0]


def test_the_placard_of_a_named_guest_is_written(desk, tmp_path):
    visit = plain_visit(desk)
    desk.guests.add(visit, "单镕", NOW)
    [file] = desk.papers.write(visit, ["D5"], tmp_path, NOW, guest="单镕", reason="催得急")
    assert bare(pages_of(file.read_bytes())[0]) == "单镕"
    with pytest.raises(ReceptionError, match="王五"):
        desk.papers.write(visit, ["D5"], tmp_path, NOW, guest="王五", reason="催得急")


def test_the_placard_of_a_guest_from_abroad_is_written_in_english(desk, tmp_path):
    visit = plain_visit(desk)
    guest = desk.guests.add(visit, "安妮", NOW, nationality="FR")
    desk.guests.change(guest, NOW, name_latin="Anne Lefèvre")
    [file] = desk.papers.write(visit, ["D5"], tmp_path, NOW, guest="Anne Lefèvre", reason="催得急")
    assert "AnneLefèvre" in bare(pages_of(file.read_bytes())[0])


def test_when_one_paper_cannot_be_made_none_is(desk, tmp_path):
    visit = plain_visit(desk)
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, title="😀")
    with pytest.raises(ReceptionError):
        desk.papers.write(visit, ["D5", "D25"], tmp_path / "out", NOW, reason="催得急")
    assert not (tmp_path / "out").exists()
    assert states(desk, visit) == []


def test_a_folder_that_cannot_be_written_is_refused_with_a_sentence(desk, tmp_path):
    (tmp_path / "out").write_text("a file")
    visit = plain_visit(desk)
    with pytest.raises(ReceptionError):
        desk.papers.write(visit, ["D25"], tmp_path / "out", NOW)
    assert states(desk, visit) == []


CHANGES = {
    "name": lambda visit: setattr(visit.guests[0].person, "name", "单镕"),
    "latin name": lambda visit: setattr(visit.guests[0].person, "name_latin", "Shan Rong"),
    "title": lambda visit: setattr(visit.guests[0], "title", "总裁"),
    "phone": lambda visit: setattr(visit.guests[0].person, "phone", "+8613800002222"),
    "company": lambda visit: setattr(visit.company, "name", "另一家公司"),
    "heads": lambda visit: setattr(visit, "heads", 9),
    "level": lambda visit: setattr(visit, "level", 3),
    "arrival": lambda visit: setattr(visit, "arrival_at", ARRIVAL + timedelta(hours=1)),
    "note": lambda visit: setattr(visit, "note", "随便"),
    "drop-off": lambda visit: setattr(visit, "drop_off", "北门"),
    "hotel": lambda visit: setattr(visit, "hotel", Answer.NO),
}


def _can_be_made(desk, visit_id, paper, choice):
    """An invitation wants a passport, a guide places: those have tests of their own."""
    try:
        desk.papers.drawing(visit_id, paper.number, choice, NOW)
    except ReceptionError:
        return False
    return True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    st.sets(st.sampled_from(sorted(CHANGES))),
    st.sampled_from(HAND_OUTS),
    st.sampled_from(["zh", "en", "both"]),
)
def test_an_edition_is_stale_exactly_when_its_content_differs(desk, changes, paper, language):
    visit_id = plain_visit(desk)
    desk.signs.add("大堂", NOW)
    desk.welcome.check(desk.welcome.propose(visit_id, NOW), NOW)
    choice = Choice(language=language)
    assume(_can_be_made(desk, visit_id, paper, choice))
    desk.papers.make(visit_id, paper.number, choice, NOW, reason="催得急")
    before = desk.papers.drawing(visit_id, paper.number, choice, NOW).content
    with desk.database.unit_of_work(_said(), NOW) as work:
        visit = work.visits.whole(visit_id)
        for change in changes:
            CHANGES[change](visit)
    with desk.database.reading() as work:
        facts = desk.papers._visit_facts.of(work, visit_id)
    [now] = desk.papers.editions(visit_id, NOW)
    assert (now.state is EditionState.STALE) is (paper.content(facts, choice) != before)


def _said():
    from reception_desk.repository.journal import Said

    return Said("Changed")


def test_A6_2b_the_notice_to_it_is_called_for_once_the_words_are_checked(desk):
    visit_id = plain_visit(desk)
    desk.signs.add("大堂", NOW)
    message_id = desk.welcome.propose(visit_id, NOW)
    assert "D18" not in [line.hand_out.number for line in desk.papers.kit(visit_id, NOW)]
    desk.welcome.check(message_id, NOW)
    assert "D18" in [line.hand_out.number for line in desk.papers.kit(visit_id, NOW)]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("接待申请表", "D2"),
        ("reception plan", "D3"),
        ("driver_sheet", "D7"),
        ("用餐通知单", "D11"),
        ("Kitchen and tea sheet", "D12"),
        ("门岗通知单", "D21"),
    ],
)
def test_a_paper_of_the_plan_is_found_by_its_name(desk, tmp_path, name, number):
    [file] = desk.papers.write(plain_visit(desk), [name], tmp_path, NOW, reason="催得急")
    assert file.name.split()[0] == number
