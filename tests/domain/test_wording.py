import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.domain.wording import idle_text, parse_wording, welcome_text
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language
from reception_desk.resources import resource

TEXT = resource("templates", "wording.toml").read_text(encoding="utf-8")
WORDING = parse_wording(TEXT)


@pytest.fixture(autouse=True)
def _in_english():
    use_language("en")
    yield
    use_language("zh")


def welcome(language, unit, name, title, level=1, wording=WORDING):
    return welcome_text(wording, level, language, unit=unit, name=name, title=title)


def worded(english):
    """A wording whose English text of level 1 is this one."""
    return parse_wording(TEXT.replace("A warm welcome to {name}, {title}, {unit}", english, 1))


@pytest.mark.parametrize(
    ("unit", "name", "title", "text"),
    [
        ("华东机械", "王伟", "总经理", "热烈欢迎华东机械王伟总经理一行莅临指导"),
        ("华东机械", "王伟", "", "热烈欢迎华东机械王伟一行莅临指导"),
        ("", "王伟", "总经理", "热烈欢迎王伟总经理一行莅临指导"),
        ("华东机械", "", "", "热烈欢迎华东机械一行莅临指导"),
        ("华东机械", "", "总经理", "热烈欢迎华东机械一行莅临指导"),
        ("", "", "总经理", "热烈欢迎各位来宾"),
        ("", "", "", "热烈欢迎各位来宾"),
        ("ACME Ltd.", "John Smith", "CEO", "热烈欢迎ACME Ltd. John Smith CEO一行莅临指导"),
        ("ACME Ltd.", "史密斯", "CEO", "热烈欢迎ACME Ltd.史密斯CEO一行莅临指导"),
        (" 华东机械\n", "王\t伟 ", "总经理", "热烈欢迎华东机械王 伟总经理一行莅临指导"),
    ],
)
def test_A6_2a_the_chinese_text_has_unit_name_and_title_as_far_as_known(unit, name, title, text):
    assert welcome("zh", unit, name, title) == text


@pytest.mark.parametrize(
    ("unit", "name", "title", "text"),
    [
        ("ACME Ltd.", "John Smith", "CEO", "A warm welcome to John Smith, CEO, ACME Ltd."),
        ("ACME Ltd.", "John Smith", "", "A warm welcome to John Smith, ACME Ltd."),
        ("", "John Smith", "CEO", "A warm welcome to John Smith, CEO"),
        ("", "John Smith", " ", "A warm welcome to John Smith"),
        ("ACME Ltd.", "", "", "A warm welcome to ACME Ltd."),
        ("ACME Ltd.", "", "CEO", "A warm welcome to ACME Ltd."),
        ("", "", "", "A warm welcome to our guests"),
    ],
)
def test_A6_2a_the_english_text_has_name_title_and_unit_as_far_as_known(unit, name, title, text):
    assert welcome("en", unit, name, title) == text


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (1, "热烈欢迎华东机械王伟总经理一行莅临指导"),
        (2, "热烈欢迎华东机械王伟总经理一行来访"),
        (3, "热烈欢迎华东机械王伟总经理一行"),
        (4, "热烈欢迎华东机械王伟总经理一行"),
        (None, "热烈欢迎华东机械王伟总经理一行"),
    ],
)
def test_A6_2a_every_level_has_its_text_and_an_unknown_one_the_plainest(level, text):
    assert welcome("zh", "华东机械", "王伟", "总经理", level) == text


@pytest.mark.parametrize(
    ("language", "company", "text"),
    [
        ("zh", "恒信", "欢迎光临恒信"),
        ("zh", "", "欢迎光临"),
        ("en", "Hengxin", "Welcome to Hengxin"),
        ("en", " ", "Welcome"),
    ],
)
def test_the_idle_sign_names_the_company_if_it_is_known(language, company, text):
    assert idle_text(WORDING, language, company) == text


