"""A small web server for one sign: three paths to read, everything else refused, nobody can make it wait."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final, TypeVar

from reception_desk.signs.on_air import OnAir
from reception_desk.signs.web_page import WebPage, headers
from reception_desk.signs.web_request import RefusedError, Request, Response

BEAT: Final = 10.0
"""Every viewer is sent the whole state at least this often (seconds)."""

ABANDONED: Final = 120.0
"""If nobody has asked the server for this long, the desk hangs: no more beats, so the pages go dark."""

HEARD: Final = 45.0
"""A viewer must have said within this time what it shows, else nothing is confirmed."""

DEAF: Final = 120.0
"""A viewer that has not said anything for so long is hung up on; a page that lives calls again."""

MOST_VIEWERS: Final = 24
MOST_CONNECTIONS: Final = 64
MOST_FROM_ONE: Final = 16
MOST_BYTES: Final = 8192
LINE_BYTES: Final = 16384
REQUEST_SECONDS: Final = 5.0
WRITE_SECONDS: Final = 10.0
ASK_SECONDS: Final = 5.0
STOP_SECONDS: Final = 2.0

_STREAM: Final = "text/event-stream; charset=utf-8"
_T = TypeVar("_T")


@dataclass
class _Viewer:
    since: float
    heard: float
    shows: str = ""


def listen(address: str, port: int) -> socket.socket:
    """Take the port; an OSError if the address is not ours or the port is taken."""
    return socket.create_server((address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET)


class SignServer:
    """Serves one sign in a thread of its own. Every method may be called from any other thread."""

    def __init__(self, page: WebPage, clock: Callable[[], datetime], listening: socket.socket) -> None:
        self._page, self._clock = page, clock
        self.port: int = listening.getsockname()[1]
        self._on_air: OnAir | None = None
        self._viewers: dict[str, _Viewer] = {}
        self._connections: Counter[str] = Counter()
        self._asked = time.monotonic()
        self._closing = threading.Event()
        self._stays = False
        self._is_over = threading.Lock()
        self._loop = asyncio.new_event_loop()
        self._changed = asyncio.Event()
        self._server: asyncio.Server | None = None
        self._thread = threading.Thread(target=self._run, name="sign-web", daemon=True)
        self._thread.start()
        self._ask(self._listen(listening))

    def put(self, on_air: OnAir) -> bool:
        """Send this to every viewer from now on; whether every one of them shows it already."""
        return self._ask(self._put(on_air))

    @property
    def has_viewers(self) -> bool:
        """Whether any page is open."""
        return bool(self._viewers)

    def shown(self) -> str:
        """The programme that every viewer says it shows; nothing if there is none, or they differ."""
        return self._ask(self._shown())

    def close(self, *, stays: bool = False) -> None:
        """Make the pages dark, or leave on them what `stays`, and stop; the port is free when this returns."""
        self._stays = stays
        if not self._thread.is_alive() or not self._is_over.acquire(blocking=False):
            return
        with contextlib.suppress(TimeoutError):
            self._ask(self._stop_listening(), seconds=STOP_SECONDS)
        self._loop.call_soon_threadsafe(self._finish)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        finally:
            self._loop.close()

    def _ask(self, work: Coroutine[Any, Any, _T], *, seconds: float = ASK_SECONDS) -> _T:
        if not self._thread.is_alive():
            work.close()
            raise ConnectionError
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)

    async def _listen(self, listening: socket.socket) -> None:
        self._server = await asyncio.start_server(self._serve, sock=listening, limit=MOST_BYTES)

    async def _put(self, on_air: OnAir) -> bool:
        self._on_air = on_air
        self._wake_viewers()
        return await self._shown() == on_air.programme

    def _wake_viewers(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _shown(self) -> str:
        now = self._asked = time.monotonic()
        settled = [viewer for viewer in self._viewers.values() if now - viewer.since > BEAT or viewer.shows]
        shown = {viewer.shows if now - viewer.heard < HEARD else "" for viewer in settled}
        return shown.pop() if len(shown) == 1 else ""

    async def _stop_listening(self) -> None:
        self._closing.set()
        if self._server is not None:
            self._server.close()

    def _finish(self) -> None:
        """Let every viewer have its last word, but not wait for those who do not take it."""
        self._wake_viewers()
        self._loop.call_later(STOP_SECONDS, self._loop.stop)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        origin = str(writer.get_extra_info("peername", ("",))[0])
        self._connections[origin] += 1
        try:
            if self._connections.total() <= MOST_CONNECTIONS and self._connections[origin] <= MOST_FROM_ONE:
                await self._converse(reader, writer)
        except (OSError, EOFError, asyncio.LimitOverrunError, asyncio.CancelledError):
            writer.transport.abort()  # gone, too slow, too much: their loss; or we stop, and nothing comes after
        finally:
            self._connections[origin] -= 1
            self._connections += Counter()  # forget who has none left
            writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.set_write_buffer_limits(high=0)  # what is drained has really gone out
        wants_body = True
        try:
            async with asyncio.timeout(REQUEST_SECONDS):
                request = Request.of(await reader.readuntil(b"\r\n\r\n"))
            if request.path == "/events" and request.method == "GET":
                await self._stream(reader, writer)
                return
            wants_body = request.method == "GET"
            response = self._answer(request)
        except RefusedError as refused:
            response = Response(refused.status, headers())
        writer.write(response.head())
        if wants_body:
            writer.write(response.body)
        await _drain(writer)

    def _answer(self, request: Request) -> Response:
        if request.path == "/":
            return Response(HTTPStatus.OK, self._page.headers, "text/html; charset=utf-8", self._page.body)
        if request.path == "/events":
            return Response(HTTPStatus.OK, headers(), _STREAM)
        picture = self._picture(request.path)
        if picture is None:
            raise RefusedError(HTTPStatus.NOT_FOUND)
        if request.method == "HEAD" and self._on_air is not None:
            self._note(request.viewer, self._on_air.programme)
        return Response(HTTPStatus.OK, headers(), "image/png", picture)

    def _picture(self, path: str) -> bytes | None:
        on_air = self._on_air
        if on_air is None:
            return None
        paths = {f"/picture/{on_air.programme}/{n}.png": picture for n, picture in enumerate(on_air.pictures)}
        return paths.get(path)

    def _note(self, key: str, programme: str) -> None:
        """A viewer says what it shows."""
        viewer = self._viewers.get(key)
        if viewer is not None:
            viewer.shows, viewer.heard = programme, time.monotonic()

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._viewers) >= MOST_VIEWERS or self._closing.is_set():
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE)
        key = secrets.token_hex(8)
        viewer = self._viewers[key] = _Viewer(since=time.monotonic(), heard=time.monotonic())
        # a slow viewer must not have old states standing in line for it
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LINE_BYTES)
        gone = asyncio.create_task(reader.read(1))  # whatever comes, it is over: they have nothing to say
        try:
            writer.write(Response(HTTPStatus.OK, headers(), _STREAM).head(endless=True))
            writer.write(b"retry: 2000\n\n")
            while not (gone.done() or self._closing.is_set() or time.monotonic() - viewer.heard > DEAF):
                changed = asyncio.create_task(self._changed.wait())
                self._send_state(writer, key)
                await _drain(writer)
                await asyncio.wait({gone, changed}, timeout=BEAT, return_when=asyncio.FIRST_COMPLETED)
                changed.cancel()
            if self._closing.is_set() and self._on_air is not None:
                last: dict[str, Any] = {"stays": True} if self._stays else {"frames": []}
                writer.write(_event(self._on_air.event(self._clock()) | last, key))
                await _drain(writer)
        finally:
            gone.cancel()
            del self._viewers[key]

    def _send_state(self, writer: asyncio.StreamWriter, key: str) -> None:
        if self._on_air is not None and time.monotonic() - self._asked < ABANDONED:
            writer.write(_event(self._on_air.event(self._clock()), key))


async def _drain(writer: asyncio.StreamWriter) -> None:
    async with asyncio.timeout(WRITE_SECONDS):
        await writer.drain()


def _event(state: dict[str, Any], key: str) -> bytes:
    return b"data: " + json.dumps(state | {"viewer": key}, separators=(",", ":")).encode() + b"\n\n"
