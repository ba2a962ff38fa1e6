"""A list printed as seen: every line, on as many pages as it takes, the headings on each."""

from __future__ import annotations

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


def test_the_same_list_gives_the_same_bytes():
    assert sheet(3).draw() == sheet(3).draw()
