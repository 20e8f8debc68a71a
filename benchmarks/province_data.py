"""An invented province for measurements: N people with careers of five lines, 20,000 organisations, some 500 authorities.

A third of the organisations are institutions, whose staff is engaged by grade, most with a contract.

Seeded: the same N gives the same province. Nobody in it exists: identity numbers begin with 999. Loading is `province_load`.
"""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.province_words import (
    BUREAUS,
    FLOOR_LEVELS,
    GIVEN,
    LADDER,
    RANKS,
    SEATS,
    SECTIONS,
    STATUSES,
    STUDIES,
    SURNAMES,
)
from quanheng.access.core.sealed_fields import unsealed
from quanheng.registry.core import held_number
from quanheng.registry.core.identity import check_character
from quanheng.registry.queries.names import spellings
from quanheng.site.database import home, number_key

ON = date(2026, 11, 21)
ORGANISATIONS, CITIES, COUNTIES, TOWNS = 20_000, 16, 7, 3
Row = tuple[object, ...]


@dataclass(frozen=True)
class Land:
    """The authorities and organisations, and which organisations each authority manages the people of."""

    authorities: list[Row]
    organisations: list[Row]
    posts: list[Row]
    quotas: list[Row]
    units: dict[int, list[tuple[int, str]]]
    """Keys and names of the organisations of an authority."""
    seats: dict[int, list[tuple[int, str, str, str]]]
    """Keys, titles, levels and roles of the seats of an organisation."""
    institutions: set[int]
    schemes: list[Row]


def land() -> Land:
    """The same whatever the number of people."""
    authorities, floors = _authorities()
    made = Land([row[:5] for row in authorities], [], [], [], {}, {}, set(), [])
    roots: dict[int, int] = {}
    share = ORGANISATIONS // len(authorities) + 1
    for key, code, name, _path, parent, _floor in authorities:
        for number in range(share):
            if len(made.organisations) >= ORGANISATIONS:
                break
            above = roots.get(int(str(parent))) if parent and number == 0 else roots.get(int(str(key)))
            words = (
                f"{name}"
                if number == 0
                else f"{str(name)[2:-3]}{BUREAUS[number % len(BUREAUS)]}{'' if number <= len(BUREAUS) else number}"
            )
            unit = _unit(made, key, f"{code}.{number:03}", words, above, floors[key])
            if number == 0:
                roots[int(str(key))] = unit
    return made


def _authorities() -> tuple[list[tuple[object, ...]], dict[object, int]]:
    """Rows with the floor last: a province, its cities, counties, towns, and departments that manage their own people."""
    rows: list[tuple[object, ...]] = [(1, "p", "中共测源省委员会", "/p/", None, 1)]

    def add(code: str, name: str, parent: tuple[object, ...], floor: int) -> tuple[object, ...]:
        row = (len(rows) + 1, f"{parent[1]}.{code}", name, f"{parent[3]}{code}/", parent[0], floor)
        rows.append(row)
        return row

    for number in range(35):
        add(f"d{number:02}", f"中共测源省第{number + 1}厅委员会", rows[0], 2)
    for city in range(CITIES):
        town_of = GIVEN[city * 3 : city * 3 + 2]
        over = add(f"c{city:02}", f"中共{town_of}市委员会", rows[0], 2)
        for county in range(COUNTIES):
            below = add(f"x{county}", f"中共{town_of}{GIVEN[60 + county]}县委员会", over, 3)
            for town in range(TOWNS):
                add(f"t{town}", f"中共{town_of}{GIVEN[60 + county]}{GIVEN[80 + town]}镇委员会", below, 4)
    return rows, {row[0]: int(str(row[5])) for row in rows}


