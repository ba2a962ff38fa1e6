"""Going back to a backup while the window is open: the data are let go of, replaced, and opened again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.backups import Backup, check_backup, has_locked_passports, put_back
from ui.background import wait_for_background
from ui.clock import Clock

if TYPE_CHECKING:
    from ui.frame import Frame


def keep_before(frame: Frame, file: Path, clock: Clock) -> Backup:
    """Back up what is here, and end the frame and its desk.

    Refused before anything is touched where the file is no sound backup, or what is here cannot be backed up.
    """
    check_backup(file)
    frame.current().flush()
    wait_for_background()  # a backup may be under way
    kept = frame.desk.backups.make(clock())
    frame.end()
    frame.desk.close()
    return kept


def exchange(folder: Path, file: Path, kept: Backup, clock: Clock) -> tuple[ReceptionDesk, str, bool]:
    """The desk on the restored data, a sentence, and whether it is a refusal: then the data are as they were."""
    try:
        put_back(file, folder)
    except ReceptionError as refusal:  # the backup is not in its place, so what was here still is
        return open_desk(folder, clock()), str(refusal), True
    try:
        restored = open_desk(folder, clock())
    except ReceptionError as refusal:
        put_back(kept.file, folder)
        return open_desk(folder, clock()), str(refusal), True
    sentence = _("Restored {file}. What was here before is the newest backup in the list.").format(
        file=file.name
    )
    if has_locked_passports(file):
        locked = _("Its passports are locked here: enter the recovery code under Settings, Data and backups.")
        sentence = f"{sentence} {locked}"
    return restored, sentence, False
