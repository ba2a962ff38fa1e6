"""Where a desk keeps its data, and which places are refused because they damage it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

ENVIRONMENT = "RECEPTION_DESK_DATA"
DATABASE_NAME = "reception.sqlite"
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.rclone"}
)
PORTABLE_NAME = "reception-desk-data"
REMEMBERED_NAME = "data-folder.txt"
_SYNC_PROGRAMS = (
    "onedrive",
    "dropbox",
    "icloud",
    "icloud ?drive",
    "google ?drive",
    "my drive",
    "nutstore(?: ?files)?",
    "坚果云.*",
    "baidusyncdisk",
    "百度网盘.*",
    "wpsdrive",
    "wps云盘.*",
    "nextcloud",
    "syncthing",
)
# Such as “OneDrive - Huachen” or “Dropbox (Personal)”, but not “onedrive2” or “dropbox-like”.
_SYNC_FOLDER = re.compile(rf"(?:{'|'.join(_SYNC_PROGRAMS)})(?: *-? +.*|[(~].*)?")
_DRIVE_REMOTE = 4


def data_folder(named: str | None = None) -> Path:
    """The folder named, else that of the environment, the one beside the program, the one chosen, the user's own."""
    chosen = named or os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser().absolute()
    beside = portable_folder()
    if beside.is_dir():
        return beside
    return remembered_folder() or usual_folder()


def is_named(named: str | None) -> bool:
    """Whether whoever starts the program says where the data lie; then nobody else chooses."""
    return bool(named or os.environ.get(ENVIRONMENT))


def usual_folder() -> Path:
    """Where data lie if nobody says otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir("reception_desk", appauthor=False))


def portable_folder() -> Path:
    """The folder beside the program; where it is there, the data lie in it, as on a stick."""
    program = Path(sys.executable) if getattr(sys, "frozen", False) else Path(__file__).parents[1]
    return program.parent.absolute() / PORTABLE_NAME


def remembered_folder() -> Path | None:
    """The folder that was chosen on this computer, if one was."""
    try:
        chosen = _memory().read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return Path(chosen) if chosen else None


def remember_folder(folder: Path) -> None:
    """Find the data in this folder from the next start on."""
    memory = _memory()
    try:
        if folder == portable_folder():
            folder.mkdir(exist_ok=True)
        elif folder == usual_folder():
            memory.unlink(missing_ok=True)
        else:
            memory.parent.mkdir(parents=True, exist_ok=True)
            memory.write_text(f"{folder}\n", encoding="utf-8")
    except OSError as trouble:
        raise ReceptionError(
            _("It cannot be noted where the data lie: {reason}").format(reason=trouble.strerror)
        ) from trouble


def _memory() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir("reception_desk", appauthor=False), REMEMBERED_NAME)


def refuse_missing(folder: Path) -> None:
    """Refuse to begin anew in a chosen folder that is gone: its drive may only be unplugged."""
    if not folder.exists() and folder == remembered_folder():
        raise ReceptionError(
            _("The data folder {folder} is not there. Is its drive connected?").format(folder=folder)
        )


def refuse_unusable(folder: Path) -> None:
    """Refuse a folder for new data that is unsafe or cannot be written."""
    refuse_unsafe(folder)
    there = next(place for place in (folder, *folder.parents) if place.exists())
    probe = there / f".reception-desk-{os.getpid()}"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as trouble:
        raise ReceptionError(
            _("The data folder {folder} cannot be used: {reason}").format(
                folder=folder, reason=trouble.strerror
            )
        ) from trouble


def refuse_unsafe(folder: Path) -> None:
    """Refuse a network share or a folder of a sync client: both have damaged live databases (trust.md 4)."""
    real = folder.resolve()
    if _is_on_network(folder) or _is_on_network(real):
        raise ReceptionError(
            _(
                "{folder} lies on a network share, which can damage the data. "
                "Choose a folder on this computer; backups may lie on the share."
            ).format(folder=folder)
        )
    for part in real.parts:
        if _SYNC_FOLDER.fullmatch(part.lower()):
            raise ReceptionError(
                _(
                    "{folder} is kept in step by a sync program ({program}), which can damage the data. "
                    "Choose another folder; backups may lie there."
                ).format(folder=folder, program=part)
            )


def _is_on_network(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    else:  # noqa: RET505 - mypy reads one branch for each system
        return _file_system(folder) in NETWORK_FILE_SYSTEMS


def _file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _source, point, file_system, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        inside = folder == Path(point) or Path(point) in folder.parents
        if inside and len(point) >= len(best):
            best, kind = point, file_system
    return kind
