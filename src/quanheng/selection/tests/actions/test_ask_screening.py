"""后台研判: asked for on the page, done by the worker as the one who asked; all of it or nothing."""

import pytest

from quanheng.access.actions.scope import as_system
from quanheng.access.queries.jobs import Standing
from quanheng.access.tests.workers import killed_at, work
from quanheng.kernel.refusals import Refused
from quanheng.procedure.actions.step import Outcome
from quanheng.selection.actions import ask_screening as asking
from quanheng.selection.actions.ask_screening import ask_screening, screen_or_ask
from quanheng.selection.actions.resume_screening import resume_screening
from quanheng.selection.actions.run_screenings import SCREENINGS
from quanheng.selection.models import Candidate, KeptFinding, ScreeningJob
from quanheng.selection.queries.cases import standing
from quanheng.selection.queries.upkeep import old_screenings
from quanheng.selection.tests import factories as make

LATER = make.at(11, 21)


def ask(of: make.City, who: str = "王敏", hour: int = 9) -> ScreeningJob:
    return ask_screening(by=of.staff[who], at=make.at(10, 14, hour), case=of.case)


def stands(of: make.City) -> Standing[ScreeningJob]:
    found = standing(of.case, now=make.at(10, 14, 12))
    assert found is not None
    return found


def works() -> int:
    return work(SCREENINGS, at=make.at(10, 14, 10))


@pytest.mark.django_db
def test_few_people_are_judged_at_once_and_many_by_the_worker(monkeypatch):
    of = make.case_at("screen_candidates")
    given = {"by": of.staff["王敏"], "at": make.at(10, 14), "case": of.case}
    at_once = screen_or_ask(**given)
    assert isinstance(at_once, Outcome)
    first = sorted(Candidate.objects.values_list("person__name", "light", "findings"))
    monkeypatch.setattr(asking, "AT_ONCE", 1)
    asked = screen_or_ask(**given | {"case": of.case})
    assert isinstance(asked, ScreeningJob)
    assert works() == 1
    asked.refresh_from_db()
    assert (asked.state, asked.phase, asked.done) == ("done", "judge", asked.total)
    assert sorted(Candidate.objects.values_list("person__name", "light", "findings")) == first
    assert (of.entry().result, of.entry().by) == (at_once.result, of.staff["王敏"])


@pytest.mark.django_db
def test_what_was_found_is_written_once_for_everybody():
    of = make.case_at("forecast_candidates")
    numbers = [number for each in Candidate.objects.all() for number in each.findings]
    assert len(numbers) > 2 * KeptFinding.objects.count() > 0
    assert set(numbers) == set(KeptFinding.objects.filter(case=of.case).values_list("pk", flat=True))


@pytest.mark.django_db
def test_asked_once_in_turn_and_by_who_may():
    of = make.case_at("approve_motion")
    with pytest.raises(Refused):
        ask(of)
    make.approved(of)
    assert make.no_right(make.refusal(lambda case: ask(case, "曹怀"), of), "曹怀", "办理选任事项")
    ask(of, hour=9)
    with pytest.raises(Refused, match="正在研判"):
        ask(of, hour=10)
    assert ScreeningJob.objects.count() == 1


@pytest.mark.django_db
def test_somebody_acted_in_between():
    of = make.case_at("screen_candidates")
    ask(of)
    make.screened(of, at=make.at(10, 14, 9, 30))
    assert works() == 1
    refusal = stands(of).refusal
    assert refusal is not None
    assert "王敏已于2026-10-14 09:30办理“人选研判”" in str(refusal)
    make.screened(of, at=make.at(10, 14, 11))  # done now: the refusal matters no more
    assert standing(of.case, now=LATER) is None


@pytest.mark.django_db
def test_after_three_deaths_somebody_must_look():
    of = make.case_at("screen_candidates")
    ask(of)
    ScreeningJob.objects.update(state="running", attempts=3)
    assert works() == 0
    assert (stands(of).is_broken, stands(of).is_live) == (True, False)
    assert make.no_right(make.refusal(lambda case: resume_screening(by=case.staff["曹怀"], at=LATER, case=case.case), of), "曹怀", "办理选任事项")
    resume_screening(by=of.staff["何静"], at=make.at(10, 14, 9, 30), case=of.case)
    assert works() == 1
    assert (of.entry().matter, of.entry().by) == ("人选研判", of.staff["何静"])
    with pytest.raises(Refused, match="没有中断的研判"):
        resume_screening(by=of.staff["何静"], at=LATER, case=of.case)


@pytest.mark.django_db
def test_jobs_that_are_over_go_and_what_they_found_stays():
    of = make.case_at("screen_candidates")
    ask(of)
    assert old_screenings(LATER) == 0
    works()
    assert old_screenings(LATER) == 1
    assert Candidate.objects.filter(case=of.case).exists()


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
