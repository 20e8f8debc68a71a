"""组织处理: the kinds, who decides, what is no treatment, the window, the appeal."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2021, 3, 19)
KINDS = ("suspension", "adjustment", "ordered_resignation", "removal", "post_demotion")
TREATED = fact("sanction_family") == "treatment"

kinds = Rule(
    id="organisational_treatment.3.kinds",
    catalogue="h-org-treatment",
    subject="sanction",
    since=FIRST,
    term="组织处理种类",
    term_en="Kinds of treatment",
    means="A treatment is suspension, adjustment, ordered resignation, removal or demotion.",
    means_zh="组织处理为停职检查、调整职务、责令辞职、免职、降职。",
    when=TREATED,
    requires=fact("sanction_kind").isin(KINDS),
    effect=Effect.FORBID,
    cites=("3",),
)

window_over = Rule(
    id="organisational_treatment.effect.window",
    catalogue="h-org-treatment",
    subject="sanction",
    since=FIRST,
    term="组织处理影响期已满",
    term_en="The treatment's window is over",
    means="After removal or ordered resignation no leading post for 12 months and no higher one for 24.",
    means_zh="责令辞职、免职的，一年内不得任领导职务，两年内不得任高于原职务层次的领导职务和晋升职级。",
    when=TREATED & fact("personnel_act").isin(("promotion", "further_use", "equal_post", "rank_promotion")),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("effect",),
)

suspension = Rule(
    id="organisational_treatment.suspension",
    catalogue="h-org-treatment",
    subject="sanction",
    since=FIRST,
    term="停职检查期限",
    term_en="Length of a suspension",
    means="A suspension normally lasts six months at most.",
    means_zh="停职检查期限一般不超过六个月。",
    when=TREATED & (fact("sanction_kind") == "suspension"),
    requires=fact("sanction_months") <= param("organisational_treatment.suspension_months"),
    effect=Effect.WARN,
    cites=("3",),
)

is_treatment = Derivation(
    id="organisational_treatment.not_treatment",
    catalogue="h-org-treatment",
    subject="sanction",
    since=FIRST,
    term="免职是否属于组织处理",
    term_en="Whether a removal is a treatment",
    means="Removal for work need, age, term, health or to secure an inquiry is no treatment.",
    means_zh="因工作需要、年龄、任期、健康或者配合审查调查免职的，不属于组织处理。",
    fact="is_removal_treatment",
    reads=("removal_ground",),
    reckon=lambda *, removal_ground, on: removal_ground == "breach",
    cites=("not_treatment",),
)

recorded_rightly = Rule(
    id="organisational_treatment.removal",
    catalogue="h-org-treatment",
    subject="sanction",
    since=FIRST,
    term="免职登记为组织处理",
    term_en="Removal recorded as a treatment",
    means="Only a removal for breach or failure is recorded as a treatment.",
    means_zh="因工作需要、年龄、任期、健康等原因免职的，不登记为组织处理，不产生影响期。",
    when=TREATED & (fact("sanction_kind") == "removal"),
    requires=fact("is_removal_treatment"),
    effect=Effect.FORBID,
    cites=("not_treatment",),
)

decider = Rule(
    id="organisational_treatment.6.decider",
    catalogue="h-org-treatment-procedure",
    subject="sanction",
    since=FIRST,
    term="组织处理决定机关",
    term_en="Who decides a treatment",
    means="The Party committee with management authority decides; a discipline body only proposes.",
    means_zh="组织处理由具有干部管理权限的党委（党组）决定，纪检监察机关只能建议。",
    when=TREATED,
    requires=(fact("treatment_decider") == "party_committee") & fact("has_management_authority"),
    effect=Effect.FORBID,
    cites=("6", "10"),
)

not_suspended = Rule(
    id="organisational_treatment.appeal.not_suspended",
    catalogue="h-org-treatment-procedure",
    subject="sanction",
    since=FIRST,
    term="申诉不停止执行",
    term_en="Not suspended by an appeal",
    means="An appeal does not suspend the treatment.",
    means_zh="申诉期间不停止组织处理的执行。",
    when=TREATED,
    requires=~fact("is_treatment_suspended"),
    effect=Effect.FORBID,
    cites=("appeal",),
    verified=False,
)

answer_due = Derivation(
    id="organisational_treatment.appeal.due",
    catalogue="h-org-treatment-procedure",
    subject="sanction",
    since=FIRST,
    term="申诉答复期限",
    term_en="Appeal to be answered until",
    means="An appeal against a treatment is answered within a month.",
    means_zh="对组织处理的申诉，一个月内答复。",
    fact="treatment_answer_due_on",
    reads=("treatment_appeal_received_on",),
    params=("organisational_treatment.answer_months",),
    reckon=lambda *, treatment_appeal_received_on, answer_months, on: answer_deadline(
        treatment_appeal_received_on, months=answer_months
    ),
    cites=("appeal",),
    verified=False,
)

answered = Rule(
    id="organisational_treatment.appeal.answered",
    catalogue="h-org-treatment-procedure",
    subject="sanction",
    since=FIRST,
    term="申诉按期答复",
    term_en="Appeal answered in time",
    means="An appeal is answered in time.",
    means_zh="申诉应当在期限内答复。",
    requires=fact("treatment_answered_on") <= fact("treatment_answer_due_on"),
    effect=Effect.WARN,
    cites=("appeal",),
    verified=False,
)
