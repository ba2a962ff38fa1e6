"""What the people of a sign are given, and the folder that always holds what must be on it now."""

import io
import os
import sys
import zipfile
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageSequence

from reception_desk.domain.sign import Charset, Colours, SignKind
from reception_desk.domain.welcome import Effect
from reception_desk.errors import ReceptionError
from reception_desk.signs.animation import GOOD_ENOUGH, gif, pace
from reception_desk.signs.driver import Answer
from reception_desk.signs.frame import HOLD
from reception_desk.signs.hand_over import HandOverSign
from reception_desk.signs.parcel import file_name, hand_over, parcel, plain_text
from reception_desk.signs.renderer import Look, draw
from reception_desk.signs.resolve import Page, resolve
from reception_desk.signs.slide import presentation
from tests.signs.queue import NOON, a_sign, minutes, queued

SHORT = Page("热烈欢迎顾翀董事长", "A warm welcome to Mr. Gu Chong")
LONG = Page("热烈欢迎恒屹精密机械有限公司顾翀董事长一行莅临参观")


def a_folder_sign(folder="", **facts):
    return a_sign(**({"kind": SignKind.HAND_OVER, "address": str(folder)} | facts))


def packed(page=SHORT, **facts):
    return parcel([page], a_folder_sign(**facts), stem="welcome", company="海川智能装备有限公司")


def picture(content):
    return Image.open(io.BytesIO(content)).convert("RGB")


def same(one, other):
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


# --- what is in a parcel


def test_A6_2b_the_picture_is_the_sign_to_the_pixel():
    files = packed(width=256, height=64).files
    assert same(picture(files["welcome.png"]), draw([SHORT], Look(width=256, height=64)).picture_at(0))


def test_words_that_stand_need_no_animation():
    assert "welcome.gif" not in packed(width=256, height=64).files


def test_words_that_move_come_as_an_animation_and_as_a_strip():
    files = packed(LONG, width=192, height=32).files
    (band,) = draw([LONG], Look(width=192, height=32)).frames[0].bands
    assert picture(files["welcome-strip.png"]).size == (band.image.width - 192, 32)
    assert files["welcome.gif"].startswith(b"GIF89a")


def test_a_rotation_has_a_picture_for_each_of_its_frames():
    both = parcel([Page("欢迎一"), Page("欢迎二")], a_folder_sign(), stem="now")
    assert {"now-1.png", "now-2.png", "now.gif"} <= set(both.files)


def test_the_text_can_be_copied_as_it_is():
    files = packed().files
    expected = "热烈欢迎顾翀董事长\r\nA warm welcome to Mr. Gu Chong"
    assert files["welcome-utf8.txt"].decode("utf-8") == expected
    assert files["welcome-gbk.txt"].decode("gbk") == expected


def test_what_gbk_lacks_is_named_and_there_is_no_text_with_a_hole():
    it = packed(Page("欢迎𠮷田㛃先生"))
    assert "welcome-gbk.txt" not in it.files
    assert it.files["welcome-utf8.txt"].decode() == "欢迎𠮷田㛃先生"
    assert "𠮷(U+20BB7)" in it.notes[0]
    assert "㛃(U+36C3)" in it.notes[0]


@settings(max_examples=40)
@given(st.text(max_size=20))
def test_no_text_ever_has_a_question_mark_that_was_not_written(text):
    it = parcel([Page(text)], a_folder_sign(), stem="w")
    if "w-gbk.txt" in it.files:
        assert it.files["w-gbk.txt"].decode("gbk") == plain_text([Page(text)])
    else:
        assert it.notes or not plain_text([Page(text)])


def test_nothing_to_show_is_a_dark_picture_and_no_text():
    it = parcel([], a_folder_sign(), stem="now")
    assert list(it.files) == ["now.png"]
    assert picture(it.files["now.png"]).getbbox() is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("2026-12-08 一楼大堂 欢迎词", "2026-12-08 一楼大堂 欢迎词"),
        ("A/B: <C>?", "A B C"),
        ("CON", "_CON"), ("com1.txt", "_com1.txt"), ("..", "_"), ("", "_"), ("a. ", "a"),
    ],
)  # fmt: skip
def test_a_name_is_one_that_every_system_takes(words, name):
    assert file_name(words) == name


