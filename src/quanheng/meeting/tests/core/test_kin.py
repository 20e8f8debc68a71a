"""Who must step aside: the candidate, and relatives by the lines of either file."""

from quanheng.meeting.core.kin import Kin, grounds

LINES = [Kin("人选", "弟弟", "弟弟"), Kin("嫂子", "人选", "丈夫的弟弟"), Kin("外人", "弟弟", "同学")]


def test_lines_are_read_both_ways():
    found = grounds("人选", ["弟弟", "嫂子", "外人"], LINES)
    assert {name: (ground.kind, str(ground.words)) for name, ground in found.items()} == {
        "弟弟": ("relative", "拟任人选的弟弟"),
        "嫂子": ("relative", "拟任人选系其丈夫的弟弟"),
    }


def test_the_candidate_sits_aside_as_self():
    assert grounds("人选", ["人选", "外人"], LINES)["人选"].kind == "self"


def test_the_ground_alone_says_no_relation():
    assert str(grounds("人选", ["弟弟"], LINES)["弟弟"].word) == "亲属"


def test_nobody_without_a_line():
    assert grounds("人选", ["外人"], LINES) == {}
