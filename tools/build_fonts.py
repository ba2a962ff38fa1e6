"""Make resources/fonts anew (build time only, fontTools): `build_fonts.py --regular F --bold F …`.

Sources, all free and fetched by hand (their versions stand in resources/fonts/README.md):

* `--regular`, `--bold`, `--licence`: Noto Sans SC as static TrueType with its OFL, taken over unchanged;
* `--han`, `--han-licence`: HanaMinB.ttf (Hanazono) and its notice, for characters with a Mandarin reading;
* `--names`: BabelStoneHan.ttf, for the characters of the Chinese identity-card registers;
* `--latin-regular`, `--latin-bold`, `--latin-licence`: Noto Sans as static TrueType with its OFL, for names that Noto
  Sans SC has no letters for (ł, ř, ő, ş), Greek and Cyrillic;
* `--unihan`: the folder with Unihan_Readings, Unihan_IRGSources and Unihan_Variants (plain or .bz2) of the Unicode
  database.

The Chinese subsets hold only what Noto Sans SC lacks; all are without hinting and layout tables, under names of
their own.
Running it twice gives the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools import subset
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"
CHANGED = "2026-11-24"
USELESS = ["GSUB", "GPOS", "GDEF", "VORG", "vhea", "vmtx", "BASE", "DSIG", "FFTM", "meta"]
POLICE = ("GIDC", "GXM")
FIRST_RARE = 0x3400
# Latin with its extensions, Greek, Cyrillic: whole, because a word is not printed in two faces.
BLOCKS = ((0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x2027))
WESTERN = {code for first, last in BLOCKS for code in range(first, last + 1)}
SOURCES = (
    "regular",
    "bold",
    "licence",
    "han",
    "han-licence",
    "names",
    "unihan",
    "latin-regular",
    "latin-bold",
    "latin-licence",
)
WINDOWS = 3


def characters(font: Path) -> set[int]:
    """The code points that a font has a glyph for."""
    return set(TTFont(font, lazy=True).getBestCmap())


def _lines(folder: Path, name: str) -> Iterator[str]:
    packed = folder / f"{name}.txt.bz2"
    if packed.exists():
        with bz2.open(packed, "rt", encoding="utf-8") as stream:
            yield from stream
    else:
        with (folder / f"{name}.txt").open(encoding="utf-8") as stream:
            yield from stream


def with_mandarin_reading(unihan: Path) -> set[int]:
    """Characters that somebody in China can say, and therefore be called."""
    found = (re.match(r"U\+([0-9A-F]+)\tkMandarin\t", line) for line in _lines(unihan, "Unihan_Readings"))
    return {int(match[1], 16) for match in found if match}


def from_identity_cards(unihan: Path) -> set[int]:
    """Characters that entered Unicode because they stand on identity cards."""
    found = (
        re.match(r"U\+([0-9A-F]+)\tkIRG_GSource\t(\S+)", line) for line in _lines(unihan, "Unihan_IRGSources")
    )
    return {int(match[1], 16) for match in found if match and match[2].startswith(POLICE)}


def written_in_japan(unihan: Path) -> set[int]:
    """The characters of JIS X 0213: the names of guests from Japan."""
    found = (
        re.match(r"U\+([0-9A-F]+)\tkIRG_JSource\t(?:J3A?|J4)-", line)
        for line in _lines(unihan, "Unihan_IRGSources")
    )
    return {int(match[1], 16) for match in found if match}


def mistaken_for(spoken: set[int], unihan: Path) -> set[int]:
    """Characters that look like one that is spoken, and stand for it in names: 𠮷 for 吉."""
    found = (
        re.match(r"U\+([0-9A-F]+)\tkSpoofingVariant\tU\+([0-9A-F]+)", line)
        for line in _lines(unihan, "Unihan_Variants")
    )
    pairs = ((int(match[1], 16), int(match[2], 16)) for match in found if match)
    return {one for one, other in pairs if other in spoken}


def cut(source: Path, target: Path, wanted: Iterable[int], family: str, style: str = "Regular") -> None:
    """Write the wanted glyphs of `source` as a font of its own name, with a notice of the change."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += USELESS
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(wanted))
    cutter.subset(font)
    _rename(font, source.stem, family, style)
    subset.save_font(font, str(target), options)


def _rename(font: TTFont, origin: str, family: str, style: str) -> None:
    table = font["name"]
    note = (
        f"Modified on {CHANGED} for Reception Desk: a subset of {origin}; other characters, hinting, layout tables "
        f"and signature removed, font renamed to {family}. Made by tools/build_fonts.py."
    )
    table.names = [
        entry for entry in table.names if entry.nameID in (0, 5, 13, 14) and entry.platformID == WINDOWS
    ]
    named = {
        1: family,
        2: style,
        3: f"{family};{style};{CHANGED}",
        4: family if style == "Regular" else f"{family} {style}",
        6: family.replace(" ", "") + ("" if style == "Regular" else f"-{style}"),
        10: note,
    }
    for identity, text in named.items():
        table.setName(text, identity, WINDOWS, 1, 0x409)


def licence_text(font: Path) -> str:
    """The licence that a font carries inside itself."""
    return str(TTFont(font, lazy=True)["name"].getDebugName(13)).replace("\r\n", "\n").replace("\r", "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in SOURCES:
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser.parse_args()


def main() -> int:
    """Fill the folder and say what came of it."""
    given = _arguments()
    OUT.mkdir(parents=True, exist_ok=True)
    for source, name in (
        (given.regular, "NotoSansSC-Regular.ttf"),
        (given.bold, "NotoSansSC-Bold.ttf"),
        (given.licence, "NotoSansSC-OFL.txt"),
        (given.han_licence, "RareHan-LICENSE.txt"),
        (given.latin_licence, "WesternNames-OFL.txt"),
    ):
        shutil.copyfile(source, OUT / name)
    have = characters(given.regular) & characters(given.bold)
    spoken, carded = with_mandarin_reading(given.unihan), from_identity_cards(given.unihan)
    spoken |= written_in_japan(given.unihan) | mistaken_for(spoken, given.unihan)
    missing = {code for code in spoken | carded if code >= FIRST_RARE} - have
    names = missing & characters(given.names)
    han = missing & characters(given.han)
    cut(given.han, OUT / "RareHan.ttf", han, "Reception Rare Han")
    cut(given.names, OUT / "RareNames.ttf", names & (carded | (missing - han)), "Reception Rare Names")
    (OUT / "RareNames-ARPHICPL.txt").write_text(licence_text(given.names), encoding="utf-8", newline="\n")
    for source, style in ((given.latin_regular, "Regular"), (given.latin_bold, "Bold")):
        western = WESTERN & characters(source)
        cut(source, OUT / f"WesternNames-{style}.ttf", western, "Reception Western Names", style)
    rest = missing - han - names
    print(f"Noto {len(have)}, Hanazono {len(han)}, BabelStone alone {len(names - han)}, in none {len(rest)}")
    print(f"identity cards: {len(carded - rest)} of {len(carded)}")
    for path in sorted(OUT.glob("*.ttf")):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
