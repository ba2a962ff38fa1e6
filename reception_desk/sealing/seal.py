"""AES-GCM over single fields, and a keyed digest that tells a change without telling what (A1.3)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from typing import Final

KEY_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_VERSION: Final = "v1:"
_MARK_LETTERS: Final = 20
_CHECKED: Final = "reception desk"


class BrokenSealError(Exception):
    """A sealed text that this key does not open: of another desk, another field, or damaged."""


def new_key() -> bytes:
    """A key that nobody has yet."""
    return secrets.token_bytes(KEY_BYTES)


class Seal:
    """Seals and opens under one key; the key itself is in no text that it gives."""

    __slots__ = ("_key", "_mark_key", "_seal_key")

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._seal_key = _derived(key, "seal")[:KEY_BYTES]
        self._mark_key = _derived(key, "mark")

    def __repr__(self) -> str:
        """Nothing of the key."""
        return "Seal(…)"

    @property
    def key(self) -> bytes:
        """The key, to be kept or printed."""
        return self._key

    @property
    def check(self) -> str:
        """By which the key is known again."""
        return self.mark(_CHECKED)

    def sealed(self, value: str, about: str) -> str:
        """The value as text that only this key opens, and only for what it is `about`; nothing for nothing."""
        if not value:
            return ""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(_NONCE_BYTES)
        closed = AESGCM(self._seal_key).encrypt(nonce, value.encode(), about.encode())
        return _VERSION + base64.urlsafe_b64encode(nonce + closed).decode()

    def opened(self, text: str, about: str) -> str:
        """What was sealed."""
        if not text:
            return ""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        version, rest = text[: len(_VERSION)], text[len(_VERSION) :]
        try:
            raw = base64.b64decode(rest, altchars=b"-_", validate=True)
            if version != _VERSION:
                raise BrokenSealError
            plain = AESGCM(self._seal_key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], about.encode())
        except (InvalidTag, ValueError, binascii.Error) as trouble:
            raise BrokenSealError from trouble
        return plain.decode()

    def mark(self, *values: str) -> str:
        """A digest of the values that nobody can make or guess without the key; nothing where all are blank."""
        if not any(values):
            return ""
        spelled = json.dumps(values, ensure_ascii=False).encode()
        return hmac.new(self._mark_key, spelled, hashlib.sha256).hexdigest()[:_MARK_LETTERS]


def _derived(key: bytes, purpose: str) -> bytes:
    return hmac.new(key, f"reception desk, {purpose}".encode(), hashlib.sha256).digest()
