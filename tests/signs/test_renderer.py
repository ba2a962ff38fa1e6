"""Words to lamps: exact pixels, the right size, every character named that cannot be drawn."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from reception_desk.domain.sign import Charset, Colours, SignKind
from reception_desk.domain.sign_order import OrderKind, SignOrder
from reception_desk.domain.welcome import Effect
from reception_desk.errors import ReceptionError
from reception_desk.signs.fonts import advance
from reception_desk.signs.frame import HOLD
from reception_desk.signs.layout import one_line
from reception_desk.signs.renderer import Look, draw, only_as_picture, preview, problems, render
from reception_desk.signs.resolve import Page, resolve
from tests.signs.queue import NOON, a_sign, minutes, queued

SHORT = "热烈欢迎顾翀董事长"
LONG = "热烈欢迎恒屹精密机械有限公司顾翀董事长一行莅临参观"
ENGLISH = "A warm welcome to Mr. Gu Chong, Chairman, Hengyi Precision Machinery"


def drawn(text, width=192, height=32, text_en="", effect=Effect.AUTO, whole=(), **look):
    return draw([Page(text, text_en, effect, whole)], Look(width=width, height=height, **look))


def lit(picture):
    """The box of everything that is not dark."""
    return ImageChops.difference(picture, Image.new("RGB", picture.size)).getbbox()


@pytest.mark.parametrize("size", [(128, 16), (192, 32), (256, 24), (384, 64), (1920, 1080), (8, 8)])
def test_a_picture_has_exactly_the_size_of_the_sign(size):
    programme = drawn(LONG, *size)
    assert programme.picture_at(0).size == size
    assert programme.picture_at(7.3).size == size


def test_a_short_text_stands_still_in_the_middle():
    picture = drawn("欢迎", 192, 32).picture_at(0)
    left, _, right, _ = lit(picture)
    assert abs(left - (192 - right)) <= 3
    assert not drawn("欢迎").frames[0].moves


@pytest.mark.parametrize("height", [16, 24, 32, 48])
def test_one_line_fills_the_height_of_a_strip(height):
    _, top, _, bottom = lit(drawn(SHORT, 600, height).picture_at(0))
    assert bottom - top >= height - 2


def test_a_text_too_long_for_the_strip_moves_at_a_constant_speed():
    band = drawn(LONG, 192, 32, speed=60).frames[0].bands[0]
    offsets = [band.offset_at(HOLD + step / 60) for step in range(120)]
    assert band.offset_at(0) == band.offset_at(HOLD) == 0
    assert all(abs(offset - step) <= 1 for step, offset in enumerate(offsets))


def test_a_page_has_its_turn_at_least_until_every_character_was_seen():
    programme = draw([Page(LONG), Page(SHORT)], Look(width=128, height=16))
    frame = programme.frames[0]
    band = frame.bands[0]
    assert frame.dwell >= HOLD + (band.image.width - 128) / band.speed
    assert programme.place_at(frame.dwell - 0.01)[0] is frame
    assert programme.place_at(frame.dwell + 0.01)[0] is programme.frames[1]
    assert programme.place_at(programme.length + 0.01)[0] is frame


def test_a_moving_text_comes_in_from_the_right_after_it_has_gone_out():
    frame = drawn(LONG, 192, 32).frames[0]
    band = frame.bands[0]
    assert lit(frame.picture_at(HOLD + (band.image.width - 192) / band.speed)) is None
    left, _, right, _ = lit(frame.picture_at(band.period - 1.5))
    assert left > 60
    assert right > 180
    assert band.offset_at(band.period * 3) == 0


def test_a_wall_breaks_a_long_text_into_lines_that_stand():
    frame = drawn(LONG, 384, 96).frames[0]
    assert not frame.moves


def test_a_name_is_not_broken_across_two_lines():
    from reception_desk.signs.layout import fit

    names = ("恒屹精密机械有限公司", "顾翀董事长")
    assert fit(LONG, 384, 96, "L", whole=names).lines == (
        "热烈欢迎",
        "恒屹精密机械有限公司",
        "顾翀董事长一行莅临参观",
    )


def test_a_greeting_is_broken_from_whom_it_is_for_and_nowhere_inside():
    from reception_desk.signs.layout import fit

    assert fit("欢迎光临江南精工集团", 1280, 720, "L").lines == ("欢迎光临", "江南精工集团")
    assert fit("欢迎光临江南精工集团", 1280, 128, "L").lines == ("欢迎光临江南精工集团",)


def test_two_languages_share_a_sign_that_is_high_enough():
    frames = drawn(SHORT, 256, 32, ENGLISH).frames
    assert len(frames) == 1
    assert [(band.top, band.image.height) for band in frames[0].bands] == [(0, 16), (16, 16)]


def test_two_languages_take_turns_where_the_sign_is_low():
    assert len(drawn(SHORT, 256, 24, ENGLISH).frames) == 2


@pytest.mark.parametrize("colours", [Colours.MONO, Colours.DUAL])
def test_lamps_that_cannot_be_dimmed_are_on_or_off(colours):
    picture = drawn(LONG, 192, 32, ENGLISH, colours=colours).picture_at(0)
    assert len(picture.getcolors()) == 2


def test_a_two_colour_sign_takes_the_nearest_of_its_lamps():
    colours = {
        colour
        for _, colour in drawn("欢迎", colours=Colours.DUAL, text_colour="#ffcc00").picture_at(0).getcolors()
    }
    assert colours == {(0, 0, 0), (255, 255, 0)}


def test_a_full_colour_sign_shows_the_colour_it_was_given():
    colours = {colour for _, colour in drawn("欢迎", text_colour="#40c0ff").picture_at(0).getcolors()}
    assert (0x40, 0xC0, 0xFF) in colours


def test_what_is_no_colour_is_refused_with_a_sentence():
    with pytest.raises(ReceptionError, match="reddish"):
        drawn("欢迎", text_colour="reddish")


def test_scrolling_is_done_where_it_is_asked_for():
    assert drawn("欢迎", effect=Effect.SCROLL).frames[0].moves


def test_standing_still_is_paid_for_with_smaller_type():
    assert drawn(SHORT, 128, 32).frames[0].moves
    assert not drawn(SHORT, 128, 32, effect=Effect.STATIC).frames[0].moves


def test_a_rare_character_is_drawn_from_the_font_that_has_it():
    assert problems("欢迎𠀀先生 㛃 𬱖", a_sign()) == []
    pictures = {drawn(name, 32, 32).picture_at(0).tobytes() for name in ("𠀀", "𠀁", "〓")}
    assert len(pictures) == 3


def test_a_character_that_no_font_has_is_named():
    sentences = " ".join(problems("欢迎 김 先生 😀", a_sign()))
    assert "김(U+AE40)" in sentences
    assert "😀(U+1F600)" in sentences
    assert "?" not in sentences


def test_a_character_that_the_sign_lacks_is_named():
    assert "镕(U+9555)" in " ".join(problems("朱镕基", a_sign(charset=Charset.GB2312)))
    assert problems("朱镕基", a_sign(charset=Charset.GBK)) == []
    assert "𠀀(U+20000)" in " ".join(problems("𠀀", a_sign(charset=Charset.GBK)))
    assert problems("𠀀", a_sign(charset=Charset.GB18030)) == []


def test_what_cannot_be_seen_or_turns_the_text_around_is_taken_out():
    dirty = "欢迎\u202e张\u200b总\x00\ufe0f\u2066"
    assert drawn(dirty).picture_at(0).tobytes() == drawn("欢迎张总").picture_at(0).tobytes()
    assert problems(dirty, a_sign()) == []


def test_the_preview_is_what_the_sign_shows():
    sign = a_sign()
    desired = resolve(NOON, [queued(1, text=LONG)], sign)
    picture = Image.open(io.BytesIO(preview(desired, sign)))
    assert picture.tobytes() == render(desired, sign).picture_at(0).tobytes()
    assert preview(desired, sign) == preview(desired, sign)


def test_a_blank_is_dark_and_stays_dark():
    programme = draw([], Look(width=64, height=16))
    assert lit(programme.picture_at(100)) is None
    assert programme.still_for(100) is None


@settings(max_examples=60)
@given(
    st.text(max_size=40), st.text(max_size=20), st.integers(8, 300), st.integers(8, 120),
    st.sampled_from(Effect), st.sampled_from(Colours), st.floats(0, 1e6),
)  # fmt: skip
def test_whatever_the_words_and_the_sign_there_is_a_picture_of_its_size(
    text, text_en, width, height, effect, colours, seconds
):
    programme = drawn(text, width, height, text_en, effect, colours=colours)
    assert programme.picture_at(seconds).size == (width, height)
    assert all(frame.dwell > 0 for frame in programme.frames)


@pytest.mark.parametrize(("width", "height"), [(64, 256), (32, 192), (96, 384)])
def test_on_a_sign_that_is_higher_than_wide_every_moving_letter_can_be_seen_whole(width, height):
    band = drawn(LONG * 3, width, height, effect=Effect.SCROLL).frames[0].bands[0]
    assert band.moves
    setting = one_line(LONG * 3, height, "L", width)
    assert width / 2 < advance("国", setting.size, "L") <= width


@pytest.mark.parametrize("colours", list(Colours))
def test_the_test_pattern_reaches_all_four_corners_and_no_further(colours):
    sign = a_sign(width=192, height=32, colours=colours)
    order = SignOrder(sign_id=1, kind=OrderKind.TEST, starts_at=NOON, ends_at=NOON + minutes(1))
    order.id = 1
    picture = render(resolve(NOON, [], sign, [order]), sign).picture_at(0)
    assert picture.size == (192, 32)
    lamp = Look.of(sign).lamp
    assert {picture.getpixel(corner) for corner in ((0, 0), (191, 0), (0, 31), (191, 31))} == {lamp}
    assert len({picture.getpixel((x, 16)) for x in range(192)}) >= {"mono": 2, "dual": 4, "full": 5}[colours]


def test_what_a_sign_of_it_cannot_type_goes_as_a_picture_and_is_named():
    sign = a_sign(kind=SignKind.HAND_OVER, charset=Charset.GB2312)
    assert problems("欢迎朱镕基", sign) == []
    assert "镕(U+9555)" in only_as_picture("欢迎朱镕基", sign)
    assert only_as_picture("欢迎", sign) == ""
    assert only_as_picture("欢迎朱镕基", a_sign(charset=Charset.GB2312)) == ""
