"""后台研判, and the worker is killed: committed work, apart from what is undone."""

import pytest

from quanheng.access.actions.scope import as_system
from quanheng.access.tests.workers import killed_at, work
from quanheng.selection.actions.ask_screening import ask_screening
from quanheng.selection.actions.run_screenings import SCREENINGS
from quanheng.selection.models import Candidate, KeptFinding, ScreeningJob
from quanheng.selection.tests import factories as make

LATER = make.at(11, 21)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["selection_candidate", "access_journalentry"])
def test_a_worker_killed_in_the_middle_leaves_nothing_and_the_next_one_does_it_all(table):
    with as_system(on=LATER.date()):
        of = make.case_at("screen_candidates")
    with as_system(on=LATER.date()):
        case = of.case
    ask_screening(by=of.staff["王敏"], at=make.at(10, 14), case=case)
    with killed_at(table), as_system(on=LATER.date()):
        assert (Candidate.objects.count(), KeptFinding.objects.count(), ScreeningJob.objects.get().state) == (0, 0, "running")
    assert work(SCREENINGS, at=LATER) == 1
    with as_system(on=LATER.date()):
        job = ScreeningJob.objects.get()
        assert (job.state, job.attempts, Candidate.objects.count(), of.entry().matter) == ("done", 2, 5, "人选研判")
