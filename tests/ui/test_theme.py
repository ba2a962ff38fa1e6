"""The two themes: generated, complete, readable, and never in the way of a start."""

import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTabBar

from tests.ui.looking import contrast, edge, ground_and_ink, shown
from ui import theme as look
from ui.theme import SIZE, THEMES, apply_theme, restyle
from ui.widgets.buttons import Button
from ui.widgets.fact import TextFact
from ui.widgets.fields import ChoiceField, NumberField
from ui.widgets.pill import KINDS, Pill
from ui.widgets.segmented import Segmented
from ui.widgets.table import Table
from ui.widgets.text import Text

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "resources" / "theme"
TEXT, CONTROL = 4.5, 3.0

# (ink, ground) pairs that meet on the screen
WORDS = [
    *[(ink, ground) for ink in ("text", "muted") for ground in ("ground", "surface", "raised", "hover", "pressed")],
    *[(ink, ground) for ink in ("primary", "done", "soon", "late") for ground in ("ground", "surface", "raised")],
    *[(kind, f"{kind}_soft") for kind in ("primary", "done", "soon", "late")],
    ("disabled", "disabled_ground"), ("disabled", "surface"), ("text", "primary_soft"), ("muted", "primary_soft"),
    ("on_primary", "primary"), ("on_primary", "primary_hover"), ("on_primary", "primary_pressed"),
    ("muted", "trough"), ("text", "thumb"), ("surface", "text"), ("primary", "hover"), ("late", "late_soft"),
]  # fmt: skip
EDGES = [(edge, ground) for edge in ("border", "primary", "late") for ground in ("surface", "ground")]


@pytest.fixture(params=sorted(THEMES))
def dressed(request, qapp):
    """The program in each theme; light again afterwards."""
    apply_theme(qapp, request.param)
    yield THEMES[request.param]
    apply_theme(qapp, "light")


def test_the_theme_files_are_what_the_build_step_makes(tmp_path):
    subprocess.run([sys.executable, ROOT / "tools" / "build_theme.py", tmp_path], check=True, timeout=50)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = {
        p.relative_to(HERE): p.read_bytes() for p in HERE.rglob("*") if p.suffix in (".qss", ".svg", ".xml")
    }
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


@pytest.mark.parametrize("name", sorted(THEMES))
def test_every_drawing_that_a_style_sheet_names_is_there_and_no_other(name):
    named = set(re.findall(rf"url\(theme:{name}/([\w-]+\.svg)\)", look.style_sheet(name)))
    assert named == {path.name for path in (HERE / name).iterdir()}
    assert "url(" not in look.style_sheet(name).replace(f"url(theme:{name}/", "")


@pytest.mark.parametrize("name", sorted(THEMES))
def test_the_theme_file_holds_the_colours_of_the_program(name):
    colours = {c.get("name"): c.text for c in ET.parse(HERE / f"{name}.xml").iter("color")}
    ours = {key: value for key, value in asdict(THEMES[name]).items() if str(value).startswith("#")}
    assert ours.items() <= colours.items()


@pytest.mark.parametrize("name", sorted(THEMES))
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read(name, ink, ground):
    assert contrast(getattr(THEMES[name], ink), getattr(THEMES[name], ground)) >= TEXT


@pytest.mark.parametrize("name", sorted(THEMES))
@pytest.mark.parametrize(("line", "ground"), EDGES)
def test_edges_of_controls_can_be_seen(name, line, ground):
    assert contrast(getattr(THEMES[name], line), getattr(THEMES[name], ground)) >= CONTROL


@pytest.mark.parametrize("name", sorted(THEMES))
def test_the_style_sheet_shouts_nowhere(name):
    assert "uppercase" not in look.style_sheet(name)


