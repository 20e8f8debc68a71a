"""The yearly result after an admonition, accountability (2009) or a treatment, each citing its own instrument."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import fits

KIND = fact("year_treatment_kind")

admonition = Rule(
    id="civil_servant_appraisal.treatment.admonition",
    catalogue="k-org-treatment-year",
    subject="appraisal",
    since=date(2015, 12, 31),
    term="受诫勉的考核结果",
    term_en="Result after an admonition",
    means="Admonished: not excellent that year.",
    means_zh="受到诫勉的，当年年度考核不得确定为优秀等次。",
    when=KIND == "admonition",
    requires=fits("treatment_year_outcome"),
    unless=("civil_servant_appraisal.several",),
    effect=Effect.FORBID,
    cites=("admonition:grade",),
)

accountability = Rule(
    id="civil_servant_appraisal.treatment.accountability",
    catalogue="k-org-treatment-year",
    subject="appraisal",
    since=date(2009, 6, 30),
    repealed=date(2016, 7, 8),
    gone="2016年起按问责所用方式（诫勉、组织处理、纪律处分）确定",
    term="受问责的考核结果（2009年）",
    term_en="Result after accountability (2009)",
    means="Called to account: not excellent that year.",
    means_zh="受到问责的，当年年度考核不得确定为优秀等次。",
    when=KIND == "accountability",
    requires=fits("treatment_year_outcome"),
    unless=("civil_servant_appraisal.several",),
    effect=Effect.FORBID,
    cites=("accountability:10",),
)

treated = Rule(
    id="civil_servant_appraisal.treatment.organisational",
    catalogue="k-org-treatment-year",
    subject="appraisal",
    since=date(2021, 3, 19),
    term="受组织处理的考核结果",
    term_en="Result after a treatment",
    means="Adjusted: not excellent that year; ordered resignation, removal, demotion: no grade; suspension: as usual.",
    means_zh="受调整职务处理的当年不得优秀；责令辞职、免职、降职的当年只写评语、不定等次；停职检查没有单独影响。",
    when=KIND.isin(("suspension", "adjustment", "ordered_resignation", "removal", "demotion")),
    requires=fits("treatment_year_outcome"),
    unless=("civil_servant_appraisal.several",),
    effect=Effect.FORBID,
    cites=("organisational_treatment:grade",),
)
