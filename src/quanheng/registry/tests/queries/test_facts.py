"""The facts the law is asked about, from real rows; what the records do not settle is unknown."""

from datetime import date

import pytest

from quanheng.kernel.dates import NO_DATE
from quanheng.registry.models import Person, Post
from quanheng.registry.queries.facts import facts_for, load_records, sources_for
from quanheng.registry.tests import factories as make
from quanheng.regulation.core.facts import CATALOGUE, checked_facts

pytestmark = pytest.mark.django_db
ON = make.ON


def section_chief(name: str = "陈建国", *, since: date = date(2021, 3, 1), **given) -> Person:
    """科长 of the bureau, 乡科级正职, deputy before."""
    unit = make.organisation()
    person = make.person(name, at=unit, **given)
    deputy = make.post(unit, "办公室副主任", level="142", role="inner_deputy")
    chief = make.post(unit, "运输科科长", level="141", role="inner_chief")
    make.assignment(person, deputy, from_on=date(2016, 3, 1), until_on=since, is_grassroots=False)
    make.assignment(person, chief, from_on=since, is_grassroots=False)
    make.rank(person, "142", from_on=date(2016, 3, 1), until_on=since)
    make.rank(person, "141", from_on=since)
    return person


def target(level: str = "132", role: str = "deputy") -> Post:
    return make.post(make.organisation(kind="3419"), "副局长", level=level, role=role)


def facts(person: Person, post: Post | None = None, on: date = ON) -> dict[str, object]:
    return facts_for([Person.objects.get(pk=person.pk)], post=post or target(), on=on)[person.key]


def test_every_fact_is_one_of_the_catalogue_and_of_its_type():
    found = facts(section_chief())
    assert checked_facts(found).keys() <= CATALOGUE.keys()


def test_the_same_number_of_queries_for_one_and_for_three(django_assert_num_queries):
    people = [section_chief(name) for name in ("陈建国", "李红", "周志远")]
    post = Post.objects.select_related("organisation").get(pk=target().pk)
    for some in (people[:1], people):
        fresh = list(Person.objects.filter(pk__in=[one.pk for one in some]))
        with django_assert_num_queries(8):
            facts_for(fresh, post=post, on=ON)


def test_a_section_chief_rises_one_rung_to_deputy_bureau_chief():
    found = facts(section_chief())
    assert (found["level_jump"], found["step"], found["move"]) == (1, "chief_to_upper_deputy", "promotion")
    assert (found["post_tier"], found["post_role"], found["is_probation_post"]) == ("county", "deputy", True)


def test_a_deputy_bureau_chief_rises_to_chief():
    person = make.person()
    make.assignment(person, make.post(level="132"), from_on=date(2024, 11, 21))
    found = facts(person, target("131", "chief"))
    assert (found["step"], found["months_as_deputy"]) == ("deputy_to_chief", 24)


def test_one_day_short_of_two_years_is_twenty_three_months():
    person = make.person()
    make.assignment(person, make.post(level="132"), from_on=date(2024, 11, 22))
    assert facts(person, target("131", "chief"))["months_as_deputy"] == 23


def test_tenures_in_several_units_add_up_and_gaps_do_not_count():
    person = make.person()
    make.assignment(
        person,
        make.post(level="141", role="inner_chief"),
        from_on=date(2018, 1, 1),
        until_on=date(2019, 1, 1),
    )
    make.assignment(
        person, make.post(level="141", role="chief"), from_on=date(2022, 1, 1), until_on=date(2024, 1, 1)
    )
    assert facts(person)["months_as_chief_below"] == 36


def test_an_acting_line_is_no_post():
    person = make.person()
    make.assignment(person, make.post(level="141", role="chief"), kind="acting", from_on=date(2018, 1, 1))
    assert facts(person)["months_as_chief_below"] == 0


def test_a_line_without_a_level_that_would_decide_makes_the_tenure_unknown():
    person = make.person()
    make.assignment(
        person,
        make.post(level="141", role="inner_chief"),
        from_on=date(2020, 1, 1),
        until_on=date(2021, 1, 1),
    )
    make.assignment(person, make.post(level="141", role="inner_chief"), from_on=date(2021, 1, 1), level="")
    assert facts(person)["months_as_chief_below"] is None


def test_a_line_without_a_level_that_decides_nothing_leaves_it_known():
    person = section_chief()
    make.assignment(
        person, title="某厂工人", level="", role="", from_on=date(2007, 7, 1), until_on=date(2009, 1, 1)
    )
    assert facts(person)["months_as_chief_below"] == 68


