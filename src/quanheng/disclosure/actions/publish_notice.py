"""Publish the notice of a person before appointment."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.disclosure.core.law import EXCEPTION, cites_of, failing, findings, length_needed
from quanheng.disclosure.core.period import Period
from quanheng.disclosure.core.profile import checked_profile
from quanheng.disclosure.models import PublicNotice
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light
from quanheng.procedure.models import Case
from quanheng.registry.models import Person
from quanheng.regulation.core.judge import Finding
from quanheng.regulation.core.library import Library
from quanheng.regulation.queries.adoptions import law_for

_WHAT = Text("发布任前公示")


@action(
    "disclosure.notice.publish",
    label="发布任前公示",
    permission="disclosure.publish",
    of=lambda given: given["case"].authority.path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第四十二条",),
    keeps=("case", "printed_from", "printed_to"),
)
def publish_notice(
    *, by: Account, at: datetime, case: Case, person: Person, post: str, profile: Mapping[str, object],
    decided_on: date, printed_from: date, printed_to: date, scope: str, channels: Sequence[str], address: str,
    phone: str = "12380", posted_at: datetime | None = None, is_exceptional: bool = False,
) -> PublicNotice:  # fmt: skip
    """A notice that hangs from `posted_at` (now, if None) for the printed period.

    Refused for too short a period (the working days are named), for one that begins before the decision or was over
    before it was posted, for a second notice while one hangs, and for a profile that shows too much or too little.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    posted, day = posted_at or at, timezone.localtime(at).date()
    law = law_for(case.authority.path, on=day)
    _in_order(decided_on, printed_from, printed_to, timezone.localtime(posted).date(), law)
    rests = _long_enough(Period(printed_from, printed_to), on=day, law=law)
    _only_one(case, person)
    shown = checked_profile(profile)
    rests += _exception_stated(shown, is_exceptional=is_exceptional, on=day, law=law)
    return PublicNotice.objects.create(
        case=case,
        person=person,
        post=post,
        slug=secrets.token_urlsafe(12),
        profile=shown,
        decided_on=decided_on,
        printed_from=printed_from,
        printed_to=printed_to,
        working_days=Period(printed_from, printed_to).working_days,
        posted_at=posted,
        scope=scope,
        channels=list(channels),
        address=address,
        phone=phone,
        cites=list(cites_of(rests)),
        published_by=by,
    )


def _in_order(decided_on: date, printed_from: date, printed_to: date, posted_on: date, law: Library) -> None:
    if printed_to < printed_from:
        raise Refused(
            _WHAT,
            why=text("公示止日{last}早于起日{first}", last=printed_to, first=printed_from),
            remedy=Text("更正公示起止日期"),
        )
    if printed_from < decided_on:
        finding = failing({"is_posted_after_decision": False}, on=decided_on, law=law)
        raise Refused(
            _WHAT,
            why=text(
                "公示自{first}起，讨论决定在{decided}，公示应在决定之后",
                first=printed_from,
                decided=decided_on,
            ),
            cites=finding.cites if finding else (),
            remedy=text("公示起日不早于{decided}", decided=decided_on),
        )
    if posted_on > printed_to:
        raise Refused(
            _WHAT,
            why=text("张贴日{posted}已在公示止日{last}之后", posted=posted_on, last=printed_to),
            remedy=Text("重新确定公示起止日期"),
        )


def _long_enough(period: Period, *, on: date, law: Library) -> tuple[Finding, ...]:
    facts = {
        "notice_workdays": period.working_days,
        "notice_days": period.days,
        "is_posted_after_decision": True,
        "is_full_period_up": True,  # taking it down early is refused
    }
    finding = failing(facts, on=on, law=law)
    if finding is None or finding.light is not Light.FORBIDDEN:
        return findings(facts, on=on, law=law)
    days = "、".join(f"{day:%m-%d}" for day in period.counted)
    raise Refused(
        _WHAT,
        why=text(
            "公示期{first}至{last}共{n}个工作日（{days}），{needed}",
            first=period.first,
            last=period.last,
            n=period.working_days,
            days=days or "—",
            needed=length_needed(on=on, law=law),
        ),
        cites=finding.cites,
        remedy=Text("延长公示止日；双休日和法定节假日不计，调休上班日计入"),
    )


def _exception_stated(
    shown: Mapping[str, object], *, is_exceptional: bool, on: date, law: Library
) -> tuple[Finding, ...]:
    stated = {"is_exceptional": is_exceptional, "is_exception_stated": bool(shown.get("exceptional_reason"))}
    finding = failing(stated, on=on, law=law, rules=(EXCEPTION,))
    if finding:
        raise Refused(
            _WHAT,
            why=Text("破格提拔的，公示没有写明破格情形和理由"),
            cites=finding.cites,
            remedy=Text("在公示内容中写明破格情形和理由"),
        )
    return findings(stated, on=on, law=law, rules=(EXCEPTION,))


def _only_one(case: Case, person: Person) -> None:
    hanging = PublicNotice.objects.filter(case=case, person=person, taken_down_at__isnull=True).first()
    if hanging:
        raise Refused(
            _WHAT,
            why=text(
                "{name}的公示已发布，公示期{first}至{last}",
                name=person.name,
                first=hanging.printed_from,
                last=hanging.printed_to,
            ),
            remedy=Text("不必重复发布；需要重新公示的，待本次公示期满撤下后办理"),
        )
