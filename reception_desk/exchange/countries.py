"""Countries and regions by their Chinese, short and English names (ISO 3166 alpha-2).

A small table, reviewed: Chinese papers say 国家/地区, and Hong Kong, Macao and Taiwan have codes of their own.
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "CN": "中国 中国大陆 中华人民共和国 China Chinese PRC",
    "HK": "中国香港 香港 Hong_Kong",
    "MO": "中国澳门 澳门 Macao Macau",
    "TW": "中国台湾 台湾 Taiwan",
    "AE": "阿联酋 UAE United_Arab_Emirates",
    "AR": "阿根廷 Argentina",
    "AT": "奥地利 Austria Austrian",
    "AU": "澳大利亚 澳洲 Australia Australian",
    "BD": "孟加拉国 孟加拉 Bangladesh",
    "BE": "比利时 Belgium Belgian",
    "BR": "巴西 Brazil Brazilian",
    "CA": "加拿大 Canada Canadian",
    "CH": "瑞士 Switzerland Swiss",
    "CL": "智利 Chile",
    "CZ": "捷克 Czechia Czech Czech_Republic",
    "DE": "德国 德 Germany German",
    "DK": "丹麦 Denmark Danish",
    "EG": "埃及 Egypt Egyptian",
    "ES": "西班牙 Spain Spanish",
    "FI": "芬兰 Finland Finnish",
    "FR": "法国 法 France French",
    "GB": "英国 英 UK Great_Britain United_Kingdom British",
    "GR": "希腊 Greece Greek",
    "HU": "匈牙利 Hungary Hungarian",
    "ID": "印度尼西亚 印尼 Indonesia Indonesian",
    "IE": "爱尔兰 Ireland Irish",
    "IL": "以色列 Israel Israeli",
    "IN": "印度 India Indian",
    "IR": "伊朗 Iran Iranian",
    "IT": "意大利 Italy Italian",
    "JP": "日本 日 Japan Japanese",
    "KR": "韩国 韩 South_Korea Korea Korean",
    "KZ": "哈萨克斯坦 Kazakhstan",
    "MX": "墨西哥 Mexico Mexican",
    "MY": "马来西亚 Malaysia Malaysian",
    "NG": "尼日利亚 Nigeria Nigerian",
    "NL": "荷兰 Netherlands Holland Dutch",
    "NO": "挪威 Norway Norwegian",
    "NZ": "新西兰 New_Zealand",
    "PH": "菲律宾 Philippines Filipino",
    "PK": "巴基斯坦 Pakistan Pakistani",
    "PL": "波兰 Poland Polish",
    "PT": "葡萄牙 Portugal Portuguese",
    "RO": "罗马尼亚 Romania Romanian",
    "RU": "俄罗斯 俄 俄国 Russia Russian",
    "SA": "沙特阿拉伯 沙特 Saudi_Arabia Saudi",
    "SE": "瑞典 Sweden Swedish",
    "SG": "新加坡 Singapore Singaporean",
    "SK": "斯洛伐克 Slovakia Slovak",
    "TH": "泰国 泰 Thailand Thai",
    "TR": "土耳其 Turkey Türkiye Turkish",
    "UA": "乌克兰 Ukraine Ukrainian",
    "US": "美国 美 USA US America United_States American",
    "UZ": "乌兹别克斯坦 Uzbekistan",
    "VN": "越南 Vietnam Vietnamese",
    "ZA": "南非 South_Africa South_African",
}
_CODES: Final = {
    name.replace("_", " ").casefold(): code
    for code, names in _NAMES.items()
    for name in (*names.split(), code)
}


def country_word(code: str, language: str) -> str:
    """What a country or region is called in `zh` or `en`; the code itself where the table does not know it."""
    names = _NAMES.get(code, code).split()
    wanted = (name for name in names if name.isascii() == (language == "en"))
    return next(wanted, code).replace("_", " ")


def country_code(text: str) -> str:
    """The code of a country or region named in Chinese or English; blank where the table does not know it."""
    name = " ".join(text.split()).casefold()
    return _CODES.get(name) or _CODES.get(name.removesuffix("籍").removesuffix("国籍"), "")
