"""The desk puts its services together when they are asked for."""

from reception_desk.desk import ReceptionDesk, Service

SERVICES = [name for name, what in vars(ReceptionDesk).items() if isinstance(what, Service)]


def test_every_service_can_be_made_and_is_made_once(desk):
    for name in SERVICES:
        assert getattr(desk, name) is getattr(desk, name)


def test_a_desk_that_was_just_opened_has_made_hardly_any(desk):
    assert len(desk.__dict__.keys() & set(SERVICES)) < len(SERVICES) / 4
