"""The page in a real browser: the rendered pixels, by the clock, through lost lines, restarts and wrong clocks."""

import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image, ImageChops

from reception_desk.domain.sign import Colours, SignKind
from reception_desk.domain.welcome import Effect
from reception_desk.signs import web_server
from reception_desk.signs.renderer import render
from reception_desk.signs.resolve import resolve
from reception_desk.signs.web import WebSign
from tests.signs.browser import Browser, find_browser
from tests.signs.queue import a_sign, queued
from tests.signs.wire import Wire

LONG = "热烈欢迎恒屹精密机械有限公司顾翀董事长一行莅临参观"
CLOCKS = """
    window.steadyAhead = 0; window.wallAhead = WALL;
    const steady = performance.now.bind(performance), wall = Date.now.bind(Date);
    performance.now = () => steady() + window.steadyAhead * 1000;
    Date.now = () => wall() + window.wallAhead * 1000;
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if sys.platform == "win32" or not find_browser():
        pytest.skip("NO BROWSER: the sign's page was not looked at; apt-get install chromium")
    with Browser(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture
def page(browser, monkeypatch):
    """A sign and a browser that shows it; the desk's heart beats quickly."""
    monkeypatch.setattr(web_server, "BEAT", 1.0)
    browser.said.clear()
    pages = []

    def make(*messages, **more):
        pages.append(Page(browser, messages, **more))
        return pages[-1]

    yield make
    for made in pages:
        made.close()
    browser.ask("Page.navigate", url="about:blank")


class Page:
    def __init__(self, browser, messages, *, size=None, wire=None, clocks=None, **facts):
        self.browser, self.wire = browser, wire
        self.sign = a_sign(kind=SignKind.WEB, address="127.0.0.1", port=0, **facts)
        self.messages = list(messages)
        self.driver = self.open()
        self.show()
        self.script = None
        if clocks is not None:
            source = CLOCKS.replace("WALL", str(clocks))
            asked = browser.ask("Page.addScriptToEvaluateOnNewDocument", source=source)
            self.script = asked["identifier"]
        if wire is not None:
            wire.behind = self.driver.port
        self.size = size or (self.sign.width, self.sign.height)
        self.address = f"http://127.0.0.1:{wire.port if wire else self.driver.port}/"
        browser.open(self.address, *self.size)

    def open(self):
        return WebSign(self.sign)

    def show(self, *messages):
        if messages:
            self.messages = list(messages)
        self.desired = resolve(now(), self.messages, self.sign)
        return self.driver.show(self.desired)

    @property
    def programme(self):
        return render(self.desired, self.sign)

    def is_confirmed(self):
        return self.driver.probe().shows == self.desired.fingerprint

    def confirmed(self):
        self.browser.until(self.is_confirmed)
        return self

    def is_dark(self):
        return self.picture().getbbox() is None

    def picture(self):
        return self.browser.picture()

    def shows_at(self, second=0.0):
        return same(self.picture(), self.programme.picture_at(second))

    def close(self):
        if self.script:
            self.browser.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=self.script)
        self.driver.close()


def now():
    return datetime.now(UTC)


def welcome(number=1, seconds=3600.0, **facts):
    """A message whose window ends so many seconds from now."""
    entry = queued(number, **facts)
    assert entry.window is not None
    window = type(entry.window)(now() - timedelta(minutes=1), now() + timedelta(seconds=seconds), now())
    return type(entry)(entry.message, window, entry.names)


def same(one, other):
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


def test_its_pixels_are_those_of_the_renderer(page):
    it = page(
        welcome(text="热烈欢迎", text_en="Welcome"), width=640, height=160, text_colour="#ffcc00"
    ).confirmed()
    assert it.shows_at()


@pytest.mark.parametrize("colours", [Colours.MONO, Colours.DUAL, Colours.FULL])
def test_a_small_sign_is_shown_large_with_every_lamp_a_square(page, colours):
    it = page(welcome(text="欢迎"), width=96, height=32, size=(480, 200), colours=colours).confirmed()
    large = it.programme.picture_at(0).resize((480, 160), Image.Resampling.NEAREST)
    expected = Image.new("RGB", (480, 200))
    expected.paste(large, (0, 20))
    assert same(it.picture(), expected)


