"""A parser of arguments that refuses in one sentence of ours, in the language of the moment."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Final, NoReturn

from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

# What the parser of the standard library says, and what is said instead; `{name}`s are taken over.
_SAID_INSTEAD: Final = (
    (r"the following arguments are required: (?P<what>.+)", N_("this is missing: {what}.")),
    (r"unrecognized arguments: (?P<what>.+)", N_("this is not understood: {what}.")),
    (
        r"argument (?P<name>.+): invalid choice: '?(?P<what>.*?)'? \(choose from (?P<choices>.+)\)",
        N_("“{what}” is not known; choose from {choices}."),
    ),
    (r"argument (?P<name>.+): expected (?:one|at least one) argument", N_("{name} needs a value behind it.")),
    (r"argument (?P<name>.+): ignored explicit argument .*", N_("{name} takes no value.")),
    (
        r"argument (?P<name>.+): not allowed with argument (?P<other>.+)",
        N_("{name} and {other} do not go together."),
    ),
    (
        r"ambiguous option: (?P<what>.+?) could match (?P<choices>.+)",
        N_("“{what}” is not clear; choose from {choices}."),
    ),
    (
        r"argument (?P<name>.+): invalid \w+ value: '(?P<what>.*)'",
        N_("“{what}” cannot be taken for {name}."),
    ),
    (r"argument (?P<name>[^:]+): (?P<what>.+)", N_("{name}: {what}.")),
)


class Parser(argparse.ArgumentParser):
    """Refuses in one sentence, like everything else here, and says where help is."""

    def error(self, message: str) -> NoReturn:
        """Refuse, as the one who asked for it is told."""
        sentence = _("{command}: {message}").format(command=self.prog, message=in_our_words(message))
        raise ReceptionError(sentence + _(" “{command} --help” shows how.").format(command=self.prog))

    def format_help(self) -> str:
        """The help, its headings in our words as well."""
        self._positionals.title, self._optionals.title = _("What it takes"), _("Options")
        for action in self._actions:
            if isinstance(action, argparse._HelpAction):  # noqa: SLF001 - its English words have no other handle
                action.help = _("show this help and end")
        return super().format_help()

    def _get_formatter(self) -> argparse.HelpFormatter:
        return _Formatter(prog=self.prog)


class _Formatter(argparse.HelpFormatter):
    """Says “usage” in the language of the moment."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)


def in_our_words(message: str) -> str:
    """What the standard library's parser refuses, as we would say it."""
    for pattern, sentence in _SAID_INSTEAD:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            parts = {name: value.rstrip(".。") for name, value in found.groupdict().items()}
            return _(sentence).format_map(parts | {"choices": parts.get("choices", "").replace("'", "")})
    return message
