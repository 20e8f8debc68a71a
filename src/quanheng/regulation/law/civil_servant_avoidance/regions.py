"""地域回避: the tiers of the text of 2011, kept as a floor since 2020."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

SEVEN = ("party", "government", "discipline", "organization", "court", "procuratorate", "public_security")
MUST = ((fact("regional_tier") == "county") & fact("regional_post").isin(SEVEN)) | (
    (fact("regional_tier") == "township") & fact("regional_post").isin(("party", "government"))
)

must_2011 = Rule(
    id="civil_servant_avoidance.8.must_2011",
    catalogue="av-region-2011",
    subject="avoidance",
    since=date(2011, 12, 12),
    repealed=date(2020, 12, 28),
    term="县乡正职地域回避",
    term_en="Chiefs of county and township",
    means="Chiefs of county and township, and of the five county bodies, must avoid the growth place.",
    means_zh="县、乡党政正职和县级纪检、组织、法院、检察院、公安部门正职，应当实行地域回避。",
    when=MUST,
    requires=~fact("is_in_growth_place") | fact("is_region_exception"),
    effect=Effect.FORBID,
    cites=("8",),
    gone="2020年版条文未见，现行由 av-region-2020 承接",
)

normally_2011 = Rule(
    id="civil_servant_avoidance.8.normally_2011",
    catalogue="av-region-2011",
    subject="avoidance",
    since=date(2011, 12, 12),
    repealed=date(2020, 12, 28),
    term="市级正职地域回避",
    term_en="Chiefs of the city",
    means="Chiefs of city bodies are normally not in the growth place.",
    means_zh="市（地、盟）党政正职和纪检、组织、法院、检察院、公安部门正职，一般不得在成长地任职。",
    when=(fact("regional_tier") == "city") & fact("regional_post").isin(SEVEN),
    requires=~fact("is_in_growth_place") | fact("is_region_exception") | fact("is_region_approved"),
    effect=Effect.WARN,
    cites=("8",),
    gone="2020年版条文未见，现行由 av-region-2020 承接",
)

must = Rule(
    id="civil_servant_avoidance.8.must",
    catalogue="av-region-2020",
    subject="avoidance",
    since=date(2020, 12, 28),
    term="县乡正职地域回避（现行）",
    term_en="Chiefs of county and township now",
    means="Chiefs of county and township must avoid the growth place (the text of 2011 is the floor).",
    means_zh="县、乡党政正职和县级五个部门正职应当地域回避（2020年条文未见，以2011年文本为底线）。",
    when=MUST,
    requires=~fact("is_in_growth_place") | fact("is_region_exception"),
    effect=Effect.FORBID,
    cites=(
        "8",
        "civil_servant_law:75",
    ),
)

normally = Rule(
    id="civil_servant_avoidance.8.normally",
    catalogue="av-region-2020",
    subject="avoidance",
    since=date(2020, 12, 28),
    term="市级正职地域回避（现行）",
    term_en="Chiefs of the city now",
    means="Chiefs of city bodies are normally not in the growth place (the text of 2011 is the floor).",
    means_zh="市级党政正职和五个部门正职一般不得在成长地任职（以2011年文本为底线）。",
    when=(fact("regional_tier") == "city") & fact("regional_post").isin(SEVEN),
    requires=~fact("is_in_growth_place") | fact("is_region_exception") | fact("is_region_approved"),
    effect=Effect.WARN,
    cites=(
        "8",
        "civil_servant_law:75",
    ),
)

township_elsewhere = Rule(
    id="civil_servant_avoidance.8.township_elsewhere",
    catalogue="av-region-2011",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="在本县其他乡镇任正职",
    term_en="In another township of the home county",
    means="Chief of another township of the home county: not stated, to be asked about.",
    means_zh="在成长的县内其他乡镇任党政正职的，规定未明，须请示认定。",
    when=(fact("regional_tier") == "township")
    & fact("regional_post").isin(("party", "government"))
    & fact("is_in_growth_county")
    & ~fact("is_in_growth_place"),
    requires=fact("is_growth_place_confirmed"),
    effect=Effect.WARN,
    cites=("8",),
)
