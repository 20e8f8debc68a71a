"""Review and appeal: what may be contested, in what time, by whom, and what the organ owes. Venue and outcomes are elsewhere."""

from datetime import date, timedelta

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START, DETAILED = date(2006, 1, 1), date(2008, 5, 14)


def reckon_contestable(*, contested_act: str, is_act_by_supervisors: bool | None, on: date) -> bool:
    """Whether review and appeal are open; acts of supervisory bodies have their own remedies."""
    return contested_act != "other" and not is_act_by_supervisors


def reckon_due(
    *,
    contest_step: str,
    act_learned_on: date | None,
    contest_answer_received_on: date | None,
    review_days: int,
    appeal_days: int,
    direct_appeal_days: int,
    second_appeal_days: int,
    on: date,
) -> date | None:
    """The last day to file: the day of learning or receiving is not counted, a rest day moves on."""
    start, days = {
        "review": (act_learned_on, review_days),
        "direct_appeal": (act_learned_on, direct_appeal_days),
        "appeal_after_review": (contest_answer_received_on, appeal_days),
        "second_appeal": (contest_answer_received_on, second_appeal_days),
    }[contest_step]
    return answer_deadline(start, days=days) if start else None


def reckon_stage(
    *,
    contest_stage: str,
    contest_stage_from_on: date,
    contest_extension_days: int | None,
    review_decided_days: int,
    acceptance_days: int,
    appeal_decided_days: int,
    appeal_extended_days: int,
    on: date,
) -> date:
    """The organ's last day, a rest day moves on; only the decision on an appeal may be extended, within the limit."""
    days = {"review": review_decided_days, "acceptance": acceptance_days, "appeal": appeal_decided_days}
    extra = min(contest_extension_days or 0, appeal_extended_days) if contest_stage == "appeal" else 0
    return answer_deadline(contest_stage_from_on, days=days[contest_stage] + extra)


def reckon_served(*, contest_published_on: date, notice_days: int, on: date) -> date:
    """Served by public notice."""
    return contest_published_on + timedelta(days=notice_days)


contestable = Derivation(
    id="civil_servant_law.95.contestable",
    catalogue="k-appeal",
    subject="appeal",
    since=START,
    term="可以复核、申诉的人事处理",
    term_en="Acts open to review and appeal",
    means="Eight kinds of personnel acts may be contested; acts of supervisory bodies have their own remedies.",
    means_zh="处分、辞退或者取消录用、降职、定为不称职、免职、辞职或者提前退休未予批准、工资福利保险待遇、法律法规规定的其他情形八类可以复核、申诉；监察机关作出的另有救济。",
    fact="is_act_contestable",
    reads=("contested_act",),
    optional=("is_act_by_supervisors",),
    reckon=reckon_contestable,
    cites=("95",),
)

open_to_appeal = Rule(
    id="civil_servant_law.95.kinds",
    catalogue="k-appeal",
    subject="appeal",
    since=START,
    term="复核、申诉范围",
    term_en="Scope of review and appeal",
    means="Only the acts that the law lists are open to review and appeal.",
    means_zh="只有法律列举的人事处理可以申请复核、提出申诉。",
    requires=fact("is_act_contestable"),
    effect=Effect.WARN,
    cites=("95",),
)

due = Derivation(
    id="civil_servant_law.95.due",
    catalogue="k-appeal",
    subject="appeal",
    since=START,
    term="复核、申诉期限",
    term_en="Time to contest",
    means="Review and direct appeal: thirty days from learning; appeal after review: fifteen from receipt; second appeal: thirty.",
    means_zh="复核、直接申诉自知道之日起三十日内，复核后申诉自接到复核决定之日起十五日内，再申诉自接到申诉决定之日起三十日内；当日不计，末日为休息日的顺延。",
    fact="contest_due_on",
    reads=("contest_step",),
    optional=("act_learned_on", "contest_answer_received_on"),
    params=tuple(
        f"civil_servant_law.{each}_days" for each in ("review", "appeal", "direct_appeal", "second_appeal")
    ),
    reckon=reckon_due,
    cites=("95",),
)

