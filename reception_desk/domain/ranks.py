"""Ranks proposed for titles, 1 highest: for a list of people without ranks, until somebody says better."""

from __future__ import annotations

import unicodedata
from typing import Final

SCALE: Final[tuple[tuple[int, str], ...]] = (
    (1, "董事长 创始人 chairman chairwoman chairperson founder"),
    (2, "总裁 总经理 首席执行官 党委书记 ceo president managing_director general_manager"),
    (
        3,
        "副董事长 副总裁 副总经理 副总 首席财务官 首席技术官 总工程师 vice_president vp deputy_general_manager cfo cto",
    ),
    (4, "总监 厂长 院长 总经理助理 副总工程师 director plant_manager head"),
    (5, "副总监 副厂长 副院长 部长 处长 deputy_director"),
    (6, "经理 主任 副部长 科长 manager"),
    (7, "副经理 副主任 主管 副科长 组长 班长 项目经理 supervisor team_leader deputy_manager project_manager"),
    (8, "高级工程师 高工 资深工程师 senior_engineer"),
    (9, "工程师 专员 会计 秘书 翻译 engineer specialist accountant secretary interpreter"),
    (10, "助理 文员 技术员 职员 员工 司机 前台 assistant clerk technician staff driver receptionist"),
)
_RANKS: Final = {word.replace("_", " "): rank for rank, words in SCALE for word in words.split()}


def proposed_rank(title: str) -> int | None:
    """The rank of the office that a title ends in: `总经办主任` is a 主任, `总经理助理` no 总经理; None: not known."""
    plain = " ".join(unicodedata.normalize("NFKC", title).casefold().split())
    found = [
        (plain.rindex(word) + len(word), len(word), rank) for word, rank in _RANKS.items() if word in plain
    ]
    return max(found)[2] if found else None
