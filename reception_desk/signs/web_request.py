"""As much of HTTP as a sign's page needs: one line asked, one answer, the connection closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

Headers = Sequence[tuple[str, str]]


class RefusedError(Exception):
    """A request that gets no answer but a status."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True)
class Request:
    """What somebody asks for."""

    method: str
    path: str
    viewer: str = ""

    @classmethod
    def of(cls, head: bytes) -> Request:
        """The first line of a request; nothing else of it matters here."""
        parts = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1."):  # noqa: PLR2004 - method, target, version
            raise RefusedError(HTTPStatus.BAD_REQUEST)
        if parts[0] not in {"GET", "HEAD"}:
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED)
        try:
            target = urlsplit(parts[1])
        except ValueError:
            raise RefusedError(HTTPStatus.BAD_REQUEST) from None
        return cls(parts[0], target.path, parse_qs(target.query).get("viewer", [""])[0])


@dataclass(frozen=True)
class Response:
    """What they get."""

    status: HTTPStatus
    headers: Headers
    kind: str = ""
    body: bytes = b""

    def head(self, *, endless: bool = False) -> bytes:
        """Everything before the body; an `endless` one ends with the connection."""
        lines = [f"HTTP/1.1 {self.status.value} {self.status.phrase}", f"Date: {formatdate(usegmt=True)}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.status is HTTPStatus.METHOD_NOT_ALLOWED:
            lines.append("Allow: GET, HEAD")
        if self.kind:
            lines.append(f"Content-Type: {self.kind}")
        if not endless:
            lines.append(f"Content-Length: {len(self.body)}")
        return ("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode("latin-1")
