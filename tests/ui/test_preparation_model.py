"""The preparation as a model: five phases, ticks, reasons and notes through the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.domain.checklist import Phase
from reception_desk.domain.preparation import ItemState
from tests.ui.sample_desk import NOW, filled_desk, now
from ui.models.item_acts import NOTE, PHASE, REASON
from ui.models.preparation import Column, PreparationModel, Show

TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def desk(tmp_path):
    opened, _visit_id = filled_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def visit_id(desk):
    return desk.visits.numbered("2026-0001").id


@pytest.fixture
def model(qapp, desk, visit_id):
    made = PreparationModel(desk, now)
    made.show_visit(desk.visits.get(visit_id))
    return made


def phases(model):
    return [model.index(row, 0) for row in range(model.rowCount())]


def items(model):
    return [
        model.item(model.index(row, 0, phase))
        for phase in phases(model)
        for row in range(model.rowCount(phase))
    ]


def test_it_is_a_model_as_qt_wants_one(qapp, desk, visit_id):
    model = PreparationModel(desk, now)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_visit(desk.visits.get(visit_id))
    model.show_only(Show.LATE)
    model.setData(model.index_of("107/"), Qt.CheckState.Checked, TICK)
    model.show_only(Show.ALL)

    assert tester.model() is model


def test_a_phase_says_how_far_it_is(model):
    assert [phase.data(PHASE).phase for phase in phases(model)] == list(Phase)
    assert phases(model)[0].data().startswith("准备 2/")


def test_every_item_of_the_plan_stands_under_its_phase(model, desk, visit_id):
    assert [item.code for item in items(model)] == [item.code for item in desk.preparation.of(visit_id)]


def test_the_state_is_a_word_an_icon_and_a_colour(model):
    by_code = {item.code: model.standing(item) for item in items(model)}

    assert (by_code["101"].words, by_code["101"].tone) == ("已完成 · 李静", "done")
    assert (by_code["107"].words, by_code["107"].tone) == ("逾期", "late")
    assert sum(mark.words == "下一项" for mark in by_code.values()) == 1
    assert all(mark.icon for mark in by_code.values())


def test_the_due_time_is_local_with_its_weekday(model):
    assert model.index_of("107/").siblingAtColumn(Column.DUE).data() == "12-03 周四 09:41"


def test_a_tick_is_stored_and_shown_as_stored(qtbot, model, desk, visit_id):
    index = model.index_of("107/")

    with qtbot.waitSignal(model.settled):
        assert model.setData(index, Qt.CheckState.Checked, TICK)

    assert model.item(index).item.done_by == "李静"
    assert next(i for i in desk.preparation.of(visit_id) if i.code == "107").state is ItemState.DONE
    assert phases(model)[0].data().startswith("准备 3/")


def test_a_tick_comes_off_again(model):
    index = model.index_of("101/")

    assert model.toggle(index)
    assert model.item(index).state is ItemState.OPEN


def test_what_somebody_ticked_meanwhile_is_refused_in_a_sentence(qtbot, model, desk, visit_id):
    desk.preparation.check_off(visit_id, "107", "", NOW)

    with qtbot.waitSignal(model.refused) as said:
        assert not model.setData(model.index_of("107/"), Qt.CheckState.Checked, TICK)
    assert "李静" in said.args[0]


def test_not_applicable_needs_a_reason(qtbot, model):
    index = model.index_of("107/")

    with qtbot.waitSignal(model.refused):
        assert not model.setData(index, "  ", REASON)
    assert model.setData(index, "老客户，都认识", REASON)

    assert model.item(index).state is ItemState.NOT_APPLICABLE
    assert index.data(REASON) == "老客户，都认识"
    assert model.standing(model.item(index)).words == "不适用"


def test_a_note_stands_beside_an_item(model):
    index = model.index_of("107/")

    assert model.setData(index, "已微信告知", NOTE)
    assert index.data(NOTE) == "已微信告知"


def test_the_filter_shows_what_is_late_and_keeps_what_was_just_ticked(model):
    model.show_only(Show.LATE)
    late = len(items(model))
    assert late == model.count(Show.LATE)

    model.toggle(model.index_of("107/"))
    assert len(items(model)) == late

    model.show_only(Show.LATE)
    assert len(items(model)) == late - 1


def test_an_item_is_found_by_its_code_and_subject(model, desk, visit_id):
    meeting = desk.visits.get(visit_id).meetings[0]
    code = next(item.code for item in items(model) if item.subject)

    assert model.index_of(f"{code}/nonsense") == QModelIndex()
    assert model.item(model.index_of("107/")).code == "107"
    assert any(item.subject == f"meeting:{meeting.id}" for item in items(model))


def test_the_keyboard_search_of_a_list_finds_a_code(model):
    assert model.index_of("107/").data().startswith("107 ")


def test_the_words_for_those_who_hear_say_all(model):
    spoken = model.index_of("107/").data(Qt.ItemDataRole.AccessibleTextRole)

    assert all(part in spoken for part in ("107", "逾期", "12-03", "前台"))
