"""Eyes for tests: a widget drawn large, its ground, its ink, and the contrast between two colours."""

from collections import Counter

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ui.theme import theme

SCALE = 4  # letters are then thick enough to show their full colour


def contrast(one, other):
    """The ratio of WCAG 2 between two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def picture(widget):
    """The widget as it looks now, four times as large."""
    QApplication.processEvents()
    image = QImage(widget.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(theme().colour("ground"))
    widget.render(image)
    return image


def colours(image, area=None):
    """How often each colour stands in the picture, or in an area of it (in the widget's pixels)."""
    room = QRect(area.topLeft() * SCALE, area.size() * SCALE) if area else image.rect()
    step = 2
    return Counter(
        image.pixelColor(x, y).name()
        for y in range(room.top(), room.bottom(), step)
        for x in range(room.left(), room.right(), step)
    )


def ground_and_ink(widget, area=None):
    """The commonest colour, and the one that stands out most from it."""
    found = colours(picture(widget), area or widget.rect().adjusted(4, 4, -4, -4))
    ground = found.most_common(1)[0][0]
    often = [colour for colour, times in found.items() if times > 2]
    return ground, max(often, key=lambda colour: contrast(colour, ground))


def edge(widget):
    """The colour of the border in the middle of the left side, and how thick it is there in the widget's pixels."""
    image = picture(widget)
    y, inside = image.height() // 2, image.pixelColor(6 * SCALE, image.height() // 2)
    row = [image.pixelColor(x, y) for x in range(6 * SCALE)]
    strange = [colour for colour in row if contrast(colour, inside) > 1.05]
    colour = max(strange, key=lambda c: contrast(c, inside), default=inside)
    return colour.name(), sum(c == colour for c in row) / SCALE


def shown(qtbot, widget, width=0, height=0):
    """The widget in a window of its own that has the keyboard."""
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, height or widget.sizeHint().height())
    widget.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow, timeout=3000)
    return widget
