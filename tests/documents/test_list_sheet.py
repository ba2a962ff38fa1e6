"""A list printed as seen: every line, on as many pages as it takes, the headings on each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2

from reception_desk.documents.list_sheet import ListSheet


def pages_of(pdf):
    """The words of every page, and its size."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(page.get_textpage().get_text_bounded(), page.get_size()) for page in document]


def sheet(lines):
    return ListSheet(
        title="接待",
        headings=["到访时间", "来访单位"],
        lines=[["2026-12-08 周二 10:30", f"恒屹 {number}"] for number in range(lines)],
        shares=[1, 3],
        narrowed="本周",
        language="zh",
        printed=datetime(2026, 12, 1, 9, tzinfo=UTC),
    )


def test_a_long_list_has_its_headings_on_every_landscape_page_and_loses_no_line():
    pages = pages_of(sheet(90).draw())

    assert len(pages) > 1
    for number, (words, (wide, high)) in enumerate(pages, 1):
        assert wide > high
        assert "来访单位" in words
        assert f"{number} / {len(pages)}" in words
    said = " ".join(words for words, _size in pages)
    assert all(f"恒屹 {number}" in said for number in range(90))
    assert "本周" in pages[0][0]


def test_a_further_list_stands_on_the_same_paper_under_its_title():
    further = replace(sheet(3), title="逾期明细", headings=["条款", "事项"], lines=[["A1.1a", "人数"]])
    said = " ".join(words for words, _size in pages_of(replace(sheet(40), then=[further]).draw()))

    assert all(words in said for words in ("恒屹 39", "逾期明细", "条款", "A1.1a"))


def test_the_same_list_gives_the_same_bytes():
    assert sheet(3).draw() == sheet(3).draw()
