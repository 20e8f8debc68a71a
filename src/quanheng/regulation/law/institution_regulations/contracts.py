"""聘用合同: length, probation, till retirement, and how it ends."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _grades(
    unqualified_years_in_row: int, refuses_post_change: bool | None, unqualified_years: int, on: date
) -> bool | None:
    """Two years running, or one with another post refused."""
    if unqualified_years_in_row >= unqualified_years:
        return True
    return refuses_post_change if unqualified_years_in_row else False


art_12 = Rule(
    id="institution_regulations.12",
    catalogue="o-contract-min-3y",
    subject="institution",
    since=date(2014, 7, 1),
    term="聘用合同三年",
    term_en="Contract of three years",
    means="A contract is normally of three years or more.",
    means_zh="聘用合同期限一般不低于三年。",
    requires=(fact("contract_months") >= param("institution_regulations.contract_months_least"))
    | fact("is_till_retirement_contract"),
    effect=Effect.WARN,
    cites=("12",),
)

art_13 = Rule(
    id="institution_regulations.13",
    catalogue="o-probation-12m",
    subject="institution",
    since=date(2014, 7, 1),
    term="初次就业试用期十二个月",
    term_en="Probation of twelve months",
    means="A first job with a contract of three years or more has twelve months of probation.",
    means_zh="初次就业且合同期限三年以上的，试用期为十二个月。",
    when=fact("is_first_job")
    & (fact("contract_months") >= param("institution_regulations.first_probation_contract_months")),
    requires=fact("institution_probation_months") == param("institution_regulations.first_probation_months"),
    effect=Effect.FORBID,
    cites=("13",),
)

art_14 = Rule(
    id="institution_regulations.14",
    catalogue="o-till-retirement",
    subject="institution",
    since=date(2014, 7, 1),
    term="聘用至退休",
    term_en="Contract till retirement",
    means="With ten full years here and less than ten to retirement the contract till retirement is not refused.",
    means_zh="在本单位连续工作满十年且距法定退休年龄不足十年，本人提出的，应当订立至退休的合同。",
    when=fact("is_till_retirement_asked")
    & (fact("institution_service_months") >= param("institution_regulations.service_months_least"))
    & (fact("months_to_retirement") < param("institution_regulations.months_left_under")),
    requires=fact("is_till_retirement_contract"),
    effect=Effect.FORBID,
    cites=("14",),
)

art_16_grades = Derivation(
    id="institution_regulations.16.grades",
    catalogue="o-contract-min-3y",
    subject="institution",
    since=date(2014, 7, 1),
    term="考核结果可以解除合同",
    term_en="Grades allow ending the contract",
    means="Unqualified and refusing another post, or two years running.",
    means_zh="年度考核不合格且不同意调整岗位，或者连续两年不合格。",
    fact="is_grade_contract_ground",
    reads=("unqualified_years_in_row",),
    optional=("refuses_post_change",),
    params=("institution_regulations.unqualified_years",),
    reckon=_grades,
    cites=("16",),
)

art_16_ground = Rule(
    id="institution_regulations.16.ground",
    catalogue="o-contract-min-3y",
    subject="institution",
    since=date(2014, 7, 1),
    term="解除合同须有事由",
    term_en="A ground for ending the contract",
    means="Ended for absence or grades only when the rules' figures are reached.",
    means_zh="以旷工、考核不合格为由解除合同的，应当达到规定的条件。",
    when=fact("contract_end_reason").isin(("absence", "grades")),
    requires=(
        (fact("contract_end_reason") == "absence")
        & (
            (fact("absence_workdays_in_row") > param("institution_regulations.absence_workdays_in_row"))
            | (fact("absence_workdays_in_year") > param("institution_regulations.absence_workdays_in_year"))
        )
    )
    | ((fact("contract_end_reason") == "grades") & fact("is_grade_contract_ground")),
    effect=Effect.FORBID,
    cites=(
        "15",
        "16",
    ),
)

art_16_notice = Rule(
    id="institution_regulations.16.notice",
    catalogue="o-contract-min-3y",
    subject="institution",
    since=date(2014, 7, 1),
    term="提前三十日书面通知",
    term_en="Thirty days' written notice",
    means="Ended for grades or by the staff member with 30 days' written notice.",
    means_zh="因考核不合格由单位解除或者由工作人员解除合同的，提前三十日书面通知。",
    when=fact("contract_end_reason").isin(("grades", "staff_leaves")),
    requires=fact("contract_ended_on")
    >= later(fact("contract_notice_on"), days=param("institution_regulations.notice_days")),
    effect=Effect.FORBID,
    cites=(
        "16",
        "17",
    ),
)
