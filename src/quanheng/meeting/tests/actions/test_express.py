"""Stating an opinion: who may, in which order, and every refusal with its figures."""

from datetime import UTC, date, datetime, timedelta

import pytest

from quanheng.access.models import JournalEntry
from quanheng.access.queries.sealed_rows import open_rows
from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting, speak
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
OTHERS = NAMES[1:]


def _say(of, item, name, stance="agree", **given):
    return express(**{"by": of.account(name), "at": HELD_AT, "item": item, "stance": stance, **given})


def test_members_speak_one_by_one_for_themselves():
    of = committee()
    item = matter(of, sitting(of))
    first, second = _say(of, item, "李慧"), _say(of, item, "张卫东", "disagree", remark="基层经历偏少")
    assert [
        (each.order, each.member.account.name, each.stance, each.entered_by.name) for each in (first, second)
    ] == [
        (1, "李慧", "agree", "李慧"),
        (2, "张卫东", "disagree", "张卫东"),
    ]
    assert open_rows(None, [first, second]) == 0
    assert (first.remark, second.remark) == ("", "基层经历偏少")


def test_the_stance_is_not_in_the_journal():
    of = committee()
    _say(of, matter(of, sitting(of)), "李慧", "disagree")
    entry = JournalEntry.objects.get(action="meeting.express")
    assert (entry.by_name, set(entry.facts)) == ("李慧", {"item"})


def test_the_recorder_enters_what_a_member_said():
    of = committee()
    item = matter(of, sitting(of))
    made = express(by=of.recorder, at=HELD_AT, item=item, stance="defer", member=of.seat("钱立"))
    assert (made.member.account.name, made.entered_by.name, made.get_stance_display()) == (
        "钱立",
        "何静",
        "缓议",
    )


def test_only_this_meetings_recorder_may():
    of = committee()
    item = matter(of, sitting(of))
    other = registry.account("丁宁", "section_chief", over=of.authority)
    with pytest.raises(Refused, match=r"丁宁不是本次会议记录人，不得代他人表态.*由记录人何静录入"):
        express(by=other, at=HELD_AT, item=item, stance="agree", member=of.seat("钱立"))


def test_a_member_may_not_speak_for_another():
    of = committee()
    with pytest.raises(Refused, match="李慧没有“组织会议”权限"):
        _say(of, matter(of, sitting(of)), "李慧", member=of.seat("钱立"))


def test_somebody_who_does_not_sit_there_is_refused():
    of = committee()
    guest = registry.account("顾问", "committee_member", over=of.authority)
    with pytest.raises(Refused, match="顾问不是本次会议成员"):
        express(by=guest, at=HELD_AT, item=matter(of, sitting(of)), stance="agree")


def test_an_absent_member_is_refused_with_the_reason():
    of = committee()
    with pytest.raises(Refused, match=r"赵敏未到会（因公出差）.*不得委托他人表态"):
        _say(of, matter(of, sitting(of, absent=["赵敏"])), "赵敏")


def test_a_member_who_stepped_aside_is_refused():
    of = committee()
    item = matter(of, sitting(of))
    recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("赵敏"), ground="other")
    with pytest.raises(Refused, match="赵敏已就本议题回避（其他可能影响公正的情形）"):
        _say(of, item, "赵敏")


def test_twice_is_refused_and_the_first_stays():
    of = committee()
    item = matter(of, sitting(of))
    _say(of, item, "李慧")
    with pytest.raises(Refused, match="李慧已表态：同意"):
        _say(of, item, "李慧", "disagree")
    assert item.expressions.get().stance == "agree"


def test_without_a_quorum_nobody_speaks():
    of = committee()
    item = matter(of, sitting(of, absent=NAMES[5:]))
    with pytest.raises(Refused) as refused:
        _say(of, item, "李慧")
    assert str(refused.value.why) == "应到9人，实到5人，不足三分之二（须6人）"
    assert str(refused.value.remedy) == "再有1名成员到会，或另行召集会议"
    assert refused.value.cites == ("《党政领导干部选拔任用工作条例》（2019年）第三十八条",)


def test_before_the_roll_and_after_the_decision():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=[*OTHERS, "周正清"])
    decide_item(by=of.recorder, at=HELD_AT + timedelta(minutes=30), item=item)
    with pytest.raises(Refused, match="本议题已于2026-11-13 15:00作出决定：通过，不再更改"):
        _say(of, item, "李慧")


def test_the_chief_waits_and_the_refusal_names_whom_for():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=OTHERS[:6])
    with pytest.raises(Refused) as refused:
        _say(of, item, "周正清")
    assert str(refused.value.why) == "主要负责人周正清须最后表态，尚有2人未表态：郑远、王岚"
    speak(of, item, agree=OTHERS[6:])
    assert _say(of, item, "周正清").order == 9


def test_the_chief_does_not_wait_for_those_who_stepped_aside():
    of = committee()
    item = matter(of, sitting(of))
    recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("王岚"), ground="relative")
    speak(of, item, agree=OTHERS[:-1])
    assert _say(of, item, "周正清").order == 8


def test_before_march_2019_the_chief_could_speak_first():
    then, since = datetime(2018, 5, 4, 6, 0, tzinfo=UTC), date(2018, 1, 1)
    of = committee(from_on=since)
    for seat in of.members.values():
        registry.grant(seat.account, "committee_member", over=of.authority, from_on=since)
    registry.grant(of.recorder, "section_chief", over=of.authority, from_on=since)
    item = matter(of, sitting(of, held_at=then))
    assert _say(of, item, "周正清", at=then).order == 1


@pytest.mark.parametrize("is_on_candidates_file", [True, False])
def test_a_relative_is_refused_whichever_file_says_so(is_on_candidates_file):
    of = committee()
    item = matter(of, sitting(of))
    brother = registry.person("赵敏", of=of.authority)
    seat = of.account("赵敏")
    seat.person_key = brother.pk
    seat.save()
    owner, other = (of.candidate, brother) if is_on_candidates_file else (brother, of.candidate)
    registry.relative(owner, "姐夫", other.name, other=other)
    with pytest.raises(Refused) as refused:
        _say(of, item, "赵敏")
    assert str(refused.value.why) == "赵敏与本议题有利害关系（亲属），应当回避"
    assert refused.value.cites == ("《党政领导干部选拔任用工作条例》（2019年）第五十三条",)
    assert not item.expressions.exists()


def test_the_candidate_himself_is_refused():
    of = committee()
    item = matter(of, sitting(of))
    seat = of.account("赵敏")
    seat.person_key = of.candidate.pk
    seat.save()
    with pytest.raises(Refused, match="（本人），应当回避"):
        _say(of, item, "赵敏")
