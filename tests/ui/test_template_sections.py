"""The settings for templates: edited item by item or as text, with a way back."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.checklist import Condition, Phase
from reception_desk.domain.due import Offset, Unit
from reception_desk.domain.lead_times import DayCount
from reception_desk.domain.quantity import Per, Rule
from reception_desk.domain.template import TemplateKind
from reception_desk.i18n import use_language
from tests.desk import NOW, plain_visit
from ui.models.checklist import MIME
from ui.screens.settings.checklist import ChecklistSection
from ui.screens.settings.lead_times import LeadTimesSection
from ui.screens.settings.levels import LevelsSection
from ui.screens.settings.ranks import RanksSection
from ui.screens.settings.wording import WordingSection

ALT = Qt.KeyboardModifier.AltModifier


def shown(qtbot, section):
    qtbot.addWidget(section)
    section.resize(960, 640)
    section.show()
    section.refresh()
    return section


@pytest.fixture
def checklist(qtbot, desk, clock):
    use_language("zh")
    return shown(qtbot, ChecklistSection(desk, clock))


def codes(desk):
    return [line.code for line in desk.checklists.in_force().lines]


def write(qtbot, fact, words):
    fact.edit()
    line = fact.focusProxy()
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def trigger(fact, words):
    """Choose by the words in the list."""
    menu = fact.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_a_due_time_is_written_in_words(qtbot, checklist, desk):
    checklist.go_to("103")
    write(qtbot, checklist.item.facts["offset"], "3wd before")

    assert desk.checklists.in_force().line("103").offset == Offset(-3, Unit.WORKING_DAYS)


def test_a_due_time_that_is_not_understood_is_refused_beside_it(qtbot, checklist, desk):
    checklist.go_to("103")
    write(qtbot, checklist.item.facts["offset"], "2 days")

    assert "2 days" in checklist.item.facts["offset"].refusal()
    assert desk.checklists.in_force().line("103").offset == Offset(-2, Unit.DAYS)


def test_a_wrong_clause_is_refused_beside_it(qtbot, checklist):
    checklist.go_to("103")
    write(qtbot, checklist.item.facts["clauses"], "Seite 4")

    assert "Seite" in checklist.item.facts["clauses"].refusal()


def test_how_many_of_an_item_is_chosen_and_written(qtbot, checklist, desk):
    checklist.go_to("304")
    assert checklist.item.facts["per"].value() is None

    trigger(checklist.item.facts["per"], "按客人")
    write(qtbot, checklist.item.facts["factor"], "0.5")

    assert desk.checklists.in_force().line("304").rule == Rule(per=Per.HEAD, factor=Fraction("0.5"))
    index = checklist.model.index(checklist.model.row_of("304"), 1)
    assert index.data() == "室温 24–27°C · 按客人 × 0.5"


def test_an_item_that_is_not_counted_any_more_has_no_factor(checklist, desk):
    checklist.go_to("309")
    assert checklist.item.facts["factor"].value() == 1

    trigger(checklist.item.facts["per"], "不计数")

    assert desk.checklists.in_force().line("309").rule is None
    assert checklist.item.facts["factor"].value() is None


@pytest.mark.parametrize(
    ("code", "written", "sentence"),
    [
        ("304", "2", "请先选择该事项的计数方式；未作任何更改。"),
        ("309", "viele", "viele 不是 1、2 或 0.5 这样的数字。"),
        ("309", "1/2", "1/2 不是 1、2 或 0.5 这样的数字。"),
        ("309", "0", "数字须大于 0，最多 100。"),
        ("309", "101", "数字须大于 0，最多 100。"),
    ],
)
def test_a_wrong_factor_is_refused_beside_it(qtbot, checklist, desk, code, written, sentence):
    before = desk.checklists.in_force()
    checklist.go_to(code)
    write(qtbot, checklist.item.facts["factor"], written)

    assert checklist.item.facts["factor"].refusal() == sentence
    assert desk.checklists.in_force() == before


def test_alt_down_moves_the_item_and_stays_with_it(qtbot, checklist, desk):
    qtbot.keyClick(checklist.table, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(checklist.table, Qt.Key.Key_Down, ALT)

    assert codes(desk)[:3] == ["102", "103", "101"]
    assert checklist.current().code == "101"


def test_delete_hides_the_item_and_says_so(qtbot, checklist, desk):
    qtbot.keyClick(checklist.table, Qt.Key.Key_Delete)

    assert desk.checklists.in_force().line("101").hidden
    index = checklist.model.index(checklist.model.row_of("101"), 1)
    assert "已停用" in index.data()


def test_enter_adds_what_was_written_to_the_phase_at_hand_and_opens_it(qtbot, checklist, desk):
    checklist.go_to("305")
    checklist.sheet.close_sheet()
    qtbot.keyClicks(checklist.new_item, "Water for the speakers")
    qtbot.keyClick(checklist.new_item, Qt.Key.Key_Return)

    assert desk.checklists.in_force().line("X01").phase is Phase.TALKS
    assert checklist.sheet.isVisible()
    assert checklist.item.code == "X01"


def test_an_item_dropped_below_another_heading_belongs_there(checklist, desk):
    model = checklist.model
    data = model.mimeData([model.index(model.row_of("101"), 1)])
    assert data.hasFormat(MIME)

    row = model.row_of("301")
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, model.index(-1, -1))

    assert desk.checklists.in_force().line("101").phase is Phase.TALKS
    assert codes(desk)[codes(desk).index("101") + 1] == "301"


def test_the_preview_shows_what_a_visit_of_a_kind_would_get(checklist, desk):
    checklist.preview.level.set_value(3)
    checklist.preview.boxes[Condition.FOREIGN].setChecked(True)

    row_of = checklist.model.row_of
    assert row_of("104") is not None
    assert row_of("102") is None
    assert not checklist.model.can_move


def test_undo_shows_the_item_as_it_was(checklist, desk):
    desk.checklists.change("101", NOW, zh="接电话")
    checklist.refresh()
    desk.history.undo(NOW)
    checklist.refresh()

    assert checklist.current().zh == "受理来访信息，记录来源和时间"


def test_a_wrong_text_is_refused_with_its_line_and_stays_in_the_editor(checklist, desk):
    checklist.go_to("text")
    page = checklist.text_page
    wrong = page.editor.toPlainText().replace('due = "AC-21d"', 'due = "AC-21x"')
    page.editor.setPlainText(wrong)

    page.save()

    line = wrong.splitlines().index('due = "AC-21x"')
    assert page.editor.textCursor().blockNumber() == line
    assert str(line + 1) in page.refusal.text()
    assert page.is_dirty()
    checklist.refresh()
    assert page.editor.toPlainText() == wrong


def test_a_right_text_makes_a_version_and_the_old_one_can_be_taken_again(qtbot, checklist, desk):
    checklist.go_to("text")
    page = checklist.text_page
    page.editor.setPlainText(page.editor.toPlainText().replace("受理来访信息", "接到来访信息"))
    qtbot.keyClick(page.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not page.is_dirty()
    assert len(desk.templates.versions(TemplateKind.CHECKLIST)) == 2

    checklist.go_to("versions")
    checklist.versions_page.shipped.click()
    assert desk.templates.is_shipped(TemplateKind.CHECKLIST)


def test_a_lead_time_saves_itself_and_an_empty_one_is_refused(qtbot, desk, clock):
    section = shown(qtbot, LeadTimesSection(desk, clock))
    write(qtbot, section.facts["fountain_minutes"], "20")
    section.facts["notice_counts"].changed.emit(DayCount.WORKING)

    assert desk.procedure.lead_times().fountain_minutes == 20
    assert desk.procedure.lead_times().notice_counts is DayCount.WORKING


def test_a_lead_time_that_contradicts_another_is_refused_beside_it(qtbot, desk, clock):
    section = shown(qtbot, LeadTimesSection(desk, clock))
    write(qtbot, section.facts["car_at_door_latest_minutes"], "30")

    assert section.facts["car_at_door_latest_minutes"].refusal()
    assert desk.procedure.lead_times().car_at_door_latest_minutes == 5


@pytest.fixture
def levels(qtbot, desk, clock):
    use_language("zh")
    return shown(qtbot, LevelsSection(desk, clock))


def test_a_tick_takes_a_role_into_a_roster(levels, desk):
    box = levels.cards[3].rosters["welcomers"].boxes["director"]
    box.click()

    assert [role.code for role in desk.procedure.levels().level(3).welcomers] == ["director"]
    desk.history.undo(NOW)
    levels.refresh()
    assert not box.isChecked()


def test_rounds_of_confirmation_are_written_in_words(qtbot, levels, desk):
    fact = levels.cards[2].facts["confirmation_rounds"]
    write(qtbot, fact, "2 days before, half a day before")

    assert [str(offset) for offset in desk.procedure.levels().level(2).confirmation_rounds] == ["-2d", "-H"]


def test_B1_a_hotel_standard_is_set_and_taken_off_again(qtbot, levels, desk):
    fact = levels.cards[1].facts["hotel_standard"]
    write(qtbot, fact, "680")
    assert desk.procedure.levels().level(1).hotel_standard == 680

    fact.changed.emit(None)
    assert desk.procedure.levels().level(1).hotel_standard is None


def test_a_role_is_added_for_every_roster_and_removed_from_all(qtbot, levels, desk):
    qtbot.keyClicks(levels.roles.new_role, "Chairman")
    qtbot.keyClick(levels.roles.new_role, Qt.Key.Key_Return)
    assert "chairman" in levels.cards[1].rosters["escorts"].boxes

    levels.roles.lines["chairman"].remove_button.click()
    assert "chairman" not in levels.cards[1].rosters["escorts"].boxes


def test_a_level_is_added_with_a_card_and_removed_with_it(levels, desk):
    levels._add_level.click()
    assert 4 in levels.cards

    levels.cards[4].remove_button.click()
    assert sorted(levels.cards) == [1, 2, 3]
    assert [level.number for level in desk.procedure.levels().levels] == [1, 2, 3]


def test_other_words_of_welcome_show_at_once_what_they_come_to(qtbot, desk, clock):
    use_language("zh")
    section = shown(qtbot, WordingSection(desk, clock))
    card = section.cards["welcome/1"]
    write(qtbot, card.facts["en"], "Welcome, {name}, {title}")

    assert desk.procedure.wording().welcome[1].en == "Welcome, {name}, {title}"
    assert "Jürgen Hartmann, CEO" in card.samples["en"].text()


def test_a_wrong_placeholder_is_refused_beside_its_words(qtbot, desk, clock):
    section = shown(qtbot, WordingSection(desk, clock))
    card = section.cards["welcome/1"]
    write(qtbot, card.facts["en"], "Welcome, {guest}")

    assert "guest" in card.facts["en"].refusal()
    assert "{guest}" not in desk.procedure.wording().welcome[1].en


def test_a_new_level_is_offered_words_of_its_own(qtbot, desk, clock):
    desk.levels.add_level(NOW)
    section = shown(qtbot, WordingSection(desk, clock))

    section._missing.click()

    assert "welcome/4" in section.cards
    assert section._missing.isHidden()


@pytest.mark.parametrize("kind", [ChecklistSection, LeadTimesSection, LevelsSection, WordingSection])
def test_every_view_speaks_both_languages(qtbot, desk, clock, kind):
    section = shown(qtbot, kind(desk, clock))
    for language in ("en", "zh"):
        use_language(language)
        for view in ("editor", "text", "versions"):
            section.go_to(view)
            section.retranslate()
            assert section.views.value() == view


def test_a_new_level_can_be_looked_at_in_the_preview(checklist, desk):
    checklist.preview.level.set_value(2)
    desk.levels.add_level(NOW)
    checklist.refresh()

    assert checklist.preview.level.values() == [0, 1, 2, 3, 4]
    assert checklist.preview.level.value() == 2


@pytest.fixture
def ranks(qtbot, desk, clock):
    use_language("zh")
    return shown(qtbot, RanksSection(desk, clock))


def test_a_title_that_is_written_at_a_rank_gives_it_to_guests(ranks, desk):
    ranks.cards[3].facts["titles"].changed.emit("副总经理、副总、常务副总、合伙人")

    assert desk.procedure.ranks().rank(3).titles == ("副总经理", "副总", "常务副总", "合伙人")
    assert desk.procedure.ranks().proposed("高级合伙人") == 3


def test_a_title_of_another_rank_is_refused_beside_it(ranks, desk):
    ranks.cards[3].facts["titles"].changed.emit("副总经理、董事长")

    assert "董事长" in ranks.cards[3].facts["titles"].refusal()


def test_a_rank_is_renamed_in_both_languages(ranks, desk):
    ranks.cards[1].facts["zh"].changed.emit("集团领导")
    ranks.cards[1].facts["en"].changed.emit("Group leaders")

    assert [desk.procedure.ranks().rank(1).text(language) for language in ("zh", "en")] == [
        "集团领导",
        "Group leaders",
    ]


def test_a_rank_is_added_below_the_lowest_and_undone(ranks, desk):
    ranks.new_rank.setText("实习生级")
    ranks.add_button.click()
    assert desk.procedure.ranks().rank(11).zh == "实习生级"

    desk.history.undo(NOW)
    ranks.refresh()

    assert 11 not in ranks.cards


def test_a_rank_that_a_guest_holds_is_not_removed(ranks, desk):
    plain_visit(desk)
    refusals: list[str] = []
    ranks.refused.connect(refusals.append)

    ranks.cards[1].remove_button.click()
    ranks.cards[10].remove_button.click()

    assert len(refusals) == 1
    assert "1" in refusals[0]
    assert sorted(ranks.cards) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
