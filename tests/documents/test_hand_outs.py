"""What holds of every hand-out, whoever adds one."""

import json

import pytest

from reception_desk.documents import HAND_OUTS
from reception_desk.domain.edition import Choice, fingerprint
from reception_desk.i18n import LANGUAGES
from tests.documents.paper_facts import HOUSE, facts_of, left_out, pages_of, sample_visit, stamp_of, ticked
from tests.reference.reference import same_as_reference

every = pytest.mark.parametrize("hand_out", HAND_OUTS, ids=lambda hand_out: hand_out.number)
WAYS = [(hand_out, language) for hand_out in HAND_OUTS for language in hand_out.languages]
every_way = pytest.mark.parametrize(
    ("hand_out", "language"), WAYS, ids=lambda part: getattr(part, "number", part)
)


def drawn(hand_out, language, visit=None, stamp=None):
    facts = facts_of(visit or sample_visit())
    choice = Choice(language=language)
    content = hand_out.unsealed(hand_out.content(facts, choice), facts)
    return hand_out.draw(content, choice, HOUSE, stamp or stamp_of(hand_out.number), facts.marks())


@every_way
def test_the_same_content_and_stamp_give_the_same_bytes(hand_out, language):
    assert drawn(hand_out, language) == drawn(hand_out, language)


@every_way
def test_a_content_is_plain_text_and_survives_the_store(hand_out, language):
    content = hand_out.content(facts_of(sample_visit()), Choice(language=language))
    stored = tuple(tuple(pair) for pair in json.loads(json.dumps(content)))
    assert fingerprint(stored) == fingerprint(content)
    assert len(dict(content)) == len(content)


@every
def test_its_name_is_known_in_every_language(hand_out):
    names = [hand_out.name(language) for language in LANGUAGES]
    assert len(set(names)) == len(names)


@every
def test_the_stamp_is_on_what_is_stamped_and_on_nothing_else(hand_out):
    for page in pages_of(drawn(hand_out, "zh")):
        assert ("2026-0001" in page and "K7QF2M" in page) is hand_out.stamped


@every
def test_progress_is_in_no_content(hand_out):
    visit = sample_visit()
    before = hand_out.content(facts_of(visit), Choice())
    for planned in facts_of(visit).plan[:3]:
        item = ticked(planned.code)
        item.subject, item.due_then = planned.subject, planned.due
        visit.items = [*visit.items, item]
    assert hand_out.content(facts_of(visit), Choice()) == before


@every_way
def test_it_reads_as_it_always_did(hand_out, language):
    visit = sample_visit("王𬭊𬸦", "Wang Youhe")
    visit.items = [ticked("101"), left_out("106", "国内客户，不需要邀请函")]
    same_as_reference(f"{hand_out.number}-{language}", pages_of(drawn(hand_out, language, visit)))
