"""提交会议讨论: what the four musts left open does not come to a meeting."""

import pytest

from quanheng.meeting.models import BodyMember, Item
from quanheng.selection.tests import factories as make


def with_musts(case_at, **results):
    """A case before the meeting whose musts were answered so."""
    of = case_at("record_must")
    make.all_musts(of, **results)
    for act in (make.both_reported, make.inspected, make.consulted, make.proposed):
        act(of)
    return of


def test_the_matter_is_on_the_agenda_with_its_case(case_at):
    of = case_at("deliberation")
    make.tabled(of)
    item = Item.objects.get()
    assert (item.case, item.person, item.post, item.number, item.state) == (of.case, of.people[make.FIRST], of.seat, 1, "open")
    assert of.entry().result == "周远行拟任云岭市交通运输局副局长，提交市委常委会2026-11-13会议讨论"
    assert {f["rule"]: f["light"] for f in of.entry().facts["findings"]} == {
        "selection_regulations.31.four_musts": "passed",
        "selection_regulations.36": "passed",
    }


@pytest.mark.parametrize(
    ("results", "clause"),
    [
        ({"discipline": "dissent"}, "第三十一条"),
        ({"discipline": "doubt"}, "第三十一条"),
        ({"file": "doubt"}, "第三十六条"),
        ({"file": "dissent"}, "第三十六条"),
        ({"matters": "doubt"}, "第三十六条"),
        ({"matters": "dissent"}, "第三十六条"),
        ({"petition": "doubt"}, "第三十六条"),
        ({"petition": "dissent"}, "第三十六条"),
    ],
)
def test_a_doubt_or_a_dissent_bars_the_meeting(case_at, results, clause):
    of = with_musts(case_at, **results)
    refused = make.refusal(make.tabled, of)
    assert clause in "".join(refused.cites)
    assert str(refused.what) == "提交会议讨论"
    assert not Item.objects.exists()
    assert of.case.step == "deliberation"


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ({"discipline": "dissent"}, "廉洁自律结论性意见已双签字：否"),
        ({"matters": "doubt"}, "个人有关事项存疑：是（须为否）"),
        ({"petition": "doubt"}, "信访举报未查清：是（须为否）"),
    ],
)
def test_the_refusal_says_what_stands_in_the_way(case_at, results, said):
    assert str(make.refusal(make.tabled, with_musts(case_at, **results)).why).endswith(f"。{said}")


def test_a_petition_that_was_checked_and_found_clear_does_not_bar(case_at):
    of = with_musts(case_at, petition="clear")
    make.tabled(of)
    assert Item.objects.count() == 1


def test_the_same_matter_twice_on_open_agendas_is_refused(case_at):
    of = case_at("vote")
    refused = make.refusal(make.tabled, of, of.meeting)
    assert "已是“市委常委会会议（2026-11-13）" in str(refused.why)
    assert str(refused.remedy) == "不必重复列入"


def test_after_a_failed_vote_it_comes_back_only_by_more_than_half(case_at):
    of = case_at("vote")
    make.voted(of, agree=4, disagree=5), make.decided(of)
    again = make.convened(of, make.at(11, 14))
    members = list(BodyMember.objects.order_by("order"))
    refused = make.refusal(make.tabled, of, again, at=make.at(11, 13, 15), agreed=members[:4])
    assert str(refused.why) == "成员9人，同意复议4人，未超过半数（须5人）"
    assert str(refused.remedy) == "再有1名成员同意"
    make.tabled(of, again, at=make.at(11, 13, 16), agreed=members[:5])
    assert Item.objects.latest("pk").reopens == Item.objects.earliest("pk")


def test_before_a_proposal_it_is_out_of_order(case_at):
    refused = make.refusal(make.tabled, case_at("propose"))
    assert make.out_of_order(refused, at_step="酝酿", first="提出拟任人选")


def test_an_officer_does_not_run_meetings(case_at):
    of = case_at("deliberation")
    assert make.no_right(make.refusal(make.tabled, of, by=of.staff["王敏"]), "王敏", "组织会议")
