"""The signs of the house: set up, changed, switched off, removed."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from reception_desk.domain.field_words import field_word
from reception_desk.domain.sign import Sign, SignKind
from reception_desk.domain.wording import idle_text
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.services.procedure import Procedure

PLACE: Final = frozenset({"kind", "monitor", "left", "top", "width", "height", "address", "port"})


class Signs:
    """What is asked and done about signs."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def all(self) -> list[Sign]:
        """Every sign, in the order they were set up."""
        with self._database.reading() as work:
            return work.welcome.signs()

    def get(self, sign_id: int) -> Sign:
        """One sign."""
        with self._database.reading() as work:
            return work.get(Sign, sign_id)

    def add(self, name: str, now: datetime, /, **facts: Any) -> int:
        """Set a sign up; when nobody comes it shows the company's own words. Its id."""
        with self._database.unit_of_work(Said(N_("Set up the sign “{sign}”"), sign=name), now) as work:
            company = work.settings.read().company_in("zh")
            _keep_off(facts)
            idle = idle_text(self._procedure.wording(), "zh", company)
            return work.add(Sign(name=name.strip(), **({"idle_text": idle} | facts))).id

    def change(self, sign_id: int, now: datetime, /, **facts: Any) -> None:
        """Change facts of a sign; a bad value is refused and nothing is changed."""
        said = Said(N_("Sign “{sign}”: {field_word}"), field_word=field_word("sign", next(iter(facts))))
        with self._database.unit_of_work(said, now) as work:
            sign = work.get(Sign, sign_id)
            said.details["sign"] = sign.name
            _keep_off(facts)
            if facts.keys() & PLACE and sign.tested_at is not None:
                facts |= {"tested_at": None, "tested_by": ""}  # what was seen was seen elsewhere
            work.change(sign, **facts)

    def remove(self, sign_id: int, now: datetime) -> None:
        """Take a sign out; refused where it has messages: they are history, and it can be switched off."""
        said = Said(N_("Removed the sign “{sign}”"))
        with self._database.unit_of_work(said, now) as work:
            sign = work.get(Sign, sign_id)
            said.details["sign"] = sign.name
            if work.welcome.of_sign(sign_id):
                raise ReceptionError(
                    _("“{sign}” has had messages, which are kept. Switch it off instead.").format(
                        sign=sign.name
                    )
                )
            for order in work.welcome.orders_on(sign_id):
                work.delete(order)
            work.delete(sign)


def _keep_off(facts: dict[str, Any]) -> None:
    """A sign that becomes one that others on the network can see waits until somebody switches it on."""
    if "kind" in facts and not SignKind(facts["kind"]).starts_on:
        facts.setdefault("is_on", False)
