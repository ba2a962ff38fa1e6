"""A1.3: the letter of invitation, and the passport that stands on nothing else."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import date, timedelta

import pytest

from reception_desk.cli import main
from reception_desk.desk import open_desk
from reception_desk.documents import HAND_OUTS
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.invitation import InvitationState
from reception_desk.domain.person import Gender
from reception_desk.errors import ReceptionError
from reception_desk.log import end_log, keep_log
from reception_desk.paths import DATABASE_NAME
from reception_desk.sealing import keys
from reception_desk.services import seals
from reception_desk.services.invitations import choice_of
from reception_desk.services.paper_lines import told_otherwise
from reception_desk.services.seals import SealState
from tests.desk import NOW, new_desk, plain_visit
from tests.documents.paper_facts import bare, pages_of

NAME, NUMBER, BIRTH = "BRUECKNER JONAS", "C01X00T47", date(1968, 7, 3)
PLAIN = (NAME, NUMBER, BIRTH.isoformat())
MRZ = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


class Invited:
    """A visit of one guest from abroad, whose passport is known if a test says so."""

    def __init__(self, desk, *, passport=True):
        self.desk = desk
        self.visit_id = plain_visit(desk, purpose="技术交流", invitation=Answer.YES)
        self.guest_id = desk.visits.get(self.visit_id).guests[0].id
        desk.guests.change(self.guest_id, NOW, nationality="DE", name_latin="Jonas Brückner")
        if passport:
            desk.invitations.write(self.guest_id, NOW, name=NAME, number=NUMBER, birth=BIRTH)

    @property
    def letter(self):
        [letter] = self.desk.invitations.letters(self.visit_id)
        return letter

    def page(self):
        """The letter as it would be printed now."""
        return "".join(
            pages_of(self.desk.papers.preview(self.visit_id, "D17", choice_of(self.letter.guest), NOW))
        )


@pytest.fixture
def invited(desk):
    return Invited(desk)


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """From now on it is another computer: it has none of our keys."""
    return lambda: monkeypatch.setenv("RECEPTION_DESK_KEYS", str(tmp_path / "another PC"))


def restored(desk, tmp_path, *more):
    """The data of this desk, backed up, and restored into a new folder; what the program answered."""
    backup = desk.backups.make(NOW, tmp_path / "stick").file
    return main(["restore", str(backup), "--data", str(tmp_path / "new"), *more])


# --- the states ---


def test_A1_3_without_name_and_number_the_data_are_being_collected(desk):
    letter = Invited(desk, passport=False).letter
    assert letter.state is InvitationState.COLLECTING
    assert [lack.place for lack in letter.lacks] == ["invitation/name", "invitation/number"]


def test_A1_3_with_both_it_is_a_draft(invited):
    assert invited.letter.state is InvitationState.DRAFT


def test_A1_3_sending_without_the_clients_confirmation_is_refused(invited):
    with pytest.raises(ReceptionError, match="客户尚未确认"):
        invited.desk.invitations.sent(invited.guest_id, NOW)
    assert invited.letter.state is InvitationState.DRAFT


def test_A1_3_the_client_confirms_then_it_is_sent(invited):
    states = []
    for act in (invited.desk.invitations.agreed, invited.desk.invitations.sent):
        act(invited.guest_id, NOW)
        states.append(invited.letter.state)
    assert states == [InvitationState.AGREED, InvitationState.SENT]


def test_A1_3_another_name_in_the_passport_drops_the_confirmation(invited):
    invited.desk.invitations.agreed(invited.guest_id, NOW)
    invited.desk.invitations.write(invited.guest_id, NOW, name="BRUECKNER JONAS M")
    assert invited.letter.state is InvitationState.DRAFT
    assert invited.letter.has_fallen
    with pytest.raises(ReceptionError):
        invited.desk.invitations.sent(invited.guest_id, NOW)
    invited.desk.history.undo(NOW)
    assert invited.letter.state.value == "agreed"


def test_A1_3_a_need_of_the_table_drops_no_confirmation(invited):
    invited.desk.invitations.agreed(invited.guest_id, NOW)
    invited.desk.guests.change(invited.guest_id, NOW, diet="清真")
    assert invited.letter.state is InvitationState.AGREED


def test_A1_3_the_letter_is_for_those_from_abroad_unless_somebody_says_otherwise(desk):
    visit = Invited(desk)
    desk.guests.add(visit.visit_id, "王工", NOW)
    assert [letter.is_wanted for letter in desk.invitations.letters(visit.visit_id)] == [True, False]
    desk.invitations.want(visit.guest_id, NOW, wanted=False)
    assert [letter.is_wanted for letter in desk.invitations.letters(visit.visit_id)] == [False, False]


# --- the letter ---


def test_A1_3_the_letter_shows_the_exact_name_in_capitals_and_the_number(invited):
    invited.desk.invitations.write(invited.guest_id, NOW, name="  Brueckner  jonas ")
    page = invited.page()
    assert NAME in page
    assert NUMBER in page
    assert "1968年7月3日" in page


def test_A1_3_a_letter_that_nobody_has_confirmed_says_that_it_is_a_draft(invited):
    assert "草稿" in invited.page()
    invited.desk.invitations.agreed(invited.guest_id, NOW)
    assert "草稿" not in invited.page()
    assert "客人已于2026年12月1日确认本函内容" in bare(invited.page())


def test_A1_3_the_passport_is_on_no_other_paper(invited, tmp_path):
    desk = invited.desk
    for paper in HAND_OUTS:
        for language in paper.languages if paper.number != "D17" else ():
            choice = Choice(
                language=language, guest_id=invited.guest_id if paper.about == "guest_id" else None
            )
            try:
                drawing = desk.papers.drawing(invited.visit_id, paper.number, choice, NOW)
            except ReceptionError:
                continue
            shown = "".join(pages_of(drawing.pdf())) + str(drawing.content)
            for value in (NAME, NUMBER, "1968"):
                assert value not in shown, (paper.number, value)


def test_A1_3_an_edition_of_the_letter_keeps_no_plain_value(invited):
    made = invited.desk.papers.make(invited.visit_id, "D17", choice_of(invited.letter.guest), NOW)
    assert NUMBER in "".join(pages_of(made.pdf))
    assert not any(value in str(made.edition.content) for value in PLAIN)


def test_A1_3_an_old_letter_says_that_the_passport_is_another_and_nothing_of_it(invited):
    invited.desk.papers.make(invited.visit_id, "D17", choice_of(invited.letter.guest), NOW)
    invited.desk.invitations.write(invited.guest_id, NOW, number="X7654321")
    [made] = invited.desk.papers.editions(invited.visit_id, NOW)
    assert [one.words for one in told_otherwise(made)] == ["护照：*** → ***"]


# --- nothing plain ---


def test_A1_3_no_plain_value_is_in_data_journal_backup_or_log(desk, tmp_path):
    keep_log(desk.folder)
    invited = Invited(desk)
    desk.invitations.agreed(invited.guest_id, NOW)
    desk.papers.make(invited.visit_id, "D17", choice_of(invited.letter.guest), NOW)
    desk.invitations.look(invited.guest_id, NOW)
    desk.invitations.remove(invited.guest_id, NOW)
    desk.history.undo(NOW)
    desk.backups.make(NOW)
    end_log()
    files = [file for file in desk.folder.rglob("*") if file.is_file()]
    assert {DATABASE_NAME} < {file.name for file in files}
    for file in files:
        raw = file.read_bytes()
        for value in (*PLAIN, "1968-07"):
            assert value.encode() not in raw, (file.name, value)
            assert value.encode("utf-16-le") not in raw


def test_A1_3_the_same_number_sealed_twice_is_not_the_same_text(invited):
    other = someone_else(invited.desk)
    invited.desk.invitations.write(other.id, NOW, name=NAME, number=NUMBER)
    persons = (invited.letter.guest.person_id, other.person_id)
    with invited.desk.database.reading() as work:
        one, two = work.passports.of(persons).values()
    assert one.sealed_number != two.sealed_number


def test_A1_3_a_sealed_text_that_was_moved_to_another_field_does_not_open(invited):
    desk = invited.desk
    with closing(sqlite3.connect(desk.folder / DATABASE_NAME)) as raw, raw:
        raw.execute("UPDATE passport SET sealed_name = sealed_number")
    assert invited.letter.plain is None
    with pytest.raises(ReceptionError, match="已损坏"):
        desk.invitations.look(invited.guest_id, NOW)


def test_A1_3_on_the_screen_the_number_is_masked(invited):
    assert invited.letter.plain.masked_number == "C01***T47"
    assert NUMBER not in repr(invited.letter)


def test_A1_3_who_looked_is_in_the_history_and_what_they_saw_is_not(invited):
    plain = invited.desk.invitations.look(invited.guest_id, NOW)
    assert plain.number == NUMBER
    told = invited.desk.history.told(visit_id=invited.visit_id).told
    assert told[0].said == "查看了顾翀的护照信息"
    words = " ".join(" ".join((one.said, *one.changes)) for one in told)
    assert "v1:" not in words
    assert not any(value in words for value in PLAIN)
    assert invited.desk.history.undoable().said == "修改顾翀的护照信息"


def test_A1_3_show_json_and_search_know_no_passport(invited, capsys):
    number = invited.desk.visits.get(invited.visit_id).number
    folder = str(invited.desk.folder)
    assert main(["show", number, "--json", "--data", folder]) == 0
    assert main(["show", number, "--data", folder]) == 0
    shown = capsys.readouterr().out
    assert not any(value in shown for value in (*PLAIN, "v1:"))
    assert invited.desk.visits.page(NUMBER) == []


# --- the key ---


def test_A1_3_without_a_keyring_the_key_lies_in_a_file_for_this_user_alone(invited, tmp_path):
    [file] = (tmp_path / "keys").iterdir()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert invited.desk.folder not in file.parents


def test_A1_3_no_backup_has_the_key(invited, tmp_path):
    [file] = (tmp_path / "keys").iterdir()
    backup = invited.desk.backups.make(NOW, tmp_path / "stick")
    assert bytes.fromhex(file.read_text()) not in backup.file.read_bytes()
    assert file.read_text().strip().encode() not in backup.file.read_bytes()
    assert invited.desk.seals.code().encode() not in backup.file.read_bytes()


def test_A1_3_on_another_computer_all_but_the_passports_comes_back(invited, tmp_path, elsewhere, capsys):
    elsewhere()
    assert restored(invited.desk, tmp_path) == 0
    assert "锁定" in capsys.readouterr().out
    there = open_desk(tmp_path / "new", NOW)
    [letter] = there.invitations.letters(invited.visit_id)
    assert there.seals.state() is SealState.LOCKED
    assert letter.is_locked
    assert letter.state is InvitationState.DRAFT
    assert there.visits.get(invited.visit_id).purpose == "技术交流"
    with pytest.raises(ReceptionError, match="恢复码"):
        there.papers.preview(invited.visit_id, "D17", choice_of(letter.guest), NOW)
    with pytest.raises(ReceptionError, match="恢复码"):
        there.invitations.write(invited.guest_id, NOW, number="X1234567")
    there.close()


def test_A1_3_with_the_code_the_passports_come_back_too(invited, tmp_path, elsewhere, capsys):
    code = invited.desk.seals.code()
    elsewhere()
    assert restored(invited.desk, tmp_path, "--recovery", code.lower().replace("-", " ")) == 0
    assert "锁定" not in capsys.readouterr().out
    there = open_desk(tmp_path / "new", NOW)
    assert there.invitations.look(invited.guest_id, NOW).number == NUMBER
    there.close()


def test_A1_3_the_code_may_be_entered_later(invited, tmp_path, elsewhere):
    code = invited.desk.seals.code()
    elsewhere()
    restored(invited.desk, tmp_path)
    there = open_desk(tmp_path / "new", NOW)
    assert there.seals.state() is SealState.LOCKED
    there.seals.recover(code)
    assert there.invitations.look(invited.guest_id, NOW).number == NUMBER
    there.close()


def test_A1_3_a_mistyped_code_is_refused_by_its_group_and_nothing_is_restored(
    invited, tmp_path, elsewhere, capsys
):
    code = invited.desk.seals.code()
    wrong = code[:-2] + ("A" if code[-2] != "A" else "B") + code[-1]
    elsewhere()
    assert restored(invited.desk, tmp_path, "--recovery", wrong) == 2
    assert "第 7 组" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_A1_3_the_code_of_other_data_is_refused(invited, tmp_path, elsewhere, capsys):
    other = new_desk(tmp_path / "other")
    Invited(other)
    code = other.seals.code()
    other.close()
    elsewhere()
    assert restored(invited.desk, tmp_path, "--recovery", code) == 2
    assert "另一份数据" in capsys.readouterr().err


def copied(desk, tmp_path):
    """The same data, opened from a copy of its folder."""
    folder = tmp_path / "copy"
    shutil.copytree(desk.folder, folder)
    return open_desk(folder, NOW)


def test_A1_3_a_lost_key_that_nobody_misses_is_replaced(invited, elsewhere, tmp_path):
    desk = invited.desk
    desk.bin.delete(invited.visit_id, NOW)
    desk.bin.empty_old(NOW + timedelta(days=40))
    guest = someone_else(desk)
    elsewhere()
    there = copied(desk, tmp_path)
    there.invitations.write(guest.id, NOW, number="X1234567")
    assert there.seals.state() is SealState.OPEN
    there.close()


def test_A1_3_no_new_key_is_made_while_an_undo_brings_back_what_the_old_one_sealed(
    invited, elsewhere, tmp_path
):
    code, other = invited.desk.seals.code(), someone_else(invited.desk)
    elsewhere()
    there = copied(invited.desk, tmp_path)
    there.invitations.remove(invited.guest_id, NOW)
    with pytest.raises(ReceptionError, match="恢复码"):
        there.invitations.write(other.id, NOW, name="OTHER GUEST", number="BB7654321")
    there.company.change(NOW, at_desk="李静")
    there.history.undo(NOW)
    there.seals.recover(code)
    assert there.invitations.look(invited.guest_id, NOW).number == NUMBER
    there.close()


def test_A1_3_a_key_that_comes_back_opens_the_passports_at_once(invited, tmp_path):
    keys, away = tmp_path / "keys", tmp_path / "away"
    keys.rename(away)
    there = copied(invited.desk, tmp_path)
    assert there.seals.state() is SealState.LOCKED
    away.rename(keys)
    assert there.seals.state() is SealState.OPEN
    there.close()


def test_A1_3_nobody_who_writes_waits_for_a_keyring(desk, monkeypatch):
    visit = Invited(desk, passport=False)
    other = someone_else(desk)
    held: list[str] = []

    def watching(act):
        def watched(*arguments):
            with closing(sqlite3.connect(desk.folder / DATABASE_NAME, timeout=0)) as raw:
                try:
                    raw.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError:
                    held.append(act.__name__)
            return act(*arguments)

        return watched

    monkeypatch.setattr(seals, "keep_key", watching(keys.keep_key))
    monkeypatch.setattr(seals, "kept_key", watching(keys.kept_key))
    acts = (
        lambda: desk.invitations.write(visit.guest_id, NOW, name=NAME, number=NUMBER),
        lambda: desk.invitations.take_mrz(visit.guest_id, desk.invitations.read(MRZ, NOW), NOW),
        lambda: desk.invitations.look(visit.guest_id, NOW),
        lambda: desk.invitations.agreed(visit.guest_id, NOW),
        lambda: desk.duplicates.merge_people(other.person_id, visit.letter.guest.person_id, (), NOW),
    )
    for act in acts:
        desk.seals._found.clear()
        act()
    assert held == []


def test_A1_3_a_keyring_that_had_no_key_is_not_asked_at_every_look(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(keys, "_from_keyring", asked.append)
    for _look in range(3):
        assert keys.kept_key("00112233445566ff", "") is None
    assert len(asked) == 1


@pytest.mark.parametrize("identity", ["../../evil", "00112233445566FF", "", "00112233445566ff\n"])
def test_A1_3_a_backup_names_no_file_beside_the_keys(tmp_path, identity):
    (tmp_path / "keys").mkdir()
    with pytest.raises(ReceptionError, match="密钥"):
        keys.keep_key(identity, b"1" * 16)
    assert list(tmp_path.rglob("*.key")) == []
    assert keys.kept_key(identity, "") is None


def test_A1_3_the_recovery_sheet_has_the_code_and_says_so_in_both_languages(invited):
    [page] = pages_of(invited.desk.seals.sheet(NOW))
    for group in invited.desk.seals.code().split("-"):
        assert group in bare(page)
    assert "护照信息恢复码" in page
    assert "Recovery code" in page
    assert not invited.desk.papers.editions(invited.visit_id, NOW)


# --- the two lines of a passport ---


def test_A1_3_the_two_lines_fill_name_number_birth_nationality_and_gender(desk):
    visit = Invited(desk, passport=False)
    read = desk.invitations.read(MRZ.replace("\n", " \r\n\t").replace("UTO", "D<<"), NOW)
    assert read.wrong == ()
    desk.invitations.take_mrz(visit.guest_id, read, NOW)
    plain = visit.letter.plain
    assert (plain.name, plain.number, plain.birth) == (
        "ERIKSSON ANNA MARIA",
        "L898902C3",
        date(1974, 8, 12),
    )
    assert visit.letter.guest.person.gender is Gender.FEMALE
    assert visit.letter.guest.person.nationality == "DE"


@pytest.mark.parametrize(
    ("right", "misread", "field"),
    [
        ("L898902C3", "L898902C4", "Passport number"),
        ("740812", "740813", "Date of birth"),
        ("120415", "120416", "Date of expiry"),
        ("ZE184226B", "ZE184227B", "Personal number"),
    ],
)
def test_A1_3_a_wrong_check_digit_is_told_by_its_field_and_nothing_is_taken(desk, right, misread, field):
    visit = Invited(desk, passport=False)
    assert desk.invitations.read(MRZ.replace(right, misread), NOW).wrong == (field,)
    assert not visit.letter.has_passport


@pytest.mark.parametrize("text", ["", "P<UTO", MRZ[:-1], MRZ.replace("<<10", "<<1é"), "A" * 88])
def test_A1_3_what_is_no_machine_readable_zone_is_refused_with_a_sentence(desk, text):
    with pytest.raises(ReceptionError, match="44"):
        desk.invitations.read(text, NOW)


def test_A1_3_an_unusual_number_only_warns(invited):
    assert not invited.letter.is_unusual
    invited.desk.invitations.write(invited.guest_id, NOW, number="123456")
    assert invited.letter.is_unusual
    assert invited.letter.state is InvitationState.DRAFT


def test_A1_3_a_number_that_can_be_none_is_refused(invited):
    with pytest.raises(ReceptionError):
        invited.desk.invitations.write(invited.guest_id, NOW, number="不详")
    assert invited.letter.plain.number == NUMBER


# --- people who are one ---


def someone_else(desk):
    """A guest of another visit."""
    visit = desk.visits.new(NOW, company="慕尼黑机床有限公司", main_guest="顾冲", title="总经理")
    return desk.visits.get(visit.id).guests[0]


def test_A1_3_of_two_entries_that_become_one_the_passport_stays(invited):
    desk, other = invited.desk, someone_else(invited.desk)
    desk.duplicates.merge_people(other.person_id, invited.letter.guest.person_id, (), NOW)
    assert invited.letter.guest.person_id == other.person_id
    assert invited.letter.plain.number == NUMBER
    desk.history.undo(NOW)
    assert invited.letter.plain.number == NUMBER


def test_A1_3_of_two_entries_with_the_same_passport_one_stays(invited):
    desk, other = invited.desk, someone_else(invited.desk)
    desk.invitations.write(other.id, NOW, name=NAME, number=NUMBER, birth=BIRTH)
    desk.duplicates.merge_people(other.person_id, invited.letter.guest.person_id, (), NOW)
    assert invited.letter.plain.number == NUMBER


def test_A1_3_two_entries_with_different_passports_do_not_become_one(invited):
    desk, other = invited.desk, someone_else(invited.desk)
    desk.invitations.write(other.id, NOW, name=NAME, number="X7654321")
    with pytest.raises(ReceptionError, match="不一致"):
        desk.duplicates.merge_people(other.person_id, invited.letter.guest.person_id, (), NOW)
    with desk.database.reading() as work:
        assert work.passports.count() == 2


# --- gone for good ---


def sealed_rows(desk):
    """How many passports there are, and how many rows of the journal tell of one."""
    with closing(sqlite3.connect(desk.folder / DATABASE_NAME)) as raw:
        [passports] = raw.execute("SELECT count(*) FROM passport").fetchone()
        [told] = raw.execute("SELECT count(*) FROM journal_row WHERE entity = 'passport'").fetchone()
    return passports, told


def gone_for_good(desk, visit_id):
    """The visit is deleted, and the bin emptied after its time."""
    desk.bin.delete(visit_id, NOW)
    desk.bin.empty_old(NOW + timedelta(days=40))


def test_A1_3_with_the_last_visit_of_a_guest_the_passport_is_gone_for_good(invited):
    gone_for_good(invited.desk, invited.visit_id)
    assert sealed_rows(invited.desk) == (0, 0)
    assert invited.desk.backups.check() == []


@pytest.mark.parametrize("is_in_the_bin", [False, True])
def test_A1_3_a_visit_that_is_gone_for_good_leaves_the_passport_of_whom_another_visit_has(
    invited, is_in_the_bin
):
    desk, other = invited.desk, someone_else(invited.desk)
    person_id = other.person_id
    desk.duplicates.merge_people(person_id, invited.letter.guest.person_id, (), NOW)
    if is_in_the_bin:
        desk.bin.delete(other.visit_id, NOW + timedelta(days=39))
    gone_for_good(desk, invited.visit_id)
    with desk.database.reading() as work:
        assert work.passports.of_person(person_id) is not None


def test_A1_3_a_passport_of_whom_an_undo_may_put_back_on_a_visit_stays(invited):
    desk, other = invited.desk, someone_else(invited.desk)
    extra = desk.guests.add(invited.visit_id, "王工", NOW)
    desk.invitations.write(extra, NOW, name="WANG", number="X1234567")
    later = NOW + timedelta(days=39)
    desk.guests.remove(extra, later)
    gone_for_good(desk, other.visit_id)
    assert sealed_rows(desk)[0] == 2


def test_A1_3_a_passport_that_was_removed_leaves_the_journal_with_the_last_visit(invited):
    desk, other = invited.desk, someone_else(invited.desk)
    desk.invitations.write(other.id, NOW, name=NAME, number=NUMBER, birth=BIRTH)
    desk.duplicates.merge_people(other.person_id, invited.letter.guest.person_id, (), NOW)
    gone_for_good(desk, invited.visit_id)
    gone_for_good(desk, other.visit_id)
    assert sealed_rows(desk) == (0, 0)


# --- refused with a sentence ---


def test_A1_3_where_nobody_gets_a_letter_nobody_is_asked(invited):
    invited.desk.invitations.want(invited.guest_id, NOW, wanted=False)
    with pytest.raises(ReceptionError, match="没有人需要询问"):
        invited.desk.invitations.asking(invited.visit_id, "zh")


def test_A1_3_a_guest_who_was_removed_meanwhile_is_not_asked_to_confirm(invited):
    with pytest.raises(ReceptionError):
        invited.desk.invitations.confirming(invited.guest_id + 1, invited.visit_id, "zh")


def test_A1_3_half_a_character_in_a_name_is_refused(invited):
    for act in (
        lambda: invited.desk.invitations.write(invited.guest_id, NOW, name="A\ud800"),
        lambda: invited.desk.hosts.add(invited.visit_id, NOW, name="王\ud800"),
    ):
        with pytest.raises(ReceptionError, match="半个字符"):
            act()
    assert invited.letter.plain.name == NAME


def test_A1_3_a_passport_without_its_number_is_still_named_as_a_gap(desk):
    visit = Invited(desk, passport=False)

    def without():
        return desk.gaps.beside(desk.visits.get(visit.visit_id)).without_passport

    desk.invitations.write(visit.guest_id, NOW, name=NAME)
    assert without() == ["顾翀"]
    desk.invitations.write(visit.guest_id, NOW, number=NUMBER)
    assert without() == []
