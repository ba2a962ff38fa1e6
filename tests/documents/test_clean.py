import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.documents.clean import clean
from reception_desk.documents.house_style import fitted, prose
from reception_desk.documents.printable import markup, unprintable
from reception_desk.documents.sheets import flowing_sheets
from tests.documents.paper_facts import bare, pages_of


def printed(*flowables):
    pdf = flowing_sheets(list(flowables), paper="A4", title="t", language="zh", foot=lambda *_: None)
    return bare("".join(pages_of(pdf)))


@pytest.mark.parametrize(
    ("outside", "inside"),
    [
        ("  顾\t翀 \r\n", "顾 翀"),
        ("\u202e顾翀\u202c", "顾翀"),
        ("a\u00adb\u200bc\ufeff", "abc"),
        ("顾\ud800翀", "顾翀"),
        ("葛\U000e0100城", "葛城"),
        ("Lefe\u0300vre", "Lefèvre"),
        ("顾　翀", "顾　翀"),
        ("", ""),
    ],
)
def test_what_comes_from_outside_is_cleaned(outside, inside):
    assert clean(outside) == inside


def test_a_compatibility_ideograph_stays_the_one_that_was_written():
    assert clean("\uf9dc") == "\uf9dc" != unicodedata.normalize("NFC", "\uf9dc")


@pytest.mark.parametrize(
    "trick", ['<img src="/etc/passwd"/>', "<b>x</b>", "A<B & C", "<font color='[[x]]'>", "&#60;"]
)
def test_markup_from_outside_is_printed_as_it_stands(trick):
    assert printed(prose(trick, "item")) == bare(trick)


def test_the_characters_that_no_font_has_are_named_once_each():
    assert unprintable("王😀明", "😀\ue000") == ["😀", "\ue000"]


def test_names_of_the_whole_register_are_printable():
    assert unprintable("顾翀欧阳喆单镕䶮㛃王𬭊𬸦𱁬𰻝𠮷Anne-Sophie Lefèvre") == []


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Wójcik",
        "Jiří Dvořák",
        "Şükrü Yılmaz",
        "Ștefan Țîrlea",
        "Őry Gergő",
        "Nguyễn Ỹ",
        "Đorđe Đurić",
        "Jānis Bērziņš",
        "Дмитрий Ёлкин",
        "Γιώργος",
    ],
)
def test_names_of_all_europe_are_printable(name):
    assert unprintable(name) == []


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_prints_and_is_found_again_or_reported(text):
    found = printed(prose(text, "item"), fitted(text, "company", 200))
    for missing in unprintable(text):
        assert missing not in found
    kept = "".join(c for c in bare(clean(text)) if c not in unprintable(text))
    left = iter(found)
    assert all(c in left for c in kept) or unicodedata.normalize("NFKC", kept) != kept


@given(st.text(st.characters(codec=None), max_size=60))
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=30))
def test_markup_is_well_formed_xml(text):
    from xml.etree import ElementTree as ET

    ET.parse(io.StringIO(f"<p>{markup(text, whole=True)}</p>"))
