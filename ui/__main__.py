"""The program: the window without a command, else what the command asks for."""

from __future__ import annotations

import argparse
import gc
import sys

SMOKE = "--smoke"


def main(argv: list[str] | None = None) -> int:
    """Start what the arguments ask for; the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    gc.disable()  # a start makes a great deal and throws nothing away; `Program` lets the collector go on
    if len(arguments) == 1:
        from reception_desk.exchange.guarded import serve_child

        serve_child(arguments)
    from reception_desk import cli
    from reception_desk.errors import ReceptionError

    try:
        asked = cli.build_parser().parse_args([argument for argument in arguments if argument != SMOKE])
        if asked.command in (None, "demo") or (asked.command, getattr(asked, "verb", "")) == ("sign", "run"):
            return _with_qt(asked, smoke=SMOKE in arguments)
    except ReceptionError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return cli.REFUSED
    gc.enable()
    return cli.main(arguments)


def _with_qt(asked: argparse.Namespace, *, smoke: bool) -> int:
    from reception_desk.paths import data_folder, is_named
    from ui.clock import computer_clock, running_clock

    if asked.command == "demo":
        gc.enable()
        from ui.demo import run_demo

        return run_demo(asked.data, asked.out, asked.now)
    folder = data_folder(asked.data)
    clock = computer_clock if asked.now is None else running_clock(asked.now)
    if asked.command == "sign":
        gc.enable()
        from ui.sign_run import run_signs

        return run_signs(folder, clock)
    from ui.app import run_window

    return run_window(folder, clock, smoke=smoke, is_named=is_named(asked.data))


if __name__ == "__main__":
    sys.exit(main())
