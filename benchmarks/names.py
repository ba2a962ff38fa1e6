"""Invented names of people and companies, put together from lists of syllables."""

from __future__ import annotations

import random

SURNAMES = "顾沈叶单陆陶白江严苏温周何洛欧童管穆翁鲁冯葛余俞任袁柳鲍史唐费廉岑薛雷贺倪汤殷毕郝邬安常乐于时傅"
GIVEN = "翀砚秋知行雨霏文昊然景映月恪晚晴以宁海一砺亦凡柏舟清扬予安书言君泽望舒星野南乔北辰长歌思远怀瑾若谷"
PLACES = (
    *("苏州", "宁波", "长沙", "青岛", "无锡", "绍兴", "湖州", "扬州", "泰州", "嘉兴"),
    *("台州", "温岭", "昆山", "常熟", "太仓", "江阴", "宜兴", "芜湖", "滁州", "赣州"),
)
FANCY = "恒屹凌岳远帆启明云杉海曜青禾澄江北辰鼎晟瀚宇泓川锐创盛合嘉诚"
TRADES = (
    *("精密", "测控", "电子", "医疗", "物流", "包装", "新能源", "流体设备"),
    *("自动化", "机械", "仪表", "软件", "材料", "光学", "阀门", "轴承"),
)
LATIN = (
    *("hart", "bran", "mül", "lind", "schö", "kel", "ros", "berg"),
    *("stein", "wal", "tor", "nev", "dal", "kirk", "mon", "ter"),
)
FROM_ABROAD, OF_THREE = 0.1, 0.7


def company(chance: random.Random) -> tuple[str, str]:
    """The name of a company and its Latin one: every tenth is from abroad and has only that."""
    pick = chance.choice
    if chance.random() < FROM_ABROAD:
        return "", f"{(pick(LATIN) + pick(LATIN)).capitalize()} GmbH"
    return f"{pick(PLACES)}{pick(FANCY)}{pick(FANCY)}{pick(TRADES)}有限公司", ""


def person(chance: random.Random) -> tuple[str, str]:
    """A name of two or three characters, and a phone."""
    pick = chance.choice
    name = pick(SURNAMES) + pick(GIVEN) + (pick(GIVEN) if chance.random() < OF_THREE else "")
    return name, f"1390{chance.randrange(10**7):07d}"
