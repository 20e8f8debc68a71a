"""The main job as a whole: the city imported from its files, one appointment by the book, its folder verified."""

import tomllib
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from quanheng.access.queries.journal import first_broken
from quanheng.cli.screens.demo import prepare
from quanheng.cli.screens.rehearsal import rehearse
from quanheng.exchange.core import lrmx
from quanheng.procedure.core import archive
from quanheng.procedure.models import Case, RecordEntry, Task
from quanheng.registry.models import Person
from quanheng.selection.models import Candidate

pytestmark = pytest.mark.django_db
SCENARIO = tomllib.loads(Path("datasets/yunling/scenario.toml").read_text(encoding="utf-8"))
BOUNDARY = tomllib.loads(Path("datasets/yunling/boundary.toml").read_text(encoding="utf-8"))


def test_one_vacancy_is_filled_by_the_book(tmp_path: Path) -> None:
    said = StringIO()
    console = Console(file=said, width=200)
    city = prepare(console, None)
    stage = rehearse(console, city.scenario, out=tmp_path / "case")
    assert Person.objects.count() >= 1200

    case = Case.objects.get()
    chosen = Person.objects.get(id_number=SCENARIO["decision"]["chosen"]["identity_number"])
    line = chosen.assignments.get(until_on=None, kind="main")
    assert (line.post, line.from_on, line.probation_from_on) == (
        case.motion.post,
        SCENARIO["decision"]["on"],
        SCENARIO["appointment"]["probation_from"],
    )
    assert case.order.probation.last_on == SCENARIO["appointment"]["probation_last_day"]
    assert [task.what for task in Task.objects.filter(case=case, done_at=None)] == [f"试用期满考核：{chosen.name}"]

    wanted = {row["what"] for row in SCENARIO["refusal"]}
    assert wanted <= set(stage.refused)
    assert first_broken() is None

    folder = tmp_path / "case"
    checked = archive.check(folder)
    assert (checked.holds, checked.entries) == (True, RecordEntry.objects.filter(case=case).count())
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "任免审批表.pdf", "任免审批表.lrmx", "任职通知.pdf", "任前公示.pdf", "表决结果.pdf", "全程纪实表.pdf", "record.jsonl", "manifest.json",
    }  # fmt: skip
    form = lrmx.read((folder / "任免审批表.lrmx").read_bytes())
    assert (form.name, form.identity_number, form.proposed_post) == (chosen.name, chosen.id_number, str(case.motion.post))

    _boundary_people_got_their_lights(case)


def _boundary_people_got_their_lights(case: Case) -> None:
    lights = dict(Candidate.objects.filter(case=case).values_list("person__id_number", "light"))
    assert set(lights.values()) >= {"passed", "forbidden", "unknown"}
