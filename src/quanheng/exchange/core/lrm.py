"""Reader and writer of .lrm, the record of the 任免审批表编辑器 2.x: GBK text, the photo in a .pic file beside it.
No identity number and no tags: 33 fields by position, nothing escaped, family written column by column.
"""

import re
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from quanheng.exchange.core import photo
from quanheng.exchange.core.form import AppointmentForm, FamilyMember, FormProblem
from quanheng.exchange.core.lrmx_checks import check
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.registry.core.resume_text import canonical

MAX_BYTES = 2 * 2**20
PICTURES = (".pic", ".jpg", ".jpeg")
"""How the photo's file may end."""
_FIELDS = (
    "name", "sex", "born", "ethnic_group", "native_place", "party_joined", "health", "birth_place", "work_started",
    "studies", "schools", "professional_title", "", "", "", "", "speciality", "resume", "awards", "assessment",
    "relation", "relative", "relative_born", "relative_status", "relative_work", "current_post", "proposed_post",
    "post_to_leave", "reason", "reporting_unit", "age_reference", "filled_by", "filled_on",
)  # fmt: skip
_STUDIES = ("full_time_education", "full_time_degree", "in_service_education", "in_service_degree")
_SCHOOLS = ("full_time_school", "full_time_degree_school", "in_service_school", "in_service_degree_school")
_FAMILY = {
    "relation": "relation",
    "name": "relative",
    "born": "relative_born",
    "political_status": "relative_status",
    "work": "relative_work",
}
_LONG = frozenset({"resume", "awards", "assessment", "reason"})
_SLOTS = 13
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WHAT = text("无法读取任免审批表文件")


def read(content: bytes, *, picture: bytes = b"") -> AppointmentForm:
    """The form in the record and the photo beside it, its `problems` filled; Refused when the bytes are no such record.

    >>> read(write(AppointmentForm(name="张三", full_time_degree="法学学士"))[0]).full_time_degree
    '法学学士'
    """
    said, problems = _decode(content)
    values = dict(zip(_FIELDS, _split(said), strict=True))
    values.pop("", None)
    family = _members({key: values.pop(name) for key, name in _FAMILY.items()})
    studies = _four(values.pop("studies"), _STUDIES) | _four(values.pop("schools"), _SCHOOLS)
    plain: dict[str, Any] = {
        key: _lines(value) if key in _LONG else _single(value) for key, value in values.items()
    }
    form = AppointmentForm(
        **plain, **studies, family=family, photo=picture if photo.is_whole(picture) else b""
    )
    if picture and not form.photo:
        problems.append(FormProblem("ZhaoPian", "照片", text("照片文件已损坏或不是图片，未读取")))
    return replace(form, problems=(*problems, *check(form)))


def write(form: AppointmentForm) -> tuple[bytes, bytes]:
    """The record and the photo's bytes (empty without one). What GBK lacks is written as GB 18030, which 2.x shows as a box.

    >>> write(AppointmentForm(name="张三"))[0][:10].decode("gbk")
    '"张三","",'
    """
    values = {name: getattr(form, name, "") for name in _FIELDS if name}
    values["resume"] = canonical(form.resume)
    values["studies"] = _joined(form, _STUDIES)
    values["schools"] = _joined(form, _SCHOOLS)
    for key, name in _FAMILY.items():
        column = [getattr(member, key).replace("@", "＠") for member in form.family]
        values[name] = "@".join([*column, *[""] * (_SLOTS - len(column))])
    record = ",".join(f'"{_unquoted(str(values.get(name, "")))}"' for name in _FIELDS)
    return record.replace("\n", "\r\n").encode("gb18030"), form.photo


def _decode(content: bytes) -> tuple[str, list[FormProblem]]:
    if len(content) > MAX_BYTES:
        raise Refused(_WHAT, why=text("文件超过{limit}MB", limit=MAX_BYTES // 2**20))
    try:
        return content.decode("gb18030"), []
    except UnicodeDecodeError:
        said = text("文件中有不能识别的字，已略去，请逐项核对")
        return content.decode("gb18030", errors="ignore"), [FormProblem("", str(text("文件")), said)]


def _split(said: str) -> list[str]:
    """The fields, as many as there must be; a record cut or lengthened is no record."""
    said = said.lstrip("\ufeff").strip("\x00\x1a \t\r\n")
    if len(said) < 2 or not said.startswith('"') or not said.endswith('"'):
        raise Refused(_WHAT, why=text("内容不是任免审批表2.0记录（应以引号开头和结尾）"), remedy=_remedy())
    fields = said[1:-1].split('","')
    if len(fields) != len(_FIELDS):
        why = text("应有{expected}个字段，现有{found}个", expected=len(_FIELDS), found=len(fields))
        raise Refused(_WHAT, why=why, remedy=_remedy())
    return fields


def _remedy() -> Text:
    return text("请用任免审批表编辑器打开后另存为lrmx")


def _members(columns: dict[str, str]) -> tuple[FamilyMember, ...]:
    split: dict[str, Any] = {
        key: [_single(each) for each in said.split("@")] for key, said in columns.items()
    }
    rows = zip_longest(*split.values(), fillvalue="")
    found = [FamilyMember(**dict(zip(split, row, strict=True))) for row in rows]
    return tuple(member for member in found if member != FamilyMember())


def _four(said: str, names: tuple[str, ...]) -> dict[str, Any]:
    """`a#b@c#d`; a school with a sign of its own in it keeps what is left over with the last box of its half."""
    halves = [half.split("#", 1) for half in [*said.split("@", 1), ""][:2]]
    return dict(zip(names, [_single(each) for half in halves for each in [*half, ""][:2]], strict=True))


def _joined(form: AppointmentForm, names: tuple[str, ...]) -> str:
    boxes = [getattr(form, name).replace("@", "＠").replace("#", "＃") for name in names]
    return f"{boxes[0]}#{boxes[1]}@{boxes[2]}#{boxes[3]}"


def _single(said: str) -> str:
    return re.sub(r"\s*[\r\n]+\s*", "", _UNWRITABLE.sub("", said)).strip()


def _lines(said: str) -> str:
    return re.sub(r"\r\n?", "\n", _UNWRITABLE.sub("", said)).strip("\n").rstrip()


def _unquoted(said: str) -> str:
    """A quote stands as it is, unless it would be read as the end of the field."""
    return said.replace('"', "＂") if '","' in said or said.endswith('",') else said
