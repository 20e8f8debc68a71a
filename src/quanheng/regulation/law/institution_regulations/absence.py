"""Absence from an institution: working days, unlike the civil servants' printed days. 旷工解除合同"""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2014, 7, 1)

absent = Rule(
    id="institution_regulations.15.ended",
    catalogue="h-dismissal",
    subject="leaving",
    since=FIRST,
    term="旷工解除聘用合同",
    term_en="Contract ended for absence",
    means="The contract is ended for absence only beyond fifteen working days in a row or thirty in a year.",
    means_zh="因旷工解除聘用合同的，须连续超过十五个工作日或者一年内累计超过三十个工作日。",
    when=fact("is_contract_ended_for_absence"),
    requires=(fact("absence_workdays_in_row") > param("institution_regulations.absence_workdays_in_row"))
    | (fact("absence_workdays_in_year") > param("institution_regulations.absence_workdays_in_year")),
    effect=Effect.FORBID,
    cites=("15",),
)

dismissed = Rule(
    id="institution_regulations.18.dismissed",
    catalogue="h-admin-expulsion",
    subject="sanction",
    since=FIRST,
    term="开除解除聘用合同",
    term_en="Dismissal ends the contract",
    means="Dismissal ends the contract with the institution.",
    means_zh="事业单位工作人员受到开除处分的，解除聘用合同。",
    when=(fact("official_kind").isin(("institution_staff", "institution_manager")))
    & (fact("sanction_kind") == "service_dismissal"),
    requires=fact("is_contract_ended"),
    effect=Effect.FORBID,
    cites=("18",),
)