def test_a_parcel_is_put_where_people_find_it(tmp_path):
    paths = hand_over(tmp_path / "IT" / "顾翀", {"a.txt": b"1", "b.txt": b"2"})
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert names_in(tmp_path / "IT" / "顾翀") == ["a.txt", "b.txt"]


def test_a_folder_that_cannot_be_written_is_refused_with_the_reason(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ReceptionError, match="file"):
        hand_over(tmp_path / "file" / "IT", {"a.txt": b"1"})


# --- the animation


def shots(content):
    read = ImageSequence.Iterator(Image.open(io.BytesIO(content)))
    return [(shot.convert("RGB"), shot.info["duration"]) for shot in read]


@pytest.mark.parametrize("colours", Colours)
def test_every_picture_of_an_animation_is_the_renderer_s(colours):
    look = Look(width=128, height=16, colours=colours)
    programme = draw([LONG], look)
    step, _ = pace(look.speed)
    band = programme.frames[0].bands[0]
    for number, (shot, _duration) in enumerate(shots(gif(programme, look))):
        assert same(shot, programme.frames[0].picture_at(HOLD + number * step / band.speed + 1e-6))


def test_an_animation_holds_and_then_moves_at_a_constant_speed_and_has_no_seam():
    look = Look(width=128, height=16)
    programme = draw([LONG], look)
    durations = [duration for _, duration in shots(gif(programme, look))]
    step, delay = pace(look.speed)
    assert durations[0] == HOLD * 1000
    assert set(durations[1:]) == {delay * 10}
    assert 0 <= len(durations) * step - programme.frames[0].bands[0].image.width < step


@given(st.integers(10, 400))
def test_the_speed_of_an_animation_is_the_sign_s_or_nearly_so(speed):
    step, delay = pace(speed)
    assert abs(step * 100 / delay - speed) <= max(speed * GOOD_ENOUGH, 5)


def test_an_animation_of_two_guests_gives_each_his_turn():
    look = Look(width=192, height=32)
    programme = draw([Page("欢迎一"), LONG, Page("欢迎二")], look)
    made = shots(gif(programme, look))
    assert same(made[0][0], programme.frames[0].picture_at(0))
    assert same(made[-1][0], programme.frames[2].picture_at(0))
    assert abs(sum(duration for _, duration in made) / 1000 - programme.length) < 0.5


def test_two_lines_that_move_meet_again_at_the_beginning():
    look = Look(width=128, height=32)
    page = Page(LONG.text, "A warm welcome to Mr. Gu Chong, Chairman, and his delegation", Effect.SCROLL)
    programme = draw([page], look)
    assert len([band for band in programme.frames[0].bands if band.moves]) == 2
    made = shots(gif(programme, look))
    step, _ = pace(look.speed)
    longest = max(band.image.width for band in programme.frames[0].bands)
    assert 0 <= len(made) * step - longest < step


def test_an_animation_that_no_player_could_play_is_not_made():
    look = Look(width=1920, height=1080)
    assert gif(draw([Page(LONG.text, effect=Effect.SCROLL)], look), look) is None


# --- the slide

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_T = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def target_of(source, target):
    """What a relationship of a part points to."""
    folder = PurePosixPath(source).parent
    while target.startswith("../"):
        folder, target = folder.parent, target.removeprefix("../")
    return str(folder / target)


def links_of(parts, name):
    folder, _, file = name.rpartition("/")
    links = f"{folder}/_rels/{file}.rels".lstrip("/")
    return [
        (link.get("Type").removeprefix(f"{_OFFICE}/"), target_of(name, link.get("Target")), link.get("Id"))
        for link in ET.fromstring(parts[links])
    ]