def test_colours_and_pixels_stand_in_the_theme_alone():
    strange = re.compile(r"#[0-9a-fA-F]{6}\b|QColor\(\s*\d|setStyleSheet|setPixelSize|setPointSize")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        if path.name not in ("theme.py", "sign_window.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if strange.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("kind", ["primary", "quiet", "danger", "flat", "link"])
@pytest.mark.parametrize("enabled", [True, False])
def test_a_button_can_be_read(dressed, qtbot, kind, enabled):
    button = Button("打印接待包", kind=kind)
    button.setEnabled(enabled)
    shown(qtbot, button)
    assert contrast(*ground_and_ink(button)) >= TEXT


def test_the_primary_button_is_filled(dressed, qtbot):
    ground, _ink = ground_and_ink(shown(qtbot, Button("到了", kind="primary")))
    assert ground == dressed.primary


def plain_button():
    return QPushButton("普通按钮")


def text_fact():
    return TextFact("单位")


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, NumberField, ChoiceField, plain_button])
def test_a_control_has_an_edge_that_is_seen_and_a_ring_of_two_pixels_in_the_hand(dressed, qtbot, make):
    frame = shown(qtbot, QLabel(), 300, 120)
    control = make(parent=frame) if make is not plain_button else plain_button()
    control.setParent(frame)
    control.setGeometry(10, 10, 240, control.sizeHint().height())
    control.show()
    control.clearFocus()
    colour, thick = edge(control)
    assert contrast(colour, dressed.surface) >= CONTROL
    assert thick == pytest.approx(1, abs=0.3)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    colour, thick = edge(control)
    assert (colour, round(thick)) == (dressed.primary, SIZE.ring)


@pytest.mark.parametrize("enabled", [True, False])
def test_a_field_can_be_read(dressed, qtbot, enabled):
    line = QLineEdit("恒屹精密机械")
    line.setEnabled(enabled)
    shown(qtbot, line, 200)
    line.clearFocus()
    assert contrast(*ground_and_ink(line)) >= TEXT


def test_the_words_in_an_empty_field_can_be_read(dressed, qtbot):
    line = QLineEdit()
    line.setPlaceholderText("添加护照")
    shown(qtbot, line, 200)
    line.clearFocus()
    assert contrast(*ground_and_ink(line)) >= TEXT


@pytest.mark.parametrize("kind", KINDS)
def test_a_pill_can_be_read(dressed, qtbot, kind):
    assert contrast(*ground_and_ink(shown(qtbot, Pill("已就绪", kind, "check")))) >= TEXT


@pytest.mark.parametrize("role", ["caption", "body", "muted", "strong", "lead", "title", "clock", "refusal"])
def test_a_line_of_text_can_be_read(dressed, qtbot, role):
    assert contrast(*ground_and_ink(shown(qtbot, Text("恒屹 10:30", role)))) >= TEXT


def test_a_chosen_row_can_be_read_with_and_without_the_keyboard(dressed, qtbot):
    model = QStandardItemModel(2, 1)
    for row in range(2):
        model.setItem(row, 0, QStandardItem("恒屹精密机械 顾翀董事长"))
    table = Table("接待")
    model.setParent(table)
    table.setModel(model)
    table.stretch(0)
    shown(qtbot, table, 300, 160)
    table.selectRow(0)
    area = table.visualRect(model.index(0, 0)).translated(table.viewport().pos()).adjusted(6, 6, -6, -6)
    table.setFocus()
    ground, ink = ground_and_ink(table, area)
    assert ground == dressed.primary_soft
    assert contrast(ground, ink) >= TEXT
    table.setEnabled(False)
    assert contrast(*ground_and_ink(table, area)) >= CONTROL


def test_a_ticked_box_shows_a_tick(dressed, qtbot):
    box = QCheckBox()
    box.setChecked(True)
    shown(qtbot, box)
    box.clearFocus()
    ground, ink = ground_and_ink(box, box.rect().adjusted(9, 9, -9, -9))
    assert ground == dressed.primary
    assert contrast(ink, dressed.on_primary) < 1.05


