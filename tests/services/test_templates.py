"""Templates: every change a version, one of them in force, running visits keep theirs."""

from datetime import timedelta
from fractions import Fraction

import pytest

from reception_desk.domain.checklist import Condition, Phase
from reception_desk.domain.due import Offset, Unit
from reception_desk.domain.lead_times import DayCount
from reception_desk.domain.quantity import Per, Rule
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_table import TemplateRefusalError
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language
from tests.desk import NOW, plain_visit

CHECKLIST, LEVELS = TemplateKind.CHECKLIST, TemplateKind.LEVELS


def codes(desk):
    return [line.code for line in desk.checklists.in_force().lines]


def test_a_wrong_template_is_refused_with_its_line_and_nothing_is_changed(desk):
    text = desk.templates.text(CHECKLIST)
    wrong = text.replace('due = "AC-21d"', 'due = "AC-21x"')
    line = wrong.splitlines().index('due = "AC-21x"') + 1

    with pytest.raises(TemplateRefusalError) as refusal:
        desk.templates.save(CHECKLIST, wrong, NOW)

    assert refusal.value.line == line
    assert str(line) in str(refusal.value)
    assert "AC-21x" in refusal.value.reason
    assert desk.templates.text(CHECKLIST) == text


def test_a_slip_in_the_brackets_is_refused_with_its_line(desk):
    with pytest.raises(TemplateRefusalError) as refusal:
        desk.templates.save(LEVELS, 'name = "a"\nversion = 1\n[[level]\n', NOW)

    assert refusal.value.line == 3


def test_a_changed_item_is_a_step_that_undo_takes_back(desk):
    desk.checklists.change("101", NOW, en="Take the call")
    said = desk.history.undoable().said
    desk.history.undo(NOW)

    assert "101" in said
    assert desk.checklists.in_force().line("101").en == "Take the notice; note source and time"
    desk.history.redo(NOW)
    assert desk.checklists.in_force().line("101").en == "Take the call"


def test_undo_leaves_the_visit_of_the_version_between_alone(desk):
    desk.checklists.change("101", NOW, en="Take the call")
    visit_id = plain_visit(desk)
    desk.checklists.change("102", NOW, en="Tell them")

    desk.history.undo(NOW)

    items = {item.code: item for item in desk.preparation.of(visit_id)}
    assert items["101"].line.en == "Take the call"


def test_an_old_version_can_be_taken_again(desk):
    desk.checklists.change("101", NOW, en="Take the call")
    shipped = desk.templates.versions(CHECKLIST)[-1]

    desk.templates.take_again(shipped.id, NOW)

    assert shipped.is_shipped
    assert desk.templates.is_shipped(CHECKLIST)
    assert [version.in_force for version in desk.templates.versions(CHECKLIST)] == [False, True]


def test_back_to_the_shipped_one_is_one_step(desk):
    desk.checklists.change("101", NOW, en="Take the call")
    desk.checklists.hide("102", NOW)

    desk.templates.take_shipped(CHECKLIST, NOW)

    assert desk.templates.is_shipped(CHECKLIST)
    desk.history.undo(NOW)
    assert desk.checklists.in_force().line("102").hidden


def test_the_changes_of_one_sitting_are_one_line_of_the_versions(desk):
    for number in range(3):
        desk.checklists.change("101", NOW + timedelta(minutes=number), en=f"Take {number}")
    desk.checklists.change("101", NOW + timedelta(hours=2), en="Take it")

    versions = desk.templates.versions(CHECKLIST)

    assert [(version.saved_by, version.changes) for version in versions] == [
        ("李静", 1),
        ("李静", 3),
        ("", 1),
    ]


def test_what_is_the_same_makes_no_version(desk):
    desk.checklists.change("101", NOW, zh=desk.checklists.in_force().line("101").zh)

    assert len(desk.templates.versions(CHECKLIST)) == 1


def test_a_hidden_item_is_kept_but_asked_of_no_visit(desk):
    desk.checklists.hide("101", NOW)

    visit_id = plain_visit(desk)

    assert "101" not in {item.code for item in desk.preparation.of(visit_id)}
    assert "101" in codes(desk)
    desk.checklists.hide("101", NOW, hidden=False)
    assert "101" in {item.code for item in desk.preparation.of(plain_visit(desk))}


