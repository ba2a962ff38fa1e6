import pytest

from reception_desk.domain.phone_words import phone_words


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        ("+8613900001111", "zh", "139 0000 1111"),
        ("+8613900001111", "en", "+86 139 0000 1111"),
        ("+498912345678", "zh", "+49 89 12345678"),
        ("总机转 806", "zh", "总机转 806"),
        ("", "zh", ""),
    ],
)
def test_a_phone_is_written_for_its_reader(number, language, words):
    assert phone_words(number, language) == words
