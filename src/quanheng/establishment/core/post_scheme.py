"""岗位设置方案 in figures: the facts of a scheme, what the law says of it, and its shares. No database, no Django.

A structure is a mapping from (class, grade) to a number: the approved posts, or the people who hold them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, Verdict, judge, work_out

Grade = tuple[str, int]
Structure = Mapping[Grade, int]
CLASSES = ("management", "technical", "worker")
BANDS = ("senior", "deputy_senior", "middle", "junior")
UPPER = ("senior", "deputy_senior")
INNER = ((2, 3, 4), (5, 6, 7), (8, 9, 10), (11, 12))
"""Groups of technical grades that have an inner ratio; the figures themselves are the law's."""
GRADES = {"management": range(1, 11), "technical": range(1, 14), "worker": range(1, 7)}
"""Grades a form offers; 6 of the workers is 普通工, which has no grades. What is too high is refused by the law."""
NO_GRADE = 6
STRUCTURE_RULES = (
    "institution_posts.ratios.bands",
    "institution_posts.ratios.inner",
    "institution_posts.main",
)
GRADE_RULES = {
    "management": ("management_post_grade", "institution_posts.management_grades"),
    "technical": ("professional_post_grade", "institution_posts.professional_grades"),
}


@dataclass(frozen=True)
class Share:
    """构成: one part of a whole, in posts and in per cent (one decimal); `kind` is class, band or inner."""

    kind: str
    key: str
    number: int
    whole: int

    @property
    def percent(self) -> float:
        return round(100 * self.number / self.whole, 1) if self.whole else 0.0


def of_class(numbers: Structure, post_class: str) -> dict[int, int]:
    """The grades of one class that have a number, the highest first.

    >>> of_class({("technical", 7): 2, ("technical", 4): 1, ("worker", 3): 1}, "technical")
    {4: 1, 7: 2}
    """
    return {
        grade: number for (each, grade), number in sorted(numbers.items()) if each == post_class and number
    }


@lru_cache(maxsize=256)
def band_of(grade: int, on: date) -> str:
    """The band of a technical grade by the law of the day; "" before there was one.

    >>> band_of(7, date(2026, 11, 21)), band_of(8, date(2026, 11, 21))
    ('deputy_senior', 'middle')
    """
    try:
        found = work_out({"professional_post_grade": grade}, "professional_band", on=on)
    except NotInForce:
        return ""
    return str(found.value) if found else ""


def bands(numbers: Structure, on: date) -> dict[str, int]:
    """Technical posts by band, all four of them.

    >>> bands({("technical", 7): 2, ("technical", 12): 3}, date(2026, 11, 21))
    {'senior': 0, 'deputy_senior': 2, 'middle': 0, 'junior': 3}
    """
    counts = dict.fromkeys(BANDS, 0)
    for grade, number in of_class(numbers, "technical").items():
        if band := band_of(grade, on):
            counts[band] += number
    return counts


def scheme_facts(numbers: Structure, *, main_class: str, has_own_ratios: bool, on: date) -> dict[str, object]:
    """The law's facts about a structure; `has_own_ratios` when other ratios were approved for it.

    >>> facts = scheme_facts({("technical", 12): 3}, main_class="technical", has_own_ratios=False, on=date(2026, 1, 1))
    >>> facts["professional_posts"], facts["senior_posts"], facts["is_professional_service_unit"]
    (3, 0, True)
    """
    technical, by_band = of_class(numbers, "technical"), bands(numbers, on)
    return {
        "senior_posts": sum(by_band[band] for band in UPPER),
        "middle_posts": by_band["middle"],
        "professional_posts": sum(technical.values()),
        "institution_posts_total": sum(numbers.values()),
        "is_professional_service_unit": main_class == "technical",
        "are_post_ratios_approved": has_own_ratios,
        "professional_grade_posts": [
            {"grade": grade, "count": number} for grade, number in technical.items()
        ],
    }


def judged(numbers: Structure, *, main_class: str, has_own_ratios: bool, on: date) -> Verdict | None:
    """What the law of the day says of the ratios; None on a day before it. Control targets: it warns, never refuses."""
    facts = scheme_facts(numbers, main_class=main_class, has_own_ratios=has_own_ratios, on=on)
    try:
        return judge(facts, on=on, rules=STRUCTURE_RULES)
    except NotInForce:
        return None


def grade_findings(grades: Iterable[Grade], *, on: date) -> list[Finding]:
    """The findings against grades that do not exist, one for each; none before the law of them.

    >>> [each.rule.id for each in grade_findings([("management", 11), ("technical", 13)], on=date(2026, 1, 1))]
    ['institution_posts.management_grades']
    """
    found: list[Finding] = []
    for post_class, grade in grades:
        name, rule = GRADE_RULES.get(post_class, ("", ""))
        try:
            said = judge({name: grade}, on=on, rules=[rule]).findings if rule else ()
        except NotInForce:
            said = ()
        found += [each for each in said if each.light is not Light.PASSED]
    return found


def shares(numbers: Structure, on: date) -> list[Share]:
    """Classes of the whole, bands of the technical posts, and grades within each group that has an inner ratio.

    >>> [(each.key, each.percent) for each in shares({("technical", 11): 1, ("technical", 12): 3}, date(2026, 1, 1))][-2:]
    [('11', 25.0), ('12', 75.0)]
    """
    technical = of_class(numbers, "technical")
    whole = sum(numbers.values())
    found = [Share("class", each, sum(of_class(numbers, each).values()), whole) for each in CLASSES]
    found += [
        Share("band", band, number, sum(technical.values())) for band, number in bands(numbers, on).items()
    ]
    for group in INNER:
        within = sum(technical.get(grade, 0) for grade in group)
        found += [Share("inner", str(grade), technical.get(grade, 0), within) for grade in group]
    return found
