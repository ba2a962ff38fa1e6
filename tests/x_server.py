"""A private X server, so that a test sees the pixels a monitor would get."""

from __future__ import annotations

import os
import select
import shutil
import socket
import struct
import subprocess
import time
from typing import Self

from PIL import Image


class XServer:
    """Xvfb on a display number of its own choice; ends with the `with`."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        self.width, self.height = width, height
        self.display = ""
        self._process: subprocess.Popen[bytes] | None = None

    @staticmethod
    def is_installed() -> bool:
        """Whether this machine has Xvfb at all."""
        return shutil.which("Xvfb") is not None

    def __enter__(self) -> Self:
        for _ in range(3):  # two servers may reach for the same number at the same moment
            if self._start():
                return self
        raise TimeoutError("Xvfb did not start")

    def __exit__(self, *_: object) -> None:
        self._stop()

    def environment(self, **more: str) -> dict[str, str]:
        """The environment for a program that shall draw on this server."""
        unwanted = {"WAYLAND_DISPLAY", "XAUTHORITY", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS"}
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        return kept | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"} | more

    def screenshot(self) -> Image.Image:
        """The whole screen between two drawings, asked of the server in its own protocol."""
        with socket.socket(socket.AF_UNIX) as server, server.makefile("rb") as answers:
            server.settimeout(20)
            server.connect(f"/tmp/.X11-unix/X{self.display[1:]}")
            server.sendall(struct.pack("<cxHHHHxx", b"l", 11, 0, 0, 0))  # least byte first, no authorisation
            words = struct.unpack("<6xH", answers.read(8))[0]
            greeting = answers.read(4 * words)
            vendor, formats = struct.unpack_from("<16xHxxxB", greeting)
            (root,) = struct.unpack_from("<I", greeting, 32 + (vendor + 3) // 4 * 4 + 8 * formats)
            size = (self.width, self.height)
            server.sendall(struct.pack("<BBHIhhHHI", 73, 2, 5, root, 0, 0, *size, 0xFFFFFFFF))  # GetImage
            words = struct.unpack("<4xI24x", answers.read(32))[0]
            return Image.frombuffer("RGB", size, answers.read(4 * words), "raw", "BGRX", 0, 1)

    def _start(self) -> bool:
        ours, theirs = os.pipe()
        screen = f"{self.width}x{self.height}x24"
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
            pass_fds=[theirs],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        try:
            number = _line(ours, seconds=20)
        finally:
            os.close(ours)
        if not number:
            self._stop()
            return False
        self.display = f":{number}"
        return True

    def _stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(10)


def _line(reader: int, seconds: float) -> str:
    """The first line that comes out of a pipe, or nothing."""
    end, text = time.monotonic() + seconds, b""
    while not text.endswith(b"\n"):
        ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
        piece = os.read(reader, 64) if ready else b""
        if not piece:
            return ""
        text += piece
    return text.decode().strip()
