"""The bar of a running sanction before somebody is engaged in a higher grade: the law decides, on what the file says."""

from datetime import date

from quanheng.establishment.models import Engagement
from quanheng.establishment.permissions.institution_grades import WHAT
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.kernel.verdicts import Light
from quanheng.registry.core.restrictions import sanction_records
from quanheng.registry.models import Person
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge

RULES = ("institution_sanctions.effect.window", "institution_sanctions.effect.grade", "institution_posts.sanction")
FAMILIES = ("institution", "state")


def require_unbarred(*, person: Person, post_class: str, grade: int, on: date) -> None:
    """Refused when the law forbids a rise to the grade on the day. What is not on file, or cannot be read, stops nothing."""
    for finding in _findings(person, post_class, grade, on):
        if finding.light is Light.FORBIDDEN and not finding.is_advisory:
            raise Refused(
                text(WHAT),
                why=text("{term}：{why}", term=text(finding.rule.term), why=finding.explanation.sentence),
                cites=finding.cites,
                remedy=finding.remedy or text("处分期满后再办理"),
            )


def _findings(person: Person, post_class: str, grade: int, on: date) -> list[Finding]:
    """Nothing to judge for a first engagement, one in the same or a lower grade, or without a sanction."""
    now, records = _grade_now(person, post_class, on), sanction_records(person.sanctions.all(), on)
    if now is None or grade >= now or not records:
        return []
    facts: dict[str, object] = {
        "sanctions": records,
        "personnel_act": "promotion",
        "institution_rise": "post",
        "post_grade_now": now,
        "post_grade_wanted": grade,
        "is_public_unit_manager": post_class == "management",
    }
    found: list[Finding] = []
    for record in records:
        if record["family"] not in FAMILIES:
            continue
        asked = facts | {"sanction_family": record["family"], "sanction_kind": record["kind"]}
        try:
            found += judge(asked, on=on, rules=RULES).findings
        except NotInForce:
            return []
    return found


def _grade_now(person: Person, post_class: str, on: date) -> int | None:
    """The grade of the class held up to the day: the latest engagement, ended by then or not."""
    rows = Engagement.objects.filter(person=person, post_class=post_class, from_on__lt=on).order_by("-from_on", "-pk")
    return rows.values_list("grade", flat=True).first()
