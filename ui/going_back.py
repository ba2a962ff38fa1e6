"""Going back to a backup while the window is open: the data are let go of, replaced, and opened again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.backups import check_backup, put_back
from ui.background import wait_for_background
from ui.clock import Clock

if TYPE_CHECKING:
    from ui.frame import Frame


def go_back(frame: Frame, file: Path, clock: Clock) -> tuple[ReceptionDesk, str, bool]:
    """The desk on the restored data, a sentence, and whether it is a refusal: then the data are as they were.

    Refused before anything is touched where the file is no sound backup, or what is here cannot be backed up.
    """
    desk = frame.desk
    check_backup(file)
    frame.current().flush()
    wait_for_background()  # a backup may be under way
    kept = desk.backups.make(clock())
    frame.end()
    desk.close()
    try:
        put_back(file, desk.folder)
        restored = open_desk(desk.folder, clock())
    except ReceptionError as refusal:
        put_back(kept.file, desk.folder)
        return open_desk(desk.folder, clock()), str(refusal), True
    sentence = _("Restored {file}. What was here before is the newest backup in the list.")
    return restored, sentence.format(file=file.name), False
