"""What each panel of the record page shows, from one loaded file as of a day. Asks the database nothing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext

from quanheng.kernel.texts import Text, unpacked
from quanheng.registry.models import Person, Relative
from quanheng.registry.queries.careers import Clocks, clocks, lines_of
from quanheng.registry.queries.family import Member
from quanheng.registry.queries.file import File
from quanheng.registry.queries.labels import label_of, level_of, posts_of, rank_of, span
from quanheng.registry.queries.numbers import masked
from quanheng.registry.screens.career_chart import career_chart
from quanheng.registry.screens.line_panels import add_urls, line_panels, url_of
from quanheng.registry.screens.line_words import HIDDEN
from quanheng.regulation.core.derived import probation_until
from quanheng.web.core.formats import (
    format_day,
    format_duration,
    format_month,
)
from quanheng.web.core.tables import Column
from quanheng.web.screens.links import link

Fact = dict[str, Any]


def panels(
    found: File, *, on: date, kin: Sequence[tuple[Person, Text]], is_open: bool, number: str, members: Mapping[int, Member]
) -> dict[str, Any]:
    """Everything the template lays out; what the reader may not see is not in it at all. `members` are the family lines that open."""
    person, running = found.person, clocks(found.person, on)
    sees_all = found.may_see_sensitive or found.is_own
    return {
        "running": running,
        "level": level_of(person, on),
        "rank": rank_of(person, on),
        "post": posts_of(person, on),
        "stats": _stats(running),
        "probation_until": probation_until(running.probation_from_on) if running.probation_from_on else None,
        "basics": _basics(person, running, number=number if is_open else ""),
        "career": _career(found, on),
        "career_chart": career_chart(person, on=on),
        "educations": _educations(found, on),
        "grades": [
            {"year": row.year, "grade": label_of("appraisal_result", row.grade), "url": url_of(found, row)}
            for row in person.year_grades.all()
            if row.year < on.year or row.grade
        ],
        "trainings": _trainings(found, on),
        "rewards": _rewards(found, on) if sees_all else None,
        "sanctions": _sanctions(found, on) if sees_all else None,
        "gaps": [{"source": gap.source, "why": unpacked(gap.message)} for gap in person.gaps.all()],
        "family": [_relative(found, line, members.get(line.pk)) for line in person.relatives.all()],
        "kin": [
            {
                "name": other.name,
                "url": link("person", other.key),
                "relation": said,
                "post": other.current_post,
            }
            for other, said in kin
        ],
        "line_panels": line_panels(found, on=on, is_open=is_open),
        "add": add_urls(found),
        **_columns(),
    }


def _stats(running: Clocks) -> list[Fact]:
    known = (
        ("任现职", running.in_post),
        ("任现层次", running.at_level),
        ("距上次提拔", running.since_promotion),
        ("工龄", running.service),
        ("基层工作经历", running.grassroots),
    )
    return [{"label": gettext(label), "value": format_duration(months, gettext)} for label, months in known]


def _basics(person: Person, running: Clocks, *, number: str) -> list[Fact]:
    age = gettext("{age}岁").format(age=running.age) if running.age is not None else ""
    return [
        {"label": gettext("姓名"), "value": person.name},
        {"label": gettext("性别"), "value": gettext(person.get_sex_display())},
        {"label": gettext("出生年月"), "value": format_month(person.born_on), "note": age},
        {"label": gettext("民族"), "value": label_of("ethnic_group", person.ethnic_group)},
        {"label": gettext("籍贯"), "value": person.native_place},
        {"label": gettext("出生地"), "value": person.birth_place},
        {"label": gettext("成长地"), "value": person.growth_place},
        {"label": gettext("政治面貌"), "value": label_of("political_status", person.political_status)},
        {"label": gettext("入党时间"), "value": _joined(person)},
        {"label": gettext("参加工作时间"), "value": format_month(person.work_started_on)},
        {"label": gettext("健康状况"), "value": label_of("health", person.health)},
        {"label": gettext("身份证号"), "value": number or masked(person)},
        {
            "label": gettext("专业技术职务"),
            "value": label_of("professional_title", person.professional_title),
        },
        {"label": gettext("熟悉专业有何专长"), "value": person.speciality},
        {"label": gettext("人员类别"), "value": label_of("person_category", person.category)},
        {"label": gettext("编制类型"), "value": label_of("staffing_type", person.staffing_type)},
        {"label": gettext("公务员登记时间"), "value": format_day(person.registered_on)},
        {"label": gettext("人员管理状态"), "value": label_of("person_status", person.status)},
        {"label": gettext("管理权限主体"), "value": person.authority.name},
        {
            "label": gettext("统计关系所在单位"),
            "value": person.organisation.name if person.organisation else "",
        },
    ]


def _joined(person: Person) -> str:
    """The month; the words of the form where they say more than a month."""
    said = person.party_text.strip()
    return said if said and not said.replace(".", "").isdigit() else format_month(person.party_joined_on)


def _career(found: File, on: date) -> list[Fact]:
    lines = [line for line in lines_of(found.person) if line.from_on <= on]
    return [
        {
            "when": span(line, on),
            "what": str(line),
            "url": url_of(found, line),
            "result": " · ".join(
                word
                for word in (label_of("post_level", line.level), _kind(line.kind), line.mode, line.document)
                if word
            ),
        }
        for line in reversed(lines)
    ]


def _kind(kind: str) -> str:
    words = {
        "concurrent": "兼任", "acting": "主持工作", "secondment": "挂职", "exchange": "交流任职", "study": "学习",
    }  # fmt: skip
    return gettext(words[kind]) if kind in words else ""


def _educations(found: File, on: date) -> list[Fact]:
    rows = [row for row in found.person.educations.all() if row.from_on is None or row.from_on <= on]
    return [
        {
            "school": row.school,
            "mode": gettext(row.get_mode_display()),
            "level": label_of("education", row.level),
            "degree": label_of("degree", row.degree),
            "major": row.major,
            "until": format_month(row.until_on),
            "url": url_of(found, row),
        }
        for row in rows
    ]


def _trainings(found: File, on: date) -> list[Fact]:
    rows = [row for row in found.person.trainings.all() if row.from_on <= on]
    return [
        {
            "name": row.name,
            "from_on": row.from_on,
            "until_on": row.until_on,
            "hours": f"{float(row.hours):g}",
            "organiser": row.organiser,
            "url": url_of(found, row),
        }
        for row in rows
    ]


def _rewards(found: File, on: date) -> list[Fact]:
    rows = [row for row in found.person.rewards.all() if row.approved_on is None or row.approved_on <= on]
    return [
        {
            "name": row.name,
            "approved_on": row.approved_on,
            "approved_by": row.approved_by,
            "url": url_of(found, row),
        }
        for row in rows
    ]


def _sanctions(found: File, on: date) -> list[Fact]:
    rows = [row for row in found.person.sanctions.all() if row.effective_on <= on]
    return [
        {
            "name": row.name,
            "effective_on": row.effective_on,
            "approved_by": row.approved_by,
            "lifted_on": format_day(row.lifted_on if row.lifted_on and row.lifted_on <= on else None),
            "url": url_of(found, row),
        }
        for row in rows
    ]


def _relative(found: File, line: Relative, member: Member | None) -> Fact:
    """A family member: until opened only the relation can be read."""
    shown = {"relation": label_of("kinship", line.relation), "url": url_of(found, line)}
    if member is None:
        return shown | {"name": HIDDEN, "born": "", "political_status": "", "post": "", "is_abroad": ""}
    return shown | {
        "name": member.name,
        "born": format_month(member.born_on),
        "political_status": label_of("political_status", member.political_status),
        "post": member.post,
        "is_abroad": member.is_abroad,
    }


def _columns() -> dict[str, list[Column]]:
    wanted = {
        "education_columns": {"school": "学校（单位）名称", "mode": "教育类别", "level": "学历", "degree": "学位", "major": "所学专业名称", "until": "毕（肄）业时间"},
        "grade_columns": {"year": "考核年度", "grade": "考核结论"},
        "training_columns": {"name": "培训班名称", "from_on": "培训起始日期", "until_on": "培训结束日期", "hours": "培训学时", "organiser": "主办单位"},
        "reward_columns": {"name": "奖励名称", "approved_on": "批准日期", "approved_by": "批准机关"},
        "sanction_columns": {"name": "处分处理", "effective_on": "生效日期", "approved_by": "批准机关", "lifted_on": "解除日期"},
        "family_columns": {"relation": "称谓", "name": "姓名", "born": "出生年月", "political_status": "政治面貌", "post": "工作单位及职务", "is_abroad": "移居国（境）外"},
        "kin_columns": {"name": "姓名", "relation": "称谓", "post": "现任职务"},
    }  # fmt: skip
    return {
        name: [Column(key, label, is_number=key == "hours") for key, label in labels.items()]
        for name, labels in wanted.items()
    }
