"""While a case is open the person stays where he is."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

open_case = Rule(
    id="state_sanctions.52.open_case",
    catalogue="h-admin-under-investigation",
    subject="candidacy",
    since=date(2007, 6, 1),
    term="立案调查期间",
    term_en="While a case is open",
    means="Nobody under an opened investigation is promoted or moved.",
    means_zh="被立案调查期间，不得交流、晋升。",
    requires=~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("52",),
)

REVIEWED = ("exchange", "promotion", "further_use", "rank_promotion", "reward", "unit_sanction", "retirement")

acts_2007 = Rule(
    id="state_sanctions.38.acts",
    catalogue="h-admin-under-investigation",
    subject="sanction",
    since=date(2007, 6, 1),
    repealed=date(2020, 7, 1),
    term="立案期间的限制（2007年条例）",
    term_en="Barred while a case is open (2007)",
    means="While a case is open no exchange, leaving the country, resignation or retirement.",
    means_zh="立案调查期间，不得交流、出境、辞去公职或者办理退休。",
    when=fact("personnel_act").isin(("exchange", "leaving_country", "resignation", "retirement")),
    requires=~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("52",),
)

acts_2020 = Rule(
    id="state_sanctions.52.acts",
    catalogue="h-admin-under-investigation",
    subject="sanction",
    since=date(2020, 7, 1),
    term="立案期间单位不得办理的事项",
    term_en="Barred to the unit while a case is open",
    means="While a case is open the unit does not exchange, promote, reward, sanction or retire the person.",
    means_zh="立案调查期间，单位不得对其交流、晋升、奖励、处分或者办理退休。",
    when=fact("personnel_act").isin(REVIEWED),
    requires=~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("52",),
)

consent_2020 = Rule(
    id="state_sanctions.52.consent",
    catalogue="h-admin-under-investigation",
    subject="sanction",
    since=date(2020, 7, 1),
    term="立案期间出境、辞职须经同意",
    term_en="Leaving needs consent while a case is open",
    means="While a case is open nobody leaves the country or resigns without the supervisory body's consent.",
    means_zh="立案调查期间，未经监察机关同意不得出境、辞去公职。",
    when=fact("personnel_act").isin(("leaving_country", "resignation")),
    requires=~fact("is_under_investigation") | fact("has_supervisor_consent"),
    effect=Effect.FORBID,
    cites=("52",),
)
