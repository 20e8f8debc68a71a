"""The main job as a whole: the city imported from its files, one appointment by the book, its folder verified."""

import tomllib
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from quanheng.access.queries.journal import first_broken
from quanheng.access.queries.log_check import log_faults
from quanheng.cli.screens import folder, house
from quanheng.cli.screens.demo import files_beside, prepare
from quanheng.cli.screens.rehearsal import rehearse
from quanheng.exchange.core import lrmx
from quanheng.kernel.verdicts import worst
from quanheng.procedure.core import archive
from quanheng.procedure.models import Case, RecordEntry, Task
from quanheng.registry.core import codes
from quanheng.registry.models import Person, Post
from quanheng.registry.queries.facts import facts_for
from quanheng.registry.queries.numbers import index_of
from quanheng.regulation.core.judge import judge
from quanheng.selection.core.assumed import NO_FINDING, ORDINARY

pytestmark = pytest.mark.django_db
SCENARIO = tomllib.loads(Path("datasets/yunling/scenario.toml").read_text(encoding="utf-8"))
BOUNDARY = tomllib.loads(Path("datasets/yunling/boundary.toml").read_text(encoding="utf-8"))


def test_one_vacancy_is_filled_by_the_book(tmp_path: Path) -> None:
    said = StringIO()
    console = Console(file=said, width=200)
    with files_beside(None) as written:
        city = prepare(console, None, written)
    stage = rehearse(console, city.scenario, out=tmp_path / "case")
    assert Person.objects.count() >= 1200

    case = Case.objects.get()
    chosen = Person.objects.get(number_index=index_of(SCENARIO["decision"]["chosen"]["identity_number"]))
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

    left = tmp_path / "case"
    checked = archive.check(left)
    assert (checked.holds, checked.entries) == (True, RecordEntry.objects.filter(case=case).count())
    assert (checked.proven, checked.witnesses) == (checked.entries, ("demonstration.example/witness",))
    assert list(log_faults()) == []
    names = {path.name for path in left.iterdir()}
    assert names == {
        "任免审批表.pdf", "任免审批表.lrmx", "任职通知.pdf", "任前公示.pdf", "表决结果.pdf", "全程纪实表.pdf", "record.jsonl", "manifest.json",
        "proofs.jsonl", "checkpoint.txt", "keys.json", "index.csv", "SHA256SUMS", "verify.py", "verify.html",
    }  # fmt: skip
    form = lrmx.read((left / "任免审批表.lrmx").read_bytes())
    number = SCENARIO["decision"]["chosen"]["identity_number"]
    assert (form.name, form.identity_number, form.proposed_post) == (chosen.name, number, str(case.motion.post))
    assert {"妻子", "父亲"} <= {each.relation for each in form.family}
    _without_a_password_sealed_words_stay_out(case, tmp_path / "again")

    _boundary_people_get_their_lights()


def _without_a_password_sealed_words_stay_out(case: Case, out: Path) -> None:
    """And the command says so."""
    house.passwords_path().unlink()
    said = StringIO()
    folder.run(Console(file=said, width=200), number=case.number, out=out, username=case.opened_by.username)
    form = lrmx.read((out / "任免审批表.lrmx").read_bytes())
    assert (form.identity_number, form.family) == ("", ())
    assert "加密内容（身份证号、家庭成员、考察报告等）未随案卷写出" in said.getvalue()


def _boundary_people_get_their_lights() -> None:
    """Every person planted on a rule's boundary: one month over, one short, or not to be judged."""
    wrong = [f"{row['name']} {row['rule']}: {found} instead of {row['expected']}" for row in BOUNDARY["boundary"] if (found := _light(row)) not in _allowed(row)]
    assert wrong == []


def _light(row: dict[str, str]) -> str:
    person = Person.objects.get(number_index=index_of(row["identity_number"]))
    level = codes.find("post_level", row["target"])
    posts = Post.objects.filter(level=level) if level else Post.objects.filter(organisation__code__startswith="001.008", name__contains="常委")
    on = date.fromisoformat(row["on"])
    facts = facts_for([person], post=posts.order_by("pk")[0], on=on)[person.pk]
    found = judge({**facts, **NO_FINDING, **ORDINARY}, on=on, subject="candidacy").findings
    lights = [finding.light for finding in found if finding.rule.catalogue == row["rule"]]
    return worst(lights).key if lights else "not applicable"


def _allowed(row: dict[str, str]) -> set[str]:
    if row["margin"] == "day_after":  # the window is over; whether the sanction is still felt is for people to say
        return {"unknown"}
    return {"pass": {"passed"}, "warn": {"warning"}, "fail": {"forbidden"}, "unknown": {"unknown"}}[row["expected"]]
