"""Keep the catalogues true: `extract`, `set`, `check`, `compile` (Babel; build time only)."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations" / "zh_CN" / "LC_MESSAGES"
PO, MO = FOLDER / "reception_desk.po", FOLDER / "reception_desk.mo"
KEYWORDS = {"_": None, "N_": None, "w": None, "ngettext": (1, 2), "nw": (1, 2)}


def _read() -> Catalog:
    if not PO.exists():
        return Catalog(locale="zh_CN", project="reception_desk", fuzzy=False)
    with PO.open("rb") as stream:
        return read_po(stream, locale="zh_CN")


def _write(catalog: Catalog) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    catalog.fuzzy = False
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=True, omit_header=False, no_location=True)
    stable = [
        line
        for line in out.getvalue().decode().splitlines()
        if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))
    ]
    PO.write_text("\n".join(stable) + "\n", encoding="utf-8", newline="\n")
    MO.write_bytes(compiled())


def compiled() -> bytes:
    """The bytes that the committed .mo must have."""
    catalog = _read()
    catalog.revision_date = catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def wanted() -> dict[str | tuple[str, ...], str]:
    """Every msgid that stands in the code, with the file it was found in first."""
    found: dict[str | tuple[str, ...], str] = {}
    for package in ("reception_desk", "ui"):
        messages = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
        for name, _line, message, _comments, _context in messages:
            found.setdefault(
                tuple(message) if isinstance(message, (list, tuple)) else message, f"{package}/{name}"
            )
    return found


def missing() -> dict[str | tuple[str, ...], str]:
    """Msgids without a complete Chinese text."""
    catalog = _read()
    lacking = {}
    for message, place in wanted().items():
        entry = catalog.get(message[0] if isinstance(message, tuple) else message)
        texts = () if entry is None else entry.string if isinstance(entry.string, tuple) else (entry.string,)
        if entry is None or entry.fuzzy or not texts or not all(texts):
            lacking[message] = place
    return lacking


def unused() -> list[str]:
    """Msgids of the catalogue that no code uses any more."""
    used = {m[0] if isinstance(m, tuple) else m for m in wanted()}
    return [
        str(m.id[0] if isinstance(m.id, tuple) else m.id)
        for m in _read()
        if m.id and (m.id[0] if isinstance(m.id, tuple) else m.id) not in used
    ]


def set_texts(texts: dict[str, str]) -> None:
    """Put `English: Chinese` pairs into the catalogue; `one|other` for a plural."""
    catalog = _read()
    for english, chinese in texts.items():
        one, *other = english.split("|")
        is_plural = len(other) == 1 and (one, *other) in wanted()
        # Babel's `add` keeps the text that is there already.
        catalog.delete(one if is_plural else english)
        if is_plural:
            catalog.add((one, *other), (chinese,))
        else:
            catalog.add(english, chinese)
    _write(catalog)


def main(arguments: list[str]) -> int:
    """Run one verb; 1 where something is missing."""
    verb = arguments[0] if arguments else "check"
    if verb == "set":
        with _Lock():
            set_texts(json.load(sys.stdin))
    elif verb == "compile":
        _write(_read())
    elif verb == "prune":
        catalog = _read()
        for msgid in unused():
            catalog.delete(msgid)
        _write(catalog)
    elif verb == "missing":
        print(
            json.dumps(
                {("|".join(m) if isinstance(m, tuple) else m): "" for m in missing()},
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        for message, place in missing().items():
            print(f"{place}: no Chinese for {message!r}")
        for message in unused():
            print(f"not used any more: {message!r}")
        if MO.read_bytes() != compiled():
            print("the .mo is older than the .po: run tools/translations.py compile")
            return 1
        return 1 if missing() or unused() else 0
    return 0


class _Lock:
    """A folder as a lock: two people add words at the same time."""

    def __enter__(self) -> None:
        import time

        for _ in range(300):
            try:
                (ROOT / ".translations.lock").mkdir()
            except FileExistsError:
                time.sleep(0.1)
            else:
                return
        msg = "the catalogue is locked; remove .translations.lock"
        raise SystemExit(msg)

    def __exit__(self, *_: object) -> None:
        (ROOT / ".translations.lock").rmdir()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
