"""Who comes along with foreign guests: a domestic agent (A1.1g), an interpreter (A1.1h); not asked is not no."""

from __future__ import annotations

from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import Interpreter, Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


def agent_answer(visit: Visit) -> Answer:
    """Whether an agent comes along: yes where one is on the list, else as was answered."""
    return Answer.YES if any(guest.is_agent for guest in visit.guests) else visit.agent


def interpreter_answer(visit: Visit) -> Interpreter:
    """Who interprets: ours where we said so or a host does it, theirs where one is on the list, else as answered."""
    if visit.interpreter is Interpreter.OURS:
        return Interpreter.OURS
    if any(guest.is_interpreter for guest in visit.guests):
        return Interpreter.THEIRS
    if visit.interpreter is Interpreter.UNCONFIRMED and any(host.is_interpreter for host in visit.hosts):
        return Interpreter.OURS
    return visit.interpreter


def is_agent_unanswered(visit: Visit) -> bool:
    """Whether nobody has asked foreign guests for their agent."""
    return visit.is_foreign and agent_answer(visit) is Answer.UNCONFIRMED


def is_interpreter_unanswered(visit: Visit) -> bool:
    """Whether nobody has asked foreign guests who interprets."""
    return visit.is_foreign and interpreter_answer(visit) is Interpreter.UNCONFIRMED


def lacks_our_interpreter(visit: Visit) -> bool:
    """Whether one of us is to interpret, and nobody on our side is named for it."""
    is_ours = interpreter_answer(visit) is Interpreter.OURS
    return is_ours and not any(host.is_interpreter for host in visit.hosts)


def refuse_against_the_list(visit: Visit, field: str, value: object) -> None:
    """Refuse an answer that the list of guests contradicts: no agent, where one is marked on it."""
    marked = {
        "agent": next((guest for guest in visit.guests if guest.is_agent), None),
        "interpreter": next((guest for guest in visit.guests if guest.is_interpreter), None),
    }.get(field)
    if marked is None or value in (Answer.YES, Interpreter.THEIRS, Interpreter.OURS):
        return
    name = marked.person.name or marked.person.name_latin
    if field == "agent":
        raise ReceptionError(_("{name} is on the list as the agent.").format(name=name))
    raise ReceptionError(_("{name} is on the list as the interpreter.").format(name=name))
