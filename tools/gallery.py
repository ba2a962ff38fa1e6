"""Show every widget in one window, or write pictures of it: `gallery.py [--out FOLDER]`; for looking, not for tests."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ui.icons import icon, icon_names  # noqa: E402
from ui.theme import SPACE, apply_theme, restyle  # noqa: E402
from ui.widgets.buttons import Button, IconButton  # noqa: E402
from ui.widgets.card import Card  # noqa: E402
from ui.widgets.empty_state import EmptyState  # noqa: E402
from ui.widgets.fact import Fact, LongTextFact, TextFact  # noqa: E402
from ui.widgets.fact_choice import AnswerFact, ChoiceFact  # noqa: E402
from ui.widgets.fact_group import FactGroup  # noqa: E402
from ui.widgets.fact_moment import DayFact, MomentFact  # noqa: E402
from ui.widgets.fact_number import NumberFact  # noqa: E402
from ui.widgets.fields import ChoiceField, MomentField, NumberField  # noqa: E402
from ui.widgets.flow import FlowLayout  # noqa: E402
from ui.widgets.headline import Headline  # noqa: E402
from ui.widgets.nav_rail import NavRail  # noqa: E402
from ui.widgets.pill import Pill  # noqa: E402
from ui.widgets.scroll import Scroll  # noqa: E402
from ui.widgets.search_field import SearchField  # noqa: E402
from ui.widgets.side_sheet import SideSheet  # noqa: E402
from ui.widgets.status_line import StatusLine  # noqa: E402
from ui.widgets.table import Table  # noqa: E402
from ui.widgets.text import Text  # noqa: E402
from ui.widgets.timeline import Block, Lane, Timeline  # noqa: E402

NOW = datetime(2026, 11, 23, 9, 41).astimezone()
PAGES = (("今日", "today"), ("接待", "visits"), ("欢迎屏", "sign"), ("设置", "settings"))
SIZES = ((1366, 768), (1920, 1080))
ROWS = (
    ("10:30", "恒屹精密机械", "顾翀 董事长", "5", "一级", "准备中"),
    ("13:00", "Hartmann Antriebstechnik GmbH", "Dr. Jürgen Hartmann", "3", "二级", "已就绪"),
    ("15:30", "市科学技术局", "𠮷田 処长", "8", "一级", "逾期 2 项"),
)


def at(hour: int, minute: int = 0) -> datetime:
    """A time on the gallery's day."""
    return NOW.replace(hour=hour, minute=minute)


