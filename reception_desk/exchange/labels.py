"""What departments call the fields of a form: synonyms, Chinese and English."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

FORM: Final = {
    "owner_department": "申请部门 部门 接待部门 对口部门 所属部门 主办部门 department applying_department",
    "applicant": "申请人 申请人姓名 经办人 填表人 applicant requested_by",
    "phone": (
        "联系电话 电话 联系方式 手机 手机号 手机号码 申请人电话 phone telephone tel mobile contact_phone"
    ),
    "applied_on": "申请日期 填表日期 申请时间 date_of_application application_date",
    "company": (
        "来访单位 来访公司 客户名称 客户单位 单位名称 来宾单位 公司名称 visiting_company "
        "visitor_company company company_name"
    ),
    "company_phone": "单位电话 来访单位电话 客户电话 公司电话 company_phone",
    "purpose": "来访目的 来访事由 来访事项 事由 purpose purpose_of_visit",
    "arrival": "来访时间 到访时间 到达时间 抵达时间 来访日期 arrival arrival_time date_of_arrival",
    "departure": "离开时间 离访时间 离开日期 返程时间 结束时间 departure departure_time date_of_departure",
    "heads": "来访人数 人数 来宾人数 客人人数 总人数 number_of_visitors number_of_guests heads head_count",
    "level": "接待级别 接待等级 接待规格 级别 level reception_level",
    "way_in": (
        "来程交通 来程 来程交通方式 来程航班 来程车次 抵达交通 交通方式 inbound_transport "
        "way_in arrival_transport"
    ),
    "way_out": (
        "返程交通 返程 返程交通方式 返程航班 返程车次 回程交通 回程 outbound_transport "
        "way_out departure_transport"
    ),
    "lodging": "住宿要求 住宿安排 住宿 酒店安排 订房要求 accommodation lodging hotel_requirements",
    "meetings": "会议安排 会谈安排 会议要求 meeting_arrangements meetings",
    "meals": "用餐安排 就餐安排 餐饮安排 用餐要求 宴请安排 meal_arrangements meals dining",
    "tour_plan": "参观安排 参观路线 参观内容 tour_arrangements tour",
    "gift_plan": "礼品安排 礼品 gifts",
    "background": "客户背景 单位背景 公司背景 企业背景 客户简介 单位简介 background company_background",
    "strength": "单位实力 客户实力 企业实力 strength",
    "business_status": "经营状况 经营情况 business_status",
    "business_scope": "经营范围 业务范围 主营业务 business_scope",
    "regional_market": "区域市场 市场区域 regional_market",
    "business_model": "经营模式 销售模式 business_model",
    "interests": "主要兴趣 感兴趣的内容 关注点 客户关注点 关注重点 main_interest interests",
    "customs": "风俗习惯 习惯喜好 注意事项 customs",
    "welcome_text": "欢迎词 欢迎语 欢迎屏内容 欢迎标语 led内容 接站标语 welcome_text welcome_message",
    "agent": "国内代理 代理 代理商 国内代理人 domestic_agent agent",
    "interpreter": "翻译安排 翻译要求 自带翻译 interpreter_arrangements interpretation",
    "contact": "随行联系人 来访联系人 客户联系人 客方联系人 contact contact_person",
    "main_guest": "主宾 主要来宾 main_guest",
    "people": "来访人员 来宾名单 来访人员名单 来宾 guests visitors",
    "drop_off": "下车地点 停车地点 落客点 drop_off drop_off_point",
    "note": "备注 其他 其他要求 其它要求 其他说明 特殊要求 补充说明 说明 remarks notes other",
}
ANSWERS: Final = {
    "pick_up": "接送 接站 接机 接车 接站接机 派车 pick_up pickup",
    "hotel": "订房 预订酒店 订酒店 预订房间 住宿 安排住宿 hotel hotel_room",
    "ticket": "订票 购票 代订票 代购票 预订车票 预订机票 ticket tickets",
    "invitation": "邀请函 出具邀请函 发邀请函 invitation invitation_letter",
    "meal": "用餐 就餐 安排用餐 宴请 meal",
    "meeting": "会议 会谈 安排会议 meeting",
    "tour": "参观 安排参观 工厂参观 factory_tour",
    "gift": "礼品 赠送礼品 准备礼品 gift",
    "sign": "欢迎屏 led欢迎屏 led welcome_sign",
    "leadership": "领导出席 领导参加 领导会见 领导接待 领导陪同 leadership leaders_take_part",
}
BARE_ANSWERS: Final = (
    "接送 接站 接机 订房 预订酒店 订票 购票 邀请函 欢迎屏 领导出席 领导参加 领导会见 "
    + " ".join(
        name for names in ANSWERS.values() for name in names.split() if name.isascii() and name != "led"
    )
)
GUESTS: Final = {
    "position": "序号 编号 no no. # number",
    "name": "姓名 来宾姓名 名字 中文姓名 name full_name",
    "name_latin": "英文名 英文姓名 外文姓名 拼音 english_name latin_name",
    "pronunciation": "读音 发音 pronunciation",
    "salutation": "称谓 称呼 salutation",
    "gender": "性别 gender sex",
    "title": "职务 职位 职称 职务职位 title position job_title",
    "title_latin": "英文职务 english_title",
    "ethnicity": "民族 ethnicity",
    "nationality": "国籍 国家 国籍地区 国家地区 nationality country",
    "diet": "饮食禁忌 饮食要求 饮食 忌口 饮食习惯 diet dietary_needs dietary_restrictions",
    "lodging": "住宿需求 房型 房间要求 lodging room_wish",
    "customs": "习惯喜好 风俗习惯 特殊习惯 customs",
    "phone": "手机 手机号 手机号码 电话 联系电话 联系方式 mobile phone mobile_phone telephone",
    "company": "单位 工作单位 所在单位 公司 company employer",
    "is_main": "主宾 是否主宾 main_guest",
    "is_contact": "联系人 是否联系人 随行联系人 contact",
    "note": "备注 说明 其他 remarks notes remark note",
}
FURNITURE: Final = (
    "部门负责人 部门负责人意见 部门意见 部门经理 部门经理意见 人事行政部 "
    "人事行政部意见 行政部意见 分管领导 分管领导意见 "
    "总经理 总经理意见 董事长 董事长意见 审批 审批意见 领导审批 签字 签名 日期 "
    "基本信息 来访信息 来宾信息 行程信息 接待安排 "
    "接待需求 单位信息 客户信息 来访人员信息 signature approval approved_by date"
)
_DOCUMENT: Final = re.compile(
    r"护照|身份证|证件|通行证|回乡证|台胞证|passport|identity|(?<![a-z])id(?:card|no|number)", re.IGNORECASE
)
_DOCUMENT_LABEL: Final = re.compile(
    r"(?:来宾|客人|外宾|客户|本人|有效|英文)?(?:护照|身份证|证件|通行证|回乡证|台胞证)"
    r"(?:上?的?(?:英文)?(?:全名|姓名|拼音|号码?|编号|类[型别]|有效期限?|签发(?:地|日期|机关)|信息)|[/、及和与]|护照|身份证)*"
    r"|(?:passport|idcard|identity(?:card|document)?|id)(?:full)?(?:name|no|number)?\.?"
    r"|(?:full)?name(?:as)?(?:in|on)(?:the)?passport",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"(?:申请表|申请单|审批表|审批单|接待单|登记表|applicationform|visitapplication)$", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"[(\[【〔].*?[)\]】〕]")
_NUMBERING: Final = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.]|\d{1,2}[、.)]|[(]?[0-9一二三四五六七八九十]+[)])"
)
_ASK: Final = re.compile(
    r"^(?:是否需要|是否需|是否要|是否|需要|需不需要|要不要)|(?:是否需要|是/否|是否|与否)$"
)


def plain(text: str) -> str:
    """A label as it is compared: no blanks, colons, stars, numbering or brackets; small letters."""
    label = "".join(unicodedata.normalize("NFKC", text).split()).casefold().replace("-", "").strip(":*_.·")
    without = _BRACKETS.sub("", label).strip(":*_.·")
    return _NUMBERING.sub("", without or label)


def _index(table: dict[str, str]) -> dict[str, str]:
    return {plain(word.replace("_", " ")): key for key, words in table.items() for word in words.split()}


_FORM = _index(FORM)
_ASKED = _index(ANSWERS)
_BARE = {plain(word.replace("_", " ")) for word in BARE_ANSWERS.split()}
_GUESTS = _index(GUESTS)
_FURNITURE = {plain(word.replace("_", " ")) for word in FURNITURE.split()}
DOCUMENT: Final = "identity document"
NO_FIELD: Final = "no field"
FREE_WORDS: Final = frozenset(
    {"note", "purpose", "lodging", "meetings", "meals", "tour_plan", "gift_plan", "customs"}
)
TELLS_A_PERSON: Final = frozenset({"gender", "title", "title_latin", "phone", "nationality", "ethnicity"})


def form_field(text: str) -> str:
    """The field that a label of the form stands for; blank where it is none that we know.

    `answer:hotel` is a three-state answer, DOCUMENT must not be taken, NO_FIELD is known and of no use to a visit.
    """
    label = plain(text)
    asked = _ASK.sub("", label)
    if asked != label and asked in _ASKED:
        return f"answer:{_ASKED[asked]}"
    if label in _BARE:
        return f"answer:{_ASKED[label]}"
    if label in _FORM:
        return _FORM[label]
    if _DOCUMENT_LABEL.fullmatch(label):
        return DOCUMENT
    return NO_FIELD if label in _FURNITURE else ""


def guest_field(text: str) -> str:
    """The field that a column of the guest table stands for; DOCUMENT where it must not be taken."""
    label = plain(text)
    return DOCUMENT if _DOCUMENT.search(label) else _GUESTS.get(label, "")


def is_document(label: str) -> bool:
    """Whether a heading, or a label that nobody knows, speaks of an identity document."""
    return bool(_DOCUMENT.search(plain(label)))


def is_form_title(text: str) -> bool:
    """Whether a text is the heading of a form."""
    return bool(_TITLE.search(plain(text)))
