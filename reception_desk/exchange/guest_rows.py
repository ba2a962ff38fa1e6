"""A row of the guest table becomes a guest; what a remark says of him goes where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from reception_desk.domain.entity import Answer
from reception_desk.exchange import chinese_values as values
from reception_desk.exchange.application import FormGuest
from reception_desk.exchange.countries import country_code
from reception_desk.exchange.identity import may_be_document
from reception_desk.exchange.labels import DOCUMENT, guest_field
from reception_desk.exchange.layout import GuestRow
from reception_desk.exchange.notebook import Notebook
from reception_desk.exchange.phones import cut_phone
from reception_desk.exchange.phrase import pieces
from reception_desk.exchange.workbook import Cell
from reception_desk.i18n import _

_PLAIN: Final = frozenset(
    {"name_latin", "pronunciation", "salutation", "title_latin", "ethnicity", "company", "lodging", "customs"}
)
_REMARK: Final = re.compile(r"[,，、;；/\n]+")
_MAIN: Final = re.compile(r"是?主宾|main(?: guest)?", re.IGNORECASE)
_CONTACT: Final = re.compile(r"(?:随行|来访|客方)?联系人|contact(?: person)?", re.IGNORECASE)
_INTERPRETER: Final = re.compile(r"翻译|译员|interpreter", re.IGNORECASE)
_AGENT: Final = re.compile(r"国内代理|代理商|代理人|^代理$|\bagent\b", re.IGNORECASE)
_TITLE: Final = re.compile(
    r"(?:常务|技术|采购|生产|销售|市场|商务|质量|研发|财务|行政|人事|部门|项目|区域|大区|高级|首席|副|总)*"
    r"(?:董事长|总裁|总监|经理|部长|主任|主管|处长|科长|厂长|院长|所长|工程师|设计师|教授|博士|秘书|助理|翻译|司机)$"
)
_COMPANY: Final = re.compile(r"[^\s,，;；:：]*(?:公司|集团|商行|事务所|代理处|厂)(?=$|[\s,，;；:：])")
_ROLE: Final = re.compile(r"(?:国内)?代理人?|联系人|负责人|姓名|电话|手机|agent|[:()]", re.IGNORECASE)
_NO_ONE: Final = {"无", "没有", "否", "none", "no", "n/a", "/", "-"}


def guest(row: GuestRow, order: int, notebook: Notebook) -> FormGuest:
    """The guest of a row of the table; a running number that is not its order is no fact that we know."""
    facts: dict[str, Any] = {}
    remark = ""
    for field, cell in row.cells.items():
        label = row.labels[field]
        if field == DOCUMENT:
            notebook.refused(cell, label)
        elif field == "position":
            (notebook.took if cell.text.rstrip(".、") == str(order) else notebook.left)(cell, label)
        elif field == "note":
            remark = cell.text
            notebook.took(cell, label, "note")
        elif notebook.looked_at(cell, label) and (found := _facts(field, cell, label, notebook)) is not None:
            facts |= found
    for label, cell in row.others:
        if guest_field(label) == DOCUMENT or (label and may_be_document(cell.text)):
            notebook.refused(cell, label)
        else:
            notebook.left(cell, label)
    return with_remark(_made(facts), remark)


def _made(facts: dict[str, Any]) -> FormGuest:
    extra = facts.pop("extra", "")
    made = FormGuest(**facts)
    if _INTERPRETER.search(f"{made.title} {made.title_latin}"):
        made = replace(made, is_interpreter=True)
    return replace(made, note=extra)


def _facts(field: str, cell: Cell, label: str, notebook: Notebook) -> dict[str, Any] | None:
    """What one cell says; `None`, and noted, where it says nothing that we know."""
    text = cell.text
    found: dict[str, Any] | None
    match field:
        case "name":
            name, latin = values.person_names(text)
            found = {"name": name, **({"name_latin": latin} if latin else {})}
        case "title":
            title, latin = values.titles(text)
            found = {"title": title, **({"title_latin": latin} if latin else {})}
        case "gender":
            gender = values.gender(text)
            found = None if gender is None else {"gender": gender}
        case "nationality":
            code = country_code(text)
            found = {"nationality": code} if code else None
        case "diet":
            found = {"diet": values.diet(text)}
        case "phone":
            number, rest = notebook.phone(cell, label)
            found = {
                "phone": number.number,
                "extension": number.extension,
                **({"extra": rest} if rest else {}),
            }
        case "is_main" | "is_contact":
            said, _rest = values.answer(text)
            found = None if said is None else {field: said is Answer.YES}
        case _:
            found = {field: cell.text} if field in _PLAIN else None
    if found is None:
        notebook.left(cell, label)
    else:
        notebook.took(cell, label, f"guest.{field}")
    return found


def with_remark(guest: FormGuest, remark: str) -> FormGuest:
    """The guest with what a remark adds: 主宾, 随行联系人, 素食; the rest stays a note."""
    notes = [guest.note] if guest.note else []
    for part in (part.strip() for part in _REMARK.split(remark)):
        if _MAIN.fullmatch(part):
            guest = replace(guest, is_main=True)
        elif _CONTACT.fullmatch(part):
            guest = replace(guest, is_contact=True)
        elif values.is_diet(part):
            guest = replace(guest, diet="、".join(filter(None, [guest.diet, part])))
        elif part:
            notes.append(part)
            guest = replace(
                guest,
                is_interpreter=guest.is_interpreter or bool(_INTERPRETER.search(part)),
                is_agent=guest.is_agent or bool(_AGENT.search(part)),
            )
    return replace(guest, note=", ".join(notes))


def agent(text: str) -> FormGuest | None:
    """The agent who comes along, `None` where nobody is named: `瑞合贸易有限公司 代理人 仇晓 13700007777`."""
    number, rest = cut_phone(text)
    company = _COMPANY.search(rest)
    if company:
        rest = f"{rest[: company.start()]} {rest[company.end() :]}"
    words = _ROLE.sub(" ", rest).replace("，", " ").replace(",", " ").split()
    if not words or text.strip().casefold() in _NO_ONE:
        return None
    name, latin = values.person_names(words[0])
    return FormGuest(
        name=name,
        name_latin=latin,
        company=company[0] if company else "",
        phone=number.number,
        extension=number.extension,
        is_agent=True,
        note=" ".join(words[1:]),
    )


def named(text: str) -> FormGuest:
    """A guest who is named in free words: `顾翀董事长 13900001111`."""
    number, rest = cut_phone(text)
    rest = rest.strip(" ,，()（）:：")
    title = _TITLE.search(rest)
    name = rest[: title.start()].strip(" ,，") if title else rest
    if title is None or not name:
        first, _space, last = rest.partition(" ")
        title_text, name = (last, first) if values.has_han(first) and last else ("", rest)
    else:
        title_text = title[0]
    written, latin = values.person_names(name)
    made = {"title": title_text, "phone": number.number, "extension": number.extension}
    return _made({"name": written, "name_latin": latin, **made})


def listed(text: str) -> list[FormGuest]:
    """The guests of a list in one cell."""
    return [named(part) for piece in pieces(text) for part in re.split(r"[、,，]", piece) if part.strip()]


def check(guests: list[FormGuest], notebook: Notebook) -> list[FormGuest]:
    """One main guest at most (A1.1b); the same name twice is worth a look."""
    main = [guest for guest in guests if guest.is_main]
    if len(main) > 1:
        notebook.warn(_("The form names more than one main guest; the first one is taken."))
    elif guests and not main:
        notebook.warn(_("The form names no main guest."))
    names = [guest.name for guest in guests]
    for name in sorted({name for name in names if names.count(name) > 1}):
        notebook.warn(_("{name} stands in the guest list twice.").format(name=name))
    return [replace(guest, is_main=guest is main[0]) if guest.is_main else guest for guest in guests]
