"""A wire between a page and its sign that can be cut, pulled out and mended."""

from __future__ import annotations

import contextlib
import socket
import threading


class Wire:
    """Passes bytes on between `port` and the one behind it; ends with the `with`."""

    def __init__(self, behind):
        self.behind = behind
        self._passes = threading.Event()
        self._passes.set()
        self._ends = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._is_open = True
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._is_open = False
        self._passes.set()
        self._listening.close()
        self.pull_out()

    def freeze(self):
        """From now on nothing gets through, and nobody is told."""
        self._passes.clear()

    def mend(self):
        """Everything gets through again."""
        self._passes.set()

    def pull_out(self):
        """End every connection there is."""
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def _accept(self):
        while self._is_open:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            try:
                self._passes.wait()
                far = socket.create_connection(("127.0.0.1", self.behind), timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            self._ends += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one, other):
        with contextlib.suppress(OSError):
            while part := one.recv(65536):
                self._passes.wait()
                other.sendall(part)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_WR)
