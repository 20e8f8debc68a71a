"""Headcounts of ranks: each kind of body, each group of ranks, as a share of its base (posts, or the wider group)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule


def ratio(body: str, ranks: str, term: str, term_en: str) -> Rule:
    """The rule that the holders of a group of ranks stay within its share, rounded down."""
    name = f"{body}_{ranks}"
    return Rule(
        id=f"post_and_rank.11.{name}",
        catalogue="a-rank-quota",
        subject="rank",
        since=date(2019, 6, 1),
        term=f"职级职数：{term}",
        term_en=f"Quota: {term_en}",
        means=f"{term_en}: within the share of the base, rounded down.",
        means_zh=f"{term}的人数不得超过规定的比例，只取整数部分。",
        when=(fact("rank_body") == body) & (fact("rank_bucket") == ranks),
        requires=fact("rank_bucket_held") * 100
        <= fact("rank_bucket_base") * param(f"post_and_rank.{name}_percent"),
        effect=Effect.FORBID,
        cites=("11",),
    )


central_inspectors = ratio(
    "central", "inspectors", "中央机关一级、二级巡视员", "Inspectors of central organs"
)
central_researchers = ratio(
    "central", "researchers", "中央机关一级至四级调研员", "Researchers of central organs"
)
provincial_inspectors = ratio(
    "provincial", "inspectors", "省级机关一级、二级巡视员", "Inspectors of provincial organs"
)
provincial_researchers = ratio(
    "provincial", "researchers", "省级机关一级至四级调研员", "Researchers of provincial organs"
)
sub_provincial_inspectors = ratio(
    "sub_provincial", "inspectors", "副省级城市机关一级、二级巡视员", "Inspectors of deputy-provincial cities"
)
sub_provincial_researchers = ratio(
    "sub_provincial",
    "researchers",
    "副省级城市机关一级至四级调研员",
    "Researchers of deputy-provincial cities",
)
prefecture_second_inspectors = ratio(
    "prefecture", "second_inspectors", "市级机关二级巡视员", "Inspectors of cities"
)
prefecture_researchers = ratio(
    "prefecture", "researchers", "市级机关一级至四级调研员", "Researchers of cities"
)
prefecture_upper_researchers = ratio(
    "prefecture",
    "upper_researchers",
    "市级机关一级、二级调研员占调研员",
    "1st and 2nd grade of the researchers of cities",
)
prefecture_first_researchers = ratio(
    "prefecture",
    "first_researchers",
    "市级机关一级调研员占一级、二级调研员",
    "1st grade of the two in cities",
)
prefecture_section_ranks = ratio(
    "prefecture", "section_ranks", "市级机关一级至四级主任科员", "Principal staff members of cities"
)
prefecture_upper_section_ranks = ratio(
    "prefecture",
    "upper_section_ranks",
    "市级机关一级、二级主任科员占主任科员",
    "1st and 2nd grade of the principal staff members",
)
county_second_researchers = ratio(
    "county", "second_researchers", "县乡机关二级调研员", "2nd grade researchers of counties"
)
county_lower_researchers = ratio(
    "county", "lower_researchers", "县乡机关三级、四级调研员", "3rd and 4th grade researchers of counties"
)
county_third_researchers = ratio(
    "county", "third_researchers", "县乡机关三级调研员占三级、四级调研员", "3rd grade of the two in counties"
)
county_section_ranks = ratio(
    "county", "section_ranks", "县乡机关一级至四级主任科员", "Principal staff members of counties"
)
