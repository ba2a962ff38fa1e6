"""Statements compiled once for all the stores of a test run: every store is SQLite with the same schema."""

from __future__ import annotations

from functools import wraps
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

COMPILED: LRUCache[Any, Any] = LRUCache(2000)


def share_compiled_statements() -> None:
    """Let every engine look into one cache; each test's new store would otherwise compile everything again."""
    dialect: Any = SQLiteDialect_pysqlite
    dialect.__eq__ = lambda one, other: type(one) is type(other)
    dialect.__hash__ = lambda one: hash(type(one))
    engine: Any = Engine
    made = engine.__init__

    @wraps(made)
    def make(self: Any, *args: Any, **options: Any) -> None:
        made(self, *args, **options)
        self._compiled_cache = COMPILED

    engine.__init__ = make
