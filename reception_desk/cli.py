"""Sub-commands for the IT department and for scripts: no window, no Qt."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.paths import data_folder, refuse_missing
from reception_desk.settings import Settings
from reception_desk.usage import Parser

IN_THE_WINDOW: Final = ("demo", "sign run")
REFUSED: Final = 2


def build_parser() -> argparse.ArgumentParser:
    """The parser of every sub-command, those of the window (`demo`, `sign run`) included."""
    parser = Parser(
        prog="reception-desk", description=_("The reception desk. Without a command: the window.")
    )
    parser.add_argument("--data", metavar="DIR", help=_("the data folder"))
    parser.add_argument("--now", metavar="TIME", type=moment, help=_("the time to take for now"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=Parser)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return _with_everywhere(commands.add_parser(name, help=_(words), description=_(words)))

    demo = command("demo", N_("show everything with a sample company, in a fresh folder"))
    demo.add_argument("--out", metavar="DIR", required=True, type=Path)
    intake = command("intake", N_("read an application form; with --save it becomes a visit"))
    intake.add_argument("file", metavar="FILE", type=Path)
    how = intake.add_mutually_exclusive_group()
    how.add_argument(
        "--save", action="store_true", help=_("save it as a visit; its number comes on the last line")
    )
    how.add_argument("--update", metavar="NUMBER", help=_("take the differences into this visit"))
    intake.add_argument("--json", action="store_true")
    visits = command("visits", N_("list the visits"))
    visits.add_argument(
        "words", nargs="*", metavar="WORD", help=_("names, pinyin, initials, phones, numbers")
    )
    visits.add_argument("--json", action="store_true")
    show = command("show", N_("show one visit"))
    show.add_argument("number", metavar="NUMBER")
    show.add_argument("--json", action="store_true")
    paper = command("print", N_("make hand-outs of a visit as PDF"))
    paper.add_argument("number", metavar="NUMBER")
    paper.add_argument("names", nargs="*", metavar="NAME", help="D5, D25 …")
    paper.add_argument("--kit", action="store_true", help=_("all that the visit needs"))
    paper.add_argument("--out", metavar="DIR", required=True, type=Path)
    paper.add_argument("--language", choices=("zh", "en", "both"))
    paper.add_argument("--guest", metavar="NAME", help=_("whose placard, if not the main guest's"))
    paper.add_argument(
        "--reason", metavar="TEXT", default="", help=_("why, though names on it were not read back yet")
    )
    _add_sign(command("sign", N_("the welcome sign")))
    backup = command("backup", N_("make a verified backup"))
    backup.add_argument("folder", metavar="DIR", type=Path)
    restore = command("restore", N_("put a backup in the place of the data"))
    restore.add_argument("file", metavar="FILE", type=Path)
    restore.add_argument(
        "--recovery", metavar="CODE", help=_("the recovery code of its passports, on another computer")
    )
    command("check", N_("check the data"))
    return parser


def _add_sign(sign: argparse.ArgumentParser) -> None:
    verbs = sign.add_subparsers(dest="verb", metavar=_("COMMAND"), required=True, parser_class=Parser)
    preview = _with_everywhere(verbs.add_parser("preview", help=_("draw what a visit's sign would show")))
    preview.add_argument("number", metavar="NUMBER")
    preview.add_argument("--size", metavar="192x32", type=size, required=True)
    preview.add_argument("--out", metavar="F.png", type=Path, required=True)
    status = _with_everywhere(verbs.add_parser("status", help=_("how each sign is, and who drives it")))
    status.add_argument("--json", action="store_true")
    _with_everywhere(verbs.add_parser("run", help=_("drive the signs of this data folder")))


def _with_everywhere(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    # SUPPRESS: what stood before the command is not overwritten by a default that stands after it.
    parser.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=_("the data folder"))
    parser.add_argument(
        "--now", metavar="TIME", type=moment, default=argparse.SUPPRESS, help=_("the time to take for now")
    )
    return parser


def moment(text: str) -> datetime:
    """A time as `2026-12-05T09:41`: the company's local time, or any with its offset."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no time; write 2026-12-05T09:41").format(text=text)
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(Settings().zone))


def size(text: str) -> tuple[int, int]:
    """A sign's size as `192x32`."""
    match = re.fullmatch(r"(\d{1,4})[x×*](\d{1,4})", text)
    width, height = (int(match[1]), int(match[2])) if match else (0, 0)
    if min(width, height) < 8:  # noqa: PLR2004 - a sign has at least 8 lamps each way, as in the store
        raise argparse.ArgumentTypeError(_("“{text}” is no size; write 192x32").format(text=text))
    return width, height


