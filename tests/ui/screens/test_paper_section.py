"""The papers of a visit, as the receptionist meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.domain.edition import EditionState
from reception_desk.domain.entity import Answer
from tests.desk import NOW, plain_visit
from tests.documents.paper_facts import bare, pages_of
from tests.ui.looking import shown
from ui.models.rows import ROW
from ui.screens.visit.paper import PaperSection


@pytest.fixture
def visit(desk):
    """A visit whose names were read back and whose driver has somebody to call: no paper asks for a reason."""
    visit_id = plain_visit(desk)
    main = desk.visits.get(visit_id).main_guest
    desk.guests.change(main.id, NOW, is_contact=True, phone="13900001111")
    for one in desk.read_back.facts(visit_id):
        desk.read_back.confirm(visit_id, one.fact.key, NOW)
    return visit_id


@pytest.fixture
def section(qtbot, desk, clock, visit):
    paper = shown(qtbot, PaperSection(desk, clock), 1000, 600)
    paper.changed.connect(lambda: paper.show_visit(visit))
    paper.show_visit(visit)
    paper.go_to("D5")
    seen(qtbot, paper, "顾翀")
    return paper


def seen(qtbot, section, text=""):
    """Wait until the preview shows a paper with that text."""

    def there():
        pdf = section.preview.view.pdf()
        assert pdf
        assert text in bare("".join(pages_of(pdf)))

    qtbot.waitUntil(lambda: not _fails(there), timeout=20_000)


def _fails(check):
    try:
        check()
    except AssertionError:
        return True
    return False


def rows(view):
    found = [view.rows.index(place).data(ROW) for place in range(view.rows.rowCount())]
    return [f"{row.first} {row.end}" for row in found]


def pdf_printer(file, copies=1):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setCopyCount(copies)
    return printer


def test_it_says_what_is_still_to_be_printed(section):
    assert {"D5 接机牌 未打印", "D25 准备检查表 未打印"} <= set(rows(section.papers))


def test_what_nobody_needs_is_called_so(section, desk, visit):
    desk.visits.change(visit, NOW, pick_up=Answer.NO)
    section.show_visit(visit)
    assert "D5 接机牌 不需要" in rows(section.papers)


def test_the_preview_shows_the_placard_of_the_main_guest(section):
    assert bare(pages_of(section.preview.view.pdf())[0]) == "顾翀"


def test_another_paper_is_chosen_with_the_arrow_key(qtbot, section):
    last = section.papers.rows.rowCount() - 1
    section.papers.choose(last - 1)
    section.papers.setFocus()
    qtbot.keyClick(section.papers, Qt.Key.Key_Down)
    assert section.papers.key() == last
    seen(qtbot, section, section.line().hand_out.name("zh"))


def test_the_language_is_chosen_and_kept(qtbot, section, visit):
    section.go_to("D25")
    section.choice.language._choose(1)
    seen(qtbot, section, "Preparationsheet")
    section.go_to("D5")
    section.go_to("D25")
    seen(qtbot, section, "Preparationsheet")
    section.show_visit(visit)
    assert section.choice.language.value() == "en"


def test_the_placard_of_another_guest(qtbot, section, desk, visit):
    other = desk.guests.add(visit, "单镕", NOW)
    section.show_visit(visit)
    section.choice.whose._choose(other)
    seen(qtbot, section, "单镕")


def test_saving_writes_what_was_seen_and_keeps_it_as_an_edition(qtbot, section, desk, visit, tmp_path):
    before = section.preview.view.pdf()
    with qtbot.waitSignal(section.said) as said:
        section.save_as(tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes() == before
    assert "x.pdf" in said.args[0]
    assert "D5 接机牌 有效" in rows(section.papers)
    assert rows(section.editions) == ["第1版 有效"]
    [made] = desk.papers.editions(visit, NOW)
    assert (made.edition.medium, made.edition.copies) == ("pdf", 1)


def test_printing_is_kept_with_its_copies(section, desk, visit, tmp_path):
    section.print_on(pdf_printer(tmp_path / "out.pdf", copies=2))
    [made] = desk.papers.editions(visit, NOW)
    assert (made.edition.medium, made.edition.copies, made.state) == ("printer", 2, EditionState.CURRENT)
    assert (tmp_path / "out.pdf").stat().st_size > 1000


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_leaves_no_valid_edition(section, desk, visit, tmp_path):
    section.print_on(pdf_printer(tmp_path / "no such folder" / "out.pdf"))
    [made] = desk.papers.editions(visit, NOW)
    assert made.state is EditionState.WITHDRAWN
    assert "D5 接机牌 未打印" in rows(section.papers)
    assert section.refusal.isVisible()


def test_a_change_of_the_facts_shows_the_paper_as_old(section, desk, visit, tmp_path):
    section.go_to("D25")
    section.save_as(tmp_path / "x.pdf")
    desk.visits.change(visit, NOW, heads=9)
    section.show_visit(visit)
    assert "D25 准备检查表 旧版" in rows(section.papers)


def test_an_old_paper_is_recalled(qtbot, section, desk, visit, tmp_path):
    section.go_to("D25")
    section.save_as(tmp_path / "x.pdf")
    assert section.recall.isVisible()
    qtbot.mouseClick(section.recall, Qt.MouseButton.LeftButton)
    assert rows(section.editions) == ["第1版 已收回"]
    assert not section.recall.isVisible()


def test_it_says_why_a_paper_is_needed(section, desk, visit):
    assert section.why.text() == "需要：还没确认是否接站"
    desk.visits.change(visit, NOW, pick_up=Answer.NO)
    section.show_visit(visit)
    assert section.why.text() == "不需要：不用接站"


def test_who_gets_it_and_how_many_copies_are_kept_with_the_paper(section, desk, visit, tmp_path):
    section.choice.holder._line.setText("司机王")
    section.choice.copies._line.setText("2")
    [placard] = [one for one in section.kit() if one.number == "D5"]
    section.print_on(pdf_printer(tmp_path / "out.pdf", copies=placard.copies))
    [made] = desk.papers.editions(visit, NOW)
    assert (made.edition.holder, made.edition.copies) == ("司机王", 2)
    assert "在司机王手里" in section.editions.rows.index(0).data(ROW).below


def test_what_is_old_on_a_paper_is_told_in_words_and_it_is_marked_to_be_collected(
    section, desk, visit, tmp_path
):
    section.print_on(pdf_printer(tmp_path / "out.pdf"))
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, name="顾翀之")
    section.show_visit(visit)
    assert section.made.differences.text() == "姓名：顾翀 → 顾翀之"
    d5 = next(row for row in map(section.papers.rows.row_at, _indexes(section.papers)) if "D5" in row.first)
    assert d5.marks == (("待收回 1 份", "late"),)


def _indexes(view):
    return [view.rows.index(place) for place in range(view.rows.rowCount())]


def test_in_whose_hands_it_is_can_be_noted_later(section, desk, visit, tmp_path):
    section.save_as(tmp_path / "x.pdf")
    section.made.holder._line.setText("门岗")
    section.made.holder.flush()
    [made] = desk.papers.editions(visit, NOW)
    assert made.edition.holder == "门岗"


def test_one_key_puts_out_all_that_is_lacking(qtbot, section, desk, visit, tmp_path):
    numbers = [one.number for one in section.kit()]
    with qtbot.waitSignal(section.said):
        section.save_kit_in(tmp_path)
    assert [made.edition.document for made in reversed(desk.papers.editions(visit, NOW))] == numbers
    assert len(list(tmp_path.glob("*.pdf"))) == len(numbers)
    assert section.kit() == []
    assert not section.print_kit.isVisible()


def test_the_kit_is_printed_each_paper_in_its_own_size(section, desk, visit, tmp_path):
    section.print_kit_on(pdf_printer(tmp_path / "out.pdf"))
    made = desk.papers.editions(visit, NOW)
    assert {one.edition.medium for one in made} == {"printer"}
    assert len(list(tmp_path.glob("*.pdf"))) == len(made)


def test_the_welcome_board_can_show_the_day(qtbot, section):
    section.go_to("D1")
    section.choice.day._choose(True)
    seen(qtbot, section, "2026年12月8日")


def test_one_car_of_two_can_have_a_slip_of_its_own(section, desk, visit):
    from reception_desk.domain.booking import CarBooking

    first, _second = (desk.parts.add(CarBooking, visit, NOW, purpose=what) for what in ("接站", "送站"))
    section.show_visit(visit)
    section.go_to("D6")
    assert section.choice.whose.isVisible()
    section.choice.whose._choose(first)
    assert section.wanted().choice.car_booking_id == first


def test_a_character_without_a_font_is_named_and_cannot_be_printed(section, desk, visit):
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, title="董事长😀")
    section.show_visit(visit)
    section.go_to("D25")
    assert "😀" in section.refusal.text()
    assert not section.print.isEnabled()
    assert not section.save.isEnabled()
    section.go_to("D5")
    assert section.print.isEnabled()


def test_a_visit_without_any_name_says_so(section, desk):
    empty = desk.visits.new(NOW).id
    section.show_visit(empty)
    section.go_to("D5")
    assert "没有名字可写" in section.refusal.text()
    assert not section.print.isEnabled()


def test_the_lists_are_sound_models(section):
    for view in (section.papers, section.editions):
        QAbstractItemModelTester(view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_in_english_everything_is_english(qtbot, section):
    from reception_desk.i18n import use_language

    use_language("en")
    try:
        section.retranslate()
        assert "D5 Pick-up placard Not printed yet" in rows(section.papers)
        assert section.print.text() == "Print …"
    finally:
        use_language("zh")


def test_every_control_has_a_name(section):
    for widget in (section.papers, section.preview.view, section.preview.before, section.preview.after):
        assert widget.accessibleName()


@pytest.fixture
def unread(desk, section, visit):
    """The same section, after the main guest's name was changed."""
    desk.guests.change(desk.visits.get(visit).main_guest.id, NOW, name="顾羽中")
    section.show_visit(visit)
    return section