in_time = Rule(
    id="civil_servant_law.95.in_time",
    catalogue="k-appeal",
    subject="appeal",
    since=START,
    term="在期限内提出",
    term_en="Filed in time",
    means="Filed by the last day, unless the accepting organ excused a delay for force majeure.",
    means_zh="应当在期限内提出；因不可抗力不能按期提出的，经受理机关同意可以延长。",
    requires=(fact("contest_filed_on") <= fact("contest_due_on")) | fact("is_contest_delay_excused"),
    effect=Effect.WARN,
    cites=("95",),
)

filer = Rule(
    id="civil_servant_law.95.filer",
    catalogue="k-appeal",
    subject="appeal",
    since=DETAILED,
    term="由本人提出",
    term_en="Filed by the person",
    means="Only the person may file; heirs or near relatives when the person died or lost capacity.",
    means_zh="复核、申诉由本人提出；本人死亡或者丧失行为能力的，由继承人或者近亲属提出。",
    requires=(fact("contest_filed_by") == "self")
    | ((fact("contest_filed_by") == "kin") & fact("is_person_dead_or_incapable")),
    effect=Effect.WARN,
    cites=("95",),
)

one_at_a_time = Rule(
    id="civil_servant_law.95.pending",
    catalogue="k-appeal",
    subject="appeal",
    since=DETAILED,
    term="复核期间不得申诉",
    term_en="No appeal while a review is pending",
    means="No appeal while a review is pending.",
    means_zh="复核决定作出以前不得提出申诉。",
    when=fact("contest_step").isin(("appeal_after_review", "direct_appeal")),
    requires=~fact("is_contest_review_pending"),
    effect=Effect.WARN,
    cites=("95",),
)

stands = Rule(
    id="civil_servant_law.96",
    catalogue="k-appeal",
    subject="appeal",
    since=START,
    term="不停止执行、不得加重",
    term_en="Not suspended, not made heavier",
    means="The act is carried out meanwhile and is not made heavier because it was contested.",
    means_zh="复核、申诉期间不停止人事处理的执行，不得因申请复核、提出申诉而加重处理。",
    requires=~fact("is_act_suspended") & ~fact("is_act_made_heavier"),
    effect=Effect.FORBID,
    cites=("96",),
)

stage_due = Derivation(
    id="civil_servant_law.95.stage_due",
    catalogue="k-appeal",
    subject="appeal",
    since=DETAILED,
    term="复核、申诉办理期限",
    term_en="Time for the organ",
    means="Review: thirty days from receipt; acceptance: thirty; appeal: sixty from acceptance, extended by thirty at most.",
    means_zh="复核自接到申请之日起三十日内作出决定；申诉自接到之日起三十日内决定是否受理，自受理之日起六十日内作出决定，可以延长不超过三十日。",
    fact="contest_stage_due_on",
    reads=("contest_stage", "contest_stage_from_on"),
    optional=("contest_extension_days",),
    params=tuple(
        f"civil_servant_law.{each}_days"
        for each in ("review_decided", "acceptance", "appeal_decided", "appeal_extended")
    ),
    reckon=reckon_stage,
    cites=("95",),
)

stage_in_time = Rule(
    id="civil_servant_law.95.stage",
    catalogue="k-appeal",
    subject="appeal",
    since=DETAILED,
    term="按期办理复核、申诉",
    term_en="Decided in time",
    means="The organ decides within its time.",
    means_zh="受理机关应当在规定期限内作出决定。",
    requires=fact("contest_stage_done_on") <= fact("contest_stage_due_on"),
    effect=Effect.WARN,
    cites=("95",),
)

served = Derivation(
    id="civil_servant_law.95.served",
    catalogue="k-appeal",
    subject="appeal",
    since=DETAILED,
    term="公告送达",
    term_en="Served by public notice",
    means="Served by public notice: sixty days after publication.",
    means_zh="公告送达的，自发布公告之日起满六十日视为送达。",
    fact="contest_served_on",
    reads=("contest_published_on",),
    params=("civil_servant_law.notice_days",),
    reckon=reckon_served,
    cites=("95",),
)
