"""任职回避的处理: definitions, how a case is resolved, silence and refusal."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _mover(pair_layers: str, on: date) -> str:
    return "lower" if pair_layers == "different" else "by_need"


def _is_listed(duty_activity: str, on: date) -> bool:
    return duty_activity not in ("own_law", "routine")


team = Rule(
    id="civil_servant_avoidance.7.team",
    catalogue="av-post-civil",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="分属不同副职的人工判断",
    term_en="Different deputies of one team",
    means="Kin under different deputies of one team are allowed by default, but a person judges it.",
    means_zh="亲属分属同一班子不同副职分管的，默认不属于同一领导人员，但须由专人判断。",
    when=fact("is_avoidance_kin") & (fact("pair_positions") == "different_deputies"),
    requires=fact("is_pair_reviewed"),
    effect=Effect.WARN,
    cites=("7",),
)

mover = Derivation(
    id="civil_servant_avoidance.13.mover",
    catalogue="av-post-resolve",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="由谁回避",
    term_en="Who moves",
    means="Of different layers the lower one normally moves; of the same layer as the work needs.",
    means_zh="职务层次不同的，一般由较低一方回避；相同的，根据工作需要确定。",
    fact="avoidance_mover",
    reads=("pair_layers",),
    reckon=_mover,
    cites=("13",),
)

steps = Rule(
    id="civil_servant_avoidance.13.steps",
    catalogue="av-post-resolve",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="任职回避程序",
    term_en="Steps of a post case",
    means="A post case is checked and the person and those concerned are heard, then the appointing body decides.",
    means_zh="任职回避经审核并听取本人及相关人员意见后，由任免机关决定。",
    when=fact("has_avoidance_decision"),
    requires=fact("is_avoidance_checked")
    & fact("is_avoidance_person_heard")
    & fact("is_decided_by_appointer"),
    effect=Effect.WARN,
    cites=("13",),
)

adjust = Rule(
    id="civil_servant_avoidance.6.adjust",
    catalogue="av-post-resolve",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="新情形及时调整",
    term_en="New cases adjusted in time",
    means="Cases arising by marriage or change of post are adjusted in good time (default one month, not verified).",
    means_zh="因婚姻、职务变化新形成的回避情形，应当及时调整（本系统默认一个月，待核）。",
    when=fact("is_avoidance_kin"),
    requires=fact("is_avoidance_resolved")
    | (
        fact("judged_on")
        <= later(fact("avoidance_arose_on"), months=param("civil_servant_avoidance.adjust_months"))
    ),
    effect=Effect.WARN,
    cites=("6",),
)

entry = Rule(
    id="civil_servant_avoidance.13.entry",
    catalogue="av-post-resolve",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="进入前审查",
    term_en="Checked before entry",
    means="Candidates for entry are checked for avoidance before they enter.",
    means_zh="拟录用、调入人员，进入前审查是否有回避情形。",
    when=fact("is_entering_service"),
    requires=fact("is_entry_checked"),
    effect=Effect.WARN,
    cites=("13",),
)

silence = Rule(
    id="civil_servant_avoidance.14.silence",
    catalogue="av-post-resolve",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="不报告、隐瞒的处理",
    term_en="Silence is treated",
    means="Not reporting is criticised; where harm was done, sanctioned.",
    means_zh="应当回避而不报告或者隐瞒的，批评教育；造成不良影响的，给予处分。",
    when=fact("is_avoidance_silent"),
    requires=(fact("is_avoidance_criticised") & ~fact("has_avoidance_harm"))
    | fact("is_avoidance_sanctioned"),
    effect=Effect.WARN,
    cites=("14",),
)

refusal = Rule(
    id="civil_servant_avoidance.14.refusal",
    catalogue="av-post-resolve",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="拒不服从的免职",
    term_en="Refusal leads to removal",
    means="Whoever refuses the decision without good reason is removed from the post.",
    means_zh="无正当理由拒不服从回避决定的，免去所任职务。",
    when=fact("has_refused_avoidance") & ~fact("has_refusal_reason"),
    requires=fact("is_avoidance_refusal_handled"),
    effect=Effect.WARN,
    cites=("14",),
)

activity = Derivation(
    id="civil_servant_avoidance.10.activity",
    catalogue="av-duty-civil",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="公务回避的活动",
    term_en="Activities under duty avoidance",
    means="Recruitment, transfers, posts, assessment, rewards and sanctions, exchange, exits, supervision, audit, taxes, funds.",
    means_zh="录用、调任、升降任免、考核考察、奖惩、交流、出国审批、监察审计仲裁审理、税费和项目资金审批监管等活动。",
    fact="is_duty_activity",
    reads=("duty_activity",),
    reckon=_is_listed,
    cites=("10",),
)
