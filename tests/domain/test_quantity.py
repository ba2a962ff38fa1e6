"""How many of something: for each of what is counted, rounded up; written and read as one rule."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.domain.checklist import parse_checklist
from reception_desk.domain.quantity import Per, Rule
from reception_desk.domain.template_table import TemplateRefusalError
from reception_desk.domain.template_text import written_checklist
from reception_desk.i18n import use_language, words
from reception_desk.resources import resource

TEXT = resource("templates", "checklists", "standard.toml").read_text(encoding="utf-8")
CUPS = TEXT[TEXT.index('[[item]]\ncode = "309"') : TEXT.index('[[item]]\ncode = "310"')]


@pytest.fixture(autouse=True)
def _in_english():
    use_language("en")
    yield
    use_language("zh")


def with_rule(written):
    """The shipped checklist with another rule for the tea cups."""
    assert 'per = "seat"\n' in CUPS
    return TEXT.replace(CUPS, CUPS.replace('per = "seat"\n', written))


@pytest.mark.parametrize(
    ("factor", "heads", "quantity"),
    [("1", 12, 12), ("0.5", 5, 3), ("0.5", 6, 3), ("0.1", 30, 3), ("0.1", 31, 4), ("8", 10, 80)],
)
def test_a_quantity_is_the_count_times_the_factor_rounded_up(factor, heads, quantity):
    assert Rule(per=Per.HEAD, factor=Fraction(factor)).quantity({Per.HEAD: heads}) == quantity


@given(st.integers(1, 500), st.fractions(Fraction(1, 10_000), 100))
def test_it_is_enough_and_less_than_one_too_many(count, factor):
    quantity = Rule(per=Per.SEAT, factor=factor).quantity({Per.SEAT: count})
    assert quantity is not None
    assert quantity - 1 < count * factor <= quantity


@pytest.mark.parametrize("counts", [{}, {Per.HEAD: 6}, {Per.SEAT: 0}])
def test_while_the_count_is_not_known_there_is_no_quantity(counts):
    assert Rule(per=Per.SEAT).quantity(counts) is None


def test_the_shipped_list_counts_what_is_laid_out():
    rules = {line.code: line.rule for line in parse_checklist(TEXT).lines if line.rule}
    assert rules == {
        "133": Rule(per=Per.HEAD),
        "308": Rule(per=Per.SEAT),
        "309": Rule(per=Per.SEAT),
        "311": Rule(per=Per.SEAT),
    }


def test_without_a_factor_it_is_one_for_each():
    assert parse_checklist(with_rule('per = "car"\n')).line("309").rule == Rule(
        per=Per.CAR, factor=Fraction(1)
    )


@pytest.mark.parametrize("factor", ["2", "0.5", "0.1", "1.25", "100", "1e-5"])
def test_a_rule_that_is_written_is_read_as_the_same_one(factor):
    checklist = parse_checklist(with_rule(f'per = "host"\nfactor = {factor}\n'))

    assert checklist.line("309").rule == Rule(per=Per.HOST, factor=Fraction(factor))
    assert parse_checklist(written_checklist(checklist, TEXT)) == checklist


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("factor = 2\n", "Item 309: “factor” stands without “per”: say what it is counted by."),
        ('per = "table"\n', "Item 309: “table” is not known as “per”; known are: visit head host seat car."),
        ('per = ""\n', "Item 309: “” is not known as “per”"),
        ('per = "seat"\nfactor = 0\n', "Item 309: “factor” must be a number above 0, 100 at most."),
        ('per = "seat"\nfactor = 101\n', "Item 309: “factor” must be a number above 0, 100 at most."),
        ('per = "seat"\nfactor = "2"\n', "Item 309: “factor” must be a number above 0, 100 at most."),
    ],
)
def test_a_wrong_rule_is_refused_with_its_line_and_the_reason(written, reason):
    text = with_rule(written)
    with pytest.raises(TemplateRefusalError, match=re.escape(reason)) as refusal:
        parse_checklist(text)
    line = text[: text.index(written)].count("\n") + len(written.splitlines())
    assert refusal.value.line == line
    assert f"Line {line}: " in str(refusal.value)


@pytest.mark.parametrize("per", Per)
def test_what_it_is_counted_by_has_words_in_both_languages(per):
    assert per.words(words("en")).isascii()
    assert not per.words(words("zh")).isascii()
