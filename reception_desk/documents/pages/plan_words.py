"""Words that application and plan both say on paper: parts of guests, duties of ours, how we receive."""

from __future__ import annotations

from typing import Final

from reception_desk.domain.opinion import Office, Verdict
from reception_desk.domain.person import Gender
from reception_desk.domain.relation import Relation
from reception_desk.domain.visit import Interpreter
from reception_desk.i18n import N_

PART_WORDS: Final = {
    "is_main": N_("Main guest"),
    "is_contact": N_("Contact"),
    "is_interpreter": N_("Interpreter"),
    "is_agent": N_("Domestic agent"),
}
NEED_WORDS: Final = {"diet": N_("Food"), "lodging": N_("Lodging"), "customs": N_("Customs")}
GENDERS: Final = {Gender.MALE.value: N_("Male"), Gender.FEMALE.value: N_("Female")}
DUTY_WORDS: Final = {
    "is_lead": N_("leads the reception"),
    "is_escort": N_("escorts"),
    "is_welcomer": N_("welcomes in the lobby"),
    "sees_off": N_("sees off at the door"),
    "explains": N_("explains on the tour"),
    "is_interpreter": N_("interprets"),
    "introduces": N_("introduces"),
}
RELATIONS: Final = {
    Relation.EQUAL.value: N_("By equal ranks"),
    Relation.HIGH.value: N_("By a higher rank"),
    Relation.LOW.value: N_("By a lower rank"),
}
INTERPRETERS: Final = {
    Interpreter.THEIRS.value: N_("Theirs"),
    Interpreter.OURS.value: N_("Ours"),
    Interpreter.NONE.value: N_("None needed"),
    Interpreter.UNCONFIRMED.value: N_("Not confirmed"),
}
OFFICES: Final = {
    Office.DEPARTMENT.value: N_("Head of the department"),
    Office.HR_ADMIN.value: N_("HR and admin department"),
    Office.LEADER.value: N_("Leader in charge"),
    Office.TOP.value: N_("General manager or chairman"),
}
VERDICTS: Final = {
    Verdict.AGREES.value: N_("Agrees"),
    Verdict.AGREES_IF.value: N_("Agrees under a condition"),
    Verdict.DECLINES.value: N_("Declines"),
}
