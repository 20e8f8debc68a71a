"""The page of an act: the form, the act, the refusal beside what was typed, and who may not."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.procedure.queries.catalogue import versions
from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Count, Motion, Recommendation
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of

APPROVE = "selection.motion.approve"
VERBS = [act.verb for step in versions("promotion")[-1].steps for act in step.acts if act.verb != "selection.motion.open"]


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 12, 1)


def act(verb: str) -> str:
    return reverse("act", args=["2026-0001", verb])


def test_the_form_of_an_act_has_its_clause_and_the_version_seen(case_at):
    of = case_at("approve_motion")
    page = page_of(client_of(of, "沈立"), act(APPROVE))
    for words in ("审定工作方案", "第十二条", 'name="seen" value="1"', 'name="plan"', "不办了，返回"):
        assert words in page


def test_a_good_form_acts_and_leads_back_to_the_case(case_at):
    of = case_at("approve_motion")
    response = client_of(of, "沈立").post(act(APPROVE), {"seen": 1, "plan": "方案"}, follow=True)
    assert response.redirect_chain == [("/cases/2026-0001/", 302)]
    assert "已登记：审定工作方案：方案" in response.content.decode()
    assert Motion.objects.get().plan == "方案"


def test_a_refusal_says_what_why_by_which_clause_and_keeps_what_was_typed(case_at):
    of = case_at("approve_motion")
    registry.grant(of.staff["王敏"], "deputy_minister", over=of.authority)
    response = client_of(of, "王敏").post(act(APPROVE), {"seen": 1, "plan": "我自己的方案", "place": "三楼"})
    page = response.content.decode()
    assert response.status_code == 409
    for words in ("未办理", "方案由王敏提出，不得由本人审定", "第十三条至第十四条", "由部务会或部长审定"):
        assert words in page
    assert "我自己的方案</textarea>" in page
    assert 'value="三楼"' in page
    assert Motion.objects.get().plan == ""


def test_an_empty_field_is_asked_for_again(case_at):
    of = case_at("approve_motion")
    response = client_of(of, "沈立").post(act(APPROVE), {"seen": 1, "plan": "", "place": "三楼"})
    assert response.status_code == 422
    assert "还没有登记，请先改好下面几处" in response.content.decode()
    assert 'value="三楼"' in response.content.decode()
    assert of.case.version == 1


def test_without_the_permission_the_page_says_so_and_posting_is_refused(case_at):
    of = case_at("approve_motion")
    client = client_of(of, "何静")
    page = page_of(client, act(APPROVE))
    assert "您不办理这一项" in page
    assert 'name="plan"' not in page
    response = client.post(act(APPROVE), {"seen": 1, "plan": "方案"})
    assert response.status_code == 409
    assert "何静没有“审定方案和人选”权限" in response.content.decode()
    assert Motion.objects.get().plan == ""


def test_a_page_that_was_overtaken_is_refused_naming_who_did_what(case_at):
    of = case_at("approve_motion")
    make.approved(of)
    response = client_of(of, "秦望").post(act(APPROVE), {"seen": 1, "plan": "另一个方案"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "您打开页面之后，沈立已于2026-10-13 09:00办理“审定工作方案”" in page
    assert "另一个方案" in page
    assert Motion.objects.get().plan == make.PLAN


def test_the_same_form_twice_acts_once(case_at):
    of = case_at("approve_motion")
    client = client_of(of, "沈立")
    assert client.post(act(APPROVE), {"seen": 1, "plan": "方案"}).status_code == 302
    assert client.post(act(APPROVE), {"seen": 1, "plan": "方案"}).status_code == 409
    assert of.case.record.count() == 2


@pytest.mark.parametrize("verb", VERBS)
def test_every_act_has_a_page_at_every_time(case_at, verb):
    of = case_at("approve_motion")
    client = client_of(of, "何静")
    assert client.get(act(verb)).status_code == 200
    of.staff["万能"] = everybody = registry.account("万能", over=of.authority)
    for role in ("section_chief", "minister", "teller", "inspector", "discipline_officer"):
        registry.grant(everybody, role, over=of.authority)
    assert client_of(of, "万能").get(act(verb)).status_code == 200


def test_an_act_before_its_time_is_refused_on_its_page(case_at):
    of = case_at("approve_motion")
    response = client_of(of, "苏晴").post(act("selection.recommendation.enter_count"), {"seen": 1})
    assert response.status_code == 409
    assert "本案现处于“动议”环节" in response.content.decode()


def test_no_such_act_is_not_found(case_at):
    of = case_at("approve_motion")
    assert client_of(of, "王敏").get(act("selection.motion.undo")).status_code == 404


def test_another_authoritys_officer_cannot_post(case_at):
    of = case_at("screen_candidates")
    of.staff["刘县"] = registry.account("刘县", "officer", over=registry.authority("中共青石县委", parent=of.authority))
    assert client_of(of, "刘县").post(act("selection.motion.screen"), {"seen": 2}).status_code == 404


def test_ballots_per_class_are_read_line_by_line(case_at):
    of = case_at("hold_meeting")
    given = {"seen": of.case.version, "held_at": "2026-10-16T09:00", "place": "三楼", "presided_by": "秦望", "scope_size": 24}
    client = client_of(of, "王敏")
    wrong = client.post(act("selection.recommendation.hold_meeting"), {**given, "issued": "班子成员 4\n内设机构负责人"})
    assert wrong.status_code == 422
    assert "第2行读不出：“内设机构负责人”" in wrong.content.decode()
    right = client.post(act("selection.recommendation.hold_meeting"), {**given, "issued": "班子成员 4\n\n内设机构 负责人 18"})
    assert right.status_code == 302
    assert dict(Recommendation.objects.get(form="meeting").issued) == {"班子成员": 4, "内设机构 负责人": 18}


def test_the_count_sheet_asks_class_by_class_and_keeps_a_wrong_sum(case_at):
    of = case_at("enter_count")
    client, address = client_of(of, "苏晴"), act("selection.recommendation.enter_count")
    page = page_of(client, address)
    assert page.index("班子成员（4）· 收回") < page.index("内设机构负责人（18）· 收回")
    first = {"c0-returned": 4, "c0-valid": 4, "c0-void": 0, "c0-abstained": 0, f"c0-v-{of.key(make.FIRST)}": 3}
    second = {"c1-returned": 18, "c1-valid": 17, "c1-void": 1, "c1-abstained": 0, f"c1-v-{of.key(make.FIRST)}": 12}
    typed = {"seen": of.case.version, **first, **second}
    typed = {**dict.fromkeys(client.get(address).context["form"].fields, 0), **typed}
    wrong = client.post(address, {**typed, "c0-valid": 3})
    assert wrong.status_code == 409
    assert "“班子成员”：收回4张，但有效3、作废0、弃权0之和为3张" in wrong.content.decode()
    assert 'name="c1-valid" value="17"' in wrong.content.decode()
    assert client.post(address, typed).status_code == 302
    assert Count.objects.get().figures["内设机构负责人"]["votes"] == {str(of.key(make.FIRST)): 12}


def test_the_forbidden_are_not_offered_for_the_forecast(case_at):
    of = case_at("screen_candidates")
    of.people["邹立夏"] = make.fit("邹立夏", of.bureau, chief_from=date(2023, 11, 10))
    make.screened(of)
    page = page_of(client_of(of, "王敏"), act("selection.motion.forecast"))
    assert make.FIRST in page
    assert "邹立夏" not in page


def test_an_act_page_is_there_in_english(case_at):
    of = case_at("approve_motion")
    client = client_of(of, "沈立")
    words = client.get(act(APPROVE), headers={"accept-language": "en"}).content.decode()
    assert "审定工作方案" not in words
    refused = client.post(act(APPROVE), {"seen": 0, "plan": "x"}, headers={"accept-language": "en"}).content.decode()
    assert "After you opened this page" in refused
