"""The gate: what may come next, and how an act out of order is refused."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.procedure.core.definition import Act, Procedure, Step, in_force
from quanheng.procedure.core.walk import State, gate, standing

MOTION = Step("motion", "动议", ("《条例》第十三条",), "干部科", (Act("open", "提出动议"), Act("approve", "审定方案", after=("open",))))
VOTE = Step("vote", "讨论决定", ("《条例》第三十八条",), "党委", (Act("table", "上会"), Act("decide", "表决", after=("table",), counts_when=("passed",), may_repeat=True)))
PROCEDURE = Procedure("promotion", "个别提拔", date(2019, 3, 3), (MOTION, VOTE))


def ready(*record: tuple[str, str]) -> list[str]:
    return [act.verb for act in standing(PROCEDURE, record).ready]


def test_a_new_case_waits_for_its_first_act() -> None:
    assert ready() == ["open"]


def test_the_next_act_opens_when_its_predecessor_is_on_record() -> None:
    assert ready(("open", "done")) == ["approve"]
    assert ready(("open", "done"), ("approve", "done")) == ["table"]


def test_a_vote_that_failed_leaves_the_step_open() -> None:
    where = standing(PROCEDURE, [("open", "done"), ("approve", "done"), ("table", "done"), ("decide", "failed")])
    assert where.state(VOTE) is State.CURRENT
    assert [act.verb for act in where.ready] == ["decide"]


def test_a_case_whose_steps_are_all_done_is_closed() -> None:
    where = standing(PROCEDURE, [("open", "done"), ("approve", "done"), ("table", "done"), ("decide", "passed")])
    assert where.current is None
    with pytest.raises(Refused, match="已办理"):
        gate(where, "table")


def test_an_act_out_of_order_names_the_step_and_what_is_missing() -> None:
    with pytest.raises(Refused) as refusal:
        gate(standing(PROCEDURE, [("open", "done")]), "decide")
    assert str(refusal.value.why) == "本案现处于“动议”环节，前序未完成：审定方案"
    assert str(refusal.value.remedy) == "先办理：审定方案"
    assert refusal.value.cites == VOTE.cites


def test_an_act_is_not_done_twice() -> None:
    with pytest.raises(Refused, match="已办理"):
        gate(standing(PROCEDURE, [("open", "done")]), "open")


def test_a_day_before_the_first_version_has_no_procedure() -> None:
    with pytest.raises(ValueError, match="no version in force"):
        in_force((PROCEDURE,), date(2019, 3, 2))
    assert in_force((PROCEDURE,), date(2019, 3, 3)) is PROCEDURE


def test_an_act_that_stays_open_may_be_done_again_until_its_step_is_done() -> None:
    answer = Act("answer", "答复", until="vote")
    third = Step("notice", "公示", (), "组织部", (Act("publish", "公示"),))
    procedure = Procedure("p", "p", date(2019, 3, 3), (Step("inspect", "考察", (), "考察组", (answer,)), VOTE, third))
    at_the_vote = standing(procedure, [("answer", "done"), ("table", "done")])
    assert [act.verb for act in at_the_vote.ready] == ["decide", "answer"]
    after_it = standing(procedure, [("answer", "done"), ("table", "done"), ("decide", "passed")])
    assert [act.verb for act in after_it.ready] == ["publish"]
