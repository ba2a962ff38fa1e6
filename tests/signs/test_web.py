"""The page's server: three paths to read, nothing else; nobody can hold it up, whoever they are."""

import contextlib
import json
import socket
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_desk.domain.sign import Charset, SignKind
from reception_desk.signs import web_server
from reception_desk.signs.driver import Answer
from reception_desk.signs.resolve import resolve
from reception_desk.signs.web import WebSign, page_addresses
from tests.signs.queue import NOON, a_sign, minutes, queued


def a_web_sign(**facts):
    return a_sign(**({"kind": SignKind.WEB, "address": "127.0.0.1", "port": 0} | facts))


def desired(*messages, sign=None, now=NOON):
    return resolve(now, messages, sign or a_web_sign())


@pytest.fixture
def web():
    signs = []

    def make(sign=None, clock=lambda: NOON):
        signs.append(WebSign(sign or a_web_sign(), clock))
        return signs[-1]

    yield make
    for made in signs:
        made.close()


@pytest.fixture
def served(web):
    it = web()
    it.show(desired(queued(1)))
    return it


def connect(port):
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def answer_to(port, request):
    """All that comes back for raw bytes: status, headers, body."""
    with connect(port) as line:
        line.sendall(request)
        received = b""
        while part := line.recv(65536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    first, *rest = head.decode().split("\r\n")
    return int(first.split(" ")[1]), dict(entry.split(": ", 1) for entry in rest), body


def get(port, path, method="GET"):
    return answer_to(port, f"{method} {path} HTTP/1.1\r\nHost: sign\r\n\r\n".encode())


class Stream:
    """The events as a page would get them."""

    def __init__(self, port):
        self._line = connect(port)
        self._line.sendall(b"GET /events HTTP/1.1\r\nHost: sign\r\n\r\n")
        self._lines = self._line.makefile("rb")
        self.status = int(self._lines.readline().split(b" ")[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._line.close()
        self._lines.close()

    def next(self):
        while line := self._lines.readline():
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        return None

    def find(self, words):
        """Read on until these are the words; the line's own time limit bounds it."""
        while self.next()["frames"][0]["words"] != [words]:
            pass

    def rest(self):
        return self._lines.read()


def until(holds, seconds=20):
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "it never came so"
        time.sleep(0.02)
    return found


def test_the_page_has_everything_in_it_and_no_word_of_a_guest(served):
    status, headers, body = get(served.port, "/")
    page = body.decode()
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "http:" not in page
    assert "https:" not in page
    assert "src=" not in page
    assert "欢迎1" not in page


def test_the_name_of_a_sign_is_no_markup(web):
    it = web(a_web_sign(name="</title><script>alert(1)</script>"))
    it.show(desired())
    _, _, body = get(it.port, "/")
    assert b"<script>alert" not in body
    assert b"&lt;script&gt;alert" in body


def test_an_event_says_all_of_the_state(served):
    with Stream(served.port) as stream:
        state = stream.next()
    (frame,) = state["frames"]
    assert frame["words"] == ["欢迎1"]
    assert frame["until"] == (NOON + minutes(60)).timestamp()
    assert (state["width"], state["height"], state["now"]) == (192, 32, NOON.timestamp())
    assert get(served.port, f"/picture/{state['programme']}/0.png")[2].startswith(b"\x89PNG")


def test_words_cannot_break_out_of_an_event(web):
    it = web()
    it.show(desired(queued(1, text="欢\n迎\r\n\r\ndata: {}\u2028</script>")))
    with Stream(it.port) as stream:
        assert stream.next()["frames"][0]["words"] == ["欢\n迎\ndata: {}\n</script>"]


def test_a_change_is_sent_at_once_and_the_old_pictures_are_gone(served):
    with Stream(served.port) as stream:
        before = stream.next()["programme"]
        served.show(desired(queued(2)))
        assert stream.next()["frames"][0]["words"] == ["欢迎2"]
    assert get(served.port, f"/picture/{before}/0.png")[0] == 404


def test_the_same_picture_for_longer_goes_on_without_a_jump(web):
    now = [NOON]
    it = web(clock=lambda: now[0])
    it.show(desired(queued(1, 0, 60)))
    with Stream(it.port) as stream:
        before = stream.next()
        now[0] = NOON + minutes(5)
        it.show(desired(queued(1, 0, 90), now=now[0]))
        after = stream.next()
    assert (after["programme"], after["began"]) == (before["programme"], before["began"])
    assert after["frames"][0]["until"] == (NOON + minutes(90)).timestamp()


def test_a_desk_that_plays_another_day_counts_from_that_day(web):
    it = web(clock=lambda: NOON - minutes(60 * 24 * 30))
    it.show(desired(queued(1)))
    with Stream(it.port) as stream:
        assert stream.next()["now"] == NOON.timestamp()


def test_two_guests_take_turns_and_each_has_an_end_of_its_own(served):
    served.show(desired(queued(1, 0, 30), queued(2, 0, 60)))
    with Stream(served.port) as stream:
        frames = stream.next()["frames"]
    assert [frame["until"] for frame in frames] == [(NOON + minutes(m)).timestamp() for m in (30, 60)]
    assert {frame["bands"][0]["picture"] for frame in frames} == {0, 1}


def test_a_blank_sign_has_no_frame(served):
    served.clear(desired(sign=a_web_sign(idle_text="")))
    with Stream(served.port) as stream:
        state = stream.next()
    assert state["frames"] == []
    assert get(served.port, f"/picture/{state['programme']}/0.png")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/index.html", "/events/", "/picture/", "/picture/x/0.png", "/../etc/passwd", "//", "/favicon.ico"],
)
def test_there_is_nothing_else(served, path):
    assert get(served.port, path)[0] == 404


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "X"]
)
@pytest.mark.parametrize("path", ["/", "/events", "/nothing"])
def test_it_can_only_be_read(served, method, path):
    status, headers, _ = get(served.port, path, method)
    assert status == 405
    assert headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/", "/events", "/nothing"])
