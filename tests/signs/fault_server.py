"""A sign's card on a wire, as bad as cards are: it refuses, swallows, garbles, crawls, dreams, hangs up half-way."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import struct
import threading
import time
from enum import StrEnum
from typing import Any

from reception_desk.signs.driver import Ack, Answer, Capabilities, Health
from reception_desk.signs.resolve import Desired

LONGEST_LINE = 1 << 20


class Fault(StrEnum):
    """What is wrong with the card."""

    NONE = "none"
    REFUSES = "refuses"
    DENIES = "denies"
    SWALLOWS = "swallows"
    GARBLES = "garbles"
    LIES = "lies"
    CRAWLS = "crawls"
    DREAMS = "dreams"
    DROPS = "drops"


FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


class Card:
    """Keeps what it was told and takes every page off when its time is over; ends with the `with`.

    It obeys only the highest token that it has seen. `clock` gives its own seconds since the epoch.
    """

    def __init__(self, clock=time.time):
        self.fault = Fault.NONE
        self.clock = clock
        self.token = 0
        self.fingerprint = ""
        self.pages: list[dict[str, Any]] = []
        self.told = 0
        self.crawl = 1.0
        self.wakes = threading.Event()
        self._is_open = threading.Event()
        self._is_open.set()
        self._lines: set[socket.socket] = set()
        self._random = random.Random(1)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._is_open.clear()
        self.wakes.set()
        self._listening.close()
        for line in list(self._lines):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def texts(self):
        """The words that can be read on it now."""
        now = self.clock()
        return [page["text"] for page in self.pages if page["until"] is None or now < page["until"]]

    def _accept(self):
        while self._is_open.is_set():
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line):
        self._lines.add(line)
        try:
            with line:
                self._answer(line, self.fault)
        except OSError:
            pass
        finally:
            self._lines.discard(line)

    def _answer(self, line, fault):
        if fault is Fault.REFUSES:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        order = json.loads(self._heard(line, slowly=fault is Fault.CRAWLS))
        if fault is Fault.SWALLOWS:
            while self._is_open.is_set() and line.recv(1):
                pass
            return
        if fault is Fault.DREAMS:
            self.wakes.wait()
        answer = self._obey(order, denies=fault is Fault.DENIES)
        if fault is Fault.LIES:
            answer["shows"] = "0" * 64
        said = json.dumps(answer).encode() + b"\n"
        if fault is Fault.GARBLES:
            said = self._random.choice(
                [self._random.randbytes(40) + b"\n", b"\n", b"null\n", b"[1]\n", said[3:]]
            )
        elif fault is Fault.DROPS:
            said = said[: len(said) // 2]
        for at in range(len(said)) if fault is Fault.CRAWLS else ():
            line.sendall(said[at : at + 1])
            time.sleep(self.crawl)
        if fault is not Fault.CRAWLS:
            line.sendall(said)

    def _heard(self, line, *, slowly):
        heard = b""
        while not heard.endswith(b"\n"):
            part = line.recv(1 if slowly else 65536)
            if not part:
                raise ConnectionError
            heard += part
            if slowly:
                time.sleep(self.crawl)
        return heard

    def _obey(self, order, *, denies):
        if denies or order["token"] < self.token:
            return {"ok": False, "token": order["token"], "shows": self.fingerprint}
        self.token = order["token"]
        if order["do"] == "show":
            self.told += 1
            self.fingerprint, self.pages = order["fingerprint"], order["pages"]
        return {"ok": True, "token": order["token"], "shows": self.fingerprint}


class CardDriver:
    """Drives the card as a driver must: one deadline for all of a call, and no answer is believed unread."""

    def __init__(self, port, token=1, deadline=3.0):
        self._port, self._token, self._deadline = port, token, deadline
        self._closed = threading.Event()

    def capabilities(self):
        return Capabilities(blocks=True, draws=False)

    def validate(self, desired):
        texts = [page.text for page in desired.pages]
        return [f"no U+{ord(character):04X}" for text in texts for character in text if character >= "\ue000"]

    def show(self, desired: Desired, token=0):
        self._token = token or self._token
        pages = [
            {"text": page.text, "until": page.until.timestamp() if page.until else None}
            for page in desired.pages
        ]
        answer = self._ask(do="show", fingerprint=desired.fingerprint, pages=pages)
        if isinstance(answer, str):
            return Ack(Answer.FAILED, answer)
        if answer["shows"] != desired.fingerprint:
            return Ack(Answer.FAILED, "it shows something else")
        return Ack(Answer.CONFIRMED)

    clear = show

    def probe(self):
        answer = self._ask(do="probe")
        if isinstance(answer, str):
            return Health(is_up=False, reason=answer)
        return Health(is_up=True, shows=answer["shows"])

    def close(self):
        self._closed.set()

    def _ask(self, **order):
        """The answer, or why there is none that can be believed."""
        if self._closed.is_set():
            return "let go of"
        end = time.monotonic() + self._deadline
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=self._deadline) as line:
                line.settimeout(max(0.001, end - time.monotonic()))
                line.sendall(json.dumps(order | {"token": self._token}).encode() + b"\n")
                return self._believed(self._heard(line, end))
        except OSError as trouble:
            return trouble.strerror or repr(trouble)

    def _heard(self, line, end):
        heard = b""
        while not heard.endswith(b"\n"):
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError
            line.settimeout(left)
            part = line.recv(65536)
            if not part or len(heard) > LONGEST_LINE:
                raise ConnectionError
            heard += part
        return heard

    def _believed(self, heard):
        try:
            answer = json.loads(heard)
        except ValueError:
            return "garbled"
        if not isinstance(answer, dict) or not {"ok", "shows", "token"} <= answer.keys():
            return "garbled"
        if answer["ok"] is not True or answer["token"] != self._token:
            return "refused"
        return answer
