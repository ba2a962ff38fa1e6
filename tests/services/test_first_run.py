"""The first run: asked for once, kept all at once."""

import pytest

from reception_desk.desk import open_desk
from reception_desk.services.first_run import Answers
from tests.desk import NOW, plain_visit


@pytest.fixture
def new(tmp_path):
    """A desk that nobody has touched."""
    opened = open_desk(tmp_path / "new", NOW)
    yield opened
    opened.close()


def test_a_new_desk_wants_it(new):
    assert new.first_run.is_wanted()


def test_it_is_not_asked_again(new):
    new.first_run.take(Answers(with_sample=False), NOW)

    assert not new.first_run.is_wanted()
    assert new.company.settings().is_set_up


def test_a_desk_with_a_visit_is_not_asked(new):
    plain_visit(new)

    assert not new.first_run.is_wanted()


def test_a_desk_that_was_in_use_before_is_not_asked(desk):
    assert not desk.first_run.is_wanted()


def test_what_was_told_is_kept(new):
    new.first_run.take(
        Answers(language="en", company_name=" 华辰精密 ", desk_contact="李静", with_sample=False), NOW
    )

    settings = new.company.settings()
    assert (settings.language, settings.company_name, settings.desk_contact) == ("en", "华辰精密", "李静")
    assert new.visits.count() == 0


def test_the_defaults_bring_the_sample(new):
    new.first_run.take(Answers(), NOW)

    assert new.visits.count() == 3
    assert new.sample_data.is_there()
