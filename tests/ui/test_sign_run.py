"""`sign run` as IT starts it: a process of its own on a real X server, stopped like any service."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time

from PIL import ImageChops

from reception_desk.signs.renderer import render
from reception_desk.signs.resolve import resolve
from tests.desk import ARRIVAL, NOW, new_desk, plain_visit

PLACE = {"left": 60, "top": 40, "width": 384, "height": 64}


def a_folder(tmp_path, *, sign=True):
    """A data folder with a sign, and words on it for a visit."""
    desk = new_desk(tmp_path / "data")
    desired = None
    if sign:
        desk.signs.add("大堂", NOW, **PLACE)
        message_id = desk.welcome.propose(plain_visit(desk), NOW)
        desk.welcome.change(message_id, NOW, text="热烈欢迎顾翀董事长")
        desk.welcome.check(message_id, NOW)
        (queue,) = desk.welcome.sign_queues(ARRIVAL)
        desired = render(resolve(ARRIVAL, queue.messages, queue.sign), queue.sign)
    desk.close()
    return tmp_path / "data", desired


def start(folder, server):
    command = [sys.executable, "-m", "ui", "--data", str(folder), "--now", ARRIVAL.isoformat(), "sign", "run"]
    return subprocess.Popen(command, env=server.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def read_until(process, words, seconds=30):
    """What a process wrote, up to a line with these words."""
    end, text = time.monotonic() + seconds, b""
    while words.encode() not in text:
        ready, _, _ = select.select([process.stdout], [], [], max(0.0, end - time.monotonic()))
        piece = os.read(process.stdout.fileno(), 4096) if ready else b""
        assert piece, (text.decode(), process.poll())
        text += piece
    return text.decode()


def wait_for_the_picture(server, picture, seconds=20):
    """Until the sign's place shows exactly this: what a program has drawn, the server draws a moment later."""
    left, top = PLACE["left"], PLACE["top"]
    end = time.monotonic() + seconds
    while True:
        shown = server.screenshot().crop((left, top, left + 384, top + 64))
        if ImageChops.difference(shown, picture).getbbox() is None:
            return
        assert time.monotonic() < end, "the sign shows something else"
        time.sleep(0.05)


def stop(process):
    process.send_signal(signal.SIGTERM)
    _, complaints = process.communicate(timeout=20)
    return process.returncode, complaints


def test_it_shows_what_is_due_pixel_for_pixel_and_stops_when_told(xvfb, tmp_path):
    folder, desired = a_folder(tmp_path)
    process = start(folder, xvfb)
    try:
        told = read_until(process, "热烈欢迎顾翀董事长")
        wait_for_the_picture(xvfb, desired.picture_at(0))
    finally:
        code, complaints = stop(process)
    assert "大堂" in told
    assert (code, complaints) == (0, b"")


def test_a_second_one_waits_and_takes_over_from_one_that_was_killed(xvfb, tmp_path):
    folder, _ = a_folder(tmp_path)
    first = start(folder, xvfb)
    read_until(first, "热烈欢迎顾翀董事长")
    second = start(folder, xvfb)
    try:
        read_until(second, "大堂")
        first.kill()
        first.communicate(timeout=20)
        assert "热烈欢迎顾翀董事长" in read_until(second, "热烈欢迎顾翀董事长", 50)
    finally:
        code, complaints = stop(second)
    assert (code, complaints) == (0, b"")


def test_without_a_sign_it_says_what_to_do(xvfb, tmp_path):
    folder, _ = a_folder(tmp_path, sign=False)
    process = start(folder, xvfb)
    _, complaints = process.communicate(timeout=30)
    assert process.returncode == 2
    assert len(complaints.decode().splitlines()) == 1
