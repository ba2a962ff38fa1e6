"""One window for each data folder: the second start brings the first to the front and ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.lock import desk_lock

if TYPE_CHECKING:  # the network comes after the window
    from PySide6.QtNetwork import QLocalServer

RAISE: Final = b"raise\n"
ANSWER_MS: Final = 2_000


class SingleWindow(QObject):
    """The right to be the window of a data folder.

    Signals:
        raise_wanted(): somebody has started the program once more on this folder.
    """

    raise_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = desk_lock(folder)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the folder for this process; otherwise whoever has it was asked to come to the front."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            ours = self._lock.take()
        except OSError as trouble:
            raise ReceptionError(
                _("The data folder {folder} cannot be used: {reason}").format(
                    folder=self._folder, reason=trouble.strerror
                )
            ) from trouble
        if not ours:
            self._call_the_first()
            return False
        return True

    def listen(self) -> None:
        """Hear from now on when somebody starts the program again; after the first paint, for it takes its time."""
        from PySide6.QtNetwork import QLocalServer

        name = server_name(self._folder)
        QLocalServer.removeServer(name)  # after a crash the socket is still there, and nobody behind it
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        self._server.listen(name)

    def release(self) -> None:
        """Give the folder free."""
        if self._server is not None:
            self._server.close()
        self._lock.release()

    def _call_the_first(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(server_name(self._folder))
        if socket.waitForConnected(ANSWER_MS):
            socket.write(RAISE)
            socket.waitForBytesWritten(ANSWER_MS)
            if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
                socket.waitForDisconnected(ANSWER_MS)

    def _on_call(self) -> None:
        assert self._server is not None
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.raise_wanted.emit()


def server_name(folder: Path) -> str:
    """What the first window of a folder listens to; two names of one folder mean the same window."""
    import hashlib

    return "reception-desk-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
