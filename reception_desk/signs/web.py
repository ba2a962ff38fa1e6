"""A sign in a browser: a page on the local network that follows the queue by itself, and shows nothing else."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import Final

from reception_desk.domain.sign import Sign
from reception_desk.i18n import _
from reception_desk.signs.driver import Ack, Answer, Capabilities, Fence, Health
from reception_desk.signs.on_air import OnAir
from reception_desk.signs.renderer import problems
from reception_desk.signs.resolve import Desired, Page, Showing
from reception_desk.signs.web_page import web_page
from reception_desk.signs.web_server import SignServer, listen

EVERY_ADDRESS: Final = "0.0.0.0"  # noqa: S104 - a lobby's television is another machine; a sign is off until it is wanted
ON_ITS_WAY: Final = timedelta(minutes=1)
GOODBYE: Final = 1.5
"""How long the pages are given to fetch the words that stay (seconds)."""
_ELSEWHERE: Final = ("192.0.2.1", 9)  # an address of documents; only the way to it is asked, nothing is sent


def _now() -> datetime:
    return datetime.now(UTC)


class WebSign:
    """Serves one sign as a page. Confirmed is what every browser that has the page open says it shows."""

    def __init__(self, sign: Sign, clock: Callable[[], datetime] = _now) -> None:
        self._sign, self._clock = sign, clock
        self._server: SignServer | None = None
        self._on_air: OnAir | None = None
        self._ahead = timedelta()
        self._fence = Fence()
        self._one_call = threading.Lock()
        self._closed = threading.Event()

    def capabilities(self) -> Capabilities:
        """It draws; drawing a wall takes its time."""
        return Capabilities(blocks=True, draws=True)

    def validate(self, desired: Desired) -> list[str]:
        """Name the characters that no picture can show, and an address that is none."""
        found = []
        if not _is_address(self._sign.address):
            sentence = _("“{address}” is not an address of this computer, such as 192.168.1.20.")
            found.append(sentence.format(address=self._sign.address))
        for page in desired.pages:
            found += problems(f"{page.text}\n{page.text_en}", self._sign)
        return list(dict.fromkeys(found))

    def show(self, desired: Desired, token: int = 0) -> Ack:
        """Put it on the page; the same again goes on without a jump."""
        with self._one_call:
            if self._closed.is_set():
                return Ack(Answer.FAILED, _("This sign is driven by another program now."))
            if refusal := self._fence.refusal(token):
                return refusal
            try:
                server = self._server or self._opened()
                self._ahead = self._ahead_of_us(desired)
                self._on_air = self._drawn(desired)
                seen = server.put(self._on_air)
            except (OSError, CancelledError) as trouble:
                return Ack(Answer.FAILED, self._not_served(trouble))
            if self._closed.is_set():  # let go of while it was being opened
                server.close()
            return Ack(Answer.CONFIRMED if seen else Answer.SENT)

    clear = show

    def probe(self) -> Health:
        """Say what the browsers say."""
        server, on_air = self._server, self._on_air
        if server is None or on_air is None:
            return Health(is_up=False, reason=_("The page is not served."))
        try:
            shown = server.shown()
        except (OSError, CancelledError) as trouble:
            return Health(is_up=False, reason=self._not_served(trouble))
        return Health(is_up=True, shows=on_air.fingerprint if shown == on_air.programme else "")

    def close(self) -> None:
        """Make every page dark, or leave the words for nobody on it where that is wanted; free the port."""
        self._closed.set()
        server, self._server = self._server, None
        if server is not None:
            server.close(stays=self._says_goodbye(server))

    def _says_goodbye(self, server: SignServer) -> bool:
        """Whether the pages were given the words that stay when the program ends; they name nobody."""
        if self._sign.at_exit != "idle" or not self._sign.idle_text.strip():
            return False
        idle = Desired(Showing.IDLE, (Page(self._sign.idle_text),), (), None, "idle")
        end = time.monotonic() + GOODBYE
        with suppress(OSError, CancelledError, TimeoutError):
            on_air = OnAir.of(idle, self._sign, self._desk_time())
            is_shown = server.put(on_air)
            while not is_shown and server.has_viewers and time.monotonic() < end:
                time.sleep(GOODBYE / 20)
                is_shown = server.shown() == on_air.programme
            return True
        return False

    @property
    def port(self) -> int:
        """The port that is served; 0 while none is."""
        return self._server.port if self._server else 0

    def _opened(self) -> SignServer:
        listening = listen(self._sign.address or EVERY_ADDRESS, self._sign.port)
        self._server = SignServer(web_page(self._sign.name), self._desk_time, listening)
        return self._server

    def _desk_time(self) -> datetime:
        return self._clock() + self._ahead

    def _ahead_of_us(self, desired: Desired) -> timedelta:
        """How the desk's day differs from today, in a demonstration; less is only the way to here."""
        ahead = desired.at - self._clock() if desired.at else timedelta()
        return ahead if abs(ahead) > ON_ITS_WAY else timedelta()

    def _drawn(self, desired: Desired) -> OnAir:
        before = self._on_air
        if before is not None and before.fingerprint == desired.fingerprint:
            return before.until(desired)
        return OnAir.of(desired, self._sign, self._desk_time())

    def _not_served(self, trouble: Exception) -> str:
        place = f"{self._sign.address or EVERY_ADDRESS}:{self._sign.port}"
        reason = getattr(trouble, "strerror", None) or repr(trouble)
        sentence = _("The page cannot be served at {place}: {reason}")
        return sentence.format(place=place, reason=reason)


def page_addresses(sign: Sign) -> list[str]:
    """What to type into a browser on this network to see a sign, the likeliest first."""
    if sign.address not in {"", EVERY_ADDRESS, "::"}:
        return [_page_address(sign.address, sign.port)]
    return [_page_address(address, sign.port) for address in _own_addresses()] or [
        _page_address("127.0.0.1", sign.port)
    ]


def _page_address(address: str, port: int) -> str:
    return f"http://[{address}]:{port}/" if ":" in address else f"http://{address}:{port}/"


def _own_addresses() -> list[str]:
    found = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect(_ELSEWHERE)
        found.append(str(way.getsockname()[0]))
    with suppress(OSError):
        infos = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        found += [str(info[4][0]) for info in infos]
    return [address for address in dict.fromkeys(found) if not ip_address(address).is_loopback]


def _is_address(text: str) -> bool:
    try:
        return not text or bool(ip_address(text))
    except ValueError:
        return False
