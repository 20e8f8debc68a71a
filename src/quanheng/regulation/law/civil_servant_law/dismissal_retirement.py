"""辞退、交接、提前退休: bars, what is due, written grounds, handover, and the law's early retirement."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _is_barred(
    is_work_injury_disabled: bool | None,
    is_in_medical_period: bool | None,
    is_in_maternity_period: bool | None,
    is_in_other_protected_status: bool | None,
    on: date,
) -> bool | None:
    """Any of the four; not barred only when all are known to be absent."""
    held = (
        is_work_injury_disabled,
        is_in_medical_period,
        is_in_maternity_period,
        is_in_other_protected_status,
    )
    if any(held):
        return True
    return None if None in held else False


def _has_ground(
    dismissal_ground: str,
    incompetent_years_in_row: int | None,
    is_absence_ground_by_days: bool | None,
    is_absence_ground_by_workdays: bool | None,
    on: date,
) -> bool | None:
    """Absence by calendar days before 2020-12-28, by working days since."""
    if dismissal_ground == "absence":
        return is_absence_ground_by_days if on < date(2020, 12, 28) else is_absence_ground_by_workdays
    if dismissal_ground == "incompetent_twice":
        return None if incompetent_years_in_row is None else incompetent_years_in_row >= 2
    return dismissal_ground != "other_ground"


def _early(
    service_months: int,
    months_to_retirement: int | None,
    has_other_early_ground: bool | None,
    early_service_months: int,
    early_months_to_age: int,
    early_service_months_near: int,
    on: date,
) -> str | None:
    if service_months >= early_service_months:
        return "thirty_years"
    if service_months >= early_service_months_near:
        if months_to_retirement is None:
            return "other" if has_other_early_ground else None
        if months_to_retirement < early_months_to_age:
            return "near_age"
    if has_other_early_ground is None:
        return None
    return "other" if has_other_early_ground else "none"


art_88_ground = Derivation(
    id="civil_servant_law.88.ground",
    catalogue="ex-dismiss-grounds",
    subject="leaving",
    since=date(2006, 1, 1),
    term="有辞退情形",
    term_en="A ground of dismissal",
    means="One of five grounds; absence in calendar days before 2020-12-28 and in working days since.",
    means_zh="五种情形之一；旷工2020年12月28日前按日历日，以后按工作日计算。",
    fact="has_dismissal_ground",
    reads=("dismissal_ground",),
    optional=(
        "incompetent_years_in_row",
        "is_absence_ground_by_days",
        "is_absence_ground_by_workdays",
    ),
    reckon=_has_ground,
    cites=(
        "88.absence",
        "88.2",
        "dismissal:4",
    ),
)

art_89_barred = Derivation(
    id="civil_servant_law.89.barred",
    catalogue="ex-dismiss-grounds",
    subject="leaving",
    since=date(2006, 1, 1),
    term="不得辞退的情形",
    term_en="Bars to dismissal",
    means="Disabled on duty, in the medical period, pregnancy, maternity and nursing, other.",
    means_zh="因公致残丧失工作能力、医疗期内、孕期产假哺乳期内和其他情形。",
    fact="is_dismissal_barred",
    reads=(),
    optional=(
        "is_work_injury_disabled",
        "is_in_medical_period",
        "is_in_maternity_period",
        "is_in_other_protected_status",
    ),
    reckon=_is_barred,
    cites=(
        "89",
        "dismissal:5",
    ),
)

art_89_dismissal = Rule(
    id="civil_servant_law.89.dismissal",
    catalogue="ex-dismiss-grounds",
    subject="leaving",
    since=date(2006, 1, 1),
    term="辞退须有情形且无限制",
    term_en="A ground and no bar",
    means="A dismissal needs a ground and no bar.",
    means_zh="辞退公务员须有规定的情形，且不属于不得辞退的人员。",
    when=fact("is_dismissal_intended"),
    requires=fact("has_dismissal_ground") & ~fact("is_dismissal_barred"),
    effect=Effect.FORBID,
    cites=(
        "88.2",
        "89",
        "dismissal:5",
    ),
)

art_88_due = Rule(
    id="civil_servant_law.88.due",
    catalogue="ex-dismiss-grounds",
    subject="leaving",
    since=date(2006, 1, 1),
    term="应当辞退的及时办理",
    term_en="A dismissal that is due",
    means="With a ground and no bar the dismissal is to be proposed.",
    means_zh="有辞退情形且无限制的，应当提出辞退。",
    when=fact("has_dismissal_ground") & ~fact("is_dismissal_barred"),
    requires=fact("is_dismissal_intended"),
    effect=Effect.WARN,
    cites=("88.2",),
)

art_90 = Rule(
    id="civil_servant_law.90",
    catalogue="ex-dismiss-steps",
    subject="leaving",
    since=date(2006, 1, 1),
    term="书面通知并说明理由",
    term_en="Written with grounds and reasons",
    means="The decision is written and gives grounds and reasons.",
    means_zh="辞退决定应当书面通知本人，说明依据和理由。",
    when=fact("is_dismissal_decided"),
    requires=fact("is_dismissal_notice_written"),
    effect=Effect.FORBID,
    cites=("90",),
)

art_91 = Rule(
    id="civil_servant_law.91",
    catalogue="ex-handover-audit",
    subject="leaving",
    since=date(2006, 1, 1),
    term="离职前交接和审计",
    term_en="Handover and audit before leaving",
    means="Papers are not released before handover and, where due, the audit.",
    means_zh="辞职或者被辞退的，离职前办理公务交接，应当审计的先审计，未办理的不得出具离职手续。",
    when=fact("is_leaving_service") & fact("are_leaving_papers_released") & ~fact("is_dismissed_in_absence"),
    requires=fact("is_handover_done") & (~fact("is_leaving_audit_due") | fact("is_leaving_audit_done")),
    effect=Effect.FORBID,
    cites=(
        "91",
        "leaving_office:7",
    ),
)

art_91_absent = Rule(
    id="civil_servant_law.91.absent",
    catalogue="ex-handover-audit",
    subject="leaving",
    since=date(2006, 1, 1),
    term="缺席辞退另行收回公物",
    term_en="Property recovered separately",
    means="Dismissed in absence: property and papers are recovered separately.",
    means_zh="本人缺席被辞退的，公物公文另行收回。",
    when=fact("is_dismissed_in_absence"),
    requires=fact("are_property_papers_recovered"),
    effect=Effect.WARN,
    cites=("91",),
)

art_93_case = Derivation(
    id="civil_servant_law.93.case",
    catalogue="ex-early-retire-law",
    subject="leaving",
    since=date(2006, 1, 1),
    term="提前退休的情形",
    term_en="Ground of early retirement",
    means="Thirty years of service; under five years to the age with twenty years; another state case.",
    means_zh="工作满三十年；距退休年龄不足五年且工作满二十年；国家规定的其他情形。",
    fact="early_retirement_ground",
    reads=("service_months",),
    optional=(
        "months_to_retirement",
        "has_other_early_ground",
    ),
    params=(
        "civil_servant_law.early_service_months",
        "civil_servant_law.early_months_to_age",
        "civil_servant_law.early_service_months_near",
    ),
    reckon=_early,
    cites=("93",),
)

art_93_law = Rule(
    id="civil_servant_law.93.law",
    catalogue="ex-early-retire-law",
    subject="leaving",
    since=date(2006, 1, 1),
    term="提前退休须有情形并经批准",
    term_en="Early retirement needs a ground and approval",
    means="On one's own wish, with a ground and the appointing body's approval.",
    means_zh="自愿提前退休须符合情形之一并经任免机关批准。",
    when=fact("is_early_retirement_asked"),
    requires=(fact("early_retirement_ground") != "none") & fact("is_early_retirement_approved"),
    effect=Effect.FORBID,
    cites=("93",),
)
