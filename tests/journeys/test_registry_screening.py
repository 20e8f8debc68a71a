"""The whole city in columns against the city person by person: every fact, every light, and what the command prints."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID

import polars as pl
import pytest
from rich.console import Console

from quanheng.access.models import Account
from quanheng.cli.screens import screen
from quanheng.cli.screens.beside import Beside
from quanheng.cli.screens.demo import files_beside, prepare
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.refresh_anchors import refresh_anchors
from quanheng.registry.models import FileGap, Person, Post
from quanheng.registry.queries import anchors
from quanheng.registry.queries.fact_columns import fact_columns
from quanheng.registry.queries.facts import facts_for
from quanheng.registry.queries.people import Filters, people
from quanheng.registry.tests.factories import number_words
from quanheng.selection.actions.screen_candidates import Slices
from quanheng.selection.core.findings import keep
from quanheng.selection.core.registry_screening import screened
from quanheng.selection.queries.registry_screening import screen_registry
from quanheng.selection.queries.registry_screening import screen_slices as in_columns
from quanheng.selection.queries.screening import IN_SERVICE, Screened, question_of, screen_slices

Facts = Mapping[UUID, Mapping[str, object]]

pytestmark = pytest.mark.django_db
SCENARIO = tomllib.loads(Path("datasets/yunling/scenario.toml").read_text(encoding="utf-8"))
ON = SCENARIO["motion"]["opened_on"]


def test_the_city_in_columns(tmp_path: Path) -> None:
    with files_beside(None) as written:
        prepare(Console(file=StringIO(), width=200), None, written)
    officer = Account.objects.get(username=SCENARIO["motion"]["opened_by"])
    person = Person.objects.order_by("key")[0]
    for noun in ("assignment", "rank", "training"):
        FileGap.objects.create(person=person, noun=noun, source="x")
    wanted = list(_one_by_one(officer))
    _same_everywhere(officer, wanted)
    refresh_anchors(on=ON)
    _same_everywhere(officer, wanted)
    assert fact_columns(by=officer, post=Post.objects.all()[0], on=ON).worked_out == 0
    _same_lights(officer)
    _same_findings(officer)
    _in_parts(officer)
    _the_command(officer, tmp_path)


def _one_by_one(officer: Account) -> Iterator[tuple[Post, date, Facts]]:
    """Everybody's facts for a post on a day, worked out from the records alone, which are read once."""
    everybody = list(people(by=officer, on=ON))
    for level in ("122", "131", "132", "141", "142", "150"):
        post = Post.objects.filter(level=level).select_related("organisation").first() or _off_the_ladder()
        yield post, ON, facts_for(everybody, post=post, on=ON)
    post, past = Post.objects.filter(level="132").select_related("organisation")[0], date(2024, 2, 29)
    yield post, past, facts_for(list(people(by=officer, on=ON)), post=post, on=past)


def _same_everywhere(officer: Account, wanted: list[tuple[Post, date, Facts]]) -> None:
    for post, on, one_by_one in wanted:
        found = {row.pop("key"): row for row in fact_columns(by=officer, post=post, on=on, today=ON).rows.to_dicts()}
        assert found.keys() == {str(key) for key in one_by_one}
        for key, facts in one_by_one.items():
            assert found[str(key)] == facts, (key, post.level, _differing(found[str(key)], facts))


def _off_the_ladder() -> Post:
    post = Post.objects.select_related("organisation")[0]
    post.level = ""
    return post


def _differing(found: Mapping[str, object], wanted: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    return {name: (found.get(name), wanted.get(name)) for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name)}


def _same_lights(officer: Account) -> None:
    post = Post.objects.filter(level="132").select_related("organisation")[0]
    one_by_one = _judged(screen_slices, by=officer, post=post, on=ON)
    rows = {row.pop("key"): row for row in screen_registry(by=officer, post=post, on=ON, today=ON).rows.to_dicts()}
    assert rows.keys() == {str(key) for key in one_by_one}
    for key, verdict in one_by_one.items():
        lights = {finding.rule.id: finding.light.key for finding in verdict.findings}
        assert lights.keys() <= rows[str(key)].keys()
        assert rows[str(key)] == {rule: lights.get(rule, "passed") for rule in rows[str(key)]} | {"light": verdict.light.key}


