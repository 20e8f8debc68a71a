"""The steps that are audited: the selection room tells facts of each, and every rule is one of the law."""

from quanheng.oversight.core.stages import stages
from quanheng.regulation.core.library import library
from quanheng.selection.queries.case_facts import STAGES


def test_the_steps_are_those_of_which_facts_are_told():
    assert tuple(stages()) == STAGES


def test_every_rule_is_in_the_law_and_stands_once_at_a_step():
    for stage in stages().values():
        assert stage.rules
        assert len(set(stage.rules)) == len(stage.rules)
        assert set(stage.rules) <= set(library().rules), stage.id
