"""What stands on our paper in our own words: on the page, taken back, refused where it cannot be printed."""

import pytest

from reception_desk.documents import HAND_OUTS
from reception_desk.documents.own_words import OWN_WORDS
from reception_desk.domain.edition import Choice, EditionState
from reception_desk.domain.nearby_place import NearbyPlace
from reception_desk.errors import ReceptionError
from reception_desk.i18n import words
from tests.desk import NOW, plain_visit
from tests.documents.paper_facts import pages_of

BOTH = Choice(language="both")


def page(desk, visit, paper="D25"):
    return " ".join(pages_of(desk.papers.preview(visit, paper, BOTH, NOW)))


@pytest.fixture
def visit(desk):
    visit_id = plain_visit(desk)
    guest = desk.visits.get(visit_id).guests[0]
    desk.invitations.write(guest.id, NOW, name="DOE JANE", number="X00A00T47")  # for D17
    desk.house.add(NearbyPlace, NOW, name="听松园")  # for D24
    return visit_id


@pytest.mark.parametrize("paper", sorted({word.paper for word in OWN_WORDS} - {"D18"}))
def test_the_first_words_of_each_paper_stand_on_it_as_we_say_them(desk, visit, paper):
    first = next(word for word in OWN_WORDS if word.paper == paper)
    desk.paper_words.change(paper, first.msgid, "zh", "恭迎大驾", NOW)
    desk.paper_words.change(paper, first.msgid, "en", "Most welcome", NOW)

    said = page(desk, visit, paper).replace("\n", " ")

    assert "恭迎大驾" in said
    assert "Most welcome" in said
    assert words("zh")(first.msgid) not in said


def test_undo_brings_the_shipped_words_back(desk, visit):
    desk.paper_words.change("D25", "People are settled", "zh", "人已到位", NOW)
    desk.history.undo(NOW)

    assert desk.paper_words.in_force() == {}
    assert "人已到位" not in page(desk, visit)


def test_blank_words_and_the_shipped_ones_are_none_of_our_own(desk):
    desk.paper_words.change("D25", "People are settled", "en", "All people known", NOW)
    desk.paper_words.change("D25", "People are settled", "en", " ", NOW)
    desk.paper_words.change("D25", "People are settled", "en", "People are settled", NOW)

    assert desk.paper_words.in_force() == {}


def test_all_words_of_one_paper_are_taken_back_together(desk):
    desk.paper_words.change("D25", "People are settled", "zh", "人已到位", NOW)
    desk.paper_words.change("D8", "Rooming list", "zh", "住房表", NOW)
    desk.paper_words.take_back("D25", NOW)

    assert desk.paper_words.in_force() == {"D8": {"zh": {"Rooming list": "住房表"}}}


@pytest.mark.parametrize("text", ["欢迎\U0001f600", "很" * 21])
def test_words_that_cannot_stand_there_are_refused(desk, text):
    with pytest.raises(ReceptionError):
        desk.paper_words.change("D1", "A warm welcome to", "zh", text, NOW)
    assert desk.paper_words.in_force() == {}


def test_other_words_make_no_old_version_but_are_told(desk, visit):
    desk.papers.make(visit, "D25", BOTH, NOW)
    desk.paper_words.change("D25", "People are settled", "zh", "人已到位", NOW)

    [now] = desk.papers.editions(visit, NOW)

    assert (now.state, now.newer_wording) == (EditionState.CURRENT, True)


def test_every_title_that_stands_on_a_page_can_be_worded():
    assert {paper.title for paper in HAND_OUTS if paper.stamped} <= {word.msgid for word in OWN_WORDS}


def test_shipped_words_fit_their_own_places_and_have_chinese(desk):
    for word in OWN_WORDS:
        for language in word.languages:
            shipped = words(language)(word.msgid)
            assert language == "en" or shipped != word.msgid
            desk.paper_words.change(word.paper, word.msgid, language, shipped, NOW)