def test_words_that_move_are_the_renderer_s_pixels_at_every_moment(page):
    it = page(welcome(text=LONG), width=192, height=32).confirmed()
    frame = it.programme.frames[0]
    every = {frame_at(frame, offset) for offset in range(frame.bands[0].image.width)}
    found: list[bytes] = []
    while len(set(found)) < 5:  # the test's own time limit bounds it
        found.append(it.picture().tobytes())
    assert set(found) <= every


def frame_at(frame, offset):
    (band,) = frame.bands
    picture = Image.new("RGB", (frame.width, frame.height))
    for left in (-offset, band.image.width - offset):
        picture.paste(band.image, (left, band.top))
    return picture.tobytes()


def test_words_move_at_a_constant_speed(page):
    it = page(welcome(text=LONG, effect=Effect.SCROLL), width=192, height=32, scroll_speed=90).confirmed()
    samples = it.browser.value("""new Promise(done => {
        const found = [], pen = CanvasRenderingContext2D.prototype, draw = pen.drawImage;
        pen.drawImage = function (image, left, top) {
            if (left <= 0) { found.push([performance.now() / 1000, left]); }
            draw.call(this, image, left, top);
            if (found.length === 60) { pen.drawImage = draw; done(found); }
        };
    })""")
    (start, begin), moved = samples[0], samples[1:]
    assert max(abs((begin - left) - (at - start) * 90) for at, left in moved) <= 3


def test_two_guests_take_turns(page):
    it = page(welcome(1, text="欢迎一"), welcome(2, text="欢迎二"), width=192, height=32).confirmed()
    first, second = (frame.picture_at(0) for frame in it.programme.frames)
    it.browser.until(lambda: same(it.picture(), first))
    it.browser.until(lambda: same(it.picture(), second))


def test_it_follows_the_queue_by_itself(page):
    it = page(welcome(1, text="欢迎一")).confirmed()
    it.show(welcome(2, text="欢迎二"))
    assert it.confirmed().shows_at()
    it.show(welcome(1, seconds=0))
    assert it.confirmed().shows_at()
    it.sign.idle_text = ""
    it.show(welcome(1, seconds=0))
    it.confirmed()
    assert it.is_dark()


def test_it_fetches_nothing_from_elsewhere_and_nothing_in_it_is_amiss(page):
    it = page(welcome(text=LONG)).confirmed()
    own = f"http://127.0.0.1:{it.driver.port}/"
    asked = [address for address in it.browser.asked_for() if address != "about:blank"]
    assert [address for address in asked if not address.startswith((own, "data:"))] == []
    assert it.browser.complaints() == []


class Player(BaseHTTPRequestHandler):
    """A page of another origin on the network, with the sign in a frame."""

    frame = ""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<body style='margin:0'><iframe src='{self.frame}' style='border:0'>".encode())

    def log_message(self, *_):
        pass


def test_a_player_of_signage_may_put_it_in_a_frame_of_its_own(page, browser):
    it = page(welcome(text="热烈欢迎"), width=300, height=150).confirmed()
    Player.frame = it.address
    with ThreadingHTTPServer(("127.0.0.1", 0), Player) as player:
        threading.Thread(target=player.serve_forever, daemon=True).start()
        browser.open(f"http://localhost:{player.server_port}/", 300, 150)
        browser.until(it.shows_at)
        it.confirmed()
        player.shutdown()


def test_words_stand_in_for_a_picture_that_does_not_come_and_are_never_markup(page, browser):
    browser.ask("Network.setBlockedURLs", urls=["*/picture/*"])
    try:
        it = page(welcome(text="<b>欢迎</b><img src=x onerror=document.title=1>"), width=640, height=160)
        words = "<b>欢迎</b><img src=x onerror=document.title=1>"
        shown = "(document.querySelector('#words:not([hidden])') || {}).textContent"  # the page may not be there yet
        browser.until(lambda: browser.value(shown) == words)
        assert browser.value("document.querySelectorAll('b, img').length") == 0
        assert not it.is_dark()
        assert not it.is_confirmed()
    finally:
        browser.ask("Network.setBlockedURLs", urls=[])
    it.browser.until(it.is_confirmed)
    assert it.shows_at()


