"""How a name is told on the phone: proposed character by character."""

from reception_desk.domain.name_explained import explained
from reception_desk.resources import resource


def sayings():
    text = resource("names", "explained.txt").read_text(encoding="utf-8")
    return [saying for line in text.splitlines() if not line.startswith("#") for saying in line.split()]


def test_a_surname_is_told_by_its_parts():
    assert explained("章") == "章：立早章"


def test_every_character_that_is_known_is_told_once():
    assert explained("顾翀") == "顾：照顾的顾，翀：羽中翀"
    assert explained("章章") == explained("章")


def test_of_an_unknown_character_and_a_latin_name_nothing_is_said():
    assert explained("章㛃") == "章：立早章"
    assert explained("Anna Weber") == ""
    assert explained("") == ""


def test_no_character_has_two_sayings():
    characters = [saying[-1] for saying in sayings()]

    assert len(characters) == len(set(characters))
    assert all(len(saying) > 1 for saying in sayings())
