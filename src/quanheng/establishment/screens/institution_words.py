"""Words and rows shared by the pages of institutions: classes, grades, bands, verdicts, paging by key."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from django.http import Http404, HttpRequest
from django.utils.translation import get_language, gettext

from quanheng.access.models import Account
from quanheng.establishment.core.post_scheme import CLASSES, Grade
from quanheng.establishment.models import Engagement
from quanheng.establishment.permissions.institution_grades import CLASS_WORDS, grade_name
from quanheng.establishment.queries.institution_posts import institution
from quanheng.kernel.texts import Text, text
from quanheng.registry.models import Organisation
from quanheng.regulation.core.facts import CATALOGUE, shown
from quanheng.regulation.core.judge import Finding, Verdict
from quanheng.web.core.tables import Column
from quanheng.web.screens.links import link

PAGE = 50
BAND_WORDS = {"senior": "正高级", "deputy_senior": "副高级", "middle": "中级", "junior": "初级"}
Row = TypeVar("Row")


def found_institution(*, by: Account, on: date, as_of: date | None = None, code: str) -> Organisation:
    """The institution; 404 when the reader may not see it, or it is none."""
    unit = institution(by=by, on=on, as_of=as_of, code=code)
    if unit is None:
        raise Http404
    return unit


def class_choices() -> list[tuple[str, str]]:
    return [(code, gettext(CLASS_WORDS[code])) for code in CLASSES]


def grade_code(grade: Grade) -> str:
    return f"{grade[0]}-{grade[1]}"


def grade_of(said: str) -> Grade | None:
    """The grade of an address or a form: "technical-7"; None for anything else."""
    post_class, _, number = said.partition("-")
    return (
        (post_class, int(number)) if post_class in CLASSES and number.isdigit() and len(number) < 3 else None
    )


def percent(part: int, whole: int) -> str:
    """A share as the tables write it; a dash when there is no whole."""
    return f"{100 * part / whole:.1f}%" if whole else "—"


def verdict_nodes(verdict: Verdict | None) -> list[dict[str, Any]]:
    """Findings as the verdict component wants them; failing ones open."""
    return [finding_node(each) for each in verdict.findings] if verdict else []


def finding_node(finding: Finding) -> dict[str, Any]:
    means = finding.rule.means if (get_language() or "").startswith("en") else finding.rule.means_zh
    facts: list[dict[str, Any]] = [
        {"label": Text(CATALOGUE[name].zh), "value": shown(name, value), "source": ""}
        for name, value in finding.facts.items()
        if name not in {"judged_on", "professional_grade_posts"}
    ]
    facts += [{"label": Text(CATALOGUE[name].zh), "value": None, "source": ""} for name in finding.missing]
    return {
        "title": Text(finding.rule.term),
        "light": finding.light.key,
        "cites": finding.cites,
        "means": means,
        "remedy": finding.remedy,
        "facts": facts,
        "is_open": bool(finding.light),
    }


def page_of(request: HttpRequest, rows: Sequence[Row], key: str) -> tuple[list[Row], str]:
    """The rows of a page that asked for one more than it shows, and the address of the next page, or ""."""
    return list(rows[:PAGE]), next_of(request, key if len(rows) > PAGE else "")


def next_of(request: HttpRequest, key: str) -> str:
    """The same address from a key on; "" when there is none."""
    asked = request.GET.copy()
    asked["after"] = key
    return f"?{asked.urlencode()}" if key else ""


def people_columns() -> list[Column]:
    return [
        Column("name", "姓名"),
        Column("grade", "岗位等级"),
        Column("title", "岗位名称"),
        Column("from_on", "聘用起"),
        Column("contract", "聘用合同"),
    ]


def person_row(row: Engagement, *, is_signed: bool) -> dict[str, object]:
    return {
        "name": row.person.name,
        "url": link("person", row.person_id),
        "grade": grade_name(row.post_class, row.grade),
        "title": row.title,
        "from_on": row.from_on,
        "contract": text("在签") if is_signed else text("未签"),
        "is_signed": is_signed,
        "pk": row.pk,
        "person": row.person_id,
    }
