"""All 1,200 people: the cast first, then the holders of the remaining seats, then the rank and file."""

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

from datasets.yunling.careers import LADDER, World, career
from datasets.yunling.cast import Cast
from datasets.yunling.dates import AS_OF, month_of, retirement
from datasets.yunling.identity import identity_number
from datasets.yunling.model import Organisation, Person, Post, Spell
from datasets.yunling.names import DATA, Names, ethnic_group
from datasets.yunling.organisations import load, read
from datasets.yunling.records import awards, family, grades, ranks, trainings
from datasets.yunling.studies import beside_work, draw_course, full_time

TOTAL = 1200
AGES = {"科员级": (25, 50), "乡科级副职": (31, 51), "乡科级正职": (35, 56), "县处级副职": (40, 58), "县处级正职": (44, 58), "厅局级副职": (48, 58), "厅局级正职": (51, 58)}
AREAS = {"青石县": "999121", "白水县": "999122", "": "999101"}
PARTIES = ["群众", "群众", "民盟", "民建", "农工党", "九三学社", "无党派"]
GROUP_KINDS = {"bureau", "commission"}


def limit_years(sex: str, level: str, organisation: Organisation) -> int:
    """Age limit before the reform: 60; 55 for women below 县处级."""
    return 55 if sex == "女" and not level.startswith(("县处级", "厅局级")) else 60


class Crowd:
    """Draws ordinary people; every one has a random source of its own, so one more person moves nobody else."""

    def __init__(self, world: World, taken: set[str], identities: set[str]) -> None:
        self.world, self.names, self.identities = world, Names(taken), identities
        self.number = 0

    def person(self, post: Post | None, home: Organisation, leaving: bool = False) -> Person:
        """A holder of `post`, or a rank-and-file member of `home`; `leaving` retires within six months."""
        self.number += 1
        rng = Random(f"云岭:{self.number}")
        level = post.level if post else "科员级"
        sex = "男" if leaving or rng.random() < (0.66 if post else 0.52) else "女"
        birth = self._birth(rng, sex, level, home, leaving)
        course = draw_course(rng, birth.year)
        work_start = date(birth.year + course.begins_work, 7, 1)
        if work_start > date(2025, 8, 1):
            work_start = date(2024 + rng.randint(0, 1), 7, 1)
        group = ethnic_group(rng)
        name = self.names.draw(rng, sex, birth.year, group)
        spells = career(rng, self.world, post, home, work_start)
        joined, politics = self._party(rng, post, work_start)
        native = rng.choice(DATA["places"]["native"])
        person = Person(
            name, self._identity(rng, home, birth, sex), sex, birth, group["label"], native, native,
            native if rng.random() < 0.8 else "滇岭云岭", work_start, joined, politics, spells,
        )
        person.studies = full_time(rng, course, work_start) + beside_work(rng, work_start, date(2024, 1, 1))
        self._records(rng, person)
        return person

    def _birth(self, rng: Random, sex: str, level: str, home: Organisation, leaving: bool) -> date:
        if leaving:
            return date(1966, rng.randint(6, 11), rng.randint(1, 27))
        low, high = AGES[level]
        while True:
            birth = date(AS_OF.year - rng.randint(low, high), rng.randint(1, 12), rng.randint(1, 28))
            if retirement(birth, limit_years(sex, level, home)) > date(2026, 12, 1):
                return birth

    def _identity(self, rng: Random, home: Organisation, birth: date, sex: str) -> str:
        area = AREAS[home.county] if rng.random() < 0.7 else "999199"
        while True:
            number = identity_number(area, birth, rng.randint(1, 449) * 2 + (1 if sex == "男" else 0))
            if number not in self.identities:
                self.identities.add(number)
                return number

    @staticmethod
    def _party(rng: Random, post: Post | None, work_start: date) -> tuple[date | None, str]:
        """Party secretaries are members; elsewhere most are."""
        must = bool(post and ("书记" in post.title or post.organisation.short.endswith(("组织部", "纪委监委"))))
        if must or rng.random() < (0.9 if post else 0.62):
            return date(min(work_start.year + rng.randint(-1, 6), 2023), rng.randint(1, 12), 1), "中共党员"
        return None, rng.choice(PARTIES)

    @staticmethod
    def _records(rng: Random, person: Person) -> None:
        current = person.current
        person.ranks = ranks(rng, person)
        person.grades = grades(rng, person.work_start, current.organisation)
        person.trainings = trainings(rng, current.level, person.work_start)
        person.awards = awards(rng, current.level, person.work_start)
        person.family = family(rng, person)
        person.health = "一般" if rng.random() < 0.03 else "健康"
        if current.organisation.kind == "hospital":
            person.title = rng.choice(["主治医师", "副主任医师", "主任医师"])
        if current.organisation.kind == "college":
            person.title = rng.choice(["讲师（高校）", "副教授", "教授"])
        if person.studies and person.studies[0].major in {"土木工程", "交通运输"} and rng.random() < 0.4:
            person.title = rng.choice(["工程师", "高级工程师"])
        if person.studies and person.studies[0].level != "中专":
            person.speciality = person.studies[0].major if rng.random() < 0.3 else ""