def test_a_question_for_the_head_is_answered_without_a_body(served, path):
    status, _, body = get(served.port, path, "HEAD")
    assert status == (404 if path == "/nothing" else 200)
    assert body == b""


@pytest.mark.parametrize("path", ["/", "/events", "/nothing"])
def test_every_answer_is_strict(served, path):
    _, headers, _ = get(served.port, path, "HEAD")
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "Server" not in headers


@pytest.mark.parametrize(
    "request_", [b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/2\r\n\r\n", b"GET //[ HTTP/1.1\r\n\r\n"]
)
def test_what_is_no_request_is_refused(served, request_):
    assert answer_to(served.port, request_)[0] == 400


def test_a_request_that_is_too_long_is_hung_up_on(served):
    with connect(served.port) as line:
        line.sendall(b"GET / HTTP/1.1\r\n" + b"X: " + b"x" * 3 * web_server.MOST_BYTES)
        answer = b""
        with contextlib.suppress(ConnectionError):  # it may not even wait for the end
            answer = line.recv(100)
    assert answer == b""
    assert get(served.port, "/")[0] == 200


def test_who_crawls_is_hung_up_on(served, monkeypatch):
    monkeypatch.setattr(web_server, "REQUEST_SECONDS", 0.3)
    with connect(served.port) as line:
        line.sendall(b"GET / HT")
        assert line.recv(100) == b""


def test_who_does_not_read_holds_up_nobody(served, monkeypatch):
    monkeypatch.setattr(web_server, "WRITE_SECONDS", 0.3)
    monkeypatch.setattr(web_server, "BEAT", 0.001)
    deaf = [connect(served.port) for _ in range(5)]
    for line in deaf:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        line.sendall(b"GET /events HTTP/1.1\r\n\r\n")
    with Stream(served.port) as stream:
        for number in range(2, 30):
            assert served.show(desired(queued(number))).answer is Answer.SENT
            stream.find(f"欢迎{number}")
    until(lambda: not served._server._viewers)
    for line in deaf:
        line.close()


def test_there_is_room_for_so_many_viewers_and_no_more(served, monkeypatch):
    monkeypatch.setattr(web_server, "MOST_VIEWERS", 3)
    streams = [Stream(served.port) for _ in range(4)]
    assert sorted(stream.status for stream in streams) == [200, 200, 200, 503]
    for stream in streams:
        with stream:
            pass
    with Stream(served.port) as again:
        until(lambda: len(served._server._viewers) <= 1)
        assert again.status in {200, 503}


def test_one_machine_cannot_take_all_the_connections(served, monkeypatch):
    monkeypatch.setattr(web_server, "MOST_FROM_ONE", 4)
    lines = [connect(served.port) for _ in range(4)]
    until(lambda: served._server._connections.total() == 4)
    with connect(served.port) as fifth:
        assert fifth.recv(1) == b""
    for line in lines:
        line.close()
    until(lambda: served._server._connections.total() == 0)
    assert get(served.port, "/")[0] == 200


def test_a_page_that_has_gone_is_noticed_at_once(served):
    with Stream(served.port) as stream:
        stream.next()
        assert len(served._server._viewers) == 1
    until(lambda: not served._server._viewers)


def test_it_is_confirmed_by_the_pages_that_show_it_and_by_nothing_else(served):
    assert served.probe().shows == ""
    with Stream(served.port) as stream:
        state = stream.next()
        path = f"/picture/{state['programme']}/0.png?viewer="
        assert get(served.port, path + state["viewer"])[0] == 200
        assert get(served.port, path + "somebody", "HEAD")[0] == 200
        assert served.probe().shows == ""
        assert get(served.port, path + state["viewer"], "HEAD")[0] == 200
        assert served.probe().shows == desired(queued(1)).fingerprint
        served.show(desired(queued(2)))
        assert served.probe().shows == ""


def test_a_page_that_has_not_been_heard_of_for_long_confirms_nothing(served, monkeypatch):
    with Stream(served.port) as stream:
        state = stream.next()
        get(served.port, f"/picture/{state['programme']}/0.png?viewer={state['viewer']}", "HEAD")
        assert served.probe().shows
        monkeypatch.setattr(web_server, "HEARD", 0.0)
        assert served.probe().shows == ""


def test_a_page_that_never_says_anything_is_hung_up_on(served, monkeypatch):
    monkeypatch.setattr(web_server, "BEAT", 0.05)
    monkeypatch.setattr(web_server, "DEAF", 0.2)
    with Stream(served.port) as stream:
        stream.rest()


def test_a_desk_that_hangs_sends_no_beat(served, monkeypatch):
    monkeypatch.setattr(web_server, "BEAT", 0.05)
    with Stream(served.port) as stream:
        first, second = stream.next(), stream.next()
        assert first["programme"] == second["programme"]
        monkeypatch.setattr(web_server, "ABANDONED", 0.0)
        monkeypatch.setattr(web_server, "DEAF", 1.0)
        assert stream.rest().count(b"data: ") <= 1


def test_letting_go_darkens_the_pages_and_frees_the_port(web):
    it = web()
    it.show(desired(queued(1)))
    port = it.port
    with Stream(port) as stream:
        assert stream.next()["frames"]
        it.close()
        assert stream.next()["frames"] == []
        assert stream.next() is None
    other = web(a_web_sign(port=port))
    assert other.show(desired(queued(1))).answer is Answer.SENT
    assert it.show(desired(queued(1))).answer is Answer.FAILED
    assert not it.probe().is_up


def test_the_words_for_nobody_stay_on_the_page_when_the_program_ends_if_that_is_wanted(web):
    sign = a_web_sign(at_exit="idle", idle_text="欢迎光临")
    it = web(sign)
    it.show(desired(queued(1), sign=sign))
    with Stream(it.port) as stream:
        stream.next()
        it.close()
        last = [event for event in iter(stream.next, None) if event is not None][-1]
    assert (last["stays"], [frame["words"] for frame in last["frames"]]) == (True, [["欢迎光临"]])


def test_letting_go_while_it_is_being_opened_leaves_nothing_behind(web):
    for _ in range(20):
        it = web()
        opening = threading.Thread(target=it.show, args=(desired(queued(1)),))
        opening.start()
        it.close()
        opening.join(20)
        assert it._server is None or it._server._closing.is_set()
        it.close()


def test_a_port_that_is_taken_is_a_reason(web):
    first = web()
    first.show(desired())
    ack = web(a_web_sign(port=first.port)).show(desired())
    assert ack.answer is Answer.FAILED
    assert f"127.0.0.1:{first.port}" in ack.reason


def test_an_address_of_another_machine_is_a_reason(web):
    ack = web(a_web_sign(address="192.0.2.7")).show(desired())
    assert ack.answer is Answer.FAILED
    assert "192.0.2.7" in ack.reason


def test_an_address_that_is_none_is_named(web):
    assert "reception.local" in web(a_web_sign(address="reception.local")).validate(desired())[0]


def test_a_character_that_cannot_be_drawn_is_named(web):
    assert "U+E000" in web().validate(desired(queued(1, text="欢迎\ue000")))[0]
    assert web().validate(desired(queued(1, text="欢迎𠮷㛃"))) == []
    gb2312 = a_web_sign(charset=Charset.GB2312)
    assert "镕" in web(gb2312).validate(desired(queued(1, text="朱镕基"), sign=gb2312))[0]


def test_nothing_is_served_before_something_is_shown(web):
    it = web()
    assert it.port == 0
    assert not it.probe().is_up


def test_people_are_told_what_to_type_into_the_television():
    assert page_addresses(a_web_sign(address="192.168.1.20", port=8420)) == ["http://192.168.1.20:8420/"]
    assert page_addresses(a_web_sign(address="fd00::1", port=8420)) == ["http://[fd00::1]:8420/"]
    assert all("0.0.0.0" not in address for address in page_addresses(a_web_sign(address="", port=8420)))


@settings(max_examples=60)
@given(st.lists(st.binary(max_size=300), max_size=4))
def test_no_bytes_from_the_network_do_it_any_harm(parts):
    it = WebSign(a_web_sign(), lambda: NOON)
    try:
        it.show(desired(queued(1)))
        for part in parts:
            with connect(it.port) as line:
                line.sendall(b"GET " + part)
                line.shutdown(socket.SHUT_WR)
                with contextlib.suppress(ConnectionError):
                    line.recv(65536)
        assert get(it.port, "/")[0] == 200
    finally:
        it.close()