def test_the_chosen_tab_and_the_others_can_be_read(dressed, qtbot):
    bar = QTabBar()
    bar.addTab("概况")
    bar.addTab("来宾")
    shown(qtbot, bar)
    for number in range(2):
        assert contrast(*ground_and_ink(bar, bar.tabRect(number).adjusted(4, 4, -4, -4))) >= TEXT


def test_every_answer_of_a_choice_can_be_read(dressed, qtbot):
    choice = shown(qtbot, Segmented([(1, "要"), (2, "否"), (3, "未确认")]))
    for button in choice.findChildren(QPushButton):
        assert contrast(*ground_and_ink(choice, button.geometry().adjusted(4, 4, -4, -4))) >= TEXT


def test_the_theme_changes_at_once_under_an_open_window(qapp, qtbot):
    apply_theme(qapp, "light")
    frame = shown(qtbot, Text("今日", "title"))
    before = ground_and_ink(frame)
    with qtbot.waitSignal(look.look().changed, timeout=3000):
        apply_theme(qapp, "dark")
    after = ground_and_ink(frame)
    apply_theme(qapp, "light")
    assert (before, after) == (
        (THEMES["light"].ground, THEMES["light"].text),
        (THEMES["dark"].ground, THEMES["dark"].text),
    )


def test_the_system_decides_where_the_user_leaves_it_to_the_system(qapp):
    apply_theme(qapp, "system")
    assert look.theme() is (
        THEMES["dark"] if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else THEMES["light"]
    )
    apply_theme(qapp, "light")


def test_a_choice_that_nobody_knows_means_the_systems(qapp):
    apply_theme(qapp, "mauve")
    assert look.look().choice == "system"
    apply_theme(qapp, "light")


def test_a_missing_theme_is_no_reason_not_to_start(qapp, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(look, "resource", tmp_path.joinpath)
    apply_theme(qapp, "dark")
    assert qapp.style().name() == "fusion" or not qapp.styleSheet()
    assert "plain Fusion" in caplog.text
    monkeypatch.undo()
    apply_theme(qapp, "light")
    assert qapp.styleSheet()


def test_the_bundled_faces_are_there_for_rare_names_too(qapp):
    assert {"Noto Sans SC", "Reception Rare Names", "Reception Rare Han"} <= set(look.load_fonts())


def test_the_bundled_faces_stay_under_30_megabytes_and_have_their_licences():
    folder = ROOT / "resources" / "fonts"
    assert sum(path.stat().st_size for path in folder.glob("*.ttf")) < 30_000_000
    assert {path.name for path in folder.glob("*.txt")} == {
        "NotoSansSC-OFL.txt", "RareHan-LICENSE.txt", "RareNames-ARPHICPL.txt", "WesternNames-OFL.txt",
    }  # fmt: skip


FIRST_DRESS = """
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from ui.theme import apply_theme, load_fonts
app = QApplication([])
window = QWidget()
label = QLabel("顾翀", window)
window.show()
app.processEvents()
apply_theme(app, "dark")
app.processEvents()
assert label.font().families() == list(load_fonts()), label.font().families()
"""


def test_a_window_that_was_open_before_the_first_theme_gets_its_face():
    subprocess.run([sys.executable, "-c", FIRST_DRESS], check=True, timeout=50, cwd=ROOT)


def test_figures_of_a_clock_have_one_width(qapp):
    metrics = QFontMetrics(look.face(look.TYPE.clock, strong=True, tabular=True))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_a_label_keeps_its_even_figures_under_the_style_sheet(qtbot):
    clock = shown(qtbot, Text("11:11", "clock"))
    other = shown(qtbot, Text("08:40", "clock"))
    assert clock.sizeHint().width() == other.sizeHint().width()


def test_restyling_changes_the_look_of_a_shown_widget(qtbot, qapp):
    apply_theme(qapp, "light")
    button = shown(qtbot, QPushButton("到了"))
    restyle(button, kind="primary")
    assert ground_and_ink(button)[0] == THEMES["light"].primary