def test_skipping_a_rung_is_told():
    found = facts(section_chief(), target("131", "chief"))
    assert (found["level_jump"], found["step"]) == (2, "skip")


def test_a_rank_holder_without_a_post_goes_from_rank_to_leader():
    person = make.person()
    make.assignment(person, title="一级主任科员", level="150", role="other", from_on=date(2018, 1, 1))
    make.rank(person, "17", kind="rank", from_on=date(2022, 1, 1))
    found = facts(person)
    assert (found["level_jump"], found["step"]) == (1, "rank_to_leader")


def test_at_the_same_level_nobody_guesses_whether_it_is_a_more_important_post():
    person = make.person()
    make.assignment(person, make.post(level="132"))
    found = facts(person)
    assert (found["level_jump"], found["step"], found["move"]) == (0, "same_level", None)


def test_without_any_career_the_step_is_unknown():
    found = facts(make.person())
    assert [
        found[name] for name in ("level_jump", "step", "move", "months_as_deputy", "posts_one_level_down")
    ] == [None] * 5


def test_service_counts_by_month():
    assert facts(make.person(work_started_on=date(2021, 11, 30)))["service_months"] == 60
    assert facts(make.person(work_started_on=date(2021, 12, 1)))["service_months"] == 59
    assert facts(make.person(work_started_on=None))["service_months"] is None


def test_grass_roots_spells_merge_and_add_up():
    person = make.person()
    make.assignment(
        person,
        title="镇党政办干事",
        level="150",
        from_on=date(2010, 1, 1),
        until_on=date(2011, 1, 1),
        is_grassroots=True,
    )
    make.assignment(
        person,
        title="村官",
        level="150",
        from_on=date(2010, 6, 1),
        until_on=date(2011, 6, 1),
        is_grassroots=True,
    )
    make.assignment(person, title="科员", level="150", from_on=date(2011, 6, 1), is_grassroots=False)
    assert facts(person)["grassroots_months"] == 17


def test_grass_roots_is_unknown_when_the_unstated_line_would_decide():
    person = make.person()
    make.assignment(
        person, title="镇干事", from_on=date(2010, 1, 1), until_on=date(2011, 1, 1), is_grassroots=True
    )
    make.assignment(person, title="科员", from_on=date(2011, 1, 1))
    assert facts(person)["grassroots_months"] is None


def test_grass_roots_is_known_when_what_is_stated_is_enough():
    person = make.person()
    make.assignment(
        person, title="镇干事", from_on=date(2010, 1, 1), until_on=date(2012, 1, 1), is_grassroots=True
    )
    make.assignment(person, title="科员", from_on=date(2012, 1, 1))
    assert facts(person)["grassroots_months"] == 24


@pytest.mark.parametrize(
    ("levels", "rank"),
    [
        (["31", "21"], 4),
        (["大学"], 4),
        (["中央党校研究生"], 5),
        (["41"], 2),
        ([], None),
        (["不明学历"], None),
        (["21", "不明学历"], 4),
        (["31", "不明学历"], None),
    ],
)
def test_the_highest_education(levels, rank):
    person = make.person()
    for level in levels:
        make.education(person, level)
    assert facts(person)["education_rank"] == rank


def test_a_study_still_running_is_not_an_education_yet():
    person = make.person()
    make.education(person, "31")
    make.education(person, "21", until_on=date(2027, 6, 30))
    assert facts(person)["education_rank"] == 3


def test_training_of_five_years():
    person = make.person()
    make.training(person, 200, from_on=date(2021, 11, 1), until_on=date(2021, 11, 20))
    make.training(person, 300, from_on=date(2021, 11, 20), until_on=date(2021, 11, 22))
    make.training(person, 249, from_on=date(2024, 3, 1), until_on=date(2024, 5, 31))
    found = facts(person)
    assert (found["training_hours_5y"], found["training_months_5y"]) == (549, 3)
    assert facts(make.person())["training_hours_5y"] is None


def test_grades_of_last_year_and_of_three():
    person = make.person()
    for year, grade in ((2025, "称职"), (2024, "3"), (2023, "1")):
        make.year_grade(person, year, grade)
    found = facts(person)
    assert (found["last_year_grade"], found["weak_grades_3y"]) == ("competent", 1)


def test_a_missing_grade_is_unknown():
    person = make.person()
    make.year_grade(person, 2024, "2")
    found = facts(person)
    assert (found["last_year_grade"], found["weak_grades_3y"]) == (None, None)


