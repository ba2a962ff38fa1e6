"""Make the program's icons from their drawing: `python tools/build_icon.py` after a change of it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT: Final = Path(__file__).parents[1]
PROGRAM: Final = ROOT / "resources" / "program"
ICON: Final = ROOT / "packaging" / "reception-desk.ico"
SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def drawn(size: int) -> Image.Image:
    """The drawing at that many pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(PROGRAM / "program.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, b"PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def main() -> None:
    """Draw every size anew, so that small ones are not shrunk ones."""
    pictures = {size: drawn(size) for size in SIZES}
    largest = pictures[SIZES[-1]]
    largest.save(PROGRAM / "program.png", optimize=True)
    largest.save(ICON, sizes=[(size, size) for size in SIZES], append_images=list(pictures.values()))


if __name__ == "__main__":
    main()
