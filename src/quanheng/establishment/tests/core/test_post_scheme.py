"""Schemes in figures: what the law warns of, which grades do not exist, the shares."""

from datetime import date

from quanheng.establishment.core.post_scheme import grade_findings, judged, shares
from quanheng.kernel.verdicts import Light

ON = date(2026, 11, 21)
EVEN = {("technical", 4): 1, ("technical", 10): 3, ("technical", 13): 6}


def lights(numbers, *, main_class="technical", has_own_ratios=False, on=ON):
    found = judged(numbers, main_class=main_class, has_own_ratios=has_own_ratios, on=on)
    return {each.rule.id.rsplit(".", 1)[1]: each.light for each in found.findings}


def test_one_three_six_passes():
    assert lights(EVEN) == {"bands": Light.PASSED, "inner": Light.PASSED, "main": Light.PASSED}


def test_one_senior_post_too_many_is_a_warning_and_no_more():
    assert lights({**EVEN, ("technical", 4): 2})["bands"] is Light.WARNING


def test_within_the_junior_band_half_may_be_in_grade_eleven():
    assert lights({("technical", 11): 3, ("technical", 12): 3})["inner"] is Light.PASSED
    assert lights({("technical", 11): 4, ("technical", 12): 3})["inner"] is Light.WARNING


def test_other_ratios_may_be_approved():
    assert lights({("technical", 2): 9, ("management", 5): 9}, has_own_ratios=True) == {
        "bands": Light.PASSED,
        "inner": Light.PASSED,
        "main": Light.PASSED,
    }


def test_seven_tenths_are_asked_only_where_professionals_are_the_main_class():
    few = {**EVEN, ("management", 8): 5}
    assert lights(few)["main"] is Light.WARNING
    assert "main" not in lights(few, main_class="management")


def test_before_the_law_nothing_is_said():
    assert judged(EVEN, main_class="technical", has_own_ratios=False, on=date(1999, 1, 1)) is None
    assert grade_findings([("technical", 14)], on=date(1999, 1, 1)) == []


def test_grades_beyond_the_last_do_not_exist():
    found = grade_findings(
        [("technical", 13), ("technical", 14), ("management", 10), ("management", 11)], on=ON
    )
    assert [each.rule.id for each in found] == [
        "institution_posts.professional_grades",
        "institution_posts.management_grades",
    ]


def test_shares_of_classes_bands_and_inner_groups():
    said = {(each.kind, each.key): each.percent for each in shares({**EVEN, ("worker", 3): 10}, ON)}
    assert said[("class", "technical")] == 50.0
    assert said[("band", "middle")] == 30.0
    assert said[("inner", "10")] == 100.0
