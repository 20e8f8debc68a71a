"""Ratios of non-leading posts to the leading posts of their layer (or of the higher title to the two together)."""

from datetime import date

from quanheng.kernel.expressions import Expression, fact, param
from quanheng.regulation.core.rules import Effect, Rule

HELD, BASE = fact("title_bucket_held"), fact("title_bucket_base")


def ratio(place: str, bucket: str, term: str, term_en: str, within: Expression) -> Rule:
    """The rule that the holders of some non-leading posts stay within their share, rounded down."""
    return Rule(
        id=f"nonleading_posts.6.{place}_{bucket}",
        catalogue="rk-nonleading-2006",
        subject="rank",
        since=date(2006, 4, 9),
        repealed=date(2019, 6, 1),
        gone="非领导职务改为职级",
        term=f"非领导职务职数：{term}",
        term_en=f"Ratio: {term_en}",
        means=f"{term_en}: within the share of the base, rounded down; more only with central consent for special need.",
        means_zh=f"{term}的人数不得超过规定的比例，只取整数部分；特殊需要须经中央公务员主管部门同意。",
        when=(fact("title_place") == place) & (fact("title_bucket") == bucket),
        requires=within | fact("is_central_consent_given"),
        effect=Effect.FORBID,
        cites=("6", "16"),
    )


def percent(place: str, bucket: str) -> Expression:
    """Within the percentage of the parameter."""
    return BASE * param(f"nonleading_posts.{place}_{bucket}_percent") >= HELD * 100


def third(place: str, bucket: str) -> Expression:
    """Within one part of so many."""
    return HELD * param(f"nonleading_posts.{place}_{bucket}_part") <= BASE


central_full_inspectors = ratio(
    "central",
    "full_inspectors",
    "中央机关巡视员占巡视员、副巡视员",
    "Inspectors of the two in central organs",
    percent("central", "full_inspectors"),
)
central_researchers = ratio(
    "central",
    "researchers",
    "中央机关调研员、副调研员",
    "Researchers of central organs (2006)",
    percent("central", "researchers"),
)
provincial_full_inspectors = ratio(
    "provincial",
    "full_inspectors",
    "省级机关巡视员占巡视员、副巡视员",
    "Inspectors of the two in provincial organs",
    percent("provincial", "full_inspectors"),
)
provincial_researchers = ratio(
    "provincial",
    "researchers",
    "省级机关调研员、副调研员",
    "Researchers of provincial organs (2006)",
    percent("provincial", "researchers"),
)
city_full_researchers = ratio(
    "city",
    "full_researchers",
    "市级机关调研员占调研员、副调研员",
    "Researchers of the two in cities",
    percent("city", "full_researchers"),
)
city_section_titles = ratio(
    "city",
    "section_titles",
    "市级机关主任科员、副主任科员",
    "Section posts of cities",
    percent("city", "section_titles"),
)
county_section_titles = ratio(
    "county",
    "section_titles",
    "县级机关主任科员、副主任科员",
    "Section posts of counties",
    percent("county", "section_titles"),
)
central_inspectors = ratio(
    "central",
    "inspectors",
    "中央机关巡视员、副巡视员",
    "Inspectors of central organs (2006)",
    third("central", "inspectors"),
)
provincial_inspectors = ratio(
    "provincial",
    "inspectors",
    "省级机关巡视员、副巡视员",
    "Inspectors of provincial organs (2006)",
    third("provincial", "inspectors"),
)
city_researchers = ratio(
    "city",
    "researchers",
    "市级机关调研员、副调研员",
    "Researchers of cities (2006)",
    third("city", "researchers"),
)
