"""The widgets are looked at and used as they are: dressed."""

import pytest

from ui.theme import apply_theme


@pytest.fixture(autouse=True)
def _dressed(qapp):
    apply_theme(qapp, "light")
