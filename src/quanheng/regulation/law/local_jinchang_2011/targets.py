"""指标（一）: differential and competitive selection (historic since 2014), grass-roots experience, hiring."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2011, 4, 25)
HISTORIC = date(2014, 1, 14)
WHY = "2014年条例限定竞争性选拔的适用范围，此后只作历史指标，不再预警"


def _half(
    differential_promotions: int, new_promotions: int, differential_percent: int, on: date
) -> bool | None:
    return _reached(differential_promotions, new_promotions, differential_percent)


def _middle(
    middle_posts_competed: int, middle_posts_filled: int, competitive_middle_percent: int, on: date
) -> bool | None:
    return _reached(middle_posts_competed, middle_posts_filled, competitive_middle_percent)


def _vacancies(vacancies_competed: int, vacancies_filled: int, on: date) -> bool | None:
    return _reached(vacancies_competed, vacancies_filled, 100)


def _third(competitive_promotions: int, appointed_promotions: int, on: date) -> bool | None:
    return Share.GE_1_3.holds(competitive_promotions, appointed_promotions) if appointed_promotions else None


def _reached(part: int, whole: int, percent: int) -> bool | None:
    return part * 100 >= whole * percent if whole else None


differential_share = Rule(
    id="local_jinchang_2011.differential_share",
    catalogue="kpi-differential-share",
    subject="indicator",
    since=START,
    repealed=HISTORIC,
    term="差额选任比例",
    term_en="Share of differential selection",
    means="By the end of 2012 at least half of the newly promoted county and township leaders are chosen by differential selection.",
    means_zh="到2012年及以后每年，市、县区新提拔县处级、乡科级领导干部中差额选任的不少于百分之五十。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.differential_share_first_year"))
    & (fact("new_promotions") > 0),
    requires=fact("differential_promotions") * 100
    >= fact("new_promotions") * param("local_jinchang_2011.differential_percent"),
    effect=Effect.WARN,
    cites=("differential",),
    gone=WHY,
)

competitive_middle = Rule(
    id="local_jinchang_2011.competitive_middle",
    catalogue="kpi-competitive-middle",
    subject="indicator",
    since=START,
    repealed=HISTORIC,
    term="中层竞争上岗面",
    term_en="Competition for middle posts",
    means="At least eighty percent of the middle posts of city organs are filled by competition each year.",
    means_zh="市级党政机关中层干部竞争上岗面每年不少于百分之八十（“面”按职位计，口径待确认）。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.competitive_middle_first_year"))
    & (fact("middle_posts_filled") > 0),
    requires=fact("middle_posts_competed") * 100
    >= fact("middle_posts_filled") * param("local_jinchang_2011.competitive_middle_percent"),
    effect=Effect.WARN,
    cites=("competitive",),
    gone=WHY,
)

vacancy_competitive = Rule(
    id="local_jinchang_2011.vacancy_competitive",
    catalogue="kpi-vacancy-competitive",
    subject="indicator",
    since=START,
    repealed=HISTORIC,
    term="空缺岗位竞争性补充",
    term_en="Vacancies filled by competition",
    means="Vacancies of city organs inside the establishment are all filled by competition, open exam or open transfer.",
    means_zh="2011年起市直机关编制内空缺岗位全部以竞争上岗、公开招考、公开选调补充。",
    when=fact("vacancies_filled") > 0,
    requires=fact("vacancies_competed") >= fact("vacancies_filled"),
    effect=Effect.WARN,
    cites=("competitive",),
    gone=WHY,
)

competitive_third = Rule(
    id="local_jinchang_2011.competitive_third",
    catalogue="kpi-competitive-third",
    subject="indicator",
    since=START,
    repealed=HISTORIC,
    term="竞争性选拔产生比例",
    term_en="A third by competitive selection",
    means="From 2015 at least a third of the newly promoted appointed leaders come from competitive selection.",
    means_zh="到2015年及以后每年，新提拔委任制党政领导干部中竞争性选拔产生的不少于三分之一。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.competitive_third_first_year"))
    & (fact("appointed_promotions") > 0),
    requires=is_share(fact("competitive_promotions"), Share.GE_1_3, of=fact("appointed_promotions")),
    effect=Effect.WARN,
    cites=("competitive",),
    gone=WHY,
)

differential_share_historic = Derivation(
    id="local_jinchang_2011.differential_share.historic",
    catalogue="kpi-differential-share",
    subject="indicator",
    since=HISTORIC,
    term="差额选任历史指标",
    term_en="Differential selection, historic",
    means="Since 2014 the target is historic: whether it was reached is shown, nothing is warned of.",
    means_zh="2014年条例之后为历史指标：只显示是否达到，不预警。",
    fact="is_differential_share_reached",
    reads=("differential_promotions", "new_promotions"),
    params=("local_jinchang_2011.differential_percent",),
    reckon=_half,
    cites=("differential",),
)

competitive_middle_historic = Derivation(
    id="local_jinchang_2011.competitive_middle.historic",
    catalogue="kpi-competitive-middle",
    subject="indicator",
    since=HISTORIC,
    term="中层竞争上岗历史指标",
    term_en="Competition for middle posts, historic",
    means="Since 2014 the target is historic: whether it was reached is shown, nothing is warned of.",
    means_zh="2014年条例之后为历史指标：只显示是否达到，不预警。",
    fact="is_competitive_middle_reached",
    reads=("middle_posts_competed", "middle_posts_filled"),
    params=("local_jinchang_2011.competitive_middle_percent",),
    reckon=_middle,
    cites=("competitive",),
)

vacancy_competitive_historic = Derivation(
    id="local_jinchang_2011.vacancy_competitive.historic",
    catalogue="kpi-vacancy-competitive",
    subject="indicator",
    since=HISTORIC,
    term="空缺竞争性补充历史指标",
    term_en="Competition for vacancies, historic",
    means="Since 2014 the target is historic: whether it was reached is shown, nothing is warned of.",
    means_zh="2014年条例之后为历史指标：只显示是否达到，不预警。",
    fact="is_vacancy_competitive_reached",
    reads=("vacancies_competed", "vacancies_filled"),
    reckon=_vacancies,
    cites=("competitive",),
)

competitive_third_historic = Derivation(
    id="local_jinchang_2011.competitive_third.historic",
    catalogue="kpi-competitive-third",
    subject="indicator",
    since=HISTORIC,
    term="竞争性选拔三分之一历史指标",
    term_en="A third by competition, historic",
    means="Since 2014 the target is historic: whether it was reached is shown, nothing is warned of.",
    means_zh="2014年条例之后为历史指标：只显示是否达到，不预警。",
    fact="is_competitive_third_reached",
    reads=("competitive_promotions", "appointed_promotions"),
    reckon=_third,
    cites=("competitive",),
)

public_direct = Rule(
    id="local_jinchang_2011.public_direct",
    catalogue="kpi-public-direct",
    subject="indicator",
    since=START,
    term="公推直选覆盖",
    term_en="Public recommendation and direct election",
    means="Grass-roots Party organisations of organs, enterprises and schools that change term all do so by public recommendation and direct election.",
    means_zh="2011年起机关、企业、中小学校基层党组织换届全部实行公推直选。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.public_direct_first_year"))
    & (fact("changed_organisations") > 0),
    requires=fact("public_direct_organisations") >= fact("changed_organisations"),
    effect=Effect.WARN,
    cites=("public_direct",),
)

grassroots_leaders = Rule(
    id="local_jinchang_2011.grassroots_leaders",
    catalogue="kpi-grassroots-leaders",
    subject="indicator",
    since=START,
    term="基层领导经历占比",
    term_en="Members with grass-roots leadership",
    means="From 2012 at least half of the members of county and district teams have three years of grass-roots leadership.",
    means_zh="到2012年，县区党政领导班子中有三年以上乡镇、街道、企事业单位领导工作经历的达到半数以上（含半数）。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.grassroots_leaders_first_year"))
    & (fact("county_team_members") > 0),
    requires=is_share(fact("grassroots_team_members"), Share.GE_HALF, of=fact("county_team_members")),
    effect=Effect.WARN,
    cites=("grassroots",),
)

recruit_grassroots = Rule(
    id="local_jinchang_2011.recruit_grassroots",
    catalogue="kpi-recruit-grassroots",
    subject="indicator",
    since=START,
    term="录用人员基层经历",
    term_en="Hires with grass-roots experience",
    means="City organs hire only people with two years at the grass roots, special posts left out.",
    means_zh="市直机关考录、选调、遴选公务员，除特殊岗位外均须有两年以上基层工作经历。",
    when=fact("organ_hires") > 0,
    requires=fact("grassroots_hires") >= fact("organ_hires"),
    effect=Effect.WARN,
    cites=("grassroots",),
)

recruit_civil = Rule(
    id="local_jinchang_2011.recruit_civil",
    catalogue="kpi-recruit-four-kinds-cs",
    subject="indicator",
    since=START,
    term="公务员招考专设职位",
    term_en="Civil-service posts for four kinds",
    means="At least a tenth of the civil-service exam posts of the year are kept for the four kinds of people.",
    means_zh="每年公务员招考计划中不少于百分之十的职位专门用于考录四类人员。",
    when=fact("civil_exam_posts") > 0,
    requires=fact("civil_posts_reserved") * 100
    >= fact("civil_exam_posts") * param("local_jinchang_2011.recruit_civil_percent"),
    effect=Effect.WARN,
    cites=("grassroots",),
)

recruit_institution = Rule(
    id="local_jinchang_2011.recruit_institution",
    catalogue="kpi-recruit-four-kinds-si",
    subject="indicator",
    since=START,
    term="事业单位招考专设职位",
    term_en="Institution posts for four kinds",
    means="At least a tenth of the institution exam posts of the year are kept for the four kinds, reckoned apart.",
    means_zh="每年事业单位招考计划中不少于百分之十的职位专门用于考录四类人员，与公务员分别计算。",
    when=fact("institution_exam_posts") > 0,
    requires=fact("institution_posts_reserved") * 100
    >= fact("institution_exam_posts") * param("local_jinchang_2011.recruit_institution_percent"),
    effect=Effect.WARN,
    cites=("grassroots",),
)
