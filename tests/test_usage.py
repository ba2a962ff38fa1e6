"""Arguments that are not understood are refused in our own words, in the language of the moment."""

import re

import pytest

from reception_desk import cli
from reception_desk.i18n import use_language


@pytest.fixture(autouse=True)
def _chinese():
    use_language("zh")
    yield
    use_language("zh")


@pytest.mark.parametrize(
    "arguments",
    [
        ["foo"],
        ["show"],
        ["show", "--nonsense", "1"],
        ["print", "2026-0001", "--out"],
        ["print", "2026-0001", "--out", "x", "--language", "klingon"],
        ["intake", "x", "--save", "--update", "2026-0001"],
        ["intake", "x", "--save=1"],
        ["visits", "--now", "gestern"],
        ["sign", "preview", "1", "--size", "big", "--out", "x.png"],
        ["sign"],
    ],
)
def test_no_english_is_left_in_a_refusal(capsys, arguments):
    code = cli.main(arguments)

    said = capsys.readouterr().err.strip()
    own = {word for argument in arguments for word in re.findall(r"[A-Za-z]+", argument)}
    words = {word for word in re.findall(r"(?<![-\w])[a-z]{3,}\b", said) if word not in own}
    assert code == 2
    assert said.count("\n") == 0
    assert not words & {
        "argument",
        "expected",
        "invalid",
        "required",
        "unrecognized",
        "choose",
        "not",
        "allowed",
        "the",
    }


def test_in_english_it_is_a_plain_sentence(capsys):
    use_language("en")

    cli.main(["show"])

    assert capsys.readouterr().err.startswith("reception-desk show: this is missing: NUMBER.")


def test_help_has_no_english_headings_in_chinese():
    said = cli.build_parser().format_help()

    assert "usage:" not in said
    assert "options:" not in said
    assert "show this help message" not in said
