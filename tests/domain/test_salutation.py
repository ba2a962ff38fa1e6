"""How a guest is addressed: with the full title, never by a guess (A1.1d)."""

import pytest

from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Gender, Person
from reception_desk.domain.salutation import addressed, latin_surname, own_language, proposed


def guest(name="", latin="", title="", title_latin="", gender=Gender.UNKNOWN, nationality="", **facts):
    person = Person(name=name, name_latin=latin, gender=gender, nationality=nationality)
    made = Guest(visit_id=1, person_id=1, title=title, title_latin=title_latin, **facts)
    made.person = person
    return made


WEBER = {"latin": "Anna Weber", "title_latin": "Chief Technology Officer", "nationality": "DE"}


@pytest.mark.parametrize(
    ("facts", "language", "words"),
    [
        ({"name": "顾翀", "title": "董事长"}, "zh", "顾翀董事长"),
        ({"name": "顾翀", "gender": Gender.MALE}, "zh", "顾翀先生"),
        ({"name": "沈砚秋", "title": "技术中心主任", "gender": Gender.FEMALE}, "zh", "沈砚秋技术中心主任"),
        ({"name": "顾翀"}, "zh", ""),
        ({"latin": "Dr. Anna Weber"}, "zh", "Weber博士"),
        (
            {"latin": "Anna Weber", "title": "首席技术官", "gender": Gender.FEMALE},
            "zh",
            "首席技术官Weber女士",
        ),
        ({"latin": "Anna Weber", "title": "首席技术官、博士"}, "zh", "首席技术官Weber博士"),
        ({"latin": "Anna Weber", "title": "首席技术官"}, "zh", "首席技术官Anna Weber"),
        (WEBER | {"gender": Gender.FEMALE}, "en", "Ms. Weber, Chief Technology Officer"),
        (WEBER | {"gender": Gender.MALE}, "en", "Mr. Weber, Chief Technology Officer"),
        (WEBER, "en", "Anna Weber, Chief Technology Officer"),
        (WEBER | {"latin": "Dr. Anna Weber"}, "en", "Dr. Weber, Chief Technology Officer"),
        (WEBER | {"title_latin": "Prof. Dr., Head of Research"}, "en", "Prof. Weber, Head of Research"),
        ({"latin": "Anna Weber"}, "en", ""),
        (
            {"name": "顾翀", "latin": "Gu Chong", "title_latin": "Chairman", "gender": Gender.MALE},
            "en",
            "Mr. Gu, Chairman",
        ),
    ],
)
def test_the_full_title_is_said(facts, language, words):
    assert proposed(guest(**facts), language) == words


@pytest.mark.parametrize(
    ("name", "latin", "surname"),
    [
        ("", "Anna Weber", "Weber"),
        ("", "WEBER Anna", "Weber"),
        ("", "Weber, Anna", "Weber"),
        ("", "Jan van der Berg", "van der Berg"),
        ("", "Weber", "Weber"),
        ("单雄", "Shan Xiong", "Shan"),
        ("单雄", "Xiong Shan", "Shan"),
        ("田中健二", "Kenji Tanaka", "Tanaka"),
    ],
)
def test_the_surname_is_found_wherever_it_stands(name, latin, surname):
    assert latin_surname(Person(name=name, name_latin=latin)) == surname


def test_what_a_person_wrote_stands():
    assert addressed(guest(name="顾翀", title="董事长", salutation="顾董"), "zh") == "顾董"
    assert addressed(guest(name="顾翀", title="董事长"), "zh") == "顾翀董事长"


def test_a_guest_is_spoken_to_in_the_language_of_the_name():
    assert own_language(guest(name="顾翀")) == "zh"
    assert own_language(guest(name="顾翀", nationality="SG")) == "en"
    assert own_language(guest(latin="Anna Weber")) == "en"
