#!/usr/bin/env python3
"""The two commands: `python3 run.py` sets up and starts, `python3 run.py test` sets up and tests; `bench` measures.

Standard library only. A Python that is too old has to read this file as well, so its syntax is that of 3.6;
and every start passes through it, so it imports nothing that it does not need.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
LOCKS = {"run": "requirements.txt", "test": "requirements-dev.txt"}
NOT_FOR_CHILDREN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "PIP_TARGET", "PIP_PREFIX")
TAKE_A_VALUE = ("--data", "--now")


def main(arguments: "list[str]") -> int:
    """Set up where that is needed, then become the program or its tests."""
    if not (3, 11) <= sys.version_info < (3, 15):
        print("reception_desk needs Python 3.11 to 3.14; this is %d.%d." % sys.version_info[:2])
        if (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "cp936", "gbk", "gb18030"):
            print("需要 Python 3.11 至 3.14，当前是 %d.%d。" % sys.version_info[:2])
        return 2
    if HERE not in sys.path:
        sys.path.insert(0, HERE)
    for name in NOT_FOR_CHILDREN:
        os.environ.pop(name, None)
    if os.name == "nt":  # before 3.13 the path to a checkout below C:\用户 is not read as it was written
        os.environ.setdefault("PYTHONUTF8", "1")
    purpose = "test" if arguments[:1] == ["test"] else "run"
    if not is_set_up(purpose):
        from tools import set_up

        if not set_up.set_up(purpose):
            return 2
    if purpose == "test":
        return test(arguments[1:])
    return bench() if arguments == ["bench"] else start(arguments)


def stamp(purpose: str) -> str:
    """Where stands what was set up."""
    return os.path.join(VENV, "set-up-to-" + purpose)


def wanted(purpose: str) -> bytes:
    """What a stamp holds when the set-up is of today: this folder, the lock, the project."""
    parts = [os.fsencode(HERE)]
    for name in (LOCKS[purpose], "pyproject.toml"):
        with open(os.path.join(HERE, name), "rb") as file:
            parts.append(file.read())
    return b"\n".join(parts)


def is_set_up(purpose: str) -> bool:
    """Whether nothing has to be installed; compares bytes, which is cheaper than a hash."""
    try:
        with open(stamp(purpose), "rb") as file:
            base, _, rest = file.read().partition(b"\n")
    except OSError:
        return False
    return rest == wanted(purpose) and os.path.exists(base) and os.path.exists(PYTHON)


def start(arguments: "list[str]") -> int:
    """Become the program; without a display, the demo."""
    words = commands(arguments)
    window = not words or words[:2] == ["sign", "run"]
    if window or words[0] == "demo":
        from tools import machine

        shows = machine.display_answers()
        if not machine.has_qt_libraries(on_a_display=shows and window):
            return 2
        if not shows:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            if window:
                return machine.without_a_display(words, PYTHON)
    if {"-h", "--help"} & set(arguments[:1]):
        print("python3 run.py test [pytest arguments]: run the whole test suite\n", flush=True)
    return become(["-P", "-m", "ui"] + arguments)


def test(arguments: "list[str]") -> int:
    """Become pytest; alone it runs on every processor, with arguments exactly as asked."""
    from tools import machine

    if not machine.has_qt_libraries(on_a_display=False):
        return 2
    machine.prepare_x_server()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(HERE)
    return become(["-m", "pytest"] + (arguments or ["-q", "-n", "auto", "--maxprocesses", "4"]))


def bench() -> int:
    """Become the benchmarks: ratios to the bare libraries, as a table."""
    from tools import machine

    if not machine.has_qt_libraries(on_a_display=False):
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(HERE)
    return become(["-m", "benchmarks"])


def commands(arguments: "list[str]") -> list[str]:
    """The arguments without options; `--help` counts as a command, for it shows no window."""
    words = []  # type: list[str]
    rest = iter(arguments)
    for argument in rest:
        if argument in TAKE_A_VALUE:
            next(rest, None)
        elif not argument.startswith("-") or argument in ("-h", "--help", "--version"):
            words.append(argument)
    return words


def become(arguments: "list[str]") -> int:
    """Put the program in the place of this process (on Windows: wait for it)."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(PYTHON, [PYTHON] + arguments)  # noqa: S606 - there is nothing here for a shell
    import subprocess

    return subprocess.call([PYTHON] + arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
