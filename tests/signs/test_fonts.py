"""Which bundled font draws which character: what Pillow shows must agree with what the font files say."""

import random

from fontTools.ttLib import TTFont

from reception_desk.resources import resource
from reception_desk.signs.fonts import BOLD, FALLBACKS, REGULAR, _has, font_name_for


def test_what_a_font_has_is_what_its_table_of_characters_says():
    codes = [*range(0x20, 0x250), *range(0x3000, 0x3100), *range(0xFF00, 0xFFF0)]
    codes += random.Random(7).sample([*range(0x3400, 0xA000), *range(0x20000, 0x32000)], 1500)
    for name in (REGULAR, BOLD, *FALLBACKS):
        with TTFont(resource("fonts", name), lazy=True) as font:
            table = font.getBestCmap()
        wrong = [c for c in codes if not chr(c).isspace() and _has(name, chr(c)) != (c in table)]
        assert not wrong, (name, [hex(code) for code in wrong])


def test_plain_characters_come_from_the_plain_font_and_rare_ones_from_the_others():
    assert font_name_for("国", bold=False) == REGULAR
    assert font_name_for("国", bold=True) == BOLD
    assert font_name_for("𠀀", bold=True) in FALLBACKS
    assert font_name_for("😀", bold=False) is None
