"""How the desk starts: what is not needed for the first screen is not imported before it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import ARRIVAL, NOW, new_desk, plain_visit

HEAVY = (
    "cryptography",
    "keyring",
    "reportlab",
    "PIL",
    "alembic",
    "pypinyin",
    "phonenumbers",
    "python_calamine",
    "pypdfium2",
)
ASK = """
import json, sys
from datetime import datetime
from pathlib import Path
from reception_desk.desk import open_desk
desk = open_desk(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
day = desk.today.at(datetime.fromisoformat(sys.argv[2]))
print(json.dumps([len(day.stale_papers), sorted(sys.modules)]))
desk.close()
"""


WINDOW = """
import json, sys
from datetime import datetime
from pathlib import Path
from reception_desk.desk import open_desk
from ui.application import make_application
from ui.main_window import MainWindow
from ui.screens import SCREENS
app = make_application()
now = datetime.fromisoformat(sys.argv[2])
window = MainWindow(lambda: now)
window.take_desk(open_desk(Path(sys.argv[1]), now), SCREENS)
window.show()
app.processEvents()
print(json.dumps([window.frame.current().name, sorted(sys.modules)]), flush=True)
import os; os._exit(0)
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("start")
    desk = new_desk(folder / "desk")
    visit_id = plain_visit(desk)
    desk.papers.write(visit_id, [], folder / "out", NOW, reason="样张")
    desk.guests.change(desk.visits.get(visit_id).guests[0].id, NOW, name="顾翀之")
    desk.close()
    return _run(ASK, folder / "desk", ARRIVAL)


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The window on an empty desk, once its first screen has been painted."""
    folder = tmp_path_factory.mktemp("window") / "desk"
    new_desk(folder).close()
    return _run(WINDOW, folder, NOW)


def _run(code, folder, moment):
    answer = subprocess.run(
        [sys.executable, "-c", code, str(folder), moment.isoformat()],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        check=True,
        text=True,
        timeout=50,
    )
    return json.loads(answer.stdout)


def test_the_first_screen_knows_which_papers_are_stale(asked):
    assert asked[0] > 0


@pytest.mark.parametrize("name", HEAVY)
def test_the_desk_and_its_first_screen_do_without(asked, name):
    assert name not in asked[1]


@pytest.mark.parametrize("name", HEAVY)
def test_the_window_shows_today_without(shown, name):
    assert shown[0] == "today"
    assert name not in shown[1]
