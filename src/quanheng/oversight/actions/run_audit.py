"""Audit the cases of an authority: every step taken in the period, judged by the law of its day (专项检查)."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.copying import copy_into
from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.oversight.core import findings as said
from quanheng.oversight.core.judging import Found, findings
from quanheng.oversight.models import Audit, AuditFinding
from quanheng.oversight.queries.audits import cases_in, steps_between
from quanheng.regulation.core.judge import Finding
from quanheng.regulation.core.library import library, local_layers

_LABEL = "开展专项检查"
_CITES = ("《干部选拔任用工作监督检查和责任追究办法》",)


@action(
    "oversight.audit.run",
    label=_LABEL,
    permission="oversight.audit",
    of=lambda given: given["authority"].path,
    cites=_CITES,
    keeps=("authority", "from_on", "to_on", "layers"),
)
def run_audit(
    *,
    by: Account,
    at: datetime,
    authority: Authority,
    from_on: date,
    to_on: date,
    ordered_by: str,
    layers: Sequence[str] = (),
    is_bulk: bool | None = None,
) -> Audit:
    """Keep whatever fails or stays unknown; the period has both its days, `layers` are local rules that tighten.

    `is_bulk` None reads the law in columns where Polars is installed; the findings are the same.
    """
    on = timezone.localdate(at)
    _checked(from_on, to_on, ordered_by, layers, on)
    steps = steps_between(by=by, on=on, authority=authority, from_on=from_on, to_on=to_on)
    audit = Audit.objects.create(
        authority=authority, from_on=from_on, to_on=to_on, ordered_by=ordered_by.strip(), layers=list(layers),
        made_by=by, made_at=at, cases=cases_in(steps), steps=len(steps),
    )  # fmt: skip
    _keep(audit, findings(steps, law=library(*layers), is_bulk=is_bulk))
    return audit


def _checked(from_on: date, to_on: date, ordered_by: str, layers: Sequence[str], today: date) -> None:
    if to_on < from_on:
        raise Refused(
            text(_LABEL),
            why=text("检查期间止{to}早于起{start}", to=to_on, start=from_on),
            cites=_CITES,
            remedy=text("更正检查期间"),
        )
    if from_on > today:
        raise Refused(
            text(_LABEL),
            why=text("检查期间{start}尚未开始", start=from_on),
            cites=_CITES,
            remedy=text("更正检查期间"),
        )
    if not ordered_by.strip():
        raise Refused(
            text(_LABEL),
            why=text("没有写明部署依据"),
            cites=_CITES,
            remedy=text("写明由谁部署、依据什么文件"),
        )
    if unknown := set(layers) - set(local_layers()):
        raise Refused(
            text(_LABEL),
            why=text("没有“{names}”这一地方规定", names="、".join(sorted(unknown))),
            cites=_CITES,
            remedy=text("从法规页列出的地方规定中选择"),
        )


_COLUMNS = (
    "audit_id",
    "case_id",
    "stage",
    "on",
    "rule",
    "light",
    "cites",
    "why",
    "evidence",
    "kept",
    "state",
    "note",
)


def _keep(audit: Audit, found: Sequence[Found]) -> None:
    """One statement for any number of findings, by COPY: quoted, the reasons take longer than finding them.

    Findings of equal facts are one object of the judge's; what is said of them is written out once.
    """
    written: dict[int, tuple[str, str, str]] = {}

    def row(each: Found) -> tuple[object, ...]:
        step, finding = each.step, each.finding
        if id(finding) not in written:
            written[id(finding)] = _words(finding)
        cites, why, kept = written[id(finding)]
        head = (audit.pk, step.case, step.stage, step.on, finding.rule.id, finding.light.key)
        return (*head, cites, why, json.dumps(list(step.entries)), kept, "open", b"")

    copy_into(AuditFinding._meta.db_table, _COLUMNS, map(row, found))


def _words(finding: Finding) -> tuple[str, str, str]:
    """Clauses, deciding sentences and the finding whole, as JSON."""
    said_of = (list(dict.fromkeys(finding.cites)), said.why(finding), said.kept(finding))
    cites, why, kept = (json.dumps(each, ensure_ascii=False) for each in said_of)
    return cites, why, kept
