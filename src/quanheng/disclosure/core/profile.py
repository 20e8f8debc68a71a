"""What a notice may show of a person, and what it never shows."""

import re
from collections.abc import Mapping

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

FIELDS: Mapping[str, str] = {
    "name": "姓名",
    "sex": "性别",
    "ethnic_group": "民族",
    "born": "出生年月",
    "political_status": "政治面貌",
    "education": "学历学位",
    "work_started": "参加工作时间",
    "current_post": "现任职务",
    "proposed_post": "拟任职务",
    "resume": "主要经历",
    "achievements": "主要业绩",
    "awards_and_punishments": "奖惩情况",
    "exceptional_reason": "破格情形和理由",
    "has_photo": "照片",
}
REQUIRED = ("name", "sex", "born", "current_post", "proposed_post")
_TOO_MUCH = {
    "身份证号码": re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"),
    "手机号码": re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
    "电子邮箱": re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
}
_MONTH = re.compile(r"\d{4}\.(0[1-9]|1[0-2])")


def checked_profile(profile: Mapping[str, object]) -> dict[str, object]:
    """The items to publish, in their order, empty ones left out.

    Refused for an item a notice does not show, a missing one, a birth given to the day, and an identity number
    anywhere.

    >>> checked_profile({"name": "甲", "sex": "男", "born": "1980.05", "current_post": "科长", "proposed_post": "副局长"})["born"]
    '1980.05'
    """
    unknown = [key for key in profile if key not in FIELDS]
    missing = [key for key in REQUIRED if not profile.get(key)]
    if unknown:
        _refuse(text("公示不得包含：{items}", items="、".join(unknown)), Text("只公示规定的项目"))
    if missing:
        _refuse(text("缺少：{items}", items="、".join(FIELDS[key] for key in missing)), Text("补齐后再公示"))
    if not _MONTH.fullmatch(str(profile["born"])):
        _refuse(text("出生年月“{born}”应写到月，如1980.05", born=profile["born"]), Text("更正出生年月"))
    for key, value in profile.items():
        for what, pattern in _TOO_MUCH.items():
            if pattern.search(str(value)):
                _refuse(text("“{item}”中有{what}", item=Text(FIELDS[key]), what=Text(what)), text("删去{what}", what=Text(what)))
    return {key: profile[key] for key in FIELDS if profile.get(key)}


def _refuse(why: Text, remedy: Text) -> None:
    raise Refused(Text("发布任前公示"), why=why, remedy=remedy)
