"""A sign that other people look after: what must be on it now lies in a folder; only people can say it is shown."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from reception_desk.domain.sign import Sign
from reception_desk.i18n import _
from reception_desk.signs.driver import Ack, Answer, Capabilities, Health
from reception_desk.signs.parcel import parcel, put
from reception_desk.signs.renderer import problems
from reception_desk.signs.resolve import Desired, Page, Showing

STEM: Final = "now"
RECORD: Final = "now.json"
LETTING_GO: Final = 2.0
_AMISS: Final = "amiss"
_OURS: Final = re.compile(rf"{STEM}(-\d+|-strip(-\d+)?|-utf8|-gbk)?\.(png|gif|txt|pptx)(\.part)?")


@dataclass(frozen=True)
class _Record:
    """What lies in the folder. Whoever comes last has the highest `term`; those before may not write any more."""

    term: int = 0
    fingerprint: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)


class HandOverSign:
    """Keeps `now.png` and its like in IT's folder; without a folder all is told by people, and nothing is written."""

    def __init__(self, sign: Sign) -> None:
        self._sign = sign
        self._folder = Path(sign.address).expanduser() if sign.address.strip() else None
        self._term = 0
        self._one_call = threading.Lock()
        self._closed = threading.Event()

    def capabilities(self) -> Capabilities:
        """It draws, and a folder may lie at the end of a slow line."""
        return Capabilities(blocks=True, draws=True)

    def validate(self, desired: Desired) -> list[str]:
        """Name the characters that nobody could show."""
        found = [
            sentence
            for page in desired.pages
            for sentence in problems(f"{page.text}\n{page.text_en}", self._sign)
        ]
        return list(dict.fromkeys(found))

    def show(self, desired: Desired, token: int = 0) -> Ack:
        """Put the files there; that they are on the sign is for people to say."""
        with self._one_call:
            if self._closed.is_set():
                return _taken_over()
            return self._written(desired, token)

    clear = show

    def probe(self) -> Health:
        """Look whether the files still lie there."""
        if self._folder is None or not self._term:
            return Health(is_up=True)
        try:
            record = _read(self._folder)
            lie = all((self._folder / name).stat().st_size == size for name, size in record.sizes.items())
        except FileNotFoundError:
            return Health(is_up=True, shows=_AMISS)
        except OSError as trouble:
            return Health(is_up=False, reason=self._not_written(trouble))
        if record.term != self._term:
            return Health(is_up=False, reason=_taken_over().reason)
        return Health(is_up=True, shows="" if lie else _AMISS)

    def close(self) -> None:
        """Leave no name behind: nobody would take it away."""
        self._closed.set()
        if self._folder is None or not self._term:
            return
        last = threading.Thread(target=self._darken, name=f"sign-{self._sign.id}-close")
        last.start()
        last.join(LETTING_GO)

    def _darken(self) -> None:
        with self._one_call:
            self._written(_at_exit(self._sign), self._term)

    def _written(self, desired: Desired, token: int) -> Ack:
        if self._folder is None:
            return Ack(Answer.SENT)
        try:
            before = _read_if_there(self._folder)
            self._term = max(self._term, token) or before.term + 1
            if before.term > self._term:
                return _taken_over(before.term)
            self._write(self._folder, desired)
        except OSError as trouble:
            return Ack(Answer.FAILED, self._not_written(trouble))
        return Ack(Answer.SENT)

    def _write(self, folder: Path, desired: Desired) -> None:
        files = parcel(desired.pages, self._sign, stem=STEM).files
        record = _Record(self._term, desired.fingerprint, {name: len(files[name]) for name in files})
        _remove_ours(folder, but=files)
        try:
            put(folder, {**files, RECORD: json.dumps(asdict(record)).encode()})
        except OSError:
            _remove_ours(folder)  # better nothing than the last guest's name
            raise

    def _not_written(self, trouble: OSError) -> str:
        sentence = _("{folder} cannot be written: {reason}")
        return sentence.format(folder=self._folder, reason=trouble.strerror or str(trouble))


def _at_exit(sign: Sign) -> Desired:
    """What lies there while nobody drives the sign: no name, nobody would take it away."""
    if sign.at_exit == "idle" and sign.idle_text.strip():
        return Desired(Showing.IDLE, (Page(sign.idle_text),), (), None, "idle")
    return Desired(Showing.BLANK, (), (), None, "dark")


def _remove_ours(folder: Path, but: Collection[str] = ()) -> None:
    if folder.is_dir():
        for path in folder.iterdir():
            if _OURS.fullmatch(path.name) and path.name not in but:
                path.unlink(missing_ok=True)


def _taken_over(newer: int = 0) -> Ack:
    return Ack(Answer.FAILED, _("This sign is driven by another program now."), newer=newer)


def _read(folder: Path) -> _Record:
    try:
        stored = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return _Record(int(stored["term"]), str(stored["fingerprint"]), dict(stored["sizes"]))
    except (ValueError, KeyError, TypeError):
        raise FileNotFoundError(folder / RECORD) from None


def _read_if_there(folder: Path) -> _Record:
    try:
        return _read(folder)
    except FileNotFoundError:
        return _Record()
