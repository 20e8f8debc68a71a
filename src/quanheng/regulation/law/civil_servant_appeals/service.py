"""送达: how decisions on reviews and appeals are served."""

from datetime import date, timedelta

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _is_served(decision_service_how: str, on: date) -> bool:
    return decision_service_how not in ("relative_elsewhere", "left_alone")


def _served_on(
    decision_service_how: str, decision_service_on: date, announcement_days: int, on: date
) -> date | None:
    """On the day itself; an announcement sixty days later."""
    if not _is_served(decision_service_how, on) or decision_service_on in (NO_DATE, OPEN_ENDED):
        return None
    late = announcement_days if decision_service_how == "announcement" else 0
    return decision_service_on + timedelta(days=late)


art_32_served_2008 = Derivation(
    id="civil_servant_appeals.32.served_2008",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="有效送达",
    term_en="Valid service",
    means="The person, an adult near relative living with him, leaving with a witness, post or announcement; a relative elsewhere or leaving alone is no service.",
    means_zh="本人或者同住成年近亲属签收、有见证人留置、邮寄、公告为有效送达；不同住的亲属签收、无见证人留置不是送达。",
    fact="is_decision_served",
    reads=("decision_service_how",),
    reckon=_is_served,
    cites=("32",),
)

art_32_served = Derivation(
    id="civil_servant_appeals.32.served",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2022, 3, 19),
    term="有效送达",
    term_en="Valid service",
    means="The person, an adult near relative living with him, leaving with a witness, post or announcement; a relative elsewhere or leaving alone is no service.",
    means_zh="本人或者同住成年近亲属签收、有见证人留置、邮寄、公告为有效送达；不同住的亲属签收、无见证人留置不是送达。",
    fact="is_decision_served",
    reads=("decision_service_how",),
    reckon=_is_served,
    cites=("32",),
    verified=False,
)

art_32_day_2008 = Derivation(
    id="civil_servant_appeals.32.day_2008",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="送达日期",
    term_en="Day of service",
    means="The day of signature, leaving or receipt; an announcement after 60 days.",
    means_zh="签收、留置、回执之日；公告的自公告之日起满六十日。",
    fact="decision_served_on",
    reads=(
        "decision_service_how",
        "decision_service_on",
    ),
    params=("civil_servant_appeals.announcement_days",),
    reckon=_served_on,
    cites=("32",),
)

art_32_day = Derivation(
    id="civil_servant_appeals.32.day",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2022, 3, 19),
    term="送达日期",
    term_en="Day of service",
    means="The day of signature, leaving or receipt; an announcement after 60 days.",
    means_zh="签收、留置、回执之日；公告的自公告之日起满六十日。",
    fact="decision_served_on",
    reads=(
        "decision_service_how",
        "decision_service_on",
    ),
    params=("civil_servant_appeals.announcement_days",),
    reckon=_served_on,
    cites=("32",),
    verified=False,
)

art_32_counted_2008 = Rule(
    id="civil_servant_appeals.32.counted_2008",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="未送达不得计算",
    term_en="An unserved decision does not count",
    means="A decision not validly served is not counted as served.",
    means_zh="未有效送达的决定，不得按已送达计算期限或者执行。",
    when=fact("is_decision_counted_served"),
    requires=fact("is_decision_served"),
    effect=Effect.FORBID,
    cites=("32",),
)

art_32_counted = Rule(
    id="civil_servant_appeals.32.counted",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2022, 3, 19),
    term="未送达不得计算",
    term_en="An unserved decision does not count",
    means="A decision not validly served is not counted as served.",
    means_zh="未有效送达的决定，不得按已送达计算期限或者执行。",
    when=fact("is_decision_counted_served"),
    requires=fact("is_decision_served"),
    effect=Effect.FORBID,
    cites=("32",),
    verified=False,
)

art_32_announced_2008 = Rule(
    id="civil_servant_appeals.32.announced_2008",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="公告送达的条件",
    term_en="When an announcement may be used",
    means="Announced only when no other way is possible, with the reason recorded.",
    means_zh="其他方式无法送达的方可公告，并记明原因。",
    when=fact("decision_service_how") == "announcement",
    requires=fact("are_other_services_impossible") & fact("is_announcement_reason_recorded"),
    effect=Effect.FORBID,
    cites=("32",),
)

art_32_announced = Rule(
    id="civil_servant_appeals.32.announced",
    catalogue="rm-service-of-decision",
    subject="appeal",
    since=date(2022, 3, 19),
    term="公告送达的条件",
    term_en="When an announcement may be used",
    means="Announced only when no other way is possible, with the reason recorded.",
    means_zh="其他方式无法送达的方可公告，并记明原因。",
    when=fact("decision_service_how") == "announcement",
    requires=fact("are_other_services_impossible") & fact("is_announcement_reason_recorded"),
    effect=Effect.FORBID,
    cites=("32",),
    verified=False,
)
