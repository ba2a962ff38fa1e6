"""The window for the tests of the frame and its screens."""

import pytest

from tests.window import open_window


@pytest.fixture
def frame(qtbot, desk, clock):
    """The life of a window on an empty desk."""
    opened = open_window(qtbot, desk, clock)
    yield opened
    opened.window.close()
