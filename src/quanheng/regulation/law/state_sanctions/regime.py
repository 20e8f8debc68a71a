"""Which kinds of state sanction fit which person, and that one act is sanctioned once."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

LAW_2005, INTERIM, LAW_2018, LAW_2020 = date(2006, 1, 1), date(2018, 4, 1), date(2019, 6, 1), date(2020, 7, 1)
SIX = ("warning", "demerit", "major_demerit", "grade_demotion", "post_removal", "service_dismissal", "none")
THREE = ("warning", "demerit", "major_demerit", "none")
FOUR = ("warning", "demerit", "post_grade_lowering", "service_dismissal", "none")
STATE = fact("sanction_family") == "state"
KIND, WHO = fact("sanction_kind"), fact("official_kind")

civil_servants = Rule(
    id="state_sanctions.regime.civil_servants",
    catalogue="h-admin-regime",
    subject="sanction",
    since=LAW_2005,
    term="公务员处分种类",
    term_en="Kinds for civil servants",
    means="Civil servants and staff managed by reference get one of six kinds.",
    means_zh="公务员、参公人员的处分为警告、记过、记大过、降级、撤职、开除六种。",
    when=STATE & WHO.isin(("civil_servant", "reference_staff")),
    requires=KIND.isin(SIX),
    effect=Effect.FORBID,
    cites=("regime",),
)

managers = Rule(
    id="state_sanctions.regime.managers",
    catalogue="h-admin-regime",
    subject="sanction",
    since=LAW_2020,
    term="管理人员处分种类",
    term_en="Kinds for managers",
    means="Managers of institutions and state enterprises get one of the six kinds.",
    means_zh="事业单位、国有企业从事管理的人员适用六种政务处分。",
    when=STATE & WHO.isin(("institution_manager", "soe_manager")),
    requires=KIND.isin(SIX),
    unless=("state_sanctions.regime.transition",),
    effect=Effect.FORBID,
    cites=("regime", "20"),
)

transition = Rule(
    id="state_sanctions.regime.transition",
    catalogue="h-admin-regime",
    subject="sanction",
    since=LAW_2020,
    repealed=date(2023, 11, 6),
    gone="2023年事业单位处分规定施行后不再适用四种处分",
    term="过渡期的事业单位处分种类",
    term_en="Institution kinds in the interim",
    means="Between July 2020 and November 2023 an employer's institution kinds are accepted and shown.",
    means_zh="2020年7月至2023年11月，单位对管理人员沿用事业单位处分种类的，予以接受并提示。",
    when=STATE & (WHO == "institution_manager") & (fact("sanction_decider") == "employer"),
    requires=KIND.isin(FOUR),
    effect=Effect.WARN,
    cites=("20",),
    verified=False,
)

village = Rule(
    id="state_sanctions.regime.three",
    catalogue="h-admin-regime",
    subject="sanction",
    since=LAW_2020,
    term="村（居）管理人员和其他公职人员处分种类",
    term_en="Kinds for village managers and others",
    means="Village and residents' managers and other officials get a warning, a demerit or a major demerit only.",
    means_zh="基层群众性自治组织管理人员和其他公职人员只适用警告、记过、记大过。",
    when=STATE & WHO.isin(("village_manager", "other_official")),
    requires=KIND.isin(THREE),
    effect=Effect.FORBID,
    cites=("22", "23"),
)

village_before = Rule(
    id="state_sanctions.regime.village_interim",
    catalogue="h-admin-regime",
    subject="sanction",
    since=INTERIM,
    repealed=LAW_2020,
    term="村级管理人员暂无政务处分",
    term_en="No sanction for village managers yet",
    means="Before July 2020 village managers got no state sanction.",
    means_zh="2020年7月1日前，村级管理人员没有可适用的政务处分种类。",
    when=STATE & (WHO == "village_manager"),
    requires=KIND == "none",
    effect=Effect.FORBID,
    cites=("interim",),
    verified=False,
)

lowering = Rule(
    id="state_sanctions.regime.lowering",
    catalogue="h-admin-regime",
    subject="sanction",
    since=LAW_2020,
    term="降低岗位等级的决定机关",
    term_en="Who lowers a post grade",
    means="Only the employer, never a supervisory body, lowers a post grade.",
    means_zh="降低岗位等级只能由单位给予，监察机关不能给予。",
    when=KIND == "post_grade_lowering",
    requires=fact("sanction_decider") == "employer",
    effect=Effect.FORBID,
    cites=("regime",),
)

once = Rule(
    id="state_sanctions.16.once",
    catalogue="h-admin-regime",
    subject="sanction",
    since=LAW_2018,
    term="同一行为不重复处分",
    term_en="One act, one sanction",
    means="The supervisory body and the employer do not both sanction one act.",
    means_zh="对同一违法行为，监察机关和任免机关、单位不得重复给予处分；组织处理、免职可以并用。",
    requires=~(fact("is_sanctioned_by_supervisor") & fact("is_sanctioned_by_employer")),
    effect=Effect.FORBID,
    cites=("16", "civil_servant_law:61"),
)