@pytest.mark.parametrize("count", [1, 2])
def test_a_slide_is_a_whole_package(count):
    parts = package_of(presentation([SHORT, LONG][:count], "海川"))
    assert next(iter(parts)) == "[Content_Types].xml"
    kinds = ET.fromstring(parts["[Content_Types].xml"])
    named = {override.get("PartName").lstrip("/") for override in kinds.iter(f"{_T}Override")}
    assert named == {name for name in parts if name.startswith("ppt/") and not name.endswith(".rels")}
    ((kind, main, _),) = links_of(parts, "")
    assert (kind, main) == ("officeDocument", "ppt/presentation.xml")
    reached, waiting = set(), [main]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += (
                [] if name.endswith("theme1.xml") else [target for _, target, _ in links_of(parts, name)]
            )
    assert reached == named
    assert sorted(kind for kind, _, _ in links_of(parts, main)) == ["slide"] * count + [
        "slideMaster",
        "theme",
    ]


def test_every_reference_of_the_slides_is_there():
    parts = package_of(presentation([SHORT, LONG], "海川"))
    used = set()
    for element in ET.fromstring(parts["ppt/presentation.xml"]).iter():
        used |= {value for key, value in element.attrib.items() if key == f"{{{_OFFICE}}}id"}
    given_ = {number for kind, _, number in links_of(parts, "ppt/presentation.xml") if kind != "theme"}
    assert used == given_


def text_of(slide):
    paragraphs = ET.fromstring(slide).iter(f"{_A}p")
    return ["".join(run.text or "" for run in paragraph.iter(f"{_A}t")) for paragraph in paragraphs]


def test_a_slide_has_the_words_and_the_company_and_nothing_else():
    slide = package_of(presentation([Page("A & <B>", "“C”")], "海川"))["ppt/slides/slide1.xml"]
    assert text_of(slide) == ["A & <B>", "“C”", "海川"]


def test_the_words_fill_the_slide():
    slide = package_of(presentation([Page("热烈欢迎")], ""))["ppt/slides/slide1.xml"]
    size = int(next(ET.fromstring(slide).iter(f"{_A}rPr")).get("sz") or "0")
    assert size > 15000  # hundredths of a point


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=60), st.text(max_size=30))
def test_any_words_make_a_slide_that_can_be_read(text, company):
    for part in package_of(presentation([Page(text)], company)).values():
        ET.fromstring(part)


def test_the_same_words_give_the_same_bytes():
    assert packed().files == packed().files


# --- the folder


@pytest.fixture
def drivers():
    made = []

    def make(folder, **facts):
        made.append(HandOverSign(a_folder_sign(folder, **facts)))
        return made[-1]

    yield make
    for driver in made:
        driver.close()


def desired(*messages, now=NOON, **facts):
    return resolve(now, messages, a_folder_sign(**facts))


def test_the_folder_holds_what_must_be_on_the_sign_now(drivers, tmp_path):
    it = drivers(tmp_path)
    assert it.show(desired(queued(1))).answer is Answer.SENT
    assert names_in(tmp_path) == ["now-gbk.txt", "now-utf8.txt", "now.json", "now.png", "now.pptx"]
    assert (tmp_path / "now-utf8.txt").read_text(encoding="utf-8") == "欢迎1"
    assert it.probe().is_up
    assert it.probe().shows == ""


def test_nothing_of_the_last_guest_stays_in_the_folder(drivers, tmp_path):
    it = drivers(tmp_path, idle_text="")
    (tmp_path / "IT's own.png").write_bytes(b"")
    it.show(desired(queued(1, text=LONG.text), queued(2)))
    it.clear(desired(idle_text=""))
    assert names_in(tmp_path) == ["IT's own.png", "now.json", "now.png"]
    assert Image.open(tmp_path / "now.png").convert("RGB").getbbox() is None


