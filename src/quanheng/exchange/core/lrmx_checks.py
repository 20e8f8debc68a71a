"""What a reviewer should look at in a form just read. Warnings only: nothing here stops an import."""

import re
from collections.abc import Iterator

from quanheng.exchange.core.form import AppointmentForm, FormProblem
from quanheng.exchange.core.lrmx_tags import FAMILY_TAGS, TAGS, Tag
from quanheng.exchange.core.months import read_month
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.registry.core import codes, identity, resume

_TABLES = {
    "sex": "sex", "ethnic_group": "ethnic_group", "health": "health",
    "full_time_education": "education", "full_time_degree": "degree",
    "in_service_education": "education", "in_service_degree": "degree",
}  # fmt: skip
_MONTHS = ("born", "work_started", "age_limit_reached", "age_reference", "filled_on")
_BY_FIELD = {tag.field: tag for tag in TAGS}
_SEVERAL = re.compile(r"[；;\n]+")


def check(form: AppointmentForm) -> tuple[FormProblem, ...]:
    """Every warning about the values of a form, in the order of the form."""
    found = [*_lengths(form), *_labels(form), *_months(form), *_party(form), *_identity(form), *_resume(form), *_family(form)]
    if form.photo_unread:
        found.append(_say("photo", text("照片无法识别，已原样保留，不能显示和打印")))
    order = {tag.name: place for place, tag in enumerate(TAGS)}
    return tuple(sorted(found, key=lambda problem: order.get(problem.tag, -1)))


def _say(field: str, message: Text) -> FormProblem:
    return FormProblem(_BY_FIELD[field].name, _BY_FIELD[field].label, message)


def _lengths(form: AppointmentForm) -> Iterator[FormProblem]:
    if not form.name:
        yield _say("name", text("没有填写"))
    for tag in TAGS:
        if tag.limit and len(getattr(form, tag.field)) > tag.limit:
            yield _say(tag.field, _too_long(tag, len(getattr(form, tag.field))))


def _too_long(tag: Tag, length: int) -> Text:
    return text("共{length}字，超过编辑器的上限{limit}字", length=length, limit=tag.limit)


def _labels(form: AppointmentForm) -> Iterator[FormProblem]:
    for field, table in _TABLES.items():
        for said in filter(None, _SEVERAL.split(getattr(form, field))):
            if not codes.table(table).codes_of(said):
                yield _say(field, _unknown_label(table, said))


def _unknown_label(table: str, said: str) -> Text:
    near = codes.nearest(table, said)
    if near:
        return text("“{said}”不在码表中，已按文字保留；相近的有：{near}", said=said, near="、".join(near))
    return text("“{said}”不在码表中，已按文字保留", said=said)


def _months(form: AppointmentForm) -> Iterator[FormProblem]:
    for field in _MONTHS:
        said = getattr(form, field)
        if said and read_month(said) is None:
            yield _say(field, text("“{said}”不是年月，应为6位或8位数字", said=said))


def _party(form: AppointmentForm) -> Iterator[FormProblem]:
    for said in filter(None, re.split(r"[；;、\s]+", form.party_joined)):
        if read_month(said) is None and not codes.table("political_status").codes_of(said):
            yield _say("party_joined", text("“{said}”既不是年月也不是党派名称", said=said))


def _identity(form: AppointmentForm) -> Iterator[FormProblem]:
    if not form.identity_number:
        return
    try:
        found = identity.read(form.identity_number)
    except Refused as refused:
        yield _say("identity_number", refused.why)
        return
    month = read_month(form.born)
    for difference in identity.differences(found, born_on=month, sex=codes.find("sex", form.sex)):
        yield _say("identity_number", difference)


def _resume(form: AppointmentForm) -> Iterator[FormProblem]:
    for problem in resume.read(form.resume).problems:
        yield _say("resume", text("第{number}行：{message}", number=problem.number, message=problem.message))


def _family(form: AppointmentForm) -> Iterator[FormProblem]:
    for place, member in enumerate(form.family, start=1):
        for table, said in (("kinship", member.relation), ("political_status", member.political_status)):
            if said and not codes.table(table).codes_of(said):
                yield _say("family", text("第{place}人：{message}", place=place, message=_unknown_label(table, said)))
        if member.born.strip("-—－ ") and read_month(member.born) is None:
            yield _say("family", text("第{place}人：出生日期“{said}”不是年月", place=place, said=member.born))
        for tag in FAMILY_TAGS:
            if tag.limit and len(getattr(member, tag.field)) > tag.limit:
                message = _too_long(tag, len(getattr(member, tag.field)))
                yield _say("family", text("第{place}人{label}{message}", place=place, label=tag.label, message=message))
