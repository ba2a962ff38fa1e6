"""Facts of one thing, described as data: built, filled, refused and named in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_desk.domain.field_words import field_word
from reception_desk.i18n import _
from ui.screens.screen import Clock
from ui.screens.visit.fact_flags import FlagsFact
from ui.screens.visit.fact_known import KnownFact
from ui.screens.visit.fact_need import NeedFact
from ui.screens.visit.fact_proposed import ProposedFact
from ui.screens.visit.fact_readable import CountryFact, PhoneFact
from ui.screens.visit.fact_suggest import Suggest, SuggestFact
from ui.theme import SIZE
from ui.widgets.fact import Fact, LineFact, LongTextFact, TextFact
from ui.widgets.fact_choice import ChoiceFact, Options
from ui.widgets.fact_group import FactGroup
from ui.widgets.fact_moment import DayFact, MomentFact
from ui.widgets.fact_number import NumberFact


class Kind(Enum):
    """How a fact is written."""

    TEXT = auto()
    LONG = auto()
    NUMBER = auto()
    MOMENT = auto()
    DAY = auto()
    CHOICE = auto()
    NEED = auto()
    FLAGS = auto()
    SUGGEST = auto()
    KNOWN = auto()
    PHONE = auto()
    COUNTRY = auto()
    PROPOSED = auto()


def _no_options() -> Options:
    return ()


def _no_suggestions(_words: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One fact of a form: its field, how it is written, the quiet words while it is empty, what can be chosen."""

    field: str
    kind: Kind = Kind.TEXT
    prompt: str = ""
    word: str = ""
    options: Callable[[], Options] = _no_options
    suggest: Suggest = _no_suggestions


class FactForm(FactGroup):
    """Facts one below the other.

    Signals:
        wanted(field, value): somebody wrote it; answer with `show_values` or `show_refusal`.
    """

    wanted = Signal(str, object)

    def __init__(
        self, table: str, specs: Sequence[Spec], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._table, self._specs, self._clock = table, specs, clock
        self._by_field: dict[str, Fact] = {}
        self._beside: list[FactForm] = []
        for spec in specs:
            fact = _MAKERS[spec.kind](clock)
            self._by_field[spec.field] = self.add(fact)
            fact.changed.connect(partial(self.wanted.emit, spec.field))
            if isinstance(fact, SuggestFact):
                fact.set_suggest(spec.suggest)
        self.retranslate()

    def line_up_with(self, others: Sequence[FactForm]) -> None:
        """Let the labels have the width that the longest one of all these forms needs."""
        self._beside = list(others)
        self.line_up()

    def line_up(self) -> None:
        """Give every label one width, that of the forms beside too."""
        facts = [fact for form in (self, *self._beside) for fact in form.facts()]
        widest = max((fact.label_hint() for fact in facts), default=0)
        for fact in self.facts():
            fact.set_label_width(min(max(widest, SIZE.fact_label // 2), SIZE.fact_label * 3 // 2))

    def fields(self) -> list[str]:
        """The fields of the form, top to bottom."""
        return list(self._by_field)

    def fact(self, field: str) -> Fact:
        """The fact of a field."""
        return self._by_field[field]

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is stored."""
        for field, value in values.items():
            if field in self._by_field:
                self._by_field[field].set_value(value)

    def show_proposals(self, proposals: Mapping[str, str]) -> None:
        """Show, greyed, what is proposed for the facts that are empty."""
        for field, words in proposals.items():
            fact = self._by_field.get(field)
            if isinstance(fact, ProposedFact):
                fact.set_proposal(words)

    def reset(self, values: Mapping[str, object]) -> None:
        """Give up what is half-written, then show these values: another thing comes up."""
        for fact in self._by_field.values():
            if isinstance(fact, LineFact):
                fact.discard()
            fact.show_refusal("")
        self.show_values(values)

    def values(self) -> dict[str, object]:
        """What stands in the form, by field."""
        return {field: fact.value() for field, fact in self._by_field.items()}

    def show_refusal(self, field: str, sentence: str) -> None:
        """Say beside a fact why it was not stored."""
        self._by_field[field].show_refusal(sentence)

    def go_to(self, field: str) -> bool:
        """Put the focus on a fact; whether the form has it."""
        fact = self._by_field.get(field)
        if fact is not None:
            fact.edit() if not isinstance(fact, ChoiceFact) else fact.setFocus()
        return fact is not None

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for spec in self._specs:
            fact = self._by_field[spec.field]
            if isinstance(fact, (ChoiceFact, FlagsFact)):
                fact.set_options(spec.options())
            fact.set_label(_(spec.word or field_word(self._table, spec.field)))
            if isinstance(fact, (LineFact, ChoiceFact)):
                fact.set_prompt(_(spec.prompt) if spec.prompt else "")
            if isinstance(fact, (DayFact, NeedFact, ProposedFact)):
                fact.retranslate()
        self.line_up()


_MAKERS: dict[Kind, Callable[[Clock], Fact]] = {
    Kind.TEXT: lambda _clock: TextFact(""),
    Kind.LONG: lambda _clock: LongTextFact(""),
    Kind.NUMBER: lambda _clock: NumberFact(""),
    Kind.MOMENT: lambda clock: MomentFact("", clock),
    Kind.DAY: lambda clock: DayFact("", clock),
    Kind.CHOICE: lambda _clock: ChoiceFact(""),
    Kind.NEED: lambda _clock: NeedFact(""),
    Kind.FLAGS: lambda _clock: FlagsFact(""),
    Kind.KNOWN: lambda _clock: KnownFact(""),
    Kind.SUGGEST: lambda _clock: SuggestFact(""),
    Kind.PHONE: lambda _clock: PhoneFact(""),
    Kind.COUNTRY: lambda _clock: CountryFact(""),
    Kind.PROPOSED: lambda _clock: ProposedFact(""),
}
