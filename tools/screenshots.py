"""Make the pictures of the READMEs and the manual: `python tools/screenshots.py` writes docs/pictures from the demo."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PICTURES = {
    "screens/today-arrival-zh-light.png": "today.png",
    "screens/today-arrival-en-light.png": "today-en.png",
    "screens/today-arrival-zh-dark.png": "today-dark.png",
    "screens/intake-zh-light.png": "intake-zh.png",
    "screens/visit-preparation-zh-light.png": "preparation-zh.png",
    "screens/visit-paper-zh-light.png": "paper-zh.png",
    "screens/welcome-zh-light.png": "welcome-zh.png",
    "sign.png": "sign.png",
}
IN_THE_MANUAL = (
    "today-arrival",
    "tasks",
    "visits",
    "compliance",
    "intake",
    "visit-overview",
    "read_back",
    "visit-plan",
    "visit-itinerary",
    "visit-background",
    "visit-invitation",
    "visit-arrangements",
    "bookings",
    "visit-preparation",
    "visit-supplies",
    "welcome",
    "visit-paper",
    "settings",
)
COLOURS = 96


def main() -> int:
    """Make a demonstration and keep what the README shows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.demo import THREE_DAYS_BEFORE, make_demo

    kept = ROOT / "docs" / "pictures"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "out")
        for line in make_demo(Path(folder, "data"), made, THREE_DAYS_BEFORE):
            print(line)
        for name, short in PICTURES.items():
            shutil.copyfile(made / name, kept / short)
            print(kept / short)
        _for_the_manual(made / "screens", kept / "manual")
    return 0


def _for_the_manual(made: Path, kept: Path) -> None:
    """Each in both languages, with few colours, for they lie beside the program."""
    from PIL import Image

    kept.mkdir(exist_ok=True)
    for name in IN_THE_MANUAL:
        for language in ("zh", "en"):
            with Image.open(made / f"{name}-{language}-light.png") as picture:
                small = picture.convert("RGB").quantize(COLOURS)
                small.save(kept / f"{name}-{language}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
