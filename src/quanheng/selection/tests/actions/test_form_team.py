"""组成考察组: two at least, none related to a target."""

from datetime import date

import pytest

from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Inspector
from quanheng.selection.tests import factories as make


def files(of, name):
    """Give an account its own file."""
    own = registry.person(name, of=of.authority)
    of.staff[name].person_key = own.pk
    of.staff[name].save()
    return own


def test_the_team_its_leader_and_its_days_are_kept(case_at):
    of = case_at("form_team")
    make.teamed(of)
    inspection = of.case.inspection
    assert [(row.account.name, row.is_leader) for row in inspection.team.all()] == [("曹怀", True), ("丁若", False)]
    assert (inspection.from_on, inspection.until_on, inspection.plan) == (
        date(2026, 10, 26),
        date(2026, 10, 30),
        "个别谈话、民主测评",
    )
    assert of.entry().result == "考察组2人：曹怀、丁若（组长曹怀），2026-10-26至2026-10-30考察"


@pytest.mark.parametrize("others", [[], ["曹怀"]])
def test_one_person_is_no_team(case_at, others):
    of = case_at("form_team")
    refused = make.refusal(make.teamed, of, members=[of.staff[name] for name in others])
    assert str(refused.why).startswith("考察组由两名以上成员组成。")
    assert "第三十三条" in refused.cites[0]
    assert not Inspector.objects.exists()


def test_somebody_named_twice_counts_once(case_at):
    of = case_at("form_team")
    make.teamed(of, members=[of.staff["丁若"], of.staff["丁若"]])
    assert Inspector.objects.count() == 2


@pytest.mark.parametrize("is_in_targets_file", [True, False])
def test_a_relative_steps_aside_whichever_file_says_so(case_at, is_in_targets_file):
    of = case_at("form_team")
    own = files(of, "丁若")
    target = of.people[make.SECOND]
    if is_in_targets_file:
        registry.relative(target, "妹妹", "丁若", other=own)
    else:
        registry.relative(own, "哥哥", make.SECOND, other=target)
    refused = make.refusal(make.teamed, of)
    assert str(refused.why) == "丁若与考察对象有亲属关系或为本人，应当回避"
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第五十三条",)
    assert str(refused.remedy) == "更换考察组成员"


def test_a_target_inspects_nobody(case_at):
    of = case_at("form_team")
    of.staff["曹怀"].person_key = of.key(make.FIRST)
    of.staff["曹怀"].save()
    assert "曹怀与考察对象有亲属关系或为本人" in str(make.refusal(make.teamed, of).why)


def test_a_relative_of_somebody_who_is_no_target_may_inspect(case_at):
    of = case_at("form_team")
    registry.relative(of.people["安沙英"], "妹妹", "丁若", other=files(of, "丁若"))
    make.teamed(of)
    assert Inspector.objects.count() == 2


def test_an_end_before_the_beginning_is_refused(case_at):
    refused = make.refusal(make.teamed, case_at("form_team"), until_on=date(2026, 10, 25))
    assert str(refused.why) == "考察结束2026-10-25早于开始2026-10-26"


def test_before_the_targets_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.teamed, case_at("inspection")), at_step="考察", first="确定考察对象")


def test_an_inspector_does_not_form_the_team(case_at):
    of = case_at("form_team")
    assert make.no_right(make.refusal(make.teamed, of, by=of.staff["曹怀"]), "曹怀", "审定方案和人选")
