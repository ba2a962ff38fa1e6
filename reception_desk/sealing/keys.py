"""Where keys lie on this computer: in the system's keyring, else in files that only this user may read.

Never in the data folder: whoever has its files, or a backup, has no key (trust.md).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, Final, TypeVar

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.sealing.seal import KEY_BYTES, Seal

ENVIRONMENT: Final = "RECEPTION_DESK_KEYS"
"""A folder for the keys instead of the keyring: for a service account without a desktop, and for tests."""

_SERVICE: Final = "reception-desk"
_PATIENCE: Final = 60.0  # seconds; a keyring may ask the user to unlock it, or never answer without a desktop
_PAUSE: Final = (
    60.0  # seconds until a keyring that had no key is asked again: each time it may bother somebody
)
_NAME: Final = re.compile(r"[0-9a-f]{16}")
_Found = TypeVar("_Found")

_asked_again_at: Final[dict[str, float]] = {}


def key_folder() -> Path:
    """Where key files lie."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("reception_desk_keys", appauthor=False))


def kept_key(identity: str, check: str) -> bytes | None:
    """The key of that name if it is on this computer; `check` says that it is the right one."""
    if not _NAME.fullmatch(identity):
        return None
    for look in (_from_file, _from_keyring_now_and_then):
        found = look(identity)
        if found is not None and Seal(found).check == check:
            return found
    return None


def keep_key(identity: str, key: bytes) -> None:
    """Keep a key on this computer: in the keyring if it gives the key back, else in a file.

    The name comes from the data, and a backup may come from anybody: what is no name of ours is refused.
    """
    if not _NAME.fullmatch(identity):
        raise ReceptionError(
            _("These data do not name the key of their passports as this program does. Nothing was kept.")
        )
    if not _into_keyring(identity, key):
        _into_file(identity, key)


def _file(identity: str) -> Path:
    return key_folder() / f"{identity}.key"


def _from_file(identity: str) -> bytes | None:
    try:
        return _bytes(_file(identity).read_text(encoding="ascii"))
    except (OSError, UnicodeError):
        return None


def _into_file(identity: str, key: bytes) -> None:
    file = _file(identity)
    arriving = file.with_suffix(".arriving")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        arriving.unlink(missing_ok=True)
        with os.fdopen(os.open(arriving, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
            stream.write(f"{key.hex()}\n")
            stream.flush()
            os.fsync(stream.fileno())
        arriving.replace(file)
    except OSError as trouble:
        raise ReceptionError(
            _("The key for the passports cannot be kept in {folder}: {reason}").format(
                folder=file.parent, reason=trouble.strerror
            )
        ) from trouble


def _from_keyring_now_and_then(identity: str) -> bytes | None:
    """What the keyring has; for a while not asked again where it had nothing."""
    if monotonic() < _asked_again_at.get(identity, 0.0):
        return None
    found = _from_keyring(identity)
    if found is None:
        _asked_again_at[identity] = monotonic() + _PAUSE
    return found


def _from_keyring(identity: str) -> bytes | None:
    ring = _keyring()
    return None if ring is None else _bytes(_asked(lambda: ring.get_password(_SERVICE, identity)) or "")


def _into_keyring(identity: str, key: bytes) -> bool:
    ring = _keyring()
    if ring is None:
        return False
    _asked(lambda: ring.set_password(_SERVICE, identity, key.hex()))
    return _from_keyring(identity) == key


def _keyring() -> Any:
    """The system's keyring, if there is one that is fit for secrets."""
    if os.environ.get(ENVIRONMENT):
        return None
    import keyring  # looks for its backends, some on the network of the session: only when a key is wanted
    from keyring.core import recommended

    ring = _asked(keyring.get_keyring)
    return ring if ring is not None and recommended(ring) else None


def _asked(ask: Callable[[], _Found]) -> _Found | None:
    """What a keyring answers; nothing where it refuses, or has no desktop to ask on and stays silent."""
    answers: list[_Found] = []
    refusals = _refusals()

    def wait_for_it() -> None:
        try:
            answers.append(ask())
        except refusals:
            return

    asking = Thread(target=wait_for_it, name="keyring", daemon=True)
    asking.start()
    asking.join(_PATIENCE)
    return answers[0] if answers else None


def _refusals() -> tuple[type[BaseException], ...]:
    """What the keyrings of the systems raise where they do not work."""
    from keyring.errors import KeyringError

    found: tuple[type[BaseException], ...] = (KeyringError, OSError, RuntimeError, ValueError, LookupError)
    try:
        from jeepney import DBusErrorResponse
        from secretstorage.exceptions import SecretStorageException
    except ImportError:  # of Linux alone
        return found
    return (*found, DBusErrorResponse, SecretStorageException)


def _bytes(spelled: str) -> bytes | None:
    try:
        key = bytes.fromhex(spelled.strip())
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