def test_what_is_over_disappears_though_the_desk_cannot_be_reached(page):
    with Wire(0) as wire:
        it = page(welcome(seconds=4), wire=wire).confirmed()
        assert not it.is_dark()
        wire.freeze()
        it.browser.until(it.is_dark)


def test_of_two_guests_the_one_whose_time_is_not_over_stays_on_a_lost_line(page):
    with Wire(0) as wire:
        it = page(welcome(1, 4, text="欢迎一"), welcome(2, text="欢迎二"), wire=wire, width=192, height=32)
        it.confirmed()
        second = it.programme.frames[1].picture_at(0)
        wire.freeze()
        end = time.monotonic() + 4
        it.browser.until(lambda: same(it.picture(), second))
        it.browser.until(lambda: time.monotonic() > end)
        assert same(it.picture(), second)


def test_a_line_that_was_lost_is_taken_up_again(page):
    with Wire(0) as wire:
        it = page(welcome(1, text="欢迎一"), wire=wire).confirmed()
        wire.pull_out()
        it.show(welcome(2, text="欢迎二"))
        it.browser.until(it.is_confirmed)
        assert it.shows_at()


def test_a_line_that_is_dead_without_a_word_is_taken_up_again(page):
    with Wire(0) as wire:
        it = page(welcome(1, text="欢迎一"), wire=wire, clocks=0).confirmed()
        wire.freeze()
        it.show(welcome(2, text="欢迎二"))
        it.browser.value("window.steadyAhead += 31, window.wallAhead += 31, 1")
        it.browser.until(lambda: it.browser.asked_for().count(it.address + "events") == 2)
        wire.mend()
        it.browser.until(it.is_confirmed)
        assert it.shows_at()


def test_a_desk_that_was_restarted_is_followed(page):
    it = page(welcome(1, text="欢迎一")).confirmed()
    it.sign.port = it.driver.port
    it.driver.close()
    it.browser.until(it.is_dark)
    it.driver = it.open()
    it.show(welcome(2, text="欢迎二"))
    it.browser.until(it.is_confirmed)
    assert it.shows_at()


def test_a_desk_with_a_newer_page_gets_its_page(page, browser):
    it = page(welcome(1)).confirmed()
    browser.value("""(function () {
        var later = window.setTimeout;
        window.setTimeout = function (what, delay) { return later(what, delay === 60000 ? 0 : delay); };
        document.documentElement.setAttribute('data-page', 'old');
        window.isOld = true;
    }())""")
    it.show(welcome(2))
    browser.until(lambda: not browser.value("window.isOld"))
    it.confirmed()


def test_nothing_stays_when_the_desk_has_not_been_heard_of_for_minutes(page):
    it = page(welcome(), clocks=0, wire=None).confirmed()
    it.browser.value("window.steadyAhead += 181, window.wallAhead += 181, 1")
    it.browser.until(it.is_dark)
    it.browser.until(lambda: not it.is_dark())


def test_the_words_for_nobody_stay_after_the_program_ended_however_long(page):
    it = page(welcome(), clocks=0, at_exit="idle", idle_text="欢迎光临").confirmed()
    it.driver.close()
    it.browser.value("window.steadyAhead += 3600, window.wallAhead += 3600, 1")
    idle = render(resolve(now(), [], it.sign), it.sign).picture_at(0)
    it.browser.until(lambda: same(it.picture(), idle))


@pytest.mark.parametrize("ahead", [-3 * 86400, 0, 3 * 86400])
def test_a_television_whose_clock_is_wrong_shows_it_and_ends_it_on_time(page, ahead):
    with Wire(0) as wire:
        it = page(welcome(seconds=5), wire=wire, clocks=ahead).confirmed()
        assert not it.is_dark()
        wire.freeze()
        it.browser.until(it.is_dark)
        assert now() >= it.messages[0].window.ends


def test_a_television_that_slept_shows_nothing_old(page):
    with Wire(0) as wire:
        it = page(welcome(), wire=wire, clocks=0).confirmed()
        wire.freeze()
        it.browser.value("window.wallAhead += 600, 1")
        it.browser.until(it.is_dark)
        wire.mend()
        it.browser.until(lambda: not it.is_dark())


def test_it_is_confirmed_only_while_the_browser_is_there(page, browser):
    it = page(welcome()).confirmed()
    browser.ask("Page.navigate", url="about:blank")
    browser.until(lambda: not it.is_confirmed())
