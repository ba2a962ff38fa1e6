"""The record of one sign: a line for each thing that was sent, and for each time that it was out of reach."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from reception_desk.signs.lease import Books, Sending, words_of
from reception_desk.signs.reconciler import SignState, SignStatus
from reception_desk.signs.resolve import Desired

_GOES_ON: Final = {
    (SignState.WAITING, SignState.SENT),
    (SignState.WAITING, SignState.CONFIRMED),
    (SignState.WAITING, SignState.OFFLINE),
    (SignState.SENT, SignState.CONFIRMED),
    (SignState.OFFLINE, SignState.OFFLINE),
}
"""What may come of one sending; anything else is a new line."""

_Key = tuple[int, str, tuple[int, ...]]


class Record:
    """Writes the lines; called after every step, it writes only what is news."""

    def __init__(self, books: Books, sign_id: int) -> None:
        self._books, self._sign_id = books, sign_id
        self._line = 0
        self._key: _Key = (0, "", ())
        self._state, self._reason = SignState.OFF, ""

    def note(self, status: SignStatus, token: int, now: datetime) -> None:
        """Keep how the sign is, if that is news."""
        desired, state, reason = status.desired, status.state, status.reason
        if desired is None or state in {SignState.OFF, SignState.ELSEWHERE}:
            self._line, self._state = 0, SignState.OFF
            return
        key = (token, desired.fingerprint, desired.message_ids)
        if (key, state, reason) == (self._key, self._state, self._reason) and self._line:
            return
        if self._line and key == self._key and (self._state, state) in _GOES_ON:
            self._books.answered(self._line, state, reason, now)
        else:
            self._line = self._books.sent(self._sending(desired, token), state, reason, now)
        self._key, self._state, self._reason = key, state, reason

    def _sending(self, desired: Desired, token: int) -> Sending:
        words = words_of([(page.text, page.text_en) for page in desired.pages])
        return Sending(self._sign_id, token, desired.fingerprint, words, desired.message_ids)
