"""Which characters a name has, said so that nobody mishears it on the phone: 章：立早章 (用字说明)."""

from __future__ import annotations

from functools import cache

from reception_desk.resources import resource


def explained(name: str) -> str:
    """What is proposed to say of a name, character by character; blank for Latin names and what we do not know."""
    known = _sayings()
    found = dict.fromkeys(character for character in name if character in known)
    return "，".join(f"{character}：{known[character]}" for character in found)


@cache
def _sayings() -> dict[str, str]:
    """Each saying under the character that it ends in."""
    text = resource("names", "explained.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {saying[-1]: saying for line in lines for saying in line.split()}
