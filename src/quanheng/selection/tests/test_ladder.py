"""The ladder: what a test did is gone for the next one, whatever the order; what is handed out is nobody else's."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F

from quanheng.access.actions.scope import Scope, _tell, stated
from quanheng.access.models import Account
from quanheng.procedure.models import Case
from quanheng.registry.models import Assignment, Person
from quanheng.selection.models import Candidate
from quanheng.selection.tests import factories as make


@pytest.fixture
def ask(ladder):
    """As test after test would: where the case stands, what it holds, then everything is spoilt."""

    def one(stop, spoil=lambda of: None):
        with ladder.lent() as at:
            of = at(stop)
            found = (of.case.step, of.case.version, Candidate.objects.count(), Person.objects.count(), len(of.staff), of.made.get("spoilt"))
            seen = stated()
            spoil(of)
        return found, of, seen

    return one


def spoil(of):
    of.made["spoilt"] = True
    of.staff["林涛"] = of.staff["王敏"]
    of.people[make.FIRST].name = "别人"
    Case.objects.update(version=F("version") + 5, step="closed")
    make.fit("林涛", of.bureau)
    Assignment.objects.update(title="x")


def test_what_a_test_changed_is_gone_for_the_next_in_any_order(ask):
    unspoilt = {}
    for stop in ("form_team", "screen_candidates", "form_team", "motion", "hold_meeting", "hold_meeting"):
        if stop == "motion":
            with pytest.raises(KeyError):
                ask(stop)  # there is no case yet
            continue
        found, _of, _seen = ask(stop, spoil)
        assert unspoilt.setdefault(stop, found) == found
        assert found[-1] is None
    assert [each[0] for each in unspoilt.values()] == ["inspection", "motion", "recommendation"]
    assert [each[2] for each in unspoilt.values()] == [5, 0, 5]


def test_a_rung_is_what_the_acts_make_without_a_ladder(ask, ladder):
    found, _of, _seen = ask("confirm_count")
    with ladder.lent() as at:
        plain = make.case_at("confirm_count", at("motion"))
        assert found[:3] == (plain.case.step, plain.case.version, Candidate.objects.count())
        assert found[3:5] == (Person.objects.count(), len(plain.staff))


def test_every_copy_is_fresh(ask):
    _, first, _ = ask("screen_candidates", spoil)
    _, second, _ = ask("screen_candidates")
    assert (first.people[make.FIRST].name, second.people[make.FIRST].name) == ("别人", make.FIRST)
    assert first.people[make.FIRST].pk == second.people[make.FIRST].pk
    assert "林涛" not in second.staff


def test_everything_is_in_sight_again_whatever_the_test_before_stated(ask):
    _, _, first = ask("screen_candidates", lambda of: _tell(connection, Scope("account", date(2026, 10, 14), of.staff["苏晴"].pk)))
    found, _, second = ask("screen_candidates")
    assert (first, second.kind) == (second, "system")
    assert found[3] > len(make.NAMES)  # the database says so too


def test_a_failed_statement_does_not_outlive_its_test(ask):
    def fail(of):
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    ask("screen_candidates", fail)
    ask("screen_candidates", lambda of: transaction.set_rollback(True))
    assert ask("screen_candidates")[0][0] == "motion"


def test_rows_that_no_commit_would_take_fail_the_test(ask):
    with pytest.raises(IntegrityError):
        ask("screen_candidates", lambda of: Assignment.objects.filter(person=of.people[make.FIRST]).update(post=10**9))
    assert ask("screen_candidates")[0][0] == "motion"


def test_asking_twice_is_refused(case_at):
    case_at("screen_candidates")
    with pytest.raises(AssertionError, match="asked twice"):
        case_at("motion")
    assert Account.objects.exists()
