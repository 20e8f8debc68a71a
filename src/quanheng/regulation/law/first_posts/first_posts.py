"""First post and level by education, steps, minimum service (articles 3 to 7)."""

from datetime import date

from quanheng.kernel.dates import months_between
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

TITLES_2008 = {
    "senior_high": "clerk",
    "secondary_school": "clerk",
    "junior_college": "section_member",
    "bachelor": "section_member",
    "double_bachelor": "section_member",
    "postgraduate_without_degree": "section_member",
    "master": "deputy_section",
    "doctor": "section_head",
}
TITLES_2019 = {  # the same table in the ranks of 2019
    "clerk": "second_clerk",
    "section_member": "first_clerk",
    "deputy_section": "section_four",
    "section_head": "section_two",
}


def _post_2008(recruit_education: str, has_work_experience: bool, *, on: date) -> str | None:
    return None if has_work_experience else TITLES_2008[recruit_education]


post_before = Derivation(
    id="first_posts.3.post.2008",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    repealed=date(2019, 6, 1),
    term="首任职务（2008年）",
    term_en="First post (2008)",
    means="The first post of a recruit straight from school goes by education and degree.",
    means_zh="直接从学校录用、没有工作经历的，首任职务按学历学位确定；有工作经历的比照确定。",
    fact="first_post",
    reads=(
        "recruit_education",
        "has_work_experience",
    ),
    reckon=_post_2008,
    cites=("3",),
)


def _post_2019(recruit_education: str, has_work_experience: bool, *, on: date) -> str | None:
    return None if has_work_experience else TITLES_2019[TITLES_2008[recruit_education]]


post_now = Derivation(
    id="first_posts.3.post",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2019, 6, 1),
    term="首任职级",
    term_en="First rank",
    means="The same table in the ranks of 2019.",
    means_zh=(
        "2019年6月1日起按职级序列确定：办事员、科员、副主任科员、主任科员分别对应二级科员、一"
        "级科员、四级主任科员、二级主任科员。"
    ),
    fact="first_post",
    reads=(
        "recruit_education",
        "has_work_experience",
    ),
    reckon=_post_2019,
    cites=("3",),
)


def _level(
    recruit_education: str,
    has_work_experience: bool,
    level_secondary: int,
    level_college: int,
    level_bachelor: int,
    level_master: int,
    level_doctor: int,
    *,
    on: date,
) -> int | None:
    if has_work_experience:
        return None
    levels = {
        "senior_high": level_secondary,
        "secondary_school": level_secondary,
        "junior_college": level_college,
        "master": level_master,
        "doctor": level_doctor,
    }
    return levels.get(recruit_education, level_bachelor)


level = Derivation(
    id="first_posts.3.level",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    term="首次定级",
    term_en="First level",
    means="The first level of a recruit straight from school goes by education and degree.",
    means_zh="直接从学校录用、没有工作经历的，级别按学历学位确定；有工作经历的比照确定。",
    fact="first_level",
    reads=(
        "recruit_education",
        "has_work_experience",
    ),
    params=(
        "first_posts.level_secondary",
        "first_posts.level_college",
        "first_posts.level_bachelor",
        "first_posts.level_master",
        "first_posts.level_doctor",
    ),
    reckon=_level,
    cites=("3",),
)


post_right = Rule(
    id="first_posts.3.title",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    term="首任职务职级须合规定",
    term_en="The post that was set",
    means="The post or rank that was set is the one of the table.",
    means_zh="首任职务（职级）须与学历学位对应。",
    when=~fact("has_work_experience"),
    requires=fact("first_post_given") == fact("first_post"),
    effect=Effect.FORBID,
    cites=("3",),
)


level_right = Rule(
    id="first_posts.3.grade",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    term="首次定级须合规定",
    term_en="The level that was set",
    means="The level that was set is the one of the table.",
    means_zh="首次确定的级别须与学历学位对应。",
    when=~fact("has_work_experience"),
    requires=fact("first_level_given") == fact("first_level"),
    effect=Effect.FORBID,
    cites=("3",),
)


compared = Rule(
    id="first_posts.3.compared",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    term="有工作经历的比照确定",
    term_en="Others by comparison",
    means=(
        "Recruits with work experience, former civil servants too, are set by comparison "
        "with equals in the organ."
    ),
    means_zh="有工作经历的（含曾任公务员的）比照本机关同等条件人员确定。",
    when=fact("has_work_experience"),
    requires=fact("is_set_by_comparison"),
    effect=Effect.FORBID,
    cites=("3",),
)


in_time = Rule(
    id="first_posts.4.in_time",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    term="三十日内任职定级",
    term_en="Within thirty days",
    means="Assessed for post and level within thirty days of the end of probation.",
    means_zh="试用期满后三十日内考核并任职定级。",
    requires=fact("recruit_assessed_on")
    <= later(fact("recruit_complete_on"), days=param("first_posts.assess_days")),
    effect=Effect.FORBID,
    cites=("4",),
)


steps = Rule(
    id="first_posts.5.steps",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    term="任职定级的程序",
    term_en="Steps",
    means="Own summary, organ's proposal, decision of the appointing body.",
    means_zh="本人总结，所在机关提出意见，任免机关决定。",
    requires=fact("has_recruit_summary") & fact("has_organ_proposal") & fact("is_decided_by_appointing_body"),
    effect=Effect.FORBID,
    cites=("5",),
)


def _service(recruit_reported_on: date, *, on: date) -> int | None:
    return months_between(recruit_reported_on, on) if recruit_reported_on <= on else None


service = Derivation(
    id="first_posts.6.months",
    catalogue="rt-two-probations",
    subject="recruit",
    since=date(2008, 7, 16),
    term="自报到起的服务时间",
    term_en="Service since reporting",
    means="Service counts from reporting for work, probation included.",
    means_zh="工作时间自报到之日起算，含试用期。",
    fact="recruit_service_months",
    reads=("recruit_reported_on",),
    reckon=_service,
    cites=("6",),
)


minimum = Rule(
    id="first_posts.6.service",
    catalogue="rt-first-post",
    subject="recruit",
    since=date(2008, 7, 16),
    term="机关最低服务五年",
    term_en="Five years in the organs",
    means="A recruit serves in the organs for five years, probation included.",
    means_zh="新录用公务员在机关最低服务年限为五年，含试用期。",
    when=fact("is_leaving_organs"),
    requires=fact("recruit_service_months") >= param("first_posts.service_months"),
    effect=Effect.FORBID,
    cites=("6",),
)


not_counted = Rule(
    id="first_posts.7.not_counted",
    catalogue="rt-two-probations",
    subject="recruit",
    since=date(2008, 7, 16),
    term="试用期不计任职年限",
    term_en="Probation is no tenure",
    means="Counting a recruit's probation into tenure is a breach.",
    means_zh="不得将新录用公务员的试用期计入任职年限。",
    requires=~fact("is_recruit_probation_counted"),
    effect=Effect.FORBID,
    cites=("7",),
)