def test_a_name_that_was_not_read_back_is_named_before_the_placard_is_printed(unread, desk, visit):
    assert unread.reason.isVisible()
    assert "顾羽中" in unread.reason.warning.text()
    assert "D5 接机牌" in unread.reason.warning.text()
    unread.print.click()
    assert unread.reason.line.hasFocus()
    assert desk.papers.editions(visit, NOW) == []


def test_with_a_reason_the_placard_is_printed_and_the_reason_is_kept(qtbot, unread, desk, visit, tmp_path):
    qtbot.keyClicks(unread.reason.line, "hurry")
    unread.print_on(pdf_printer(tmp_path / "out.pdf"))
    [made] = desk.papers.editions(visit, NOW)
    assert (made.edition.document, made.edition.reason) == ("D5", "hurry")
    assert unread.reason.line.text() == ""


def test_a_paper_without_such_names_warns_of_nothing(unread):
    unread.go_to("D25")
    assert not unread.reason.isVisible()


def test_all_that_is_lacking_asks_once_for_the_names_on_all_of_it(qtbot, unread, desk, visit, tmp_path):
    unread.go_to("D25")
    unread._print_kit()
    assert unread.kit_reason.line.hasFocus()
    assert {"D1", "D5"} <= {line.split()[0] for line in unread.kit_reason.warning.text().splitlines()}
    assert desk.papers.editions(visit, NOW) == []
    qtbot.keyClicks(unread.kit_reason.line, "hurry")
    unread.save_kit_in(tmp_path)
    reasons = {one.edition.document: one.edition.reason for one in desk.papers.editions(visit, NOW)}
    assert (reasons["D1"], reasons["D5"], reasons["D25"]) == ("hurry", "hurry", "")