def main(arguments: list[str]) -> int:
    """Run one sub-command: 0, or 2 with one sentence and nothing changed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                errors="backslashreplace"
            )  # a rare name must not stop a terminal of few letters
    try:
        asked = build_parser().parse_args(arguments)
        return run(asked)
    except ReceptionError as trouble:
        print(trouble, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # whoever read has read enough
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the interpreter's last flush
        return 0


def run(asked: argparse.Namespace) -> int:
    """Do what was asked, on the data folder that was named."""
    if " ".join(filter(None, (asked.command, getattr(asked, "verb", "")))) in IN_THE_WINDOW:
        raise ReceptionError(_("This command needs the window's program: start it with reception-desk."))
    folder = data_folder(asked.data)
    refuse_missing(folder)
    now = (asked.now or datetime.now(UTC)).astimezone(UTC)
    if asked.command == "restore":
        return _restore(asked.file, folder, now, asked.recovery)
    from reception_desk.desk import open_desk

    desk = open_desk(folder, now)
    try:
        return _COMMANDS[asked.command](desk, asked, now)
    finally:
        desk.close()


def _restore(file: Path, folder: Path, now: datetime, code: str | None) -> int:
    from reception_desk.services.backups import has_locked_passports, restore, take_code

    if code:
        take_code(file, code)
    kept = restore(file, folder, now)
    print(_("Restored {file}.").format(file=file))
    if has_locked_passports(file):
        print(
            _(
                "The passports in it are locked on this computer, all else is there. Enter their recovery code "
                "in Settings, Data and backups, or restore again with --recovery CODE."
            )
        )
    if kept is not None:
        print(_("What it replaced lies in {file}.").format(file=kept))
    return 0


def _say_json(value: Any) -> None:
    is_universal = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(value, ensure_ascii=not is_universal, indent=2))


def _intake(desk: Any, asked: argparse.Namespace, now: datetime) -> int:
    from reception_desk.exchange.application_json import application_json
    from reception_desk.exchange.application_text import application_lines

    application = desk.intake.read(asked.file, now)
    number, taken = "", []
    if asked.update:
        taken = desk.intake.differences(application, asked.update)
        number = desk.intake.update(asked.update, application, None, now).number
    elif asked.save:
        number = desk.intake.save(application, now).number
    if asked.json:
        _say_json(application_json(application))
    else:
        print("\n".join(application_lines(application)))
        for one in taken:
            print(
                _("Taken over: {fact}: {old} → {new}").format(fact=one.label, old=one.old or "–", new=one.new)
            )
    if number:
        print(number)
    return 0


def _visits(desk: Any, asked: argparse.Namespace, _now: datetime) -> int:
    from reception_desk.exchange.visit_json import listed_json
    from reception_desk.exchange.visit_text import listed_line

    lines = desk.visits.page(" ".join(asked.words), limit=-1)
    if asked.json:
        _say_json([listed_json(line) for line in lines])
    else:
        for line in lines:
            print(listed_line(line))
    return 0


def _show(desk: Any, asked: argparse.Namespace, now: datetime) -> int:
    from reception_desk.domain.introduction import HostsFirst
    from reception_desk.exchange import plan_json, visit_json
    from reception_desk.exchange.visit_text import visit_lines

    visit, procedure = desk.visits.numbered(asked.number), desk.procedure
    level, rule = procedure.levels().level(visit.level), HostsFirst(desk.company.settings().hosts_first)
    plan = desk.preparation.plan(visit)
    facts = visit_json.visit_json(visit) | plan_json.plan_json(visit, level, procedure.ranks(), rule)
    facts["gaps"] = plan_json.gaps_json(desk.gaps.of(visit, plan, now), visit.zone)
    last_round = desk.second_confirmation.last_round(visit.id)
    facts["second_confirmation"] = plan_json.confirmations_json(last_round, visit.zone)
    facts["stale_editions"] = plan_json.stale_json(desk.tellings.standing(visit.id), visit.zone)
    facts["items"] = visit_json.items_json(plan, visit.zone, now)
    facts["editions"] = [
        visit_json.edition_json(made, visit.zone) for made in desk.papers.editions(visit.id, now)
    ]
    facts["welcome_messages"] = desk.welcome.as_json(visit.id, now)
    if asked.json:
        _say_json(facts)
    else:
        print("\n".join(visit_lines(visit, plan, now)))
    return 0


def _print(desk: Any, asked: argparse.Namespace, now: datetime) -> int:
    if asked.kit and asked.names:
        raise ReceptionError(
            _(
                "Name the papers, or ask for all that the visit needs with --kit; not both. Nothing was printed."
            )
        )
    visit = desk.visits.numbered(asked.number)
    from reception_desk.services.drawing import NamesUnreadError

    try:
        files = desk.papers.write(
            visit.id,
            asked.names,
            asked.out,
            now,
            language=asked.language,
            guest=asked.guest,
            reason=asked.reason,
        )
    except NamesUnreadError as unread:
        sentence = _('{names}: not read back yet; to print {paper} all the same say why with --reason "…".')
        raise ReceptionError(sentence.format(names=unread.names, paper=unread.paper)) from unread
    for file in files:
        print(file)
    return 0


def _sign_status(desk: Any, asked: argparse.Namespace, now: datetime) -> int:
    from reception_desk.services.sign_report import report_json, report_line

    zone = desk.company.settings().zone
    reports = [desk.sign_books.report(queue, now) for queue in desk.welcome.sign_queues(now)]
    if asked.json:
        _say_json([report_json(report, zone) for report in reports])
    else:
        for report in reports:
            print(report_line(report, zone))
    return 0


def _sign(desk: Any, asked: argparse.Namespace, now: datetime) -> int:
    if asked.verb == "status":
        return _sign_status(desk, asked, now)
    visit = desk.visits.numbered(asked.number)
    picture = desk.welcome.preview(visit.id, *asked.size, now)
    try:
        asked.out.write_bytes(picture)
    except OSError as trouble:
        raise ReceptionError(
            _("{file} cannot be written: {reason}").format(file=asked.out, reason=trouble.strerror)
        ) from trouble
    print(asked.out)
    return 0


def _backup(desk: Any, asked: argparse.Namespace, now: datetime) -> int:
    print(desk.backups.make(now, asked.folder).file)
    return 0


def _check(desk: Any, _asked: argparse.Namespace, _now: datetime) -> int:
    wrong = desk.backups.check()
    if wrong:
        raise ReceptionError(" ".join(wrong))
    print(_("The data are sound."))
    return 0


_COMMANDS: Final[dict[str, Callable[[Any, argparse.Namespace, datetime], int]]] = {
    "intake": _intake,
    "visits": _visits,
    "show": _show,
    "print": _print,
    "sign": _sign,
    "backup": _backup,
    "check": _check,
}