def _same_findings(officer: Account) -> None:
    """Every word, figure, clause and remedy that is kept with a case, in the same order; for posts of every level and on a past day.

    A third of the city is in service for each post, in turn: everybody is judged for several posts.
    """
    serving = list(Person.objects.filter(status=IN_SERVICE).order_by("pk").values_list("pk", flat=True))
    levels = Post.objects.order_by("level").values_list("level", flat=True).distinct()
    posts = [Post.objects.filter(level=level).select_related("organisation")[0] for level in levels]
    compared = 0
    for turn, (post, on) in enumerate([*((post, ON) for post in (*posts, _off_the_ladder())), (posts[-1], date(2024, 2, 29))]):
        Person.objects.filter(pk__in=serving).update(status="")
        Person.objects.filter(pk__in=serving[turn % 3 :: 3]).update(status=IN_SERVICE)
        one_by_one, together = (_judged(way, by=officer, post=post, on=on) for way in (screen_slices, in_columns))
        assert together.keys() == one_by_one.keys()
        for key, each in one_by_one.items():
            assert together[key].light == each.light
            assert [keep(found) for found in together[key].findings] == [keep(found) for found in each.findings], (key, post.level)
        compared += len(one_by_one)
    Person.objects.filter(pk__in=serving).update(status=IN_SERVICE)
    assert compared > 2_000


def _judged(way: Slices, **given: Any) -> dict[UUID, Screened]:
    return {key: said for each in way(kind="promotion", **given) for key, said in each.judged.items()}


def _in_parts(officer: Account) -> None:
    """Lines that come page by page say what they say together; who comes twice, or not at all, is not passed over."""
    post = Post.objects.filter(level="132").select_related("organisation__authority")[0]
    question = question_of(post, ON, kind="promotion")

    def lines(pages: int) -> list[bytes]:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(anchors, "TOGETHER", pages)
            return list(anchors.everybody(by=officer, post=post, on=ON, today=ON, filters=Filters(status=IN_SERVICE)))

    whole, parts = lines(10**6), lines(7)
    assert (len(whole), len(parts) > 4) == (2, True)
    one, many = (screened(each, question) for each in (whole, parts))
    assert one is not None
    assert many is not None
    assert one.rows.sort("key").equals(many.rows.sort("key"))
    assert screened([*parts, parts[1].split(b"\n")[0]], question) is None
    first, _, rest = parts[1].partition(b"\n")
    assert screened([parts[0], rest, *parts[2:]], question) is None
    assert screened([parts[0], rest, *parts[2:], parts[2].split(b"\n")[0]], question) is None
    assert screened([parts[0], rest, *parts[2:], first], question) is not None


def _the_command(officer: Account, folder: Path) -> None:
    post = Post.objects.filter(level="132").select_related("organisation")[0]
    wanted = screen_registry(by=officer, post=post, on=ON, today=ON)
    for suffix in ("parquet", "xlsx"):
        said = StringIO()
        out = folder / f"screened.{suffix}"
        named = f"{post.organisation.code}/{post.name}"
        _screen(said, post=named, on=ON, username=officer.username, out=out)
        printed = said.getvalue()
        assert f"{wanted.rows.height}人" in printed
        assert f"通过 {wanted.lights()['passed']}" in printed
        assert not any(number in printed for person in Person.objects.exclude(id_number=b"") if (number := number_words(person)))
        assert (out.stat().st_size > 0, out.stat().st_mode & 0o077) == (True, 0)
    kept = pl.read_parquet(folder / "screened.parquet")
    assert kept.drop("name", "post").sort("key").equals(wanted.rows.with_columns(pl.exclude("key").cast(pl.String)).sort("key"))
    said, past = StringIO(), date(2024, 2, 29)  # no anchors are kept for that day: careers are read line by line
    _screen(said, post=named, on=past, username=officer.username, out=None)
    assert f"{screen_registry(by=officer, post=post, on=past, today=ON).rows.height}人" in said.getvalue()
    with pytest.raises(Refused, match="没有研判权限"):
        _screen(StringIO(), post="1", on=ON, username=_administrator(), out=None)
    with pytest.raises(Refused, match="不在您的管理权限内"):
        _screen(StringIO(), post="000/无", on=ON, username=officer.username, out=None)
    with pytest.raises(Refused, match="parquet"):
        _screen(StringIO(), post=str(post.pk), on=ON, username=officer.username, out=folder / "x.csv")


def _screen(said: StringIO, **given: Any) -> None:
    with Beside() as beside:
        screen.run(Console(file=said, width=200), beside, **given)


def _administrator() -> str:
    return Account.objects.filter(grants__role="system_admin")[0].username
