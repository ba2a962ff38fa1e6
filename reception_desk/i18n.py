"""Words for screen and paper: gettext, English in the code, Chinese in the catalogue."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Callable
from functools import cache

from reception_desk.resources import resource

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"

_current = DEFAULT_LANGUAGE


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("reception_desk", resource("translations"), ["zh_CN"], fallback=True)


def use_language(language: str) -> None:
    """Speak `zh` or `en` from now on."""
    global _current  # noqa: PLW0603 - one person reads one screen: the language is the program's
    _current = language if language in LANGUAGES else DEFAULT_LANGUAGE


def current_language() -> str:
    """Name the language the program speaks now: `zh` or `en`."""
    return _current


def _(message: str) -> str:
    """Say `message` in the language of the screen."""
    return _catalogue(_current).gettext(message)


def ngettext(one: str, other: str, count: int) -> str:
    """Say `one` or `other` in the language of the screen, as `count` asks."""
    return _catalogue(_current).ngettext(one, other, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Mark `message` for the catalogue; it is translated where it is shown."""
    return message


def words(language: str) -> Callable[[str], str]:
    """Give the `gettext` of one language, for a document that differs from the screen."""
    return _catalogue(language if language in LANGUAGES else DEFAULT_LANGUAGE).gettext
