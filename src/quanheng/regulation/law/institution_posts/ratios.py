"""岗位等级和结构比例: how many grades there are, and the control targets for professional posts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

# Cumulative tenths of each band, from its highest grade: 1:3:6, 2:4:4, 3:4:3, 5:5.
INNER = (((2, 3, 4), (1, 4)), ((5, 6, 7), (2, 6)), ((8, 9, 10), (3, 7)), ((11, 12), (5,)))


def _band(professional_post_grade: int, on: date) -> str | None:
    bands = ((4, "senior"), (7, "deputy_senior"), (10, "middle"), (13, "junior"))
    return next((name for last, name in bands if 1 <= professional_post_grade <= last), None)


def _is_over(counts: Mapping[int, int], grades: tuple[int, ...], tenths: tuple[int, ...]) -> bool:
    whole = sum(counts.get(grade, 0) for grade in grades)
    held = [sum(counts.get(grade, 0) for grade in grades[: n + 1]) for n in range(len(tenths))]
    return any(10 * some > part * whole for some, part in zip(held, tenths, strict=True))


def _over(professional_grade_posts: Sequence[Mapping[str, Any]], on: date) -> int | None:
    """In how many bands the higher grades hold more than their share."""
    if any(row.get("grade") is None or row.get("count") is None for row in professional_grade_posts):
        return None
    counts = {row["grade"]: row["count"] for row in professional_grade_posts}
    return sum(_is_over(counts, grades, tenths) for grades, tenths in INNER)


professional_grades_band_entry = Derivation(
    id="institution_posts.professional_grades.band",
    catalogue="o-posts",
    subject="institution",
    since=date(2006, 1, 1),
    term="专业技术岗位层次",
    term_en="Band of the professional grade",
    means="Grades 1-4 senior, 5-7 deputy senior, 8-10 intermediate, 11-13 junior.",
    means_zh="正高级一至四级，副高级五至七级，中级八至十级，初级十一至十三级。",
    fact="professional_band",
    reads=("professional_post_grade",),
    reckon=_band,
    cites=("professional_grades",),
)

management_grades_entry = Rule(
    id="institution_posts.management_grades",
    catalogue="o-posts",
    subject="institution",
    since=date(2006, 1, 1),
    term="管理岗位十个等级",
    term_en="Ten management grades",
    means="Management grades run from 1 to 10.",
    means_zh="管理岗位等级为一至十级。",
    requires=(fact("management_post_grade") >= 1)
    & (fact("management_post_grade") <= param("institution_posts.management_grades")),
    effect=Effect.FORBID,
    cites=("management_grades",),
)

professional_grades_entry = Rule(
    id="institution_posts.professional_grades",
    catalogue="o-posts",
    subject="institution",
    since=date(2006, 1, 1),
    term="专业技术岗位十三个等级",
    term_en="Thirteen professional grades",
    means="Professional grades run from 1 to 13.",
    means_zh="专业技术岗位等级为一至十三级。",
    requires=(fact("professional_post_grade") >= 1)
    & (fact("professional_post_grade") <= param("institution_posts.professional_grades")),
    effect=Effect.FORBID,
    cites=("professional_grades",),
)

ratios_bands_entry = Rule(
    id="institution_posts.ratios.bands",
    catalogue="o-posts",
    subject="institution",
    since=date(2006, 1, 1),
    term="高中初级比例1:3:6",
    term_en="Bands at 1:3:6",
    means="Senior posts at most a tenth, with intermediate ones four tenths: control targets and not per unit, unless approved otherwise.",
    means_zh="高级岗位不超过十分之一，高级和中级不超过十分之四；为总体控制目标，不是每个单位的比例，另经批准的从其规定。",
    requires=(
        (fact("senior_posts") * 10 <= fact("professional_posts") * param("institution_posts.senior_tenths"))
        & (
            (fact("senior_posts") + fact("middle_posts")) * 10
            <= fact("professional_posts") * param("institution_posts.upper_tenths")
        )
    )
    | fact("are_post_ratios_approved"),
    effect=Effect.WARN,
    cites=("ratios",),
)

ratios_over_entry = Derivation(
    id="institution_posts.ratios.over",
    catalogue="o-posts",
    subject="institution",
    since=date(2006, 1, 1),
    term="超出内部比例的层次",
    term_en="Bands over their inner ratio",
    means="1:3:6, 2:4:4, 3:4:3 and 5:5 within the bands, cumulated from the higher grade.",
    means_zh="二、三、四级1:3:6，五、六、七级2:4:4，八、九、十级3:4:3，十一、十二级5:5，按高级别累计。",
    fact="over_ratio_groups",
    reads=("professional_grade_posts",),
    reckon=_over,
    cites=("ratios",),
)

ratios_inner_entry = Rule(
    id="institution_posts.ratios.inner",
    catalogue="o-posts",
    subject="institution",
    since=date(2006, 1, 1),
    term="层次内部比例",
    term_en="Ratios within the bands",
    means="No band is over its inner ratio, unless approved otherwise.",
    means_zh="各层次内部不超过规定的比例，另经批准的从其规定。",
    requires=(fact("over_ratio_groups") == 0) | fact("are_post_ratios_approved"),
    effect=Effect.WARN,
    cites=("ratios",),
)

main_entry = Rule(
    id="institution_posts.main",
    catalogue="o-posts",
    subject="institution",
    since=date(2006, 1, 1),
    term="专业技术岗位为主",
    term_en="Mainly professional posts",
    means="In units serving through professionals at least 70 percent are professional posts.",
    means_zh="以专业技术提供社会公益服务的单位，专业技术岗位不低于百分之七十。",
    when=fact("is_professional_service_unit"),
    requires=(
        fact("professional_posts") * 100
        >= fact("institution_posts_total") * param("institution_posts.professional_percent")
    )
    | fact("are_post_ratios_approved"),
    effect=Effect.WARN,
    cites=("main",),
)
