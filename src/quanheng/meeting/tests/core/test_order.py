"""The order of speaking."""

from quanheng.meeting.core.order import speaking_order, waiting_for

VOTERS = ("书记", "甲", "乙", "丙")


def test_the_chief_waits_for_everybody_else():
    assert waiting_for("书记", voters=VOTERS, expressed={"乙"}, chief="书记") == ("甲", "丙")
    assert waiting_for("书记", voters=VOTERS, expressed={"甲", "乙", "丙"}, chief="书记") == ()


def test_nobody_else_waits():
    assert waiting_for("丙", voters=VOTERS, expressed=set(), chief="书记") == ()
    assert waiting_for("甲", voters=VOTERS[1:], expressed=set(), chief=None) == ()


def test_the_chief_is_called_last():
    assert speaking_order(VOTERS, chief="书记") == ("甲", "乙", "丙", "书记")
    assert speaking_order(VOTERS[1:], chief=None) == ("甲", "乙", "丙")