def row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side."""
    made = QHBoxLayout()
    made.setSpacing(SPACE.small)
    for widget in widgets:
        made.addWidget(widget)
    made.addStretch(1)
    return made


def disabled(widget: QWidget) -> QWidget:
    """The same, not to be used."""
    widget.setEnabled(False)
    return widget


def next_card() -> Card:
    """Who comes next."""
    card = Card("下一位")
    clock = Text("10:30", "clock")
    card.body.addLayout(row(clock, Text("49 分钟后", "muted")))
    card.body.addWidget(Text("恒屹精密机械  顾翀董事长一行 5 人", "lead"))
    pills = FlowLayout()
    for pill in (
        Pill("一级", "primary", "star"),
        Pill("对等", "plain"),
        Pill("准点", "done", "train"),
        Pill("2 项将到期", "soon", "clock"),
        Pill("1 项逾期", "late", "warning"),
    ):
        pills.addWidget(pill)
    card.body.addLayout(pills)
    card.body.addLayout(
        row(
            Button("到了  F8", kind="primary"),
            Button("接待包", icon_name="print"),
            Button("电话单", kind="flat", icon_name="phone"),
            Button("作废", kind="danger"),
            Button("看全部", kind="link"),
        )
    )
    card.body.addLayout(
        row(
            disabled(Button("到了", kind="primary")),
            disabled(Button("接待包", icon_name="print")),
            disabled(Button("作废", kind="danger")),
            IconButton("more", "更多"),
            IconButton("edit", "编辑"),
        )
    )
    return card


def facts_card() -> Card:
    """Facts in all their kinds."""
    card = Card("概况")
    card.set_note("6 项")
    group = FactGroup()
    facts: list[Fact] = [
        TextFact("来访单位", prompt="添加单位"),
        TextFact("国内代理", prompt="添加代理"),
        MomentFact("到达", lambda: NOW),
        DayFact("护照有效期", lambda: NOW, prompt="添加护照"),
        ChoiceFact("级别", [(1, "一级"), (2, "二级"), (3, "三级")], prompt="选择级别"),
        NumberFact("人数"),
        AnswerFact("接站"),
        AnswerFact("住宿"),
        LongTextFact("备注", prompt="添加备注"),
    ]
    values: list[object] = [
        "恒屹精密机械(苏州)有限公司",
        "",
        at(10, 30) + timedelta(days=15),
        None,
        1,
        5,
        "yes",
        "unconfirmed",
        "主宾喜欢绿茶，不吃海鲜。\n请准备轮椅。",
    ]
    for fact, value in zip(facts, values, strict=True):
        group.add(fact).set_value(value)
    facts[5].show_refusal("人数与来宾名单不符（名单 6 人）。")
    card.body.addWidget(group)
    card.body.addStretch(1)
    return card


def controls_card() -> Card:
    """Qt's own controls in our dress."""
    card = Card("控件")
    grid = QGridLayout()
    grid.setSpacing(SPACE.small)
    line, full, off = QLineEdit(), QLineEdit("恒屹精密机械"), QLineEdit("不可用")
    line.setPlaceholderText("占位文字")
    combo, spin, moment = ChoiceField("级别"), NumberField("宽"), MomentField("到达")
    combo.addItems(["一级", "二级", "三级"])
    checks = [
        QCheckBox("会议室确认"),
        QCheckBox("欢迎词上屏"),
        QCheckBox("不可用"),
        QRadioButton("浅色"),
        QRadioButton("深色"),
    ]
    checks[0].setChecked(True)
    checks[2].setChecked(True)
    checks[3].setChecked(True)
    off.setEnabled(False)
    checks[2].setEnabled(False)
    bar = QProgressBar()
    bar.setValue(58)
    for number, widget in enumerate((line, full, off, combo, spin, moment)):
        grid.addWidget(widget, number // 3, number % 3)
    card.body.addLayout(grid)
    card.body.addLayout(row(*checks))
    card.body.addWidget(bar)
    note = QPlainTextEdit("随时加备注")
    note.setMaximumHeight(64)
    card.body.addWidget(note)
    return card


def table() -> Table:
    """Visits, as a list shows them."""
    model = QStandardItemModel(0, 6)
    model.setHorizontalHeaderLabels(["到达", "单位", "主宾", "人数", "级别", "状态"])
    for words in ROWS:
        model.appendRow([QStandardItem(text) for text in words])
    item = model.item(0, 0)
    item.setCheckable(True)
    item.setCheckState(Qt.CheckState.Checked)
    made = Table("接待")
    model.setParent(made)
    made.setModel(model)
    made.stretch(1)
    made.selectRow(0)
    return made


def timeline() -> Timeline:
    """The day as lanes."""
    made = Timeline("今天")
    lanes = [
        Lane(
            "恒屹精密",
            [
                Block(at(9), at(9, 35), "接站", "late"),
                Block(at(10, 30), at(11), "到达", "primary"),
                Block(at(11), at(12), "参观"),
                Block(at(12), at(13, 30), "午餐"),
                Block(at(13, 30), at(16), "会谈"),
            ],
            1,
        ),
        Lane(
            "Hartmann",
            [Block(at(13), at(14), "到达", "primary"), Block(at(14), at(16, 30), "技术交流", "plain")],
            2,
        ),
        Lane(
            "市科技局",
            [Block(at(8, 30), at(9, 30), "布置", "done"), Block(at(15, 30), at(17), "调研", "soon")],
            3,
        ),
    ]
    made.show_lanes(lanes, NOW, at(8), at(18))
    return made


def icons() -> QWidget:
    """The whole set."""
    made = QWidget()
    flow = FlowLayout(made, spacing=0)
    for name in icon_names():
        flow.addWidget(IconButton(name, name, colour="text"))
    return made


def tabs() -> QTabWidget:
    """The sections of a visit."""
    made = QTabWidget()
    names = QListView()
    names.setModel(QStringListModel(["顾翀 董事长", "𠮷田 太郎 部长", "Dr. Jürgen Hartmann"], names))
    made.addTab(names, "来宾")
    made.addTab(table(), "行程")
    made.addTab(
        EmptyState("paper", "还没有纸面", hint="打印过的每一张纸都列在这里，旧了会说。", action="打印接待包"),
        "纸面",
    )
    made.addTab(icons(), "图标")
    return made


class Gallery(QWidget):
    """The frame of the program, with one of everything inside."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("reception desk")
        self.rail, self.bottom = NavRail(), StatusLine()
        for words, name in PAGES:
            self.rail.add_page(name, words, name)
        self.rail.set_current("today")
        self.bottom.say("已保存 09:41")
        self.bottom.show_undo("撤销：勾选“会议室确认” Ctrl+Z")
        self.bottom.show_state("backup", "备份 09:30")
        self.bottom.show_state("sign", "屏 没有回应", "late")
        self.page = QWidget()
        self.tabs = tabs()
        self.sheet = SideSheet(self.page, close_words="关闭")
        self._fill_page()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Scroll(self.page), 1)
        column.addWidget(self.bottom)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(column, 1)

    def _fill_page(self) -> None:
        head = Headline("今日 · 11月23日 周一", "3 个接待，5 件事要做", back="返回")
        head.add(SearchField("搜索或命令  Ctrl+K"))
        head.add(Pill("准备中", "soon", "clock"))
        grid = QGridLayout(self.page)
        grid.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        grid.setSpacing(SPACE.large)
        grid.addWidget(head, 0, 0, 1, 2)
        grid.addWidget(next_card(), 1, 0)
        grid.addWidget(facts_card(), 1, 1, 2, 1)
        grid.addWidget(controls_card(), 2, 0)
        day = Card("今天")
        day.body.addWidget(timeline())
        day.body.addStretch(1)
        grid.addWidget(day, 3, 0)
        grid.addWidget(self.tabs, 3, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)


def pictures(app: QApplication, out: Path) -> None:
    """One picture per theme and size, and the same with the sheet open and with each tab."""
    out.mkdir(parents=True, exist_ok=True)
    for name in ("light", "dark"):
        apply_theme(app, name)
        for width, height in SIZES:
            window = Gallery()
            window.resize(width, height)
            window.show()
            for tab in range(window.tabs.count()):
                window.tabs.setCurrentIndex(tab)
                app.processEvents()
                window.grab().save(str(out / f"{name}-{width}-tab{tab}.png"))
            window.sheet.open("顾翀 董事长", facts_card())
            app.processEvents()
            window.grab().save(str(out / f"{name}-{width}-sheet.png"))
            window.close()
            window.deleteLater()


def main() -> int:
    """Show it, or write pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--theme", default="light", choices=("light", "dark", "system"))
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    apply_theme(app, given.theme)
    if given.out is not None:
        pictures(app, given.out)
        return 0
    window = Gallery()
    window.setWindowIcon(icon("sign"))
    restyle(window, ground="ground")
    window.resize(*SIZES[0])
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
