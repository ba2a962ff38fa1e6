"""Papers: seen before they are printed, printed as editions, told stale when the facts have moved on (5.4)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reception_desk.documents import HAND_OUTS
from reception_desk.documents.hand_out import HandOut, PaperFacts
from reception_desk.domain.edition import Choice, Edition, EditionNow, Medium, fingerprint
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.drawing import Drawing, drawing_of, hand_out
from reception_desk.services.paper_lines import PaperLine, Wanted, as_usual_here, lines_of, to_print
from reception_desk.services.tellings import standing
from reception_desk.services.visit_facts import VisitFacts


@dataclass(frozen=True, kw_only=True)
class MadePaper:
    """A paper that is an edition now."""

    pdf: bytes
    edition: Edition
    file_name: str


@dataclass(frozen=True, kw_only=True)
class MadePapers:
    """Several papers made with one gesture, and a sentence for each that could not be."""

    made: list[MadePaper]
    refused: list[str]


class Papers:
    """What is asked and done about the papers of a visit; a paper is named by its number, such as `D5`."""

    def __init__(self, database: Database, facts: VisitFacts) -> None:
        self._database, self._visit_facts = database, facts

    def drawing(self, visit_id: int, number: str, choice: Choice, now: datetime) -> Drawing:
        """The paper as it would be printed at this moment."""
        with self._database.reading() as work:
            return self._drawing(work, visit_id, hand_out(number), choice, now)

    def preview(self, visit_id: int, number: str, choice: Choice, now: datetime) -> bytes:
        """Exactly the bytes that `make` would give at the same moment."""
        return self.drawing(visit_id, number, choice, now).pdf()

    def unprintable(self, visit_id: int, number: str, choice: Choice, now: datetime) -> list[str]:
        """The characters that would be missing on the paper."""
        return self.drawing(visit_id, number, choice, now).unprintable()

    def doubts(self, visit_id: int, wanted: Sequence[Wanted], now: datetime) -> list[str]:
        """Sentences: what speaks against printing these papers without a reason; none of one that cannot be made."""
        found = []
        with self._database.reading() as work:
            facts, made = self._facts(work, visit_id), work.editions.of_visit(visit_id)
            for one in wanted:
                with suppress(ReceptionError):
                    found.append(drawing_of(hand_out(one.number), facts, one.choice, made, now).doubt)
        return [doubt for doubt in found if doubt]

    def usual_choice(self, visit_id: int, number: str, guest_id: int | None = None) -> Choice:
        """How the paper, of that guest where it has one for each, is made unless somebody says otherwise."""
        with self._database.reading() as work:
            facts, settings, paper = self._facts(work, visit_id), work.settings.read(), hand_out(number)
            return as_usual_here(paper.usual_choice(facts, settings.language, guest_id), paper, settings)

    def usual_holder(self, visit_id: int, number: str, choice: Choice) -> str:
        """Who gets the paper under that choice, as far as the facts say."""
        with self._database.reading() as work:
            return hand_out(number).usual_holder(self._facts(work, visit_id), choice)

    def make(
        self,
        visit_id: int,
        number: str,
        choice: Choice,
        now: datetime,
        *,
        medium: Medium = Medium.PDF,
        copies: int = 1,
        holder: str = "",
        reason: str = "",
    ) -> MadePaper:
        """Draw the paper and keep it as an edition, which replaces the last one under the same choice.

        `reason` is wanted where a name that was not read back stands on D1 or D5 (A1.5), and where D7 has no
        phone to call (A1.1f).
        """
        with self._database.unit_of_work(said := _said(visit_id, number), now) as work:
            drawing = self._drawing(work, visit_id, hand_out(number), choice, now)
            drawing.refuse_lacking(reason)
            how = {"medium": medium.value, "copies": copies, "holder": holder.strip()}
            made = self._made(work, visit_id, drawing, now, reason, **how)
            _say_why(work, said, made.edition.reason)
            return made

    def make_all(
        self, visit_id: int, wanted: Sequence[Wanted], now: datetime, *, medium: Medium = Medium.PDF
    ) -> MadePapers:
        """Make these papers; what cannot be made is named and does not keep the others back."""
        made, refused = [], []
        for one in wanted:
            try:
                paper = self.make(
                    visit_id,
                    one.number,
                    one.choice,
                    now,
                    medium=medium,
                    copies=one.copies if medium is Medium.PRINTER else 1,
                    holder=one.holder,
                    reason=one.reason,
                )
            except ReceptionError as refusal:
                refused.append(f"{one.number}: {refusal}")
            else:
                made.append(paper)
        return MadePapers(made=made, refused=refused)

    def editions(self, visit_id: int, now: datetime) -> list[EditionNow]:
        """Every paper that was made, newest first, and what it is worth now."""
        with self._database.reading() as work:
            made = [edition for edition in work.editions.of_visit(visit_id) if _is_paper(edition)]
            if not made:
                return []
            facts = self._facts(work, visit_id)
            return [standing(edition, facts) for edition in made]

    def lines(self, visit_id: int, now: datetime) -> list[PaperLine]:
        """Every kind of paper, with what is needed and why, and how those stand that are about."""
        with self._database.reading() as work:
            facts, settings = self._facts(work, visit_id), work.settings.read()
            made = [edition for edition in work.editions.of_visit(visit_id) if _is_paper(edition)]
        return lines_of(facts, made, settings)

    def kit(self, visit_id: int, now: datetime) -> list[PaperLine]:
        """The papers that the visit calls for."""
        return [line for line in self.lines(visit_id, now) if line.is_needed]

    def to_print(self, visit_id: int, now: datetime) -> list[Wanted]:
        """What is needed and not up to date: with one key, all of it."""
        return to_print(self.lines(visit_id, now))

    def hand_to(self, edition_id: int, holder: str, now: datetime) -> None:
        """Note in whose hands a paper is."""
        with self._database.unit_of_work(Said(N_("Handed a paper out")), now) as work:
            work.change(work.get(Edition, edition_id), holder=holder.strip())

    def recall(self, edition_id: int, now: datetime) -> None:
        """Note that a paper was collected, so that nobody relies on it."""
        with self._database.unit_of_work(Said(N_("Recalled a paper")), now) as work:
            edition = work.get(Edition, edition_id)
            if edition.recalled_at is not None:
                raise ReceptionError(_("This paper was collected already."))
            work.change(edition, recalled_at=now, recalled_by=self._database.attendant.person)

    def withdraw(self, edition_id: int, now: datetime) -> None:
        """Note that a paper never came out; what it had replaced counts again."""
        with self._database.unit_of_work(Said(N_("Withdrew a paper")), now) as work:
            edition = work.get(Edition, edition_id)
            work.change(edition, withdrawn_at=now, withdrawn_by=self._database.attendant.person)
            for older in work.editions.of_visit(edition.visit_id):
                if older.replaced_by_id == edition.id:
                    work.change(older, replaced_by_id=edition.replaced_by_id)

    def write(
        self,
        visit_id: int,
        numbers: Sequence[str],
        folder: Path,
        now: datetime,
        *,
        language: str | None = None,
        guest: str | None = None,
        reason: str = "",
    ) -> list[Path]:
        """Make papers, or the whole kit where none is named, as files in a folder; all of them or none.

        A name that was not read back wants a `reason`; nothing else does, for nobody sits before a script.
        """
        with self._database.unit_of_work(said := _said(visit_id, " ".join(numbers)), now) as work:
            facts, ours = self._facts(work, visit_id), work.settings.read().language
            wanted = list(dict.fromkeys(hand_out(number) for number in numbers))
            made = []
            for paper in wanted or [paper for paper in HAND_OUTS if paper.is_needed(facts)]:
                whose = _named(facts.visit, guest) if guest and paper.about_a_guest else None
                usual = paper.usual_choice(facts, ours, whose)
                choice = replace(usual, language=language or usual.language)
                drawing = self._named_drawing(work, visit_id, paper, choice, now)
                made.append(self._made(work, visit_id, drawing, now, reason))
            said.details["paper"] = " ".join(one.edition.document for one in made)
            _say_why(work, said, next((one.edition.reason for one in made if one.edition.reason), ""))
            return _written(folder, made)

    def _facts(self, work: UnitOfWork, visit_id: int) -> PaperFacts:
        return self._visit_facts.of(work, visit_id)

    def _drawing(
        self, work: UnitOfWork, visit_id: int, paper: HandOut, choice: Choice, now: datetime
    ) -> Drawing:
        return drawing_of(paper, self._facts(work, visit_id), choice, work.editions.of_visit(visit_id), now)

    def _named_drawing(
        self, work: UnitOfWork, visit_id: int, paper: HandOut, choice: Choice, now: datetime
    ) -> Drawing:
        """The drawing; where it cannot be made the sentence says which of several papers it was."""
        try:
            return self._drawing(work, visit_id, paper, choice, now)
        except ReceptionError as refusal:
            raise ReceptionError(f"{paper.number} {paper.name(current_language())}: {refusal}") from refusal

    def _made(
        self, work: UnitOfWork, visit_id: int, drawing: Drawing, now: datetime, reason: str, **how: Any
    ) -> MadePaper:
        drawing.refuse_unprintable()
        drawing.refuse_unread(reason)
        number, choice = drawing.hand_out.number, drawing.choice.as_json()
        older = work.editions.unreplaced(visit_id, number, choice)
        edition = work.add(
            Edition(
                visit_id=visit_id,
                document=number,
                choice=choice,
                content=[list(pair) for pair in drawing.content],
                fingerprint=fingerprint(drawing.content),
                template_version=drawing.hand_out.wording(drawing.house),
                revision=drawing.stamp.revision,
                code=drawing.stamp.code,
                made_at=now,
                made_by=self._database.attendant.person,
                reason=reason.strip() if drawing.doubt else "",
                **how,
            )
        )
        for old in older:
            work.change(old, replaced_by_id=edition.id)
        return MadePaper(pdf=drawing.pdf(), edition=edition, file_name=drawing.file_name)


def _said(visit_id: int, paper: str) -> Said:
    return Said(N_("Printed {paper}"), visit_id=visit_id, paper=paper)


def _say_why(work: UnitOfWork, said: Said, reason: str) -> None:
    """Let the journal's sentence say why a paper was printed though something spoke against it."""
    if reason:
        said.sentence = N_("Printed {paper} all the same: {reason}")
        said.details["reason"] = reason
        work.note()


def _is_paper(edition: Edition) -> bool:
    return any(paper.number == edition.document for paper in HAND_OUTS)


def _named(visit: Visit, name: str) -> int:
    for guest in visit.guests:
        if name.strip() in (guest.person.name, guest.person.name_latin):
            return guest.id
    raise ReceptionError(_("No guest of this visit is called {name}.").format(name=name))


def _written(folder: Path, papers: list[MadePaper]) -> list[Path]:
    """The papers as files, whole: nothing stands under its name until all are on the disk."""
    files = [folder / paper.file_name for paper in papers]
    parts = [file.with_name(f".{file.name}.part") for file in files]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part, paper in zip(parts, papers, strict=True):
            part.write_bytes(paper.pdf)
        for part, file in zip(parts, files, strict=True):
            part.replace(file)
    except OSError as trouble:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise ReceptionError(
            _("{file} cannot be written: {reason}").format(
                file=trouble.filename or folder, reason=trouble.strerror
            )
        ) from trouble
    return files