def test_nothing_of_the_last_guest_stays_where_the_next_cannot_be_written(drivers, tmp_path, monkeypatch):
    it = drivers(tmp_path)
    it.show(desired(queued(1)))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reception_desk.signs.parcel.os.replace", full)
    ack = it.show(desired(queued(2)))
    assert (ack.answer, "No space left" in ack.reason) == (Answer.FAILED, True)
    assert "now.png" not in names_in(tmp_path)
    assert "now-utf8.txt" not in names_in(tmp_path)


def test_files_that_somebody_took_away_are_noticed(drivers, tmp_path):
    it = drivers(tmp_path)
    it.show(desired(queued(1)))
    (tmp_path / "now.png").unlink()
    assert it.probe().shows
    it.show(desired(queued(1)))
    assert it.probe().shows == ""


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"term": "x"}'])
def test_a_damaged_record_is_written_anew(drivers, tmp_path, damage):
    it = drivers(tmp_path)
    it.show(desired(queued(1)))
    (tmp_path / "now.json").write_bytes(damage)
    assert it.probe().shows
    assert it.show(desired(queued(1))).answer is Answer.SENT
    assert it.probe().shows == ""


def test_who_was_replaced_may_not_write_any_more(drivers, tmp_path):
    first, second = drivers(tmp_path), drivers(tmp_path)
    first.show(desired(queued(1)))
    second.show(desired(queued(2)))
    assert first.show(desired(queued(1))).answer is Answer.FAILED
    assert not first.probe().is_up
    first.close()
    assert (tmp_path / "now-utf8.txt").read_text(encoding="utf-8") == "欢迎2"
    assert second.show(desired(queued(2))).answer is Answer.SENT


def test_letting_go_leaves_no_name_behind(drivers, tmp_path):
    it = drivers(tmp_path)
    it.show(desired(queued(1)))
    it.close()
    assert names_in(tmp_path) == ["now.json", "now.png"]
    assert it.show(desired(queued(1))).answer is Answer.FAILED


def test_a_driver_that_never_showed_anything_touches_nothing(drivers, tmp_path):
    drivers(tmp_path / "IT").close()
    assert not (tmp_path / "IT").exists()


def test_without_a_folder_everything_is_told_by_people(drivers):
    it = drivers("")
    assert it.show(desired(queued(1))).answer is Answer.SENT
    assert it.probe().is_up
    assert it.probe().shows == ""


def test_a_folder_that_is_a_file_is_a_reason(drivers, tmp_path):
    (tmp_path / "IT").write_bytes(b"")
    ack = drivers(tmp_path / "IT").show(desired(queued(1)))
    assert ack.answer is Answer.FAILED
    assert "IT" in ack.reason


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the rights of this user are unlimited"
)
def test_a_folder_without_the_right_to_write_is_a_reason(drivers, tmp_path):
    tmp_path.chmod(0o500)
    assert drivers(tmp_path).show(desired(queued(1))).answer is Answer.FAILED


def test_a_character_that_they_cannot_type_goes_as_a_picture_and_one_that_nobody_can_draw_is_named(drivers):
    it = drivers("", charset=Charset.GB2312)
    assert it.validate(desired(queued(1, text="朱镕基"))) == []
    assert "U+E000" in it.validate(desired(queued(1, text="欢迎\ue000")))[0]


def test_it_follows_the_end_of_a_window(drivers, tmp_path):
    it = drivers(tmp_path)
    it.show(desired(queued(1, 0, 30)))
    it.show(desired(queued(1, 0, 30), now=NOON + minutes(30)))
    assert (tmp_path / "now-utf8.txt").read_text(encoding="utf-8") == "欢迎光临"


@pytest.mark.parametrize(("at_exit", "left"), [("leave", []), ("idle", ["欢迎光临"])])
def test_when_the_program_ends_no_name_stays_and_the_idle_words_only_if_wanted(tmp_path, at_exit, left):
    sign = a_folder_sign(address=str(tmp_path), at_exit=at_exit, idle_text="欢迎光临")
    it = HandOverSign(sign)
    it.show(resolve(NOON, [queued(1)], sign))
    it.close()
    texts = [file.read_text(encoding="utf-8") for file in tmp_path.glob("*-utf8.txt")]
    assert texts == left
