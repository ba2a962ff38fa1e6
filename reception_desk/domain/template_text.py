"""Write templates as the TOML that people read: a parsed one comes back as the same one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from reception_desk.domain.checklist import Checklist, ChecklistLine, Phase
from reception_desk.domain.customs import CustomsCards
from reception_desk.domain.levels import Level, Levels
from reception_desk.domain.quantity import Rule
from reception_desk.domain.ranks import RankScale
from reception_desk.domain.wording import BilingualText, Wording
from reception_desk.i18n import words

_VERSION: Final = re.compile(r"^version\s*=\s*\d+", re.MULTILINE)

Row = Mapping[str, object]


def written_checklist(checklist: Checklist, before: str) -> str:
    """The text of a checklist, under the explanations that stood at the head of the text `before`."""
    parts = [_opening(before, checklist.name, checklist.version)]
    phase: Phase | None = None
    for line in checklist.lines:
        if line.phase is not phase:
            phase = line.phase
            parts.append(f"# {line.phase.words(words('zh'))} {line.phase.words(words('en'))}\n")
        parts.append(_table("[[item]]", _item(line)))
    return "\n".join(parts)


def _item(line: ChecklistLine) -> Row:
    row: dict[str, object] = {
        "code": line.code,
        "zh": line.zh,
        "en": line.en,
        "phase": line.phase.value,
        "due": line.due,
        "owner": line.owner.value,
        "when": line.condition.value,
    }
    if line.rule is not None:
        row |= _rule(line.rule)
    row["clauses"] = line.clauses
    return row | {"hidden": True} if line.hidden else row


def _rule(rule: Rule) -> Row:
    """A rule as it is written: one for each goes without saying."""
    row: dict[str, object] = {"per": rule.per.value}
    if rule.factor != 1:
        whole = rule.factor.denominator == 1
        row["factor"] = rule.factor.numerator if whole else float(rule.factor)
    return row


def written_levels(levels: Levels, before: str) -> str:
    """The text of the levels and of all roles that the company has."""
    parts = [_opening(before, levels.name, levels.version)]
    parts += [_table("[[role]]", {"code": role.code, "zh": role.zh, "en": role.en}) for role in levels.roles]
    parts += [_table("[[level]]", _level(level)) for level in levels.levels]
    return "\n".join(parts)


def _level(level: Level) -> Row:
    row: dict[str, object] = {
        "number": level.number,
        "zh": level.zh,
        "en": level.en,
        "escorts": [role.code for role in level.escorts],
        "welcomers": [role.code for role in level.welcomers],
        "send_off": level.send_off,
        "in_position_minutes": level.in_position_minutes,
        "confirmation_rounds": [str(offset) for offset in level.confirmation_rounds],
    }
    left_out = {
        "hotel_standard": level.hotel_standard,
        "refreshments_zh": level.refreshments_zh or None,
        "refreshments_en": level.refreshments_en or None,
    }
    return row | {key: value for key, value in left_out.items() if value is not None}


def written_ranks(scale: RankScale, before: str) -> str:
    """The text of the rank scale."""
    parts = [_opening(before, scale.name, scale.version)]
    for rank in scale.ranks:
        row = {"number": rank.number, "zh": rank.zh, "en": rank.en, "titles": rank.titles}
        parts.append(_table("[[rank]]", row))
    return "\n".join(parts)


def written_customs(cards: CustomsCards, before: str) -> str:
    """The text of the customs cards, in the order in which they were written."""
    parts = [_opening(before, cards.name, cards.version)]
    for card in cards.cards:
        row: Row = {
            "code": card.country,
            "zh": card.zh,
            "en": card.en,
            "points_zh": card.points_zh,
            "points_en": card.points_en,
        }
        parts.append(_table("[[country]]", row))
    return "\n".join(parts)


def written_wording(wording: Wording, before: str) -> str:
    """The text of the words of welcome."""
    parts = [_opening(before, wording.name, wording.version)]
    parts += [
        _table("[[welcome]]", {"level": level} | _both(text))
        for level, text in sorted(wording.welcome.items())
    ]
    for name in ("unnamed", "together", "idle", "idle_unnamed"):
        parts.append(_table(_heading(name, before), _both(getattr(wording, name))))
    return "\n".join(parts)


def _both(text: BilingualText) -> dict[str, object]:
    return {"zh": text.zh, "en": text.en}


def with_value(text: str, key: str, value: object) -> str:
    """The same text with another value under a key of its outermost table; notes and order stay.

    A key that an older version does not have yet is put at the end of that table.
    """
    written = re.compile(rf"^({re.escape(key)}\s*=\s*)([^#\n]*?)(\s*(?:#.*)?)$", re.MULTILINE)
    if not written.search(text):
        table = re.search(r"^\s*\[", text, re.MULTILINE)
        end = table.start() if table else len(text)
        return f"{text[:end].rstrip()}\n{key} = {_value(value)}\n{text[end:]}"
    return written.sub(lambda found: f"{found[1]}{_value(value)}{_padded(found, value)}", text, count=1)


def _padded(found: re.Match[str], value: object) -> str:
    """The note behind the value, where possible in the column in which it stood."""
    note = found[3].lstrip()
    room = len(found[2]) + len(found[3]) - len(note) - len(_value(value))
    return " " * max(room, 2) + note if note else ""


def numbered(text: str, version: int) -> str:
    """The same text with this number as its version."""
    return _VERSION.sub(f"version = {version}", text, count=1)


def _opening(before: str, name: str, version: int) -> str:
    notes: list[str] = []
    for line in before.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        notes.append(line)
    head = "\n".join(notes).strip()
    return f"{head}\n\n{_table('', {'name': name, 'version': version})}".lstrip()


def _heading(name: str, before: str) -> str:
    """The heading of a table with the note that stood behind it."""
    found = re.search(rf"^\[{name}\][^\n]*$", before, re.MULTILINE)
    return found[0] if found else f"[{name}]"


def _table(heading: str, row: Row) -> str:
    lines = [heading] if heading else []
    lines += [f"{key} = {_value(value)}" for key, value in row.items()]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # the escapes of JSON are escapes of TOML too
    if isinstance(value, Iterable):
        return f"[{', '.join(_value(part) for part in value)}]"
    return str(value)
