"""`demo`: a sample company in a fresh folder; its hand-outs, its sign and a picture of every screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.application import log_what_qt_says

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
THREE_DAYS_BEFORE: Final = datetime(2026, 12, 5, 9, 41, tzinfo=SHANGHAI)
BEFORE_ARRIVAL: Final = timedelta(minutes=49)
DPI: Final = 110


def run_demo(data: str | None, out: Path, now: datetime | None) -> int:
    """Make the demonstration in `out`, on a fresh data folder; says what lies where."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no window flashes up, with a display or without
    log_what_qt_says()
    _refuse_if_used(out)
    folder = _fresh(data)
    now = (now or THREE_DAYS_BEFORE).astimezone(SHANGHAI)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise ReceptionError(
            _("{folder} cannot be made: {reason}").format(folder=out, reason=trouble.strerror)
        ) from trouble
    for line in make_demo(folder, out, now):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


def _fresh(data: str | None) -> Path:
    """The folder that was named, which must be empty; else a new temporary one, never the user's."""
    if data is None:
        return Path(tempfile.mkdtemp(prefix="reception-desk-demo-"))
    folder = Path(data).expanduser().absolute()
    _refuse_if_used(folder)
    return folder


def _refuse_if_used(folder: Path) -> None:
    """Refuse a folder with anything in it: what the demonstration makes does not go among other files."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ReceptionError(
            _("{folder} is not empty. The demonstration needs a fresh folder.").format(folder=folder)
        )


def make_demo(folder: Path, out: Path, now: datetime) -> Iterator[str]:
    """Do it step by step, saying after each what lies where."""
    from ui.demo_desk import SECOND_FORM, SIGN_SIZE, catch_up, furnish, take_in
    from ui.screenshots import every_screen, first_screen

    desk = open_desk(folder, now)
    try:
        visit_id = furnish(desk, now)
        yield _("Sample data: {folder}").format(folder=folder)
        pictures = list(every_screen(desk, visit_id, now, out / "screens"))
        with _days_later(desk, now) as later:
            arrival = later.visits.get(visit_id).arrival_at or now
            catch_up(later, arrival - BEFORE_ARRIVAL)
            pictures += first_screen(later, arrival - BEFORE_ARRIVAL, out / "screens")
        yield _("{count} pictures of the screens: {folder}").format(
            count=len(pictures), folder=out / "screens"
        )
        second = take_in(desk, SECOND_FORM, now)
        papers = [
            paper
            for each in (visit_id, second)
            for paper in desk.papers.write(each, [], out / "papers", now, reason=_("For the demonstration"))
        ]
        for paper in papers:
            _draw_pages(paper)
        yield _("{count} hand-outs as PDF, each page as a picture: {folder}").format(
            count=len(papers), folder=out / "papers"
        )
        sign = out / "sign.png"
        sign.write_bytes(desk.welcome.preview(visit_id, *SIGN_SIZE, now))
        yield _("The welcome sign: {file}").format(file=sign)
    finally:
        desk.close()
    yield _("Look around yourself: reception-desk --data {folder} --now {now}").format(
        folder=folder, now=f"{now:%Y-%m-%dT%H:%M}"
    )


@contextmanager
def _days_later(desk: ReceptionDesk, now: datetime) -> Iterator[ReceptionDesk]:
    """A copy of the desk, for the day on which the guests come: the sample itself stays as it is."""
    from reception_desk.services.backups import restore

    with tempfile.TemporaryDirectory(prefix="reception-desk-demo-") as folder:
        backup = desk.backups.make(now, Path(folder, "backup"))
        restore(backup.file, Path(folder, "desk"), now)
        later = open_desk(Path(folder, "desk"), now)
        try:
            yield later
        finally:
            later.close()


def _draw_pages(paper: Path) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(paper) as document:
        for number, page in enumerate(document, 1):
            picture = page.render(scale=DPI / 72).to_pil()
            picture.save(paper.with_name(f"{paper.stem}-{number}.png"))
