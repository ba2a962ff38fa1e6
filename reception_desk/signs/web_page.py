"""The page that a browser shows a sign with: one file, nothing from outside, nothing that is not its own."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Final

from reception_desk.resources import resource

_EVERYWHERE: Final = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
_NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class WebPage:
    """The page as it is sent; players of signage put it in frames of their own, so that is allowed."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


def headers(policy: str = _NOTHING) -> tuple[tuple[str, str], ...]:
    """What every answer says to the browser: keep nothing, trust nothing."""
    return (*_EVERYWHERE, ("Content-Security-Policy", policy))


@cache
def _part(name: str) -> str:
    return resource("web", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def page_version() -> str:
    """Which page this program has: a browser that has another one fetches it anew."""
    return hashlib.sha256((_part("sign.css") + _part("sign.js")).encode()).hexdigest()[:16]


def web_page(name: str) -> WebPage:
    """The page of a sign of that name. No word of a guest is in it: those come as data."""
    style, script = _part("sign.css"), _part("sign.js")
    body = (
        f'<!DOCTYPE html>\n<html data-page="{page_version()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<meta name="robots" content="noindex">\n'
        f'<link rel="icon" href="data:,">\n'
        f"<title>{escape(name)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<canvas id="sign" role="img"></canvas>\n<div id="words" hidden></div>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )
    own = f"img-src 'self' data:; connect-src 'self'; style-src {_hash(style)}; script-src {_hash(script)}"
    return WebPage(body.encode(), headers(f"{_NOTHING}; {own}"))
