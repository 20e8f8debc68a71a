"""第二章 选拔任用条件: the qualifications a candidate must have. Exceptions are in `ch2_exceptions`."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2002, 7, 9), date(2014, 1, 14)  # the versions of 2002 and 2014
COUNTY_UP = ("county", "bureau", "provincial", "national")
BUREAU_UP = ("bureau", "provincial", "national")
PROMOTION = fact("move") == "promotion"
EXCEPTION = ("selection_regulations.9", "selection_regulations.9.general")

service = Rule(
    id="selection_regulations.8.1.service",
    catalogue="a-service-5y",
    subject="candidacy",
    since=FIRST,
    term="五年以上工龄",
    term_en="Five years of service",
    means="Promotion to a county-level leading post: at least five years of service.",
    means_zh="提任县处级领导职务的，工龄不少于五年。",
    when=(fact("post_tier") == "county") & PROMOTION & fact("is_leading_post"),
    requires=fact("service_months") >= param("selection_regulations.service_months"),
    unless=EXCEPTION,
    effect=Effect.FORBID,
    cites=("8.1",),
)

grassroots = Rule(
    id="selection_regulations.8.1.grassroots",
    catalogue="a-grassroots-2y",
    subject="candidacy",
    since=FIRST,
    term="两年以上基层工作经历",
    term_en="Two years at the grass roots",
    means="Promotion to a county-level leading post: at least two years at the grass roots.",
    means_zh="提任县处级领导职务的，基层工作经历不少于两年。",
    when=(fact("post_tier") == "county") & PROMOTION & fact("is_leading_post"),
    requires=fact("grassroots_months") >= param("selection_regulations.grassroots_months"),
    unless=EXCEPTION,
    effect=Effect.FORBID,
    cites=("8.1",),
)

two_posts = Rule(
    id="selection_regulations.8.2.posts",
    catalogue="a-two-posts",
    subject="candidacy",
    since=FIRST,
    term="下一级两个以上职位",
    term_en="Two posts one level down",
    means="County level and above: normally two or more posts held one level down.",
    means_zh="提任县处级以上领导职务的，一般任过下一级两个以上职位。",
    when=fact("post_tier").isin(COUNTY_UP) & PROMOTION & fact("is_leading_post"),
    requires=fact("posts_one_level_down") >= param("selection_regulations.posts_one_level_down"),
    unless=EXCEPTION,
    effect=Effect.WARN,
    cites=("8.2",),
)

deputy_tenure = Rule(
    id="selection_regulations.8.3.deputy",
    catalogue="a-tenure-deputy-to-chief",
    subject="candidacy",
    since=FIRST,
    term="副职任职年限",
    term_en="Tenure as deputy",
    means="From deputy to chief of the same tier: at least two years in deputy posts.",
    means_zh="由副职提任正职的，在副职岗位任职不少于两年。",
    when=(fact("step") == "deputy_to_chief") & fact("post_tier").isin(COUNTY_UP),
    requires=fact("months_as_deputy") >= param("selection_regulations.deputy_months"),
    unless=EXCEPTION,
    effect=Effect.FORBID,
    cites=("8.3",),
)

lower_chief_tenure = Rule(
    id="selection_regulations.8.3.lower_chief",
    catalogue="a-tenure-chief-to-upper-deputy",
    subject="candidacy",
    since=FIRST,
    term="下级正职任职年限",
    term_en="In chief posts one tier below",
    means="From chief to deputy one tier up: at least three years in chief posts of the lower tier.",
    means_zh="由下级正职提任上级副职的，在下级正职岗位任职不少于三年。",
    when=(fact("step") == "chief_to_upper_deputy") & fact("post_tier").isin(COUNTY_UP),
    requires=fact("months_as_chief_below") >= param("selection_regulations.lower_chief_months"),
    unless=EXCEPTION,
    effect=Effect.FORBID,
    cites=("8.3",),
)

education = Rule(
    id="selection_regulations.8.4.college",
    catalogue="a-education-floor",
    subject="candidacy",
    since=FIRST,
    term="大学专科以上学历",
    term_en="Junior college or above",
    means="Leading posts below bureau level: normally junior college or above.",
    means_zh="提任厅局级以下（不含厅局级）领导职务的，一般具有大学专科以上学历。",
    when=fact("post_tier").isin(("county", "township")) & PROMOTION,
    requires=fact("education_rank") >= param("selection_regulations.education_floor"),
    unless=EXCEPTION,
    effect=Effect.WARN,
    cites=("8.4",),
)

education_bureau = Rule(
    id="selection_regulations.8.4.bachelor",
    catalogue="a-education-floor",
    subject="candidacy",
    since=FIRST,
    term="大学本科以上学历",
    term_en="Bachelor's course or above",
    means="Bureau level and above: normally a bachelor course or above.",
    means_zh="提任厅局级以上领导职务的，一般具有大学本科以上学历。",
    when=fact("post_tier").isin(BUREAU_UP) & PROMOTION,
    requires=fact("education_rank") >= param("selection_regulations.education_floor_bureau"),
    unless=EXCEPTION,
    effect=Effect.WARN,
    cites=("8.4",),
)

training_2002 = Rule(
    id="selection_regulations.8.5.months",
    catalogue="a-training-before-post",
    subject="candidacy",
    since=FIRST,
    repealed=SECOND,
    term="任职前培训（2002年）",
    term_en="Training before the post (2002)",
    means="Promotion: three months of training within five years.",
    means_zh="提任领导职务的，五年内参加培训累计三个月以上。",
    when=PROMOTION,
    requires=fact("training_months_5y") >= param("selection_regulations.training_months"),
    unless=EXCEPTION,
    effect=Effect.FORBID,
    cites=("8.5",),
)

training = Rule(
    id="selection_regulations.8.5.training",
    catalogue="a-training-before-post",
    subject="candidacy",
    since=SECOND,
    term="任职前培训",
    term_en="Training before the post",
    means="Promotion: three months or 550 hours of training in five years, or promised within a year after.",
    means_zh="提任领导职务的，五年内培训达到三个月或者五百五十学时；未达到的，提任后一年内完成。",
    when=PROMOTION,
    requires=(fact("training_months_5y") >= param("selection_regulations.training_months"))
    | (fact("training_hours_5y") >= param("selection_regulations.training_hours"))
    | fact("is_training_promised"),
    unless=EXCEPTION,
    effect=Effect.FORBID,
    cites=("8.5", "cadre_training:14"),
)

fitness = Rule(
    id="selection_regulations.8.6.fitness",
    catalogue="a-physical-fitness",
    subject="candidacy",
    since=FIRST,
    term="身体条件",
    term_en="Physical fitness",
    means="Physically able to perform the duties.",
    means_zh="身体条件能够正常履行职责。",
    requires=fact("is_fit_for_duty"),
    effect=Effect.FORBID,
    cites=("8.6",),
)

party_seniority_county = Rule(
    id="selection_regulations.8.7.county",
    catalogue="a-party-seniority",
    subject="candidacy",
    since=date(2012, 11, 14),
    term="党龄（县级党委委员）",
    term_en="Party seniority (county committee)",
    means="Members of county Party committees: full members for at least three years.",
    means_zh="担任县级党委委员、候补委员的，党龄不少于三年。",
    when=fact("party_seat") == "county",
    requires=fact("party_full_months") >= param("party_constitution.county_months"),
    effect=Effect.FORBID,
    cites=("8.7", "party_constitution:27"),
)

party_seniority_city = Rule(
    id="selection_regulations.8.7.city",
    catalogue="a-party-seniority",
    subject="candidacy",
    since=date(2012, 11, 14),
    term="党龄（市级党委委员）",
    term_en="Party seniority (city committee)",
    means="Members of city Party committees: full members for at least five years.",
    means_zh="担任市级党委委员、候补委员的，党龄不少于五年。",
    when=fact("party_seat") == "city",
    requires=fact("party_full_months") >= param("party_constitution.city_months"),
    effect=Effect.FORBID,
    cites=("8.7", "party_constitution:27"),
)

party_seniority_province = Rule(
    id="selection_regulations.8.7.province",
    catalogue="a-party-seniority",
    subject="candidacy",
    since=date(2012, 11, 14),
    term="党龄（省级党委委员）",
    term_en="Party seniority (provincial committee)",
    means="Members of provincial Party committees: full members for at least five years.",
    means_zh="担任省级党委委员、候补委员的，党龄不少于五年。",
    when=fact("party_seat") == "province",
    requires=fact("party_full_months") >= param("party_constitution.province_months"),
    effect=Effect.FORBID,
    cites=("8.7", "party_constitution:27"),
)