def test_an_added_item_ends_its_phase_and_has_a_code_that_never_comes_again(desk):
    first = desk.checklists.add(Phase.TRANSFER, NOW, zh="擦车")
    desk.history.undo(NOW)
    second = desk.checklists.add(Phase.TRANSFER, NOW, zh="洗车", en="Wash the car")

    lines = [line for line in desk.checklists.in_force().lines if line.phase is Phase.TRANSFER]
    assert (first, second) == ("X01", "X02")
    assert lines[-1].code == second


def test_an_item_moves_within_its_phase_and_not_beyond(desk):
    assert desk.checklists.move("102", -1, NOW)
    assert codes(desk)[:2] == ["102", "101"]
    assert not desk.checklists.move("102", -1, NOW)


def test_an_item_gets_a_rule_for_how_many_and_loses_it_again(desk):
    rule = lambda: desk.checklists.in_force().line("101").rule  # noqa: E731
    desk.checklists.change("101", NOW, per=Per.HOST)
    assert rule() == Rule(per=Per.HOST)

    desk.checklists.change("101", NOW, factor=Fraction("0.5"))
    assert rule() == Rule(per=Per.HOST, factor=Fraction("0.5"))
    desk.checklists.change("101", NOW, per=Per.CAR)
    assert rule() == Rule(per=Per.CAR, factor=Fraction("0.5"))
    desk.checklists.change("101", NOW, factor=None)
    assert rule() == Rule(per=Per.CAR)

    desk.checklists.change("101", NOW, per=None)
    assert rule() is None


def test_another_rule_is_a_step_with_its_words_that_undo_takes_back(desk):
    use_language("en")
    desk.checklists.change("309", NOW, factor=Fraction(2))
    said = desk.history.undoable().said
    desk.history.undo(NOW)
    use_language("zh")

    assert said == "Changed item 309 of the checklist, How many each: Tea cups"
    assert desk.checklists.in_force().line("309").rule == Rule(per=Per.SEAT)


def test_a_visit_shows_what_is_due_at_the_same_time_in_the_order_of_the_checklist(desk):
    desk.checklists.move("103", -1, NOW)

    shown = [item.code for item in desk.preparation.of(plain_visit(desk)) if item.line.due == "AC-2d"]

    assert shown.index("103") < shown.index("102")


def test_an_item_put_among_those_of_another_phase_belongs_to_it(desk):
    place = codes(desk).index("303")

    desk.checklists.put_at("101", place, NOW)

    assert desk.checklists.in_force().line("101").phase is Phase.TALKS


def test_another_phase_puts_an_item_at_its_end(desk):
    desk.checklists.change("101", NOW, phase=Phase.DINING)

    dining = [line.code for line in desk.checklists.in_force().lines if line.phase is Phase.DINING]
    assert dining[-1] == "101"


def test_a_copied_item_stands_below_the_first(desk):
    code = desk.checklists.double("102", NOW)

    assert codes(desk)[1:3] == ["102", code]


def test_clauses_are_written_with_commas_and_wrong_ones_refused(desk):
    desk.checklists.change("101", NOW, clauses="P4，A1.1a A1.2b")
    assert desk.checklists.in_force().line("101").clauses == ("P4", "A1.1a", "A1.2b")

    with pytest.raises(TemplateRefusalError):
        desk.checklists.change("101", NOW, clauses="Seite 4")


def test_a_condition_says_for_which_visits_an_item_appears(desk):
    desk.checklists.change("101", NOW, condition=Condition.LEVEL_1)

    assert "101" in {item.code for item in desk.preparation.of(plain_visit(desk, level=1))}
    assert "101" not in {item.code for item in desk.preparation.of(plain_visit(desk, level=3))}


def test_the_explanations_at_the_head_stay(desk):
    desk.checklists.change("101", NOW, en="Take the call")

    assert "never used again for something else" in desk.templates.text(CHECKLIST)


def test_a_role_taken_into_a_roster_stands_in_the_order_of_the_roles(desk):
    desk.levels.put_in_roster(3, "welcomers", "director", NOW, takes_part=True)
    desk.levels.put_in_roster(3, "welcomers", "general_manager", NOW, takes_part=True)

    level = desk.procedure.levels().level(3)
    assert [role.code for role in level.welcomers] == ["general_manager", "director"]
    assert level.welcomes_in_lobby