def _unit(made: Land, authority: object, code: str, name: str, above: int | None, floor: int) -> int:
    key = len(made.organisations) + 1
    level, deputy = FLOOR_LEVELS[floor]
    kind = "42" if key % 3 == 0 else "行政机关"
    made.organisations.append(
        (key, code, name, "", kind, "107", "", "", "{}", "", key % 1000, None, None, authority, above)
    )
    if kind == "42":
        made.institutions.add(key)
        if key % 4:
            made.schemes.append(
                (
                    len(made.schemes) + 1,
                    "测岗〔2019〕1号",
                    date(2019, 1, 1),
                    "technical",
                    "",
                    date(2019, 1, 1),
                    None,
                    key,
                )
            )
    made.units.setdefault(int(str(authority)), []).append((key, name))
    for order, (title, role) in enumerate(SEATS):
        seat, at = len(made.posts) + 1, level if role == "chief" else deputy
        made.posts.append(
            (seat, title, at, role, "appointed", role != "other", "", "", order, None, None, key)
        )
        made.seats.setdefault(key, []).append((seat, title, at, role))
    for at, role, number in ((level, "chief", 1), (deputy, "deputy", 2)):
        made.quotas.append(
            (len(made.quotas) + 1, at, role, number, "测编发〔2019〕1号", date(2019, 1, 1), None, key, None)
        )
    return key


@dataclass
class People:
    """One chunk of people as rows of their tables."""

    person: list[Row]
    assignment: list[Row]
    rank: list[Row]
    education: list[Row]
    engagement: list[Row]
    contract: list[Row]


