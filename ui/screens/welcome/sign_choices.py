"""What can be chosen of a sign, in words; which facts say anything about which kind."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from reception_desk.domain.sign import AMBER, BLUE, GREEN, RED, WHITE, Charset, Colours, SignKind
from reception_desk.i18n import _
from reception_desk.signs.driver import DRIVERS
from ui.sign_window import physical_size

Options = list[tuple[object, str]]


def options_of() -> dict[str, Options]:
    """The choices of each fact that has the same ones for every sign."""
    kinds = {
        SignKind.SCREEN: _("Part of a monitor"),
        SignKind.WEB: _("A page in a browser"),
        SignKind.HAND_OVER: _("Handed over to IT"),
    }
    typed = (Charset.GB2312, Charset.GBK, Charset.GB18030)
    return {
        "kind": [(kind, kinds[kind]) for kind in DRIVERS],
        "colours": [
            (Colours.FULL, _("All colours")),
            (Colours.DUAL, _("Red and green")),
            (Colours.MONO, _("One colour")),
        ],
        "charset": [
            (Charset.ANY, _("Any: it is given pictures")),
            *((charset, charset.upper()) for charset in typed),
        ],
        "merges": [(False, _("Take turns")), (True, _("On one line"))],
        "at_exit": [("leave", _("Nothing stays")), ("idle", _("The words when nobody comes"))],
        "is_on": [(True, _("On")), (False, _("Off"))],
    }


def monitors(chosen: str) -> Options:
    """The monitors there are, and the chosen one if it is not there."""
    options: Options = [("", _("The first monitor"))]
    names = []
    for screen in QGuiApplication.screens():
        size = physical_size(screen)
        names.append(screen.name())
        options.append((screen.name(), f"{screen.name()} · {size.width()} × {size.height()}"))
    if chosen and chosen not in names:
        options.append((chosen, _("{monitor} · not connected").format(monitor=chosen)))
    return options


def lamp_colours(chosen: str) -> Options:
    """The colours of lamps, and the chosen one if it is another."""
    options: Options = [
        (RED, _("Red")),
        (AMBER, _("Amber")),
        (GREEN, _("Green")),
        (WHITE, _("White")),
        (BLUE, _("Blue")),
    ]
    return options if chosen in {value for value, _words in options} else [*options, (chosen, chosen)]


def hint_of(kind: SignKind) -> str:
    """What to know of a kind of sign when it is set up."""
    return {
        SignKind.SCREEN: _(
            "Left, top, width and height count the monitor's own pixels, whatever the system's scaling."
        ),
        SignKind.WEB: _("Everybody on this network can see the page, and nothing but the sign is on it."),
        SignKind.HAND_OVER: _(
            "What must be on the sign now lies in the folder as now.png and its like. Without a folder people are told."
        ),
    }[kind]


def belongs(field: str, kind: SignKind) -> bool:
    """Whether a fact says anything about that kind of sign."""
    kinds = {
        "kind": len(DRIVERS) > 1,
        "monitor": kind is SignKind.SCREEN,
        "left": kind is SignKind.SCREEN,
        "top": kind is SignKind.SCREEN,
        "address": kind is not SignKind.SCREEN,
        "port": kind is SignKind.WEB,
        "charset": kind is SignKind.HAND_OVER,
        "at_exit": kind is not SignKind.SCREEN,
    }
    return kinds.get(field, True)


def likely_monitor() -> str:
    """A monitor that is not the one where somebody works, if there is one."""
    others = [screen for screen in QGuiApplication.screens() if screen is not QGuiApplication.primaryScreen()]
    return others[0].name() if others else ""
