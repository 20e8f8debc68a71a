"""解除: extension, what lifting does not restore, and those who have left."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

LAW_2005, RULES_2007, LAW_2018 = date(2006, 1, 1), date(2007, 6, 1), date(2019, 6, 1)

extension = Rule(
    id="state_sanctions.26.extension",
    catalogue="h-admin-lift",
    subject="sanction",
    since=LAW_2005,
    repealed=LAW_2018,
    gone="2018年公务员法起期满自动解除，不再延长处分期",
    term="处分期延长",
    term_en="Extension of the period",
    means="A period is extended by six months at most.",
    means_zh="不具备解除条件的，处分期最多延长六个月。",
    requires=fact("sanction_extended_to")
    <= later(fact("sanction_period_until"), months=param("state_sanctions.extension_months_most")),
    effect=Effect.FORBID,
    cites=("26",),
)

not_restored = Rule(
    id="state_sanctions.26.restored",
    catalogue="h-admin-lift",
    subject="sanction",
    since=LAW_2005,
    term="解除处分不恢复原职",
    term_en="Lifting restores nothing",
    means="The end of a demotion or removal does not restore the old post, level or pay.",
    means_zh="解除降级、撤职处分不视为恢复原职务、职级、级别和工资待遇。",
    when=fact("sanction_kind").isin(("grade_demotion", "post_removal")) & fact("is_sanction_ended"),
    requires=~fact("is_old_post_restored"),
    effect=Effect.FORBID,
    cites=("26",),
)

left = Rule(
    id="state_sanctions.27.left",
    catalogue="h-admin-retired",
    subject="sanction",
    since=RULES_2007,
    term="退休离职人员不再处分",
    term_en="No sanction after leaving",
    means="Who had retired, left or died before the decision gets no state sanction; Party discipline has no such limit.",
    means_zh="决定前已经退休、离职或者死亡的，不再给予政务处分；党纪处分不受此限。",
    when=(fact("sanction_family") == "state") & (fact("sanction_kind") != "none"),
    requires=fact("left_service_on") >= fact("sanction_decided_on"),
    effect=Effect.FORBID,
    cites=("27", "soe_sanctions:16"),
)

treatment = Derivation(
    id="state_sanctions.27.treatment",
    catalogue="h-admin-retired",
    subject="sanction",
    since=RULES_2007,
    term="退休人员待遇调整",
    term_en="Treatment of the retired",
    means="Where demotion, removal or dismissal would be due the treatment is adjusted.",
    means_zh="依法应当给予降级、撤职、开除的，调整其享受的待遇。",
    fact="is_treatment_lowered",
    reads=("outcome_kind",),
    reckon=lambda *, outcome_kind, on: (
        outcome_kind in ("grade_demotion", "post_removal", "service_dismissal")
    ),
    cites=("27", "soe_sanctions:16"),
)