@pytest.mark.parametrize(
    ("english", "unit", "name", "title", "text"),
    [
        ("Welcome {name} ({title}), {unit}", "ACME", "Li", "", "Welcome Li, ACME"),
        ("Welcome {name} ({title}), {unit}", "ACME", "Li", "CEO", "Welcome Li (CEO), ACME"),
        ("Welcome {name} ({title}), {unit}", "", "Li", "CEO", "Welcome Li (CEO)"),
        ("Welcome {name}, ({title}), {unit}", "ACME", "Li", "", "Welcome Li, ACME"),
        ("Welcome {title} {name}, {unit}", "ACME", "Li", "", "Welcome Li, ACME"),
        ("Welcome {name} {title}, {unit}", "ACME", "Li", "", "Welcome Li, ACME"),
        ("Welcome {name} {title}, {unit}", "ACME", "", "", "Welcome ACME"),
        ("{unit}（{name}、{title}）!", "ACME", "", "", "ACME!"),
        ("{unit}（{name}、{title}）", "ACME", "Li", "", "ACME（Li）"),
        ("{unit} - {name} - {title}", "ACME", "Li", "", "ACME - Li"),
        ("{unit} | {name} | {title}", "", "Li", "CEO", "Li | CEO"),
        ("{name}{title}{unit}", "ACME", "Li", "CEO", "Li CEO ACME"),
        ("({name})", "ACME", "Li", "", "(Li)"),
        ("Welcome  {name}  and  all", "", "Li", "", "Welcome Li and all"),
        ("{{{name}}} 100%", "", "Li", "", "{Li} 100%"),
        ("{name}, {name}", "", "Li", "", "Li, Li"),
    ],
)
def test_what_is_absent_takes_its_comma_and_brackets_along(english, unit, name, title, text):
    assert welcome("en", unit, name, title, wording=worded(english)) == text


def test_the_values_are_never_touched():
    assert welcome("en", "A, , (B) {name}", "O'Neil (), Jr", "{unit}") == (
        "A warm welcome to O'Neil (), Jr, {unit}, A, , (B) {name}"
    )


WORDS = st.text(st.characters(categories=("L", "N")), max_size=8)


@given(
    level=st.sampled_from([1, 2, 3, None]),
    language=st.sampled_from(["zh", "en"]),
    unit=WORDS,
    name=WORDS,
    title=WORDS,
)
def test_no_text_has_a_double_space_an_empty_bracket_or_a_loose_comma(level, language, unit, name, title):
    text = welcome(language, unit, name, title, level)
    assert text == text.strip()
    assert not re.search(r"\s\s|\s,|,\s*,|,$|[\x00\x01]", text)
    assert unit in text
    assert name in text
    assert not name or title in text


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            "{name}, {title}",
            "{nmae}, {title}",
            "Level 1: “nmae” is not a placeholder here; known are: {name} {title} {unit}.",
        ),
        ("{name}, {title}", "{company}", "Level 1: “company” is not a placeholder here"),
        ("{name}, {title}", "{}", "Level 1: “” is not a placeholder here"),
        ("{name}, {title}", "{0}", "Level 1: “0” is not a placeholder here"),
        ("{name}, {title}", "{name.upper}", "Level 1: “name.upper” is not a placeholder here"),
        ("{name}, {title}", "{name!r}", "Level 1: “name” is not a placeholder here"),
        ("{name}, {title}", "{name:>9}", "Level 1: “name” is not a placeholder here"),
        ("{name}, {title}", "{name", "Level 1: a curly bracket is open in"),
        ("{name}, {title}", "name}", "Level 1: a curly bracket is open in"),
        ("热烈欢迎各位来宾", "欢迎{unit}", "[unnamed]: “unit” is not a placeholder here; known are: none."),
        (
            "Welcome to {company}",
            "Welcome to {unit}",
            "[idle]: “unit” is not a placeholder here; known are: {company}.",
        ),
        ("level = 2", "level = 1", "Level 1: this number stands twice."),
        ('zh = "热烈欢迎各位来宾"\n', "", "[unnamed]: “zh” is missing."),
        ('en = "Welcome"', 'en = ""', "[idle_unnamed]: “en” is empty."),
        ("[idle]", "[idel]", "“idle” is missing."),
        ("[unnamed]", "[[unnamed]]", "“unnamed” must be a table [unnamed]."),
        ("[[welcome]]\nlevel = 1", "[welcome]\nlevel = 1", "this is not TOML"),
        ('en = "Welcome"', 'en = "Welcome"\nfr = "Bienvenue"', "[idle_unnamed]: “fr” is not a known key."),
    ],
)
def test_a_wrong_file_is_refused_with_place_and_reason(old, new, reason):
    assert old in TEXT
    with pytest.raises(ReceptionError, match=re.escape(reason)):
        parse_wording(TEXT.replace(old, new, 1))
