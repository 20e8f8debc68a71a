"""Register an approved post-setting scheme of an institution: numbers by class and grade; the former one ends."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import Q

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.core.post_scheme import CLASSES, Grade, grade_findings
from quanheng.establishment.models import GradeQuota, PostScheme
from quanheng.establishment.permissions.institution_grades import grade_name
from quanheng.establishment.permissions.institutions import require_institution
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Organisation

WHAT = "登记岗位设置方案"


@action(
    "establishment.post_scheme.approve",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["organisation"].authority.path,
    keeps=("organisation", "document", "approved_on", "main_class", "from_on", "ratio_document"),
    also=lambda given: {"posts": sum(given["numbers"].values())},
)
def approve_post_scheme(
    *,
    by: Account,
    at: datetime,
    organisation: Organisation,
    document: str,
    approved_on: date,
    from_on: date,
    main_class: str,
    numbers: Mapping[Grade, int],
    ratio_document: str = "",
) -> PostScheme:
    """Refuses a unit that is no institution, no document, no posts, grades that do not exist, and a day not after the former scheme's.

    Ratios are control targets: a scheme beyond them is kept, and the page of the scheme says so by clause.
    """
    unit = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    require_institution(unit, what=WHAT)
    kept = {grade: number for grade, number in numbers.items() if number}
    _check(kept, document, approved_on=approved_on, from_on=from_on, main_class=main_class)
    rows = PostScheme.objects.filter(organisation=unit)
    _refuse_later(rows.filter(from_on__gte=from_on).order_by("from_on").first())
    rows.filter(Q(until_on__isnull=True) | Q(until_on__gt=from_on)).update(until_on=from_on)
    made = PostScheme.objects.create(
        organisation=unit,
        document=document.strip(),
        approved_on=approved_on,
        main_class=main_class,
        ratio_document=ratio_document.strip(),
        from_on=from_on,
    )
    GradeQuota.objects.bulk_create(
        GradeQuota(scheme=made, post_class=post_class, grade=grade, number=number)
        for (post_class, grade), number in kept.items()
    )
    return made


def _check(
    numbers: Mapping[Grade, int], document: str, *, approved_on: date, from_on: date, main_class: str
) -> None:
    if not document.strip():
        raise Refused(text(WHAT), why=text("没有批准文号"), remedy=text("填写批准机关的批准文号"))
    if approved_on > from_on:
        raise Refused(
            text(WHAT),
            why=text("生效日期{from_on}早于批准日期{approved_on}", from_on=from_on, approved_on=approved_on),
            remedy=text("更正日期"),
        )
    if not numbers:
        raise Refused(text(WHAT), why=text("方案中没有岗位"), remedy=text("至少填写一个等级的岗位数"))
    if main_class not in CLASSES or any(post_class not in CLASSES for post_class, _ in numbers):
        raise ValueError(f"unknown class of posts: {main_class} {sorted(numbers)}")
    for post_class, grade in sorted(numbers):
        for finding in grade_findings([(post_class, grade)], on=from_on):
            raise Refused(
                text(WHAT),
                why=text("没有{grade}这一等级", grade=grade_name(post_class, grade)),
                cites=finding.cites,
                remedy=text("更正岗位等级"),
            )


def _refuse_later(later: PostScheme | None) -> None:
    if later is not None:
        raise Refused(
            text(WHAT),
            why=text(
                "已有自{since}起的岗位设置方案（{document}）", since=later.from_on, document=later.document
            ),
            remedy=text("先前的方案已保留；新的方案须自更晚的日期起生效"),
        )