def called_by_rank(person: Person) -> None:
    """A civil servant without a leading post is called by the present rank."""
    last, ranked = person.current, [rank for rank in person.ranks if rank.start]
    if last.level == "科员级" and ranked and last.title in {"科员", "一级科员"}:
        place = person.spells.index(last)
        person.spells[place] = replace(last, title=ranked[-1].name)


def party_group(person: Person) -> None:
    """Deputies of government bureaus also sit on the party group: a second, concurrent post."""
    current = person.current
    if current.organisation.kind in GROUP_KINDS and current.level == "县处级副职" and person.politics == "中共党员":
        person.spells.append(Spell(current.start, current.organisation, "党组成员", "", concurrent=True))


def seats(world: World, cast: list[Person]) -> list[tuple[Post, bool]]:
    """Which seats the crowd still fills, and which of their holders leave soon."""
    rng = Random("云岭:职位")
    serving = [person for person in cast if person.status == "现职人员"]
    held = Counter((s.organisation.code, s.title) for p in serving for s in p.spells if s.concurrent or s is p.current)
    found = []
    for post in world.posts:
        wanted = post.held if post.held is not None else sum(rng.random() > 0.09 for _ in range(post.seats))
        for _ in range(wanted - held[(post.organisation.code, post.title)]):
            found.append((post, post.level.startswith("县处级") and rng.random() < 0.12))
    return found


def homes(world: World, wanted: int) -> list[Organisation]:
    """Rank and file by organisation, in proportion to its size."""
    total = sum(organisation.staff for organisation in world.organisations)
    found: list[Organisation] = []
    weight = 0
    for organisation in world.organisations:
        weight += organisation.staff
        found += [organisation] * (weight * wanted // total - len(found))
    return found


def rung(spell: Spell) -> int:
    """The height of a spell on the ladder; 0 when its level is unknown."""
    return LADDER.index(spell.level) if spell.level else 0


def build() -> tuple[World, list[Person]]:
    """The city: its organisations and posts, and all its people in the order of the roster."""
    world = World(*load())
    rows = read("cast.toml")["person"]
    cast = [Cast(world).person(row) for row in rows]
    crowd = Crowd(world, {person.name for person in cast}, {person.identity for person in cast})
    people = cast + [crowd.person(post, post.organisation, leaving) for post, leaving in seats(world, cast)]
    people += [crowd.person(None, home) for home in homes(world, TOTAL - len(people))]
    for person in people:
        called_by_rank(person)
        party_group(person)
    order = {organisation.code: place for place, organisation in enumerate(world.organisations)}
    people.sort(key=lambda p: (order[p.current.organisation.code], -rung(p.current), p.current.category, month_of(p.birth), p.identity))
    return world, people
