"""What the acceptance tests ask of a visit's preparation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import ANSWERS
from tests.desk import ARRIVAL, NOW, plain_visit


class Asked:
    """A visit to which everything was answered with no, but for what a test wants; asked for its items."""

    def __init__(self, desk, **wanted):
        self.desk = desk
        answers = dict.fromkeys(ANSWERS, Answer.NO) | dict.fromkeys(wanted.pop("yes", ()), Answer.YES)
        self.id = plain_visit(desk, **(answers | wanted))

    def item(self, code, subject=""):
        """The item, or nothing where the visit does not call for it."""
        found = {(item.code, item.subject): item for item in self.desk.preparation.of(self.id)}
        return found.get((code, subject))

    def minutes_before_arrival(self, code):
        """How long before the arrival an item is due."""
        return (ARRIVAL - self.item(code).due) / timedelta(minutes=1)

    def add(self, kind, **facts):
        """Add a row to the visit; its id."""
        return self.desk.parts.add(kind, self.id, NOW, **facts)


@pytest.fixture
def asked(desk):
    """Make a visit that wants only what is named: `asked(yes=["pick_up"], level=1)`."""
    return lambda **wanted: Asked(desk, **wanted)
