"""The page of one case: where it stands, who does what next, its people and its record."""

from django.urls import reverse

from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Recommendation
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of, queries_of

ADDRESS = "/cases/2026-0001/"


def test_the_next_act_is_a_button_for_who_may_do_it(case_at):
    of = case_at("recommendation")
    page = page_of(client_of(of, "王敏"), ADDRESS)
    assert "下一步：民主推荐" in page
    assert reverse("act", args=["2026-0001", "selection.recommendation.record_talks"]) in page
    for words in ("第十六条", "谈话推荐汇总", "随后", "会议推荐（发票）"):
        assert words in page


def test_whoever_may_not_is_told_who_does(case_at):
    of = case_at("recommendation")
    page = page_of(client_of(of, "秦望"), ADDRESS)
    assert reverse("act", args=["2026-0001", "selection.recommendation.record_talks"]) not in page
    assert "由组织部干部科办理" in page


def test_people_lights_rounds_and_the_newest_entries(case_at):
    of = case_at("form_team")
    page = page_of(client_of(of, "王敏"), ADDRESS)
    for words in (
        "考察对象", make.FIRST, "/screening/?light=passed", "谈话调研推荐", "会议推荐",
        "发出 22，收回 22，有效 21，作废 1，弃权 0", "内设机构负责人", "集体研究确定考察对象2人",
    ):  # fmt: skip
        assert words in page


def test_two_counted_rounds_ask_as_often_as_one(case_at):
    of = case_at("form_team")
    client = client_of(of, "王敏")
    rounds = Recommendation.objects.filter(case=of.case)
    assert all(each.result["persons"] for each in rounds)
    two = queries_of(client, ADDRESS)
    rounds.filter(form="meeting").update(result={})
    assert queries_of(client, ADDRESS) == two


def test_an_act_done_before_that_may_be_repeated_says_so(case_at):
    of = case_at("confirm_count")
    assert "已登记，可再登记" in page_of(client_of(of, "苏晴"), ADDRESS)


def test_a_teller_sees_the_case_and_not_its_record(case_at):
    of = case_at("enter_count")
    page = page_of(client_of(of, "苏晴"), ADDRESS)
    assert "您的权限不含纪实" in page
    assert "谈话范围24人，实际谈话22人" not in page


def test_before_the_count_is_confirmed_the_votes_of_a_sheet_are_nowhere(case_at):
    of = case_at("enter_count")
    make.counted(of)
    for name in ("徐贝", "王敏"):
        page = page_of(client_of(of, name), ADDRESS)
        assert "计票尚未确认" in page
        assert "15票" not in page


def test_a_closed_case_has_no_next_step(case_at):
    of = case_at("closed")
    page = page_of(client_of(of, "王敏"), ADDRESS)
    assert "下一步" not in page
    assert "试用期满考核：正式任职。胜任现职" in page


def test_another_authoritys_officer_finds_nothing(case_at):
    of = case_at("approve_motion")
    of.staff["刘县"] = registry.account("刘县", "officer", over=registry.authority("中共青石县委", parent=of.authority))
    client = client_of(of, "刘县")
    for address in (ADDRESS, f"{ADDRESS}record/", f"{ADDRESS}screening/", f"{ADDRESS}do/selection.motion.approve/"):
        assert client.get(address).status_code == 404


def test_a_case_that_is_not_there_is_not_found(case_at):
    of = case_at("motion")
    assert client_of(of, "王敏").get("/cases/2026-0009/").status_code == 404


def test_it_is_there_in_english(case_at):
    of = case_at("form_team")
    words = client_of(of, "王敏").get(ADDRESS, headers={"accept-language": "en"}).content.decode()
    assert "Next" in words
    for chinese in ("下一步", "由谁办", "随后", "应到 24"):
        assert chinese not in words
