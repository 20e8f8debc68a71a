"""The yearly result, one rule for each kind of Party sanction, so that each cites its own item."""

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import fits
from quanheng.regulation.law.party_sanction_appraisal.years import FIRST


def year_of(kind: str, item: str, term: str, term_en: str) -> Rule:
    """The rule that a year under one kind of Party sanction has the result due to it."""
    return Rule(
        id=f"party_sanction_appraisal.{item}",
        catalogue="k-party-sanction-year",
        subject="appraisal",
        since=FIRST,
        term=f"受{term}处分的考核结果",
        term_en=f"Result under {term_en}",
        means=f"The year's result is the one due to {term_en}.",
        means_zh=f"受{term}处分的，年度考核结果按规定确定。",
        when=fact("party_sanction_in_question") == kind,
        requires=fits("party_year_outcome"),
        unless=("civil_servant_appraisal.several",),
        effect=Effect.FORBID,
        cites=(item,),
    )


warning = year_of("warning", "1", "警告", "a warning")
serious_warning = year_of("serious_warning", "2", "严重警告", "a serious warning")
removal = year_of("removal", "3", "撤销党内职务", "removal from Party posts")
probation = year_of("probation", "4", "留党察看", "probation within the Party")
expulsion = year_of("expulsion", "5", "开除党籍", "expulsion from the Party")
