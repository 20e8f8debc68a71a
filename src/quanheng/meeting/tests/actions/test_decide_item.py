"""The decision: the count against those who should attend, frozen with its figures and clauses."""

from datetime import timedelta

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.call_roll import call_roll
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.models import Item
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting, speak
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
LATER = HELD_AT + timedelta(minutes=30)
CHIEF, OTHERS = NAMES[0], NAMES[1:]


def _decide(of, item, **given):
    return decide_item(**{"by": of.recorder, "at": LATER, "item": item, **given})


def _figures(item):
    return (
        item.should,
        item.present,
        item.recused,
        item.agree,
        item.disagree,
        item.defer,
        item.quorum,
        item.needed,
    )


def test_six_of_seven_present_pass_and_one_stepped_aside():
    of = committee()
    item = matter(of, sitting(of, absent=[OTHERS[7]]))
    recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat(OTHERS[6]), ground="relative")
    speak(of, item, agree=OTHERS[:5], disagree=[OTHERS[5]])
    speak(of, item, agree=[CHIEF])
    decided = Item.objects.get(pk=_decide(of, item, form="hands").pk)
    assert _figures(decided) == (9, 8, 1, 6, 1, 0, 6, 5)
    assert (decided.state, decided.get_form_display(), decided.decided_at, decided.decided_by) == (
        "passed",
        "举手表决",
        LATER,
        of.recorder,
    )
    assert decided.cites == [
        f"《党政领导干部选拔任用工作条例》（2019年）第{n}条" for n in ("三十八", "三十九", "五十三")
    ]


def test_four_of_nine_do_not_pass_though_they_are_most_of_those_present():
    of = committee()
    item = matter(of, sitting(of, absent=OTHERS[5:]))
    speak(of, item, agree=OTHERS[:3], disagree=OTHERS[3:5])
    speak(of, item, agree=[CHIEF])
    decided = _decide(of, item)
    assert (decided.state, *_figures(decided)) == ("failed", 9, 6, 0, 4, 2, 0, 6, 5)


def test_most_of_the_members_ask_to_defer():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=OTHERS[:3], defer=[*OTHERS[3:], CHIEF])
    assert (_decide(of, item).state, item.expressions.filter(stance="defer").count()) == ("deferred", 6)


def test_the_house_may_take_recused_members_out_of_the_base():
    of = committee(keeps_recused=False)
    item = matter(of, sitting(of))
    for name in OTHERS[6:]:
        recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat(name), ground="relative")
    speak(of, item, agree=OTHERS[:3], disagree=[*OTHERS[3:6], CHIEF])
    decided = _decide(of, item)
    assert (decided.should, decided.recused, decided.quorum, decided.needed, decided.state) == (
        9,
        2,
        5,
        4,
        "failed",
    )


def test_not_while_somebody_has_not_spoken():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=OTHERS[:7])
    with pytest.raises(Refused) as refused:
        _decide(of, item)
    assert str(refused.value.why) == "到会且未回避的9人中，尚有2人未表态：周正清、王岚"
    assert refused.value.cites == ("《党政领导干部选拔任用工作条例》（2019年）第三十八条",)


def test_not_without_a_quorum_even_when_all_present_agree():
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    call_roll(
        by=of.recorder,
        at=HELD_AT,
        meeting=meeting,
        present=[of.seat(name) for name in NAMES[:5]],
        absent={of.seat(name): "离席" for name in NAMES[5:]},
    )
    with pytest.raises(Refused, match="应到9人，实到5人，不足三分之二（须6人），决定无效"):
        _decide(of, item)
    assert Item.objects.get(pk=item.pk).state == "open"


def test_a_relation_recorded_after_the_member_spoke_still_stops_the_decision():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=[*OTHERS, CHIEF])
    cousin = registry.person("吴桐", of=of.authority)
    seat = of.account("吴桐")
    seat.person_key = cousin.pk
    seat.save()
    registry.relative(of.candidate, "表兄", "吴桐", other=cousin)
    with pytest.raises(Refused, match="吴桐与本议题有利害关系（亲属），应当回避"):
        _decide(of, item)


def test_a_decision_is_final():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=[*OTHERS, CHIEF])
    _decide(of, item)
    with pytest.raises(Refused, match="本议题已于2026-11-13 15:00作出决定：通过，不再更改"):
        _decide(of, item)


def test_a_member_may_not_declare_the_result():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=[*OTHERS, CHIEF])
    with pytest.raises(Refused, match="李慧没有“组织会议”权限"):
        _decide(of, item, by=of.account("李慧"))


def test_without_the_chief_the_others_decide():
    of = committee()
    item = matter(of, sitting(of, absent=[CHIEF]))
    speak(of, item, agree=OTHERS)
    decided = _decide(of, item)
    assert (decided.state, decided.present, decided.agree) == ("passed", 8, 8)
