"""Forms into the registry: the same person as the roster's, what a form adds, what it leaves alone."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from quanheng.access.models import Account, Authority
from quanheng.exchange.core.form import FamilyMember
from quanheng.exchange.queries.form_of import form_of
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Assignment, Education, Person, Relative, Revision
from quanheng.registry.queries.unsealed import open_kept
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db
RESUME = "2004.09--2008.07  云岭大学土木工程专业学习\n2008.07--         云岭市交通运输局科员"
PHOTO = bytes([0xFF, 0xD8, 0xFF, 0xE0]) + b"photo" + bytes([0xFF, 0xD9])


def test_a_new_person_with_everything_the_form_holds(city: Authority, officer: Account) -> None:
    member = FamilyMember("妻子", "周梅", "198604", "群众", "云岭市第一人民医院护士")
    form = books.form(
        ethnic_group="汉族", party_joined="200606；民建", work_started="200807", full_time_education="大学", full_time_degree="工学学士",
        full_time_school="云岭大学土木工程专业", resume=RESUME, awards="(无)", photo=PHOTO, family=(member,), reason="工作需要",
        unknown=("<ChuangXin>甲</ChuangXin>",),
    )  # fmt: skip
    books.commit(officer, city, books.zipped({"陈建国.lrmx": form}), "forms")
    person = Person.objects.get()
    assert (person.name, person.born_on, person.sex, factories.number_words(person)) == ("陈建国", date(1985, 3, 1), "1", books.number(0))
    assert (person.party_text, person.party_joined_on, person.political_status) == ("200606；民建", date(2006, 6, 1), "中共党员")
    assert (person.awards, bytes(person.photo or b"")) == ("无", PHOTO)
    assert person.form_extra == {"reason": "工作需要", "unknown": ["<ChuangXin>甲</ChuangXin>"]}
    study = Education.objects.get()
    assert (study.mode, study.level, study.degree, study.school) == ("fulltime", "大学", "工学学士", "云岭大学土木工程专业")
    assert list(Assignment.objects.values_list("kind", "title", "from_on", "until_on")) == [
        ("study", "云岭大学土木工程专业学习", date(2004, 9, 1), date(2008, 7, 1)),
        ("work", "云岭市交通运输局科员", date(2008, 7, 1), None),
    ]
    assert Relative.objects.get().relation == "妻子"
    assert form_of(person, on=date(2026, 11, 21)).resume == RESUME


def test_a_person_of_the_roster_is_filled_up_and_keeps_the_career(city: Authority, officer: Account) -> None:
    row = books.person(0, "陈建国", work_started_on="20080715")
    books.commit(officer, city, books.book(row, A02职务=[books.seat(row)]))
    form = books.form(native_place="云岭青石", work_started="200807", resume=RESUME)
    batch = books.preview(officer, city, books.zipped({"陈建国.lrmx": form}), "forms")
    assert [each[0] for each in books.changes(batch)] == ["籍贯", "简历"]
    books.commit(officer, city, books.zipped({"甲.lrmx": form}), "forms")
    person = Person.objects.get()
    assert (person.work_started_on, person.resume) == (date(2008, 7, 15), RESUME)
    assert Assignment.objects.get().title == "副局长"


def test_the_verified_month_of_birth_is_not_overruled(city: Authority, officer: Account) -> None:
    factories.person("陈建国", of=city, born_on=date(1984, 3, 1), id_number=books.number(0))
    batch = books.commit(officer, city, books.zipped({"甲.lrmx": books.form()}), "forms")
    assert Person.objects.get().born_on == date(1984, 3, 1)
    assert any("出生年月为1985.03，系统中为1984.03，未变更" in each for each in books.said(batch, "warn"))


def test_two_forms_of_one_person(city: Authority, officer: Account) -> None:
    content = books.zipped({"甲.lrmx": books.form(), "乙.lrmx": books.form(), "丙.lrmx": books.form("周梅", 1)})
    batch = books.commit(officer, city, content, "forms")
    assert books.said(batch, "reject") == ["乙.lrmx  ：陈建国 与“甲.lrmx”是同一人"]
    assert set(Person.objects.values_list("name", flat=True)) == {"陈建国", "周梅"}


def test_a_form_of_a_person_managed_elsewhere_is_rejected(city: Authority) -> None:
    county = factories.authority("青石县委", parent=city, code="qingshi")
    outsider = factories.account("李娟", "officer", over=county)
    factories.person("陈建国", of=city, born_on=date(1985, 3, 1), id_number=books.number(0))
    batch = books.preview(outsider, county, books.zipped({"甲.lrmx": books.form()}), "forms")
    assert books.said(batch, "reject") == ["甲.lrmx  ：陈建国 由云岭市委管理，不在您的管理权限内"]


def test_the_faulty_forms_that_can_be_read_are_imported(city: Authority, officer: Account) -> None:
    books.commit(officer, city, books.bad_files()["问题表格.zip"], "forms")
    extra = [person.form_extra for person in Person.objects.all()]
    assert any("ChuangXinZhiBiao" in str(each.get("unknown")) for each in extra)
    assert any(str(each.get("photo_unread", "")).startswith("iVBORw0KGgo*") for each in extra)


def test_photographs_are_compared_without_asking_for_each(city: Authority, officer: Account) -> None:
    """The same picture is no change, another one is; the number of questions does not grow with the people."""
    names = ("陈建国", "周梅", "丙三")
    counts = []
    for count in (1, 3):
        forms = {f"{name}.lrmx": books.form(name, place, photo=PHOTO) for place, name in enumerate(names[:count])}
        books.commit(officer, city, books.zipped(forms), "forms")
        with CaptureQueriesContext(connection) as asked:
            batch = books.preview(officer, city, books.zipped({**forms, "x.txt": b""}), "forms", f"{count}.zip")
        assert set(batch.counts["total"]) <= {"same", "reject"}
        counts.append(len(asked))
    assert counts[0] == counts[1]
    other = PHOTO[:-2] + b"!" + PHOTO[-2:]
    batch = books.preview(officer, city, books.zipped({"甲.lrmx": books.form(photo=other)}), "forms")
    assert books.changes(batch) == [("照片", f"{len(PHOTO)}字节", f"{len(other)}字节")]


def test_a_correction_is_told_and_its_versions_keep_no_words(city: Authority, officer: Account) -> None:
    first = {"awards": "2019年记三等功", "assessment": "2023年：称职", "photo": PHOTO}
    books.commit(officer, city, books.zipped({"甲.lrmx": books.form(**first)}), "forms")
    other = {"awards": "2024年获市级优秀公务员", "assessment": "2023年：优秀", "reason": "工作需要", "photo": PHOTO[:-2] + b"!" + PHOTO[-2:]}
    batch = books.commit(officer, city, books.zipped({"甲.lrmx": books.form(**other)}), "forms")
    assert books.changes(batch) == [
        ("奖惩情况", "2019年记三等功", "2024年获市级优秀公务员"),
        ("年度考核结果", "2023年：称职", "2023年：优秀"),
        ("照片", f"{len(PHOTO)}字节", f"{len(PHOTO) + 1}字节"),
        ("任免审批表其他项", "", "1项"),
    ]
    person, version = Person.objects.get(), Revision.objects.get(noun="person")
    assert (person.awards, person.appraisals, bytes(person.photo or b""), person.form_extra) == (*list(other.values())[:2], other["photo"], {"reason": "工作需要"})
    said = json.dumps([version.before, version.after], ensure_ascii=False)
    assert [words for words in ("三等功", "优秀", "称职", "工作需要") if words in said] == []
    open_kept(person, [version])
    assert version.before == {"awards": first["awards"], "appraisals": first["assessment"], "photo": f"{len(PHOTO)}字节", "form_extra": None}
    assert version.after == {**{"awards": other["awards"], "appraisals": other["assessment"]}, "photo": f"{len(PHOTO) + 1}字节", "form_extra": {"reason": "工作需要"}}


def test_what_does_not_open_any_more_is_written_anew(city: Authority, officer: Account) -> None:
    """The installation's key is another: a form still says what it says, and what stood there is not told."""
    said = {"awards": "2019年记三等功", "photo": PHOTO, "reason": "工作需要"}
    books.commit(officer, city, books.zipped({"甲.lrmx": books.form(**said)}), "forms")
    with override_settings(WORK_KEY=bytes(32)):
        with pytest.raises(Refused, match="打不开"):
            _ = Person.objects.get().awards
        batch = books.commit(officer, city, books.zipped({"甲.lrmx": books.form(**said), "x.txt": b""}), "forms")
        assert [each[:2] for each in books.changes(batch)] == [("奖惩情况", "******"), ("照片", "******"), ("任免审批表其他项", "******")]
        person = Person.objects.get()
        assert (person.awards, bytes(person.photo or b""), person.form_extra) == (said["awards"], PHOTO, {"reason": said["reason"]})


def test_awards_and_appraisals_are_compared_without_asking_for_each(city: Authority, officer: Account) -> None:
    """What is sealed is opened where it stands: nothing is asked of the database for it, in a preview or a commit."""
    counts = []
    for count in (1, 3):
        forms = [{f"{name}.lrmx": books.form(name, place, awards=f"{said}年立功") for place, name in enumerate(("陈建国", "周梅", "丙三")[:count])} for said in (count, 2020)]
        books.commit(officer, city, books.zipped(forms[0]), "forms")
        with CaptureQueriesContext(connection) as asked:
            batch = books.commit(officer, city, books.zipped(forms[1]), "forms")
        assert batch.counts["nouns"]["干部"] == {"change": count}
        counts.append(len(asked))
    assert counts[0] == counts[1]
