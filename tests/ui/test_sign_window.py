"""The sign on a real X server: exactly these physical pixels, at every scale, standing and moving."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time

import pytest
from PIL import ImageChops
from PySide6.QtCore import QRect

from reception_desk.domain.sign import Sign
from reception_desk.signs.frame import HOLD
from reception_desk.signs.renderer import render
from reception_desk.signs.resolve import resolve
from tests.signs.queue import NOON, queued
from tests.x_server import XServer
from ui.sign_window import place_of

SHORT, LONG = "热烈欢迎顾翀董事长", "热烈欢迎恒屹精密机械有限公司顾翀董事长一行莅临参观"
RECTANGLES = [(0, 0, 192, 32), (100, 37, 192, 32), (333, 251, 257, 61), (1, 1, 127, 17), (701, 555, 384, 96)]
SCALES = ["1", "1.25", "1.5", "1.75", "2.25"]


class Running:
    """The sign program on an X server."""

    def __init__(self, server, **environment):
        self._server = server
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.sign_program"], env=server.environment(**environment), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.communicate(json.dumps({"do": "end"}) + "\n", timeout=20)

    def do(self, order, **details):
        self._process.stdin.write(json.dumps({"do": order} | details) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the sign program has ended"
        return json.loads(line)

    def screenshot(self):
        """The pixels of the X server."""
        return self._server.screenshot()


@pytest.fixture(scope="module", params=SCALES)
def scaled(request, xvfb):
    with Running(xvfb, QT_SCALE_FACTOR=request.param) as program:
        yield program


@pytest.fixture(scope="module")
def plain(xvfb):
    """On a server of its own: two programs that both want the top would cover each other."""
    with XServer() as server, Running(server, QT_SCALE_FACTOR="1.25") as program:
        yield program


def rendered(text, text_en="", **facts):
    sign = Sign(**({"name": "test", "idle_text": ""} | facts))
    return render(resolve(NOON, [queued(text=text, text_en=text_en)] if text else [], sign), sign)


def placed(rectangle):
    left, top, width, height = rectangle
    return {"left": left, "top": top, "width": width, "height": height}


def cut(picture, place):
    return picture.crop(
        (place["left"], place["top"], place["left"] + place["width"], place["top"] + place["height"])
    )


def wrong_pixels(one, other):
    differing = ImageChops.difference(one, other).convert("L").point(lambda level: 255 if level else 0)
    return differing.histogram()[255]


@pytest.mark.parametrize("rectangle", RECTANGLES, ids=str)
def test_every_pixel_of_the_rectangle_is_the_drawn_one(scaled, rectangle):
    place = placed(rectangle)
    for colours in ("full", "mono"):
        told = scaled.do("show", text=SHORT, colours=colours, **place)
        assert told == {"painted": True, "up": True, "reason": ""}
        programme = rendered(SHORT, colours=colours, **place)
        expected = pictures_of(programme) if programme.frames[0].moves else [programme.picture_at(0)]
        shown = cut(scaled.screenshot(), place)
        assert min(wrong_pixels(shown, picture) for picture in expected) == 0


def pictures_of(programme):
    """Every picture that a moving programme can show."""
    frame = programme.frames[0]
    speed = frame.bands[0].speed
    steps = range(frame.bands[0].image.width)
    return [frame.picture_at(HOLD + (step + 0.5) / speed) for step in steps]


def test_a_blank_sign_is_black_and_not_the_desktop(plain):
    place = placed((100, 37, 192, 32))
    assert plain.do("show", text="", **place)["painted"]
    assert cut(plain.screenshot(), place).getcolors() == [(192 * 32, (0, 0, 0))]


def test_a_long_text_moves_at_a_constant_speed(plain):
    place = placed((100, 37, 192, 32))
    assert plain.do("show", text=LONG, scroll_speed=60, **place)["painted"]
    pictures = pictures_of(rendered(LONG, scroll_speed=60, **place))
    time.sleep(HOLD + 0.5)
    seen = []
    for _ in range(6):
        before = time.monotonic()
        shot = cut(plain.screenshot(), place)
        after = time.monotonic()
        seen.append(
            (before, after, next(step for step, p in enumerate(pictures) if wrong_pixels(shot, p) == 0))
        )
        time.sleep(0.4)
    (first_before, first_after, first), (last_before, last_after, last) = seen[0], seen[-1]
    assert (last_before - first_after) * 60 - 5 <= last - first <= (last_after - first_before) * 60 + 5
    assert [step for _, _, step in seen] == sorted(step for _, _, step in seen)


def test_the_same_shown_again_goes_on_where_it_was(plain):
    place = placed((100, 37, 192, 32))
    assert plain.do("show", text=LONG, scroll_speed=60, **place)["painted"]
    pictures = pictures_of(rendered(LONG, scroll_speed=60, **place))
    time.sleep(HOLD + 1.5)
    assert plain.do("again")["painted"]
    shot = cut(plain.screenshot(), place)
    assert next(step for step, p in enumerate(pictures) if wrong_pixels(shot, p) == 0) > 60


def test_characters_that_no_font_has_are_named(plain):
    answer = plain.do("show", text="欢迎\ue000", **placed((0, 0, 192, 32)))
    assert "U+E000" in answer["problems"][0]


def test_a_monitor_that_is_not_there_is_named(plain):
    answer = plain.do("show", text=SHORT, monitor="HDMI-9", **placed((0, 0, 192, 32)))
    assert "HDMI-9" in answer["problems"][0]


def test_a_rectangle_beyond_the_monitor_is_refused(plain):
    assert plain.do("show", text=SHORT, **placed((1800, 0, 192, 32)))["problems"]
    assert plain.do("show", text=SHORT, **placed((1728, 1048, 192, 32)))["painted"]


@pytest.mark.skipif(shutil.which("xrandr") is None, reason="xrandr is not installed")
def test_a_monitor_may_be_unplugged_and_come_back(xvfb):
    """The sign goes with its monitor, not to the one where somebody works, and is back when the monitor is."""
    place = placed((100, 37, 192, 32))
    on_screen = place | {"left": place["left"] + 960}
    with XServer() as server:

        def xrandr(*arguments):
            subprocess.run(["xrandr", *arguments], env=server.environment(), check=True)

        def plug_in():
            xrandr("--setmonitor", "lobby", "960/250x1080/280+960+0", "none")

        xrandr("--setmonitor", "desk", "960/250x1080/280+0+0", "screen")
        plug_in()
        with Running(server, QT_SCALE_FACTOR="1.5") as program:

            def wait_for(*monitors):
                end = time.monotonic() + 20
                while program.do("monitors")["monitors"] != [*monitors]:
                    assert time.monotonic() < end

            def is_right():
                picture = rendered(SHORT, monitor="lobby", **place).picture_at(0)
                return wrong_pixels(cut(program.screenshot(), on_screen), picture) == 0

            assert program.do("show", text=SHORT, monitor="lobby", **place)["painted"]
            assert is_right()
            xrandr("--delmonitor", "lobby")
            wait_for("desk")
            assert "lobby" in program.do("probe")["reason"]
            assert program.screenshot().getbbox() is None
            plug_in()
            wait_for("desk", "lobby")
            assert program.do("show", text=SHORT, monitor="lobby", **place)["painted"]
            assert is_right()


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 1.75, 2.25, 3])
def test_a_window_covers_its_rectangle_and_no_more_than_it_must(ratio):
    for x in range(0, 60, 7):
        for width in (8, 17, 192):
            place, inside = place_of(QRect(x, x // 2, width, 32), ratio)
            begins = int(place.x() * ratio + 0.5)
            assert begins + inside.x() == x
            assert 0 <= inside.x() < ratio + 1
            assert int(place.width() * ratio + 0.5) >= inside.x() + width
