"""Where a desk keeps its data, and which places are refused because they damage it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

ENVIRONMENT = "RECEPTION_DESK_DATA"
DATABASE_NAME = "reception.sqlite"
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.rclone"}
)
SYNC_FOLDERS = (
    "onedrive",
    "dropbox",
    "icloud",
    "google drive",
    "googledrive",
    "nutstore",
    "坚果云",
    "baidusyncdisk",
    "百度网盘",
    "wpsdrive",
    "wps云盘",
    "nextcloud",
    "syncthing",
)
_DRIVE_REMOTE = 4


def data_folder(named: str | None = None) -> Path:
    """The folder named, else that of the environment, else the user's own."""
    chosen = named or os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("reception_desk", appauthor=False))


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
        if part.lower().startswith(SYNC_FOLDERS):
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
