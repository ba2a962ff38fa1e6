"""How a Chinese name is spoken, proposed: the surname's own reading first, then the given name (A1.1b)."""

from __future__ import annotations

from typing import Final
from unicodedata import combining, normalize
from unicodedata import name as letter_name

from reception_desk.domain.person import Person

MIDDLE_DOTS: Final = "·•・"
BOTH: Final = "/"
"""Stands between the readings of a surname of which both are borne: ask."""

_SINGLE = """
单:shàn 曾:zēng 仇:qiú 区:ōu 查:zhā 解:xiè 任:rén 华:huà 朴:piáo 黑:hè 员:yùn 折:shé 翟:zhái 宿:sù
冼:xiǎn 洗:xiǎn 种:chóng 秘:bì 句:gōu 逄:páng 召:shào 訾:zī 郗:xī 佴:nài 麴:qū 葛:gě 缪:miào 过:guō
哈:hǎ 那:nā 能:nài 薄:bó 卜:bǔ 揣:chuǎi 啜:chuài 都:dū 阚:kàn 燕:yān 应:yīng 於:yū 祭:zhài 乜:niè
相:xiàng 要:yāo 占:zhān 繁:pó 适:kuò 舍:shè 晟:chéng 郇:xún 逯:lù 仉:zhǎng 眭:suī 尉:wèi 阙:quē
令:lìng 盛:shèng 叶:yè 俞:yú 石:shí 车:chē 覃:qín/tán 牟:mù/móu 隗:wěi/kuí 盖:gě/gài 乐:yuè/lè
纪:jǐ/jì
"""
SINGLE: Final = dict(pair.split(":") for pair in _SINGLE.split())
"""Readings that only a surname has; two where families read it differently."""

_COMPOUND = """
尉迟:yù'chí 万俟:mò'qí 长孙:zhǎng'sūn 令狐:líng'hú 澹台:tán'tái 单于:chán'yú 中行:zhōng'háng
鲜于:xiān'yú 乐正:yuè'zhèng 夹谷:jiá'gǔ 宰父:zǎi'fǔ 子车:zǐ'jū 亓官:qí'guān 拓跋:tuò'bá 闾丘:lǘ'qiū
皇甫:huáng'fǔ 欧阳:ōu'yáng 上官:shàng'guān 司马:sī'mǎ 司徒:sī'tú 司空:sī'kōng 诸葛:zhū'gě
东方:dōng'fāng 赫连:hè'lián 公孙:gōng'sūn 慕容:mù'róng 独孤:dú'gū 南宫:nán'gōng 夏侯:xià'hóu
轩辕:xuān'yuán 钟离:zhōng'lí 宇文:yǔ'wén 申屠:shēn'tú 太史:tài'shǐ 端木:duān'mù 公冶:gōng'yě
呼延:hū'yán 百里:bǎi'lǐ 东郭:dōng'guō 西门:xī'mén 南门:nán'mén 左丘:zuǒ'qiū 谷梁:gǔ'liáng
羊舌:yáng'shé 濮阳:pú'yáng 淳于:chún'yú 太叔:tài'shū 仲孙:zhòng'sūn 闻人:wén'rén 完颜:wán'yán
耶律:yē'lǜ 纳兰:nà'lán 宗政:zōng'zhèng 公西:gōng'xī 漆雕:qī'diāo 壤驷:rǎng'sì 颛孙:zhuān'sūn
"""
COMPOUND: Final = dict(pair.split(":") for pair in _COMPOUND.split())
GIVEN: Final = {
    "晟": "shèng",
    "翀": "chōng",
    "玥": "yuè",
    "祎": "yī",
    "垚": "yáo",
    "昇": "shēng",
    "喆": "zhé",
}
"""Readings in a given name, where dictionaries put another first."""


READ_OTHERWISE: Final = frozenset({"JP", "KR", "VN"})
"""From there names come in characters that are read in another language."""


def surname_of(name: str) -> str:
    """The surname that a Chinese name begins with: `尉迟` of `尉迟恭`; blank where the name is not Chinese."""
    plain = name.strip()
    if not is_chinese(plain) or any(dot in plain for dot in MIDDLE_DOTS):
        return ""
    return plain[:2] if len(plain) > 2 and plain[:2] in COMPOUND else plain[:1]  # noqa: PLR2004


def is_chinese(name: str) -> bool:
    """Whether a name is written in Chinese characters alone, but for the dot between the parts of a long one."""
    letters = [character for character in name if character not in MIDDLE_DOTS]
    return bool(letters) and all(map(_is_han, letters))


def proposed(name: str) -> str:
    """`单雄` is `Shàn Xióng`. Blank for Latin names, and where a character has no reading that we know."""
    plain = "".join(name.split())
    if not is_chinese(plain):
        return ""
    surname = surname_of(plain)
    first = _surname_read(surname) if surname else []
    for dot in MIDDLE_DOTS:
        plain = plain.replace(dot, " ")
    words = [_word(part) for part in plain[len(surname) :].split()]
    if not all(words) or (surname and not first):
        return ""
    return " ".join([*([BOTH.join(map(str.capitalize, first))] if first else []), *words])


def spoken(person: Person) -> str:
    """How a person's name is spoken: as somebody wrote it, else as proposed for a name that Chinese is read in."""
    if person.pronunciation or person.nationality in READ_OTHERWISE:
        return person.pronunciation
    return proposed(person.name)


def spelled_surnames(name: str) -> frozenset[str]:
    """How the surname of a Chinese name may be spelled in plain letters: `lu`, `lv` and `lyu` for 吕."""
    surname = surname_of(name)
    spelled = {_toneless(read).replace("'", "") for read in (_surname_read(surname) if surname else [])}
    return frozenset(word.replace("ü", letters) for word in spelled for letters in ("u", "v", "yu", "ü"))


def _surname_read(surname: str) -> list[str]:
    """The readings of a surname, the likelier first."""
    if len(surname) > 1:
        return [_joined(COMPOUND[surname].split("'"))]
    if surname in SINGLE:
        return SINGLE[surname].split(BOTH)
    read = _read(surname)
    return read[:1] if read else []


def _word(part: str) -> str:
    """A part of a given name as one word; blank where a character has no reading."""
    read = _read(part)
    return _joined(read).capitalize() if len(read) == len(part) else ""


def _read(characters: str) -> list[str]:
    from pypinyin import Style, pinyin

    found = [word[0] for word in pinyin(characters, style=Style.TONE, errors="ignore")]
    if len(found) != len(characters):
        return []
    return [GIVEN.get(character, read) for character, read in zip(characters, found, strict=True)]


def _toneless(read: str) -> str:
    """Without the marks of the tones; the dots of the ü stay."""
    plain = "".join(mark for mark in normalize("NFD", read) if not combining(mark) or mark == "\u0308")
    return normalize("NFC", plain)


def _joined(syllables: list[str]) -> str:
    """Syllables as one word; one that begins with a vowel is set off: Xī'ān."""
    first, *rest = syllables
    vowels = "aoeāáǎàōóǒòēéěè"
    return first + "".join(f"'{next_one}" if next_one[0] in vowels else next_one for next_one in rest)


def _is_han(character: str) -> bool:
    return letter_name(character, "").startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH"))
