"""What is usual where the guests come from, and what they themselves like and keep to (A2.3)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.dossier import countries
from reception_desk.domain.field_words import field_word
from reception_desk.domain.guest import Guest
from reception_desk.domain.visit import Visit
from reception_desk.exchange.countries import country_word
from reception_desk.i18n import _, current_language
from ui.widgets.card import Card
from ui.widgets.text import Text

OF_A_GUEST = ("diet", "drink", "customs", "preferences")


class CustomsCardView(Card):
    """A list for each country, then a line for each guest who told us something."""

    def __init__(self, desk: ReceptionDesk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[tuple[str, str]] = []
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show the cards and the guests of a visit as read; nothing of either takes no room."""
        lines = [*self._of_countries(visit), *self._of_guests(visit)]
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                _put_away(widget)
        for words, role in lines:
            self.body.addWidget(Text(words, role, wrap=True))

    def _of_countries(self, visit: Visit) -> list[tuple[str, str]]:
        language, cards = current_language(), self._desk.procedure.customs()
        lines: list[tuple[str, str]] = []
        for country in countries(visit):
            card = cards.card(country)
            lines.append((card.text(language) if card else country_word(country, language), "strong"))
            if card is None:
                lines.append(
                    (_("There is no card of this country yet: Settings, Customs of countries."), "muted")
                )
            else:
                lines += [(f"• {point}", "body") for point in card.points(language)]
        return lines

    def _of_guests(self, visit: Visit) -> list[tuple[str, str]]:
        told = [(guest, said) for guest in visit.guests if (said := _said(guest))]
        lines = [(_("What the guests have told us"), "strong")] if told else []
        for guest, said in told:
            name = guest.person.name_in(current_language())
            lines.append((_("{name}: {wishes}").format(name=name, wishes=said), "body"))
        return lines

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Customs and habits"))
        self._shown = []


def _said(guest: Guest) -> str:
    told = [(field, getattr(guest, field)) for field in OF_A_GUEST]
    return _(", ").join(f"{_(field_word('guest', field))} {value}" for field, value in told if value)


def _put_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
