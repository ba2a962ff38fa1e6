"""How a Chinese name is spoken, proposed: surnames have readings of their own (A1.1b)."""

import pytest

from reception_desk.domain.person import Person
from reception_desk.domain.pronunciation import (
    COMPOUND,
    SINGLE,
    proposed,
    spelled_surnames,
    spoken,
    surname_of,
)


@pytest.mark.parametrize(
    ("surname", "read"),
    [
        line.split()
        for line in """
        单 Shàn,曾 Zēng,仇 Qiú,区 Ōu,查 Zhā,解 Xiè,任 Rén,华 Huà,朴 Piáo,黑 Hè,员 Yùn,折 Shé,翟 Zhái,宿 Sù,冼 Xiǎn,
        洗 Xiǎn,种 Chóng,秘 Bì,句 Gōu,逄 Páng,召 Shào,訾 Zī,郗 Xī,佴 Nài,麴 Qū,葛 Gě,缪 Miào,尉迟 Yùchí,万俟 Mòqí,
        长孙 Zhǎngsūn,令狐 Línghú,澹台 Tántái,单于 Chányú,乐正 Yuèzhèng,沈 Shěn,顾 Gù,吕 Lǚ,欧阳 Ōuyáng
        """.replace("\n", "").split(",")
    ],
)
def test_a_surname_is_read_as_a_surname(surname, read):
    assert proposed(f"{surname}明珠") == f"{read} Míngzhū"


@pytest.mark.parametrize(
    ("name", "read"), [("覃海", "Qín/Tán Hǎi"), ("牟远", "Mù/Móu Yuǎn"), ("盖平", "Gě/Gài Píng")]
)
def test_where_families_read_it_differently_both_are_said(name, read):
    assert proposed(name) == read


def test_in_a_given_name_a_character_has_its_common_reading():
    assert proposed("赵晟") == "Zhào Shèng"
    assert proposed("李单") == "Lǐ Dān"
    assert proposed("王曾") == "Wáng Céng"


def test_the_given_name_is_one_word_and_a_vowel_is_set_off():
    assert proposed("沈砚秋") == "Shěn Yànqiū"
    assert proposed("刘西安") == "Liú Xī'ān"


def test_a_compound_surname_alone_with_one_more_character_is_a_compound():
    assert surname_of("尉迟恭") == "尉迟"
    assert proposed("尉迟恭") == "Yùchí Gōng"
    assert surname_of("尉迟") == "尉"


def test_a_name_with_a_dot_has_no_surname_of_ours():
    assert proposed("买买提·任") == "Mǎimǎití Rèn"


@pytest.mark.parametrize("name", ["Anna Weber", "", "  ", "沈A", "张\U00030000"])
def test_of_other_names_nothing_is_proposed(name):
    assert proposed(name) == ""


def test_a_name_that_is_read_in_another_language_is_not_proposed_in_chinese():
    assert spoken(Person(name="田中健二", nationality="JP")) == ""
    assert spoken(Person(name="单雄", nationality="SG")) == "Shàn Xióng"
    assert spoken(Person(name="单雄", pronunciation="Dān Xióng")) == "Dān Xióng"


def test_spaces_in_a_name_change_nothing():
    assert proposed("单　雄") == "Shàn Xióng"


def test_a_surname_in_plain_letters():
    assert "lyu" in spelled_surnames("吕明")
    assert spelled_surnames("覃海") >= {"qin", "tan"}


def test_every_reading_of_the_tables_is_one_syllable_a_character():
    assert all(len(surname) == 1 for surname in SINGLE)
    assert all(len(surname) == len(read.split("'")) == 2 for surname, read in COMPOUND.items())
