"""What stands on our paper in our own words; blank is as it was shipped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from unicodedata import east_asian_width

from reception_desk.documents.own_words import OwnWord, PaperWords, own_word
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, words
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.services.drawing import hand_out

Texts = dict[str, dict[str, str]]


class PaperWordBook:
    """The words of our hand-outs, read and changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def in_force(self) -> PaperWords:
        """Our own words, by paper, language, msgid."""
        with self._database.reading() as work:
            return work.settings.read().paper_words

    def change(self, paper: str, msgid: str, language: str, text: str, now: datetime) -> None:
        """Say something otherwise on a paper; blank, or what was shipped, takes it back."""
        word, said = own_word(paper, msgid), " ".join(text.split())
        if word is None or language not in word.languages:
            raise ReceptionError(_("These words of the paper cannot be changed."))
        _refuse(word, said)
        shipped = words(language)(msgid)

        def changed(own: Texts) -> None:
            texts = own.setdefault(language, {})
            texts.pop(msgid, None)
            if said and said != shipped:
                texts[msgid] = said

        self._write(
            paper, changed, Said(N_("Wording of {paper}: {text}"), paper=paper, text=said or shipped), now
        )

    def take_back(self, paper: str, now: datetime) -> None:
        """All of a paper as it was shipped."""
        self._write(paper, Texts.clear, Said(N_("Wording of {paper} as shipped"), paper=paper), now)

    def _write(self, paper: str, change: Callable[[Texts], None], said: Said, now: datetime) -> None:
        hand_out(paper)
        with self._database.unit_of_work(said, now) as work:
            every = {
                number: {language: dict(texts) for language, texts in own.items()}
                for number, own in work.settings.read().paper_words.items()
            }
            own = every.setdefault(paper, {})
            change(own)
            every[paper] = {language: texts for language, texts in own.items() if texts}
            work.settings.put("paper_words", {number: own for number, own in every.items() if own})


def columns(text: str) -> int:
    """How much room a text takes: a Chinese character two, a Latin letter one."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _refuse(word: OwnWord, text: str) -> None:
    from reception_desk.documents.printable import unprintable

    if missing := unprintable(text):
        raise ReceptionError(
            _("No font has the character {characters}. The words are as before.").format(
                characters="、".join(missing)
            )
        )
    if columns(text) > word.longest:
        raise ReceptionError(
            _(
                "This is too long for its place on the paper: up to {chinese} Chinese characters or {letters} "
                "letters. The words are as before."
            ).format(chinese=word.longest // 2, letters=word.longest)
        )
