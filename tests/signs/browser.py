"""A real browser without a window (Chromium), driven through a pipe by its own DevTools protocol."""

from __future__ import annotations

import base64
import contextlib
import io
import itertools
import json
import os
import select
import shutil
import signal
import subprocess
import time

from PIL import Image

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
    "--no-proxy-server", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1",
    "--force-color-profile=srgb", "--mute-audio", "--no-default-browser-check", "--remote-debugging-pipe",
)  # fmt: skip


def find_browser() -> str:
    """The program, or nothing if this machine has none."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


class Browser:
    """One browser with one page; ends with the `with`."""

    def __init__(self, profile):
        self._profile = profile
        self._ids = itertools.count(1)
        self._buffer = b""
        self._session = ""
        self.said = []

    def __enter__(self):
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        command = [find_browser(), *FLAGS, f"--user-data-dir={self._profile}", "about:blank"]
        # the browser reads its orders from 3 and answers on 4
        shell = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", shell, "browser", *command], pass_fds=[to_browser, from_browser],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        targets = self.ask("Target.getTargets", seconds=40)["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError):
            os.close(self._write)
            os.close(self._read)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)

    def ask(self, method, seconds=20, **params):
        """Give an order and wait for its answer; events that come in between are kept in `said`."""
        end = time.monotonic() + seconds
        while True:
            message = self._answer(method, params, end)
            if "error" not in message:
                return message["result"]
            # while it goes from one page to the next there is none for a moment
            assert "Not attached to an active page" in message["error"]["message"], message
            assert time.monotonic() < end, message
            time.sleep(0.05)

    def _answer(self, method, params, end):
        number = next(self._ids)
        order = {"id": number, "method": method, "params": params}
        if self._session:
            order["sessionId"] = self._session
        os.write(self._write, json.dumps(order).encode() + b"\0")
        while (message := self._message(end)).get("id") != number:
            self.said.append(message)
        return message

    def _message(self, end):
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(0, end - time.monotonic()))
            assert ready, "the browser does not answer"
            part = os.read(self._read, 1 << 20)
            assert part, "the browser has ended"
            self._buffer += part
        line, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(line)

    def open(self, address, width=800, height=600):
        """Go to a page, in a window of that size."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.ask("Page.navigate", url=address)

    def value(self, expression):
        """What an expression comes to in the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def picture(self):
        """What the window shows."""
        shot = self.ask("Page.captureScreenshot", format="png")
        return Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")

    def until(self, holds, seconds=20):
        """Wait until something holds; say what it came to."""
        end = time.monotonic() + seconds
        while not (found := holds()):
            assert time.monotonic() < end, "it never came so"
            time.sleep(0.05)
        return found

    def complaints(self):
        """What the page's console and the browser found wrong."""
        self.value("1")
        kinds = {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"}
        return [message for message in self.said if message.get("method") in kinds]

    def asked_for(self):
        """Every address that the page has fetched."""
        self.value("1")
        return [
            message["params"]["request"]["url"]
            for message in self.said
            if message.get("method") == "Network.requestWillBeSent"
        ]