def test_nobody_sanctioned_is_free():
    found = facts(make.person())
    assert (found["restricted_until"], found["is_restriction_still_felt"]) == (NO_DATE, False)


def test_a_party_warning_restricts_for_twelve_months():
    person = make.person()
    make.sanction(person, "P1", effective_on=date(2026, 3, 2), conduct_until_on=date(2025, 6, 1))
    found = facts(person)
    assert (found["restricted_until"], found["is_restriction_still_felt"]) == (date(2027, 3, 1), None)


def test_the_name_serves_when_the_row_has_no_code_of_ours():
    person = make.person()
    make.sanction(person, "", "政务记过", effective_on=date(2026, 3, 2))
    assert facts(person)["restricted_until"] == date(2027, 3, 1)


def test_a_sanction_nobody_can_read_is_unknown():
    person = make.person()
    make.sanction(person, "", "内部处理", effective_on=date(2026, 3, 2))
    assert facts(person)["restricted_until"] is None


def test_a_reminder_talk_restricts_nothing():
    person = make.person()
    make.sanction(person, "A1", "提醒谈话")
    assert facts(person)["restricted_until"] == NO_DATE


def test_a_sanction_of_tomorrow_is_not_yet_one():
    person = make.person()
    make.sanction(person, "P1", effective_on=date(2026, 11, 22))
    assert facts(person)["restricted_until"] == NO_DATE


def test_a_sanction_lifted_early_may_have_been_revoked():
    person = make.person()
    make.sanction(person, "G2", "记过", effective_on=date(2026, 3, 2), lifted_on=date(2026, 6, 1))
    assert facts(person)["restricted_until"] is None


def test_family_abroad():
    person = make.person()
    assert facts(person)["is_spouse_abroad"] is None
    make.relative(person, "妻子", is_abroad=True)
    make.relative(person, "女儿", "陈宁", is_abroad=None)
    found = facts(person)
    assert (found["has_spouse"], found["is_spouse_abroad"], found["is_every_child_abroad"]) == (
        True,
        True,
        None,
    )


def test_a_late_spouse_is_no_spouse_and_one_child_here_is_enough():
    person = make.person()
    make.relative(person, "妻子", post="已故", is_abroad=None)
    make.relative(person, "长女", "陈宁", is_abroad=True)
    make.relative(person, "次子", "陈安", is_abroad=False)
    found = facts(person)
    assert (found["has_spouse"], found["is_spouse_abroad"], found["is_every_child_abroad"]) == (
        False,
        False,
        False,
    )


def test_probation_without_a_result():
    person = make.person()
    line = make.assignment(
        person, make.post(level="142"), from_on=date(2026, 2, 1), probation_from_on=date(2026, 2, 1)
    )
    assert facts(person)["is_on_post_probation"] is True
    line.probation_result = "胜任"
    line.save()
    assert facts(person)["is_on_post_probation"] is False


def test_two_distinct_posts_one_rung_down():
    person = section_chief()
    assert facts(person)["posts_one_level_down"] == 1
    make.assignment(
        person, make.post(level="141", name="规划科科长", role="inner_chief"), from_on=date(2025, 1, 1)
    )
    assert facts(person)["posts_one_level_down"] == 2


def test_health_is_attested_only_when_it_says_healthy():
    assert facts(make.person(health="健康"))["is_fit_for_duty"] is True
    assert facts(make.person(health="较差"))["is_fit_for_duty"] is None


@pytest.mark.parametrize(
    ("kind", "name", "level", "title", "seat"),
    [
        ("1001", "中共青石县委员会", "107", "常委", "county"),
        ("1001", "中共云岭市委员会", "105", "副书记", "city"),
        ("3203", "中共云岭市委组织部", "107", "副部长", "none"),
        ("", "中共青石县委员会", "107", "委员", "county"),
    ],
)
def test_seats_on_a_party_committee(kind, name, level, title, seat):
    unit = make.organisation(name, kind=kind, level=level)
    assert facts(make.person(), make.post(unit, title))["party_seat"] == seat


def test_the_lines_a_fact_rests_on_are_named():
    person, post = section_chief(), target()
    load_records([person])
    found = sources_for(person, post=post, on=ON)
    assert found["months_as_chief_below"] == ["2021.03—至今 云岭市交通运输局运输科科长"]
    assert found["service_months"] == ["参加工作时间 2007.07"]
