"""Section 6.3 as far as it stands: the room is ready before the talks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.checklist import Owner, Phase
from reception_desk.domain.meeting import Meeting
from tests.desk import ARRIVAL

START = ARRIVAL + timedelta(hours=4)


@pytest.fixture
def talks(asked):
    """A visit with one meeting, and the subject under which its items stand."""
    visit = asked(yes=["meeting"])
    return visit, f"meeting:{visit.add(Meeting, starts_at=START, room='第一会议室')}"


@pytest.mark.parametrize("code", ["301", "302", "303"])
def test_C2_surroundings_room_and_washrooms_are_clean_an_hour_before(talks, code):
    visit, subject = talks
    item = visit.item(code, subject)

    assert (item.due, item.owner) == (START - timedelta(hours=1), Owner.CLEANING)


@pytest.mark.parametrize("code", ["304", "305"])
def test_C3_temperature_and_light_are_right_half_an_hour_before(talks, code):
    visit, subject = talks

    assert visit.item(code, subject).due == START - timedelta(minutes=30)


@pytest.mark.parametrize("code", ["307", "308", "309", "310"])
def test_C4_material_paper_cups_and_fruit_are_laid_out(talks, code):
    visit, subject = talks

    assert "C4" in visit.item(code, subject).line.clauses


def test_C5_seat_cards_and_welcome_signs_are_set_up(talks):
    visit, subject = talks

    assert visit.item("311", subject).phase is Phase.TALKS


def test_C6_projector_film_and_sound_are_tried(talks):
    visit, subject = talks

    assert visit.item("306", subject).due == START - timedelta(minutes=30)


def test_C10_the_room_is_restored_after_they_left(talks):
    visit, _ = talks

    assert visit.item("501").phase is Phase.FOLLOW_UP


def test_C_a_visit_without_talks_has_none_of_these_items(asked):
    visit = asked()

    assert all(item.phase is not Phase.TALKS for item in visit.desk.preparation.of(visit.id))
