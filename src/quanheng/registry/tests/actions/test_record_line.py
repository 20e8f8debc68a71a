"""Adding dated lines: what is written, what is refused, and that nobody is appointed this way."""

from datetime import date

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.record_line import record_line
from quanheng.registry.models import Assignment, Person, Rank, Revision, Talk, YearGrade
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


@pytest.fixture
def bureau(city):
    return make.organisation("云岭市交通运输局", of=city)


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city, current_post="云岭市财政局科员")


def record(by, person, noun, /, **values):
    return record_line(by=by, at=make.AT, person=person, kind=noun, values=values, reason="干部档案")


def test_a_line_its_version_and_the_journal(wang, chen):
    line = record(
        wang,
        chen,
        "delegateship",
        kind="deputy",
        body="云岭市第五届人民代表大会",
        term=5,
        from_on=date(2024, 1, 9),
    )
    kept = Revision.objects.get()
    assert (kept.noun, kept.line, kept.before, kept.reason, kept.by) == (
        "delegateship",
        str(line.pk),
        None,
        "干部档案",
        wang,
    )
    assert kept.after["body"] == "云岭市第五届人民代表大会"
    assert kept.after["from_on"] == "2024-01-09"
    entry = JournalEntry.objects.get(action="registry.line.record")
    assert entry.facts == {"kind": "delegateship", "reason": "干部档案"}


def test_history_that_is_over_is_tied_to_our_seat(wang, chen, bureau):
    seat = make.post(bureau, "副局长")
    line = record(
        wang, chen, "assignment", kind="main", organisation_text="云岭市交通运输局", title="副局长", role="deputy",
        is_leading=True, from_on=date(2015, 1, 1), until_on=date(2018, 1, 1),
    )  # fmt: skip
    assert (line.organisation, line.post) == (bureau, seat)
    assert Person.objects.get(pk=chen.pk).current_post == "云岭市财政局科员"


@pytest.mark.parametrize("kind", ["main", "concurrent", "exchange"])
@pytest.mark.parametrize("until_on", [None, date(2026, 11, 22)])
def test_nobody_is_appointed_by_writing_a_line(wang, chen, bureau, kind, until_on):
    make.post(bureau, "副局长"), make.post(bureau, "副局长")
    with pytest.raises(Refused, match=r"在任职务.*选任"):
        record(
            wang, chen, "assignment", kind=kind, organisation_text="云岭市交通运输局", title="副局长",
            from_on=date(2026, 1, 1), until_on=until_on,
        )  # fmt: skip
    assert not Assignment.objects.exists()


def test_nor_to_a_leading_role_that_has_no_seat(wang, chen, bureau):
    given = {"kind": "main", "organisation_text": "云岭市交通运输局", "from_on": date(2026, 1, 1)}
    with pytest.raises(Refused, match="不能以补录、更正的方式任职"):
        record(wang, chen, "assignment", title="总工程师", role="inner_chief", **given)
    line = record(wang, chen, "assignment", title="科员", **given)
    assert line.organisation == bureau
    assert Person.objects.get(pk=chen.pk).current_post == "云岭市交通运输局科员"


def test_secondment_and_work_outside_go_on_file_open(wang, chen, bureau):
    make.post(bureau, "副局长")
    away = record(
        wang, chen, "assignment", kind="secondment", organisation_text="云岭市交通运输局", title="副局长", from_on=date(2026, 1, 1)
    )  # fmt: skip
    assert away.until_on is None
    assert (
        record(
            wang,
            chen,
            "assignment",
            kind="main",
            organisation_text="某省属企业",
            title="经理",
            from_on=date(2026, 1, 1),
        ).organisation
        is None
    )


def test_one_seat_has_one_holder_at_a_time(wang, chen, city, bureau):
    seat = make.post(bureau, "局长", role="chief")
    make.assignment(make.person("李红", of=city), seat, from_on=date(2010, 1, 1), until_on=date(2016, 1, 1))
    given = {
        "kind": "main",
        "organisation_text": "云岭市交通运输局",
        "title": "局长",
        "until_on": date(2018, 1, 1),
    }
    with pytest.raises(Refused, match="由李红担任"):
        record(wang, chen, "assignment", from_on=date(2015, 12, 31), **given)
    assert record(wang, chen, "assignment", from_on=date(2016, 1, 1), **given).post == seat
    with pytest.raises(Refused, match="时间重叠"):
        record(wang, chen, "assignment", from_on=date(2017, 1, 1), **given)


def test_two_spells_at_a_level_at_once(wang, chen):
    make.rank(chen, "132", from_on=date(2020, 5, 10))
    with pytest.raises(Refused, match="时间重叠"):
        record(wang, chen, "rank", kind="level", code="131", from_on=date(2024, 1, 1))
    record(wang, chen, "rank", kind="level", code="141", from_on=date(2015, 1, 1), until_on=date(2020, 5, 10))
    record(wang, chen, "rank", kind="rank", code="02", from_on=date(2024, 1, 1))
    assert Rank.objects.count() == 3


def test_the_same_thing_twice(wang, chen):
    record(wang, chen, "year_grade", year=2025, grade="1")
    with pytest.raises(Refused, match="已有相同的年度考核记录"):
        record(wang, chen, "year_grade", year=2025, grade="2")
    record(wang, chen, "talk", kind="heart", held_on=date(2026, 1, 5), by_text="赵磊", summary="")
    with pytest.raises(Refused, match="已有相同的谈话记录"):
        record(wang, chen, "talk", kind="heart", held_on=date(2026, 1, 5), by_text="赵磊", summary="")
    assert (YearGrade.objects.count(), Talk.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        ("reward", {"name": "三等功", "approved_on": date(2027, 1, 1)}, "尚未到"),
        (
            "training",
            {"name": "班", "hours": 8, "from_on": date(2020, 2, 2), "until_on": date(2020, 2, 1)},
            "早于",
        ),
        (
            "programme",
            {"kind": "selected_graduate", "batch": 1980, "from_on": date(2008, 7, 1)},
            "早于出生日期",
        ),
        ("intake", {"kind": "nonsense", "on": date(2008, 7, 1)}, "进入方式"),
        ("talk", {"kind": "heart", "held_on": date(2020, 1, 1), "by_text": "赵" * 121}, "谈话人"),
        ("talk", {"held_on": date(2020, 1, 1), "person": "x"}, "不能在此更正"),
    ],
)
def test_what_cannot_be_is_refused(wang, chen, kind, values, why):
    with pytest.raises(Refused, match=why):
        record(wang, chen, kind, **values)
    assert not Revision.objects.exists()


def test_only_who_may_edit_and_see_what_is_masked(city, chen):
    reader = make.account("赵磊", "supervisor", over=city)
    with pytest.raises(Refused, match="维护干部信息"):
        record(reader, chen, "year_grade", year=2025, grade="1")
    county = make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    with pytest.raises(Refused, match="没有“维护干部信息”权限"):
        record(county, chen, "reward", name="三等功")