def test_B1_the_hotel_standard_of_a_level_is_a_setting_too_and_undone_with_it(desk):
    desk.levels.change(1, NOW, hotel_standard=800)

    def stored():
        with desk.database.reading() as work:
            from sqlalchemy import select

            from reception_desk.domain.setting import Setting

            query = select(Setting.value).where(Setting.key == "hotel_standards")
            return work.session.execute(query).scalar_one_or_none()

    assert stored() == '{"1": 800}'
    desk.history.undo(NOW)
    assert stored() is None
    assert desk.procedure.levels().level(1).hotel_standard is None


def test_a_removed_role_leaves_every_roster(desk):
    desk.levels.remove_role("deputy_general_manager", NOW)

    levels = desk.procedure.levels()
    assert "deputy_general_manager" not in {role.code for level in levels.levels for role in level.escorts}


def test_a_level_is_added_below_the_lowest_and_removed_again(desk):
    assert desk.levels.add_level(NOW) == 4
    desk.levels.remove_level(4, NOW)

    assert [level.number for level in desk.procedure.levels().levels] == [1, 2, 3]


def test_a_round_of_confirmation_after_the_arrival_is_refused(desk):
    with pytest.raises(TemplateRefusalError):
        desk.levels.change(1, NOW, confirmation_rounds=(Offset(2, Unit.DAYS),))


def test_a_lead_time_is_changed_and_its_note_stays(desk):
    desk.lead_times.change(NOW, "notice_days", 3)
    desk.lead_times.change(NOW, "notice_counts", DayCount.WORKING)

    assert desk.procedure.lead_times().notice_days == 3
    assert desk.procedure.lead_times().notice_counts is DayCount.WORKING
    assert "(P5)" in desk.templates.text(TemplateKind.LEAD_TIMES)


def test_a_lead_time_out_of_range_is_refused_with_the_reason(desk):
    with pytest.raises(TemplateRefusalError, match="90"):
        desk.lead_times.change(NOW, "notice_days", 1000)


def test_a_wrong_placeholder_is_refused_in_the_readers_language(desk):
    use_language("zh")
    with pytest.raises(TemplateRefusalError) as refusal:
        desk.wording.change("welcome/1", "zh", "欢迎{nmae}", NOW)

    assert "nmae" in refusal.value.reason
    assert "{name}" in refusal.value.reason


def test_words_of_welcome_are_changed_and_undone(desk):
    desk.wording.change("welcome/1", "zh", "欢迎{unit}{name}{title}", NOW)
    assert desk.procedure.wording().welcome[1].zh == "欢迎{unit}{name}{title}"

    desk.history.undo(NOW)
    assert "莅临指导" in desk.procedure.wording().welcome[1].zh


def test_an_empty_role_is_refused(desk):
    with pytest.raises(ReceptionError):
        desk.levels.add_role(" ", "", NOW)


def test_a_lead_time_moves_the_items_that_hang_on_it_in_the_same_step(desk):
    assert [line.code for line in desk.lead_times.items()["fountain_minutes"]] == ["209"]

    desk.lead_times.change(NOW, "fountain_minutes", 20)

    assert desk.checklists.in_force().line("209").due == "AC-20m"
    assert desk.checklists.in_force().line("210").due == "AC-15m"
    desk.history.undo(NOW)
    assert desk.checklists.in_force().line("209").due == "AC-15m"
    assert desk.procedure.lead_times().fountain_minutes == 15


def test_an_item_that_was_given_another_time_does_not_move_with_the_lead_time(desk):
    desk.checklists.change("209", NOW, offset=Offset(-5))

    desk.lead_times.change(NOW, "fountain_minutes", 20)

    assert desk.checklists.in_force().line("209").due == "AC-5m"


def test_other_explanations_alone_leave_it_the_shipped_one(desk):
    desk.templates.save(LEVELS, "# our own note\n" + desk.templates.text(LEVELS), NOW)

    assert desk.templates.is_shipped(LEVELS)
    assert len(desk.templates.versions(LEVELS)) == 2


def test_the_history_says_what_was_changed_from_what_to_what(desk):
    use_language("en")
    desk.lead_times.change(NOW, "notice_days", 3)
    assert "2 → 3" in desk.history.undoable().said

    desk.checklists.change("102", NOW, offset=Offset(-3, Unit.DAYS))
    assert "Leadership takes part" in desk.history.undoable().said
    use_language("zh")
    assert "领导协调" in desk.history.undoable().said