class Maker:
    """Makes people one after the other from one seed; the seats of the land are filled as long as there are any."""

    def __init__(self, where: Land, seed: int = 2026) -> None:
        self.random, self.land, self.key = random.Random(seed), where, number_key(home())
        self.authorities = list(where.units)
        weights = {1: 0.02, 2: 0.13, 3: 0.62, 4: 0.23}
        floor = {row[0]: str(row[3]).count("/") - 1 for row in where.authorities}
        crowd = {each: sum(1 for row in floor.values() if row == each) for each in set(floor.values())}
        self.weights = [weights[floor[key]] / crowd[floor[key]] for key in self.authorities]
        self.free = {unit: list(seats) for unit, seats in where.seats.items()}
        self.spelt: dict[str, tuple[str, str]] = {}
        self.lines = self.ranks = self.studies = self.engagements = self.contracts = 0

    def chunks(self, people: int, size: int) -> Iterator[People]:
        for start in range(0, people, size):
            chunk = People([], [], [], [], [], [])
            count = min(size, people - start)
            managed = self.random.choices(self.authorities, self.weights, k=count)
            levels = self.random.choices(
                [code for code, _ in LADDER], [share for _, share in LADDER], k=count
            )
            states = self.random.choices(
                [word for word, _ in STATUSES], [share for _, share in STATUSES], k=count
            )
            for place, given in enumerate(zip(managed, levels, states, strict=True)):
                self._person(chunk, start + place, *given)
            yield chunk

    def _person(self, to: People, number: int, authority: int, level: str, status: str) -> None:
        draw = self.random
        name = (
            draw.choice(SURNAMES) + draw.choice(GIVEN) + (draw.choice(GIVEN) if draw.random() < 0.85 else "")
        )
        pinyin, initials = self._spelt(name)
        born = date(1962, 1, 1) + timedelta(days=int(draw.random() * 7_300) * 2 + (number >= 500_000))
        sex, key = "1" if draw.random() < 0.62 else "2", str(uuid.UUID(int=draw.getrandbits(128), version=4))
        unit, unit_name = draw.choice(self.land.units[authority])
        begun = date(born.year + 22, 7, 1)
        _seat, post = self._career(to, key, unit, unit_name, level, begun)
        id_number = _identity(number, born, sex)
        category = ("8" if number % 2 else "7") if unit in self.land.institutions else "1"
        to.person.append((
            key, name, pinyin, initials, sex, born, unsealed(id_number), held_number.index(self.key, id_number), "", held_number.against(born, sex), "01", "测源", "测源", "", "健康", begun, None, "", "01", category, status,
            "", "", f"{unit_name}{post}", "", b"", b"", None, b"", authority, unit, level, "",
        ))  # fmt: skip
        self.studies += 1
        to.education.append((self.studies, "fulltime", draw.choice(STUDIES), "4", "测源大学", "管理学", None, begun, True, key))
        if unit in self.land.institutions and level > "140":
            self._engaged(to, key, unit, begun)

    def _engaged(self, to: People, key: str, unit: int, begun: date) -> None:
        """A grade, and a contract but for one in eight."""
        self.engagements += 1
        grade = self.random.randint(5, 12)
        to.engagement.append((self.engagements, "technical", grade, "", begun, None, key, unit))
        if self.random.random() < 0.875:
            self.contracts += 1
            ends = date(2026 + self.random.randint(0, 5), 1 + self.random.randrange(12), 1)
            to.contract.append(
                (self.contracts, "medium", True, begun, begun, ends, None, None, "", None, unit, key)
            )

    def _spelt(self, name: str) -> tuple[str, str]:
        """Sign by sign and remembered: half a million different names are made of two hundred signs."""
        parts = [self._sign(name[0], is_surname=True), *(self._sign(sign) for sign in name[1:])]
        return "".join(whole for whole, _ in parts), "".join(first for _, first in parts)

    def _sign(self, sign: str, *, is_surname: bool = False) -> tuple[str, str]:
        known = f"{sign}{is_surname}"
        if known not in self.spelt:
            whole = spellings(sign)[0] if is_surname else spellings(f"王{sign}")[0].removeprefix("wang")
            self.spelt[known] = (whole, whole[0])
        return self.spelt[known]

    def _career(
        self, to: People, key: str, unit: int, unit_name: str, level: str, begun: date
    ) -> tuple[object, str]:
        """Study, two years at the grass roots, then three seats up the ladder; the last one is still held."""
        ladder = [code for code, _ in LADDER]
        reached = ladder.index(level)
        steps = [ladder[max(reached - back, 0)] for back in (2, 1, 0)]
        years = max((ON.year - begun.year - 3) // 3, 1)
        starts = [
            date(min(begun.year + 2 + step * years, ON.year - 2 + step), 3 + step, 1 + len(unit_name) % 27)
            for step in range(3)
        ]
        section = SECTIONS[(unit + len(key) + reached) % len(SECTIONS)]
        seat = self._seat(unit, level)
        title = seat[1] if seat else f"{section}{'科长' if level <= '142' else '科员'}"
        self._line(to, key, "study", "测源大学", "学习", "", date(begun.year - 4, 9, 1), begun)
        self._line(to, key, "work", unit_name, "科员", "", begun, starts[0])
        for step in (0, 1):
            self._line(
                to,
                key,
                "main",
                unit_name,
                f"{section}副科长",
                steps[step],
                starts[step],
                starts[step + 1],
                unit=unit,
            )
        self._line(to, key, "main", unit_name, title, level, starts[2], None, unit=unit, seat=seat)
        self._ranks(to, key, steps, starts)
        if seat is None and unit not in self.land.institutions:
            self._rank(to, key, "rank", RANKS[-1 - min(reached, len(RANKS) - 1)], starts[2], None)
        return seat, title

    def _seat(self, unit: int, level: str) -> tuple[int, str, str, str] | None:
        """A free seat of the unit at the level, which then is taken."""
        free = self.free.get(unit, [])
        found = next((seat for seat in free if seat[2] == level), None)
        if found:
            free.remove(found)
        return found

    def _line(
        self, to: People, key: str, kind: str, where: str, title: str, level: str, since: date, until: date | None, *,
        unit: int | None = None, seat: tuple[int, str, str, str] | None = None,
    ) -> None:  # fmt: skip
        self.lines += 1
        role, is_leading = (seat[3], seat[3] != "other") if seat else ("", False)
        to.assignment.append((
            self.lines, kind, where, title, level, role, is_leading, None, since, until, "", False, "", "", "", None, "",
            unit, key, seat[0] if seat else None,
        ))  # fmt: skip

    def _ranks(self, to: People, key: str, steps: list[str], starts: list[date]) -> None:
        """A spell for each level; who never rose has one."""
        spells: list[tuple[str, date]] = []
        for code, since in zip(steps, starts, strict=True):
            if not spells or spells[-1][0] != code:
                spells.append((code, since))
        ends = [since for _, since in spells[1:]]
        for (code, since), until in zip(spells, [*ends, None], strict=True):
            self._rank(to, key, "level", code, since, until)

    def _rank(self, to: People, key: str, kind: str, code: str, since: date, until: date | None) -> None:
        self.ranks += 1
        to.rank.append((self.ranks, kind, code, since, until, "", key))


def _identity(number: int, born: date, sex: str) -> str:
    """No two alike: area and serial tell half a million apart, and the next half a million is born on the days between."""
    body = f"999{number // 500 % 1000:03}{born:%Y%m%d}{number % 500 * 2 + (sex == '1'):03}"
    return body + check_character(body)
