"""Pages of clocks, résumé, verification, files, agencies, quality and requests, as named people open them."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account, JournalEntry
from quanheng.access.tests.keyed import equip, house, unlock
from quanheng.registry.actions.count_quality import count_quality
from quanheng.registry.models import (
    AgencyFact,
    Assignment,
    CorrectionRequest,
    FileItem,
    FileLoan,
    FileReading,
    Person,
    QualityIssue,
    Verification,
)
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of
from quanheng.web.screens import clock

pytestmark = pytest.mark.django_db
RESUME = "2003.09--2007.07  云岭大学学习\n2007.07--2012.03  某局科员（其间：2009.03--2010.03挂职）\n2012.13--2013.01  错月"


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


@pytest.fixture
def zhao(city):
    return signed_in(make.account("赵磊", "supervisor", over=city))


@pytest.fixture
def liu(city):
    return signed_in(make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city)))


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city, resume=RESUME)


def text_of(response) -> str:
    return response.content.decode()


def said(client, name, *arguments, **asked) -> str:
    return text_of(client.get(reverse(name, args=arguments), asked))


def sent(client, name, *arguments, **given):
    return client.post(reverse(name, args=arguments), given)


def test_the_record_shows_how_each_clock_was_reckoned(wang, chen):
    make.assignment(
        chen, title="镇科员", from_on=date(2010, 1, 1), until_on=date(2012, 1, 1), is_grassroots=True
    )
    make.assignment(chen, title="局科员", from_on=date(2012, 1, 1), is_grassroots=False)
    page = said(wang, "person", chen.key)
    for words in (
        "年限计算",
        "基层工作经历",
        "不是基层工作",
        "重叠的时间只计一次，间断不计",
        "乡镇、街道、企事业单位领导工作经历",
    ):
        assert words in page


def test_the_record_lists_its_own_data_issues_to_who_may_mend_them(city, wang, zhao, chen):
    assert "缺身份证号" in said(wang, "person_quality", chen.key)
    assert "缺身份证号" not in said(wang, "person", chen.key)
    count_quality(by=make.account("周科", "section_chief", over=city), at=clock.now())
    assert "缺身份证号" in said(wang, "person", chen.key)
    assert "缺身份证号" not in said(zhao, "person", chen.key)
    make.renumber(chen, make.identity_number())
    assert "缺身份证号" not in said(wang, "person", chen.key)
    assert zhao.get(reverse("person_quality", args=[chen.key])).status_code == 403


def test_a_resume_is_looked_at_and_recorded(wang, chen):
    page = said(wang, "person_resume", chen.key)
    for words in ("2003.09 — 2007.07", "错月", "其间（其中）", "可以登记"):
        assert words in page
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen is not None
    typed = {"seen": seen[1]}
    for place, (kind, title) in enumerate(
        (("study", "云岭大学学习"), ("work", "某局科员"), ("secondment", "挂职"))
    ):
        typed |= {f"l{place}-take": "on", f"l{place}-kind": kind, f"l{place}-title": title}
    assert (
        wang.post(reverse("person_resume", args=[chen.key]), typed | {"l0-kind": "nonsense"}).status_code
        == 422
    )
    assert wang.post(reverse("person_resume", args=[chen.key]), typed | {"seen": "x"}).status_code == 409
    assert wang.post(reverse("person_resume", args=[chen.key]), typed).status_code == 302
    assert [line.title for line in Assignment.objects.filter(person=chen).order_by("from_on")] == [
        "云岭大学学习",
        "某局科员",
        "挂职",
    ]
    assert "简历中的经历档案中都已有。" in said(wang, "person_resume", chen.key)


def test_verification_from_paper_to_record(wang, chen):
    assert (
        sent(
            wang,
            "file_item_new",
            chen.key,
            item_class="4",
            title="入学登记表",
            made_on="2000-09-01",
            number="1",
        ).status_code
        == 302
    )
    item = FileItem.objects.get()
    assert sent(wang, "file_item", item.pk, field="born_on", value="1984年3月").status_code == 302
    page = said(wang, "person_verification", chen.key, field="born_on")
    for words in ("1985.03", "1984.03", "入学登记表", "按档案材料应当认定的出生年月"):
        assert words in page
    opened = sent(
        wang,
        "person_verification",
        chen.key,
        field="born_on",
        claimed="1985.03",
        evidenced="1984.03",
        item=item.pk,
    )
    assert opened.status_code == 302
    row = Verification.objects.get()
    assert "陈建国" in said(wang, "files")
    refused = sent(wang, "verification_settle", row.pk, adopted="1986.03", document="云组认1号")
    assert refused.status_code == 409
    assert "应当认定的出生年月为1984.03" in text_of(refused)
    assert "云组认1号" in text_of(refused)
    assert (
        sent(wang, "verification_settle", row.pk, adopted="1984.03", document="云组认1号").status_code == 302
    )
    assert Person.objects.get(pk=chen.pk).born_on == date(1984, 3, 1)


def test_custody_overdue_and_loose(wang, chen):
    given = {
        "kind": "borrow",
        "on": "2020-01-01",
        "counterpart": "市纪委",
        "purpose": "核查",
        "approved_by": "郑强",
    }
    assert sent(wang, "file_move", chen.key, **given).status_code == 409
    assert sent(wang, "file_move", chen.key, **given, due_on="2020-02-01").status_code == 302
    assert "市纪委" in said(wang, "files", tab="overdue")
    assert "市纪委" in said(wang, "person_file", chen.key)
    loan = FileLoan.objects.get()
    assert sent(wang, "file_return", loan.pk, on="2020-03-01").status_code == 302
    assert "没有在外的档案。" in said(wang, "files", tab="overdue")
    loose = FileItem.objects.create(person=chen, item_class="10", title="零散的一页", is_loose=True)
    assert "零散的一页" in said(wang, "files", tab="loose")
    assert sent(wang, "file_item_file", loose.pk, item_class="1", number="1").status_code == 302
    assert "没有零散材料。" in said(wang, "files", tab="loose")


def test_an_agency_report_is_opened_for_a_purpose(wang, zhao, chen):
    shares = house()
    given = {
        "agency": "audit",
        "on": "2020-06-01",
        "matter": "审计",
        "content": "内容甲乙",
        "document": "云审1号",
        "is_adverse": "false",
    }
    assert sent(wang, "agency_fact_new", chen.key, **given).status_code == 302
    shut = said(wang, "person_agencies", chen.key)
    assert "云审1号" in shut
    assert "内容甲乙" not in shut
    assert sent(wang, "person_agencies", chen.key, purpose="看看").status_code == 409
    locked = text_of(sent(wang, "person_agencies", chen.key, purpose="干部考察用"))
    assert "内容甲乙" not in locked
    assert "有1项涉密内容没有打开" in locked
    unlock(wang, equip(Account.objects.get(name="王敏"), shares))
    assert "内容甲乙" in text_of(sent(wang, "person_agencies", chen.key, purpose="干部考察用"))
    assert JournalEntry.objects.first().action == "registry.open_sensitive"
    assert zhao.get(reverse("person_agencies", args=[chen.key])).status_code == 403
    assert AgencyFact.objects.get().is_adverse is False


def test_the_fix_list_counts_lists_and_sees_what_was_mended(wang, zhao, chen):
    assert "还没有核查过" in said(wang, "quality")
    assert zhao.post(reverse("quality_count")).status_code == 403
    assert wang.post(reverse("quality_count")).status_code == 302
    assert "缺身份证号" in said(wang, "quality")
    assert "待补正" in said(wang, "quality_rule", "no_identity")
    make.renumber(chen, make.identity_number())
    assert "已补正" in said(wang, "quality_rule", "no_identity")
    assert "现在核查" not in said(zhao, "quality")
    assert wang.get(reverse("quality_rule", args=["nonsense"])).status_code == 404


def test_a_person_asks_and_the_office_answers(city, wang, chen):
    me = signed_in(make.account("陈建国", "cadre", over=city, person_key=chen.key))
    assert "申请更正" in said(me, "person_mine")
    asked = {"matter": "native_place", "wanted": "云岭白水", "reason": "户口簿"}
    assert sent(me, "corrections_mine", **asked).status_code == 302
    again = sent(me, "corrections_mine", **asked)
    assert again.status_code == 409
    assert "户口簿" in text_of(again)
    assert "答复更正申请（1）" in said(wang, "home")
    assert "云岭白水" in said(wang, "correction_requests")
    row = CorrectionRequest.objects.get()
    answer = {"decision": "accept", "value": "云岭白水", "answer": "依据户口簿更正"}
    assert sent(wang, "correction_request", row.pk, **answer).status_code == 302
    assert Person.objects.get(pk=chen.pk).native_place == "云岭白水"
    assert "更正申请已答复：籍贯" in said(me, "home")
    assert "依据户口簿更正" in said(me, "corrections_mine")
    assert "云岭白水" in said(wang, "correction_requests", tab="done")


def test_a_request_is_withdrawn_by_its_own_hand(city, wang, chen):
    me = signed_in(make.account("陈建国", "cadre", over=city, person_key=chen.key))
    sent(me, "corrections_mine", matter="relative", wanted="子女改名", reason="户口簿")
    row = CorrectionRequest.objects.get()
    other = signed_in(make.account("李红", "cadre", over=city, person_key=make.person("李红", of=city).key))
    assert sent(other, "correction_withdraw", row.pk).status_code == 404
    assert sent(me, "correction_withdraw", row.pk).status_code == 302
    assert "已撤回" in said(me, "corrections_mine")
    assert me.get(reverse("correction_requests")).status_code == 403


def test_a_county_officer_finds_nothing_of_the_city(liu, chen):
    item = FileItem.objects.create(person=chen, item_class="1", title="履历表")
    row = Verification.objects.create(person=chen, field="born_on", claimed="1985.03", opened_on=make.ON)
    loan = FileLoan.objects.create(
        person=chen, kind="borrow", on=make.ON, due_on=make.ON, counterpart="某处", purpose="核查"
    )
    for name in (
        "person_resume",
        "person_verification",
        "person_file",
        "file_item_new",
        "file_move",
        "person_agencies",
        "agency_fact_new",
    ):
        assert liu.get(reverse(name, args=[chen.key])).status_code == 404
    for name, pk in (
        ("verification_settle", row.pk),
        ("file_item", item.pk),
        ("file_item_file", item.pk),
        ("file_return", loan.pk),
    ):
        assert liu.get(reverse(name, args=[pk])).status_code == 404
    for tab in ("open", "out", "overdue"):
        assert "陈建国" not in said(liu, "files", tab=tab)


def one_more(city, number):
    """A person with a line on every list."""
    person = make.person(f"陈建{number}", of=city)
    item = FileItem.objects.create(person=person, item_class="1", title="履历表", is_loose=True)
    FileReading.objects.create(item=item, field="born_on", value="1985.03")
    FileReading.objects.create(item=item, field="career", value="无")
    Verification.objects.create(
        person=person, field="born_on", claimed="1985.03", item=item, opened_on=make.ON
    )
    FileLoan.objects.create(
        person=person, kind="borrow", on=make.ON, due_on=date(2026, 1, 1), counterpart="某处", purpose="核查"
    )
    holder = make.account(person.name, "cadre", over=city, person_key=person.key)
    CorrectionRequest.objects.create(
        person=person, asked_by=holder, asked_at=make.AT, matter="name", wanted="陈", reason="户口簿"
    )
    return person


def test_every_list_asks_as_often_for_one_as_for_three(city, wang):
    officer = make.account("周科", "section_chief", over=city)
    seen: dict[str, set[int]] = {}
    for number in range(3):
        one_more(city, number)
        count_quality(by=officer, at=clock.now())
        for tab in ("open", "overdue", "out", "loose"):
            seen.setdefault(tab, set()).add(queries_of(wang, reverse("files"), "陈建0", tab=tab))
        seen.setdefault("quality", set()).add(queries_of(wang, reverse("quality"), "缺身份证号"))
        seen.setdefault("rule", set()).add(
            queries_of(wang, reverse("quality_rule", args=["no_identity"]), "陈建0")
        )
        seen.setdefault("requests", set()).add(queries_of(wang, reverse("correction_requests"), "陈建0"))
    assert {name: len(counts) for name, counts in seen.items()} == dict.fromkeys(seen, 1)
    assert QualityIssue.objects.filter(rule="no_identity").count() == 3


def test_one_persons_pages_ask_as_often_with_three_lines(city, wang):
    person = one_more(city, 0)
    seen: dict[str, set[int]] = {}
    for number in range(3):
        for name in ("person_verification", "person_file", "person_agencies", "person"):
            seen.setdefault(name, set()).add(queries_of(wang, reverse(name, args=[person.key]), "陈建0"))
        item = FileItem.objects.create(person=person, item_class="2", title="自传")
        FileReading.objects.create(item=item, field="born_on", value="1985.03")
        AgencyFact.objects.create(
            person=person, agency="audit", on=make.ON, matter="审计", content=b"", document=f"云审{number}号"
        )
    assert {name: len(counts) for name, counts in seen.items()} == dict.fromkeys(seen, 1)


def test_every_page_in_english(wang, chen):
    make.assignment(chen)
    wang.cookies["django_language"] = "en"
    for name, arguments, words in (
        ("person", [chen.key], "How the clocks were reckoned"),
        ("person_resume", [chen.key], "Record career lines from the résumé"),
        ("person_verification", [chen.key], "Three ages, two histories"),
        ("person_file", [chen.key], "Catalogue and custody"),
        ("person_agencies", [chen.key], "Reports of other agencies"),
        ("files", [], "Cadre files"),
        ("quality", [], "Data quality"),
        ("person_quality", [chen.key], "No identity number"),
        ("correction_requests", [], "Requests for correction"),
    ):
        assert words in said(wang, name, *arguments)
