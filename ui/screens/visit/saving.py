"""Saving a fact: what the desk refuses is said beside the fact, what it takes is told on."""

from __future__ import annotations

from collections.abc import Callable

from reception_desk.errors import ReceptionError
from ui.screens.visit.fact_form import FactForm


def save_fact(form: FactForm, field: str, save: Callable[[], object]) -> bool:
    """Whether it was saved; if not, the form says why beside the fact."""
    try:
        save()
    except ReceptionError as refusal:
        form.show_refusal(field, str(refusal))
        return False
    return True
