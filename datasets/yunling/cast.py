"""The named people of cast.toml: their careers are written out, the rest is drawn like everybody's."""

from datetime import date
from random import Random
from typing import Any

from datasets.yunling.careers import World, grass, plain_title
from datasets.yunling.dates import parse
from datasets.yunling.model import Award, Person, Post, Rank, Relative, Spell, Study, Training
from datasets.yunling.records import awards, family, grades, ranks, trainings
from datasets.yunling.studies import COURSES, beside_work, full_time

GRASS = {"是": "是", "否": "否", "空": ""}


class Cast:
    """Builds the named people; `posts` and `organisations` give levels and names to their career lines."""

    def __init__(self, world: World) -> None:
        self.organisations = {organisation.code: organisation for organisation in world.organisations}
        self.posts: dict[tuple[str, str], Post] = {(post.organisation.code, post.title): post for post in world.posts}

    def spell(self, line: str, concurrent: bool = False) -> Spell:
        """`2019-07-10 001.004.013 副局长 否`: day, organisation, title, and whether grass-roots work if not plain.

        A title that the posts do not list has no level: nobody can say which it was.
        """
        parts = line.split(" ")
        start, organisation, title = parse(parts[0]), self.organisations[parts[1]], parts[2]
        grassroots = GRASS[parts[3]] if len(parts) > 3 else grass(organisation)
        post = self.posts.get((organisation.code, title))
        if post:
            return Spell(start, organisation, title, post.level, post.category, post.mode, grassroots, concurrent)
        if title == "科员":
            title = plain_title(start, organisation)
        level = "科员级" if title.endswith(("科员", "人员", "职员")) else ""
        return Spell(start, organisation, title, level, "", "委任", grassroots, concurrent)

    def person(self, row: dict[str, Any]) -> Person:
        """One person from a row of cast.toml."""
        rng = Random(f"云岭:{row['identity']}")
        spells = [self.spell(line) for line in row["career"]]
        spells += [self.spell(line, concurrent=True) for line in row.get("concurrent", [])]
        work_start = parse(row["work_start"])
        person = Person(
            row["name"], row["identity"], row["sex"], parse(row["birth"]), row.get("ethnic", "汉族"),
            row.get("native", "滇岭云岭"), row.get("birthplace", "滇岭云岭"), row.get("growth", "滇岭云岭"),
            work_start, parse(row["party"]) if row.get("party") else None, row.get("politics", "中共党员"), spells,
        )
        self._records(rng, person, row)
        self._overrides(person, row)
        return person

    def _records(self, rng: Random, person: Person, row: dict[str, Any]) -> None:
        """Everything a row does not say is drawn, without awards that could blur a boundary."""
        person.studies = self._studies(rng, person, row)
        person.ranks = ranks(rng, person)
        person.grades = grades(rng, person.work_start, person.current.organisation)
        person.grades = {y: "称职" if g.startswith("基本") else g for y, g in person.grades.items()}
        person.trainings = [
            training if training.hours and training.hours > 100 else Training(training.name, training.start, training.end, 120, training.organiser)
            for training in trainings(rng, person.current.level, person.work_start)
        ]
        person.awards = [award for award in awards(rng, person.current.level, person.work_start) if award.months is None]
        person.family = [self._plain(relative) for relative in family(rng, person)]

    @staticmethod
    def _plain(relative: Relative) -> Relative:
        """No unknown answer about abroad unless the row asks for it."""
        return Relative(**{**relative.__dict__, "abroad": "否" if relative.kinship in {"妻子", "丈夫"} else relative.abroad})

    @staticmethod
    def _studies(rng: Random, person: Person, row: dict[str, Any]) -> list[Study]:
        wanted = row.get("education", "大学")
        if not wanted:
            return []
        studies = full_time(rng, COURSES[wanted], person.work_start)
        return studies if "education" in row else studies + beside_work(rng, person.work_start, date(2024, 1, 1))

    def _overrides(self, person: Person, row: dict[str, Any]) -> None:
        person.health = row.get("health", person.health)
        person.status = row.get("status", person.status)
        person.removed_on = parse(row["removed"]) if "removed" in row else None
        person.speciality = row.get("speciality", "")
        person.title = row.get("title", "")
        person.blanks = dict(row.get("blanks", {}))
        person.blank_spells = {int(place): dict(fields) for place, fields in row.get("blank_spells", {}).items()}
        self._family(person, row)
        if "ranks" in row:
            person.ranks = [self._rank(line) for line in row["ranks"]]
        for year, grade in row.get("grades", {}).items():
            person.grades.pop(int(year), None)
            if grade:
                person.grades[int(year)] = grade
        person.awards += [self._sanction(sanction, person.current.level) for sanction in row.get("sanctions", [])]
        if "training" in row:
            person.trainings = [self._training(line) for line in row["training"]]

    @staticmethod
    def _family(person: Person, row: dict[str, Any]) -> None:
        if row.get("single"):
            person.family = [r for r in person.family if r.kinship in {"父亲", "母亲"}]
        near = {"儿子", "女儿", "长子", "次子", "长女", "次女"}
        replaced = {relative["kinship"] for relative in row.get("family", [])}
        replaced |= near if replaced & near else set()
        kept = [relative for relative in person.family if relative.kinship not in replaced]
        added = [
            Relative(r["name"], r["kinship"], parse(r["birth"]), r.get("politics", "群众"), r["work"], r.get("abroad", ""))
            for r in row.get("family", [])
        ]
        order = {"妻子": 0, "丈夫": 0, "父亲": 2, "母亲": 3}
        person.family = sorted(kept + added, key=lambda r: 1 if r.kinship in near else order.get(r.kinship, 4))

    @staticmethod
    def _rank(line: str) -> Rank:
        """`2024-11-13 一级科员`, or the name alone when its day is missing."""
        *day, name = line.split(" ")
        return Rank(name, parse(day[0]) if day else None)

    @staticmethod
    def _sanction(row: dict[str, Any], level: str) -> Award:
        day = parse(row["decided"]) if row.get("decided") else None
        return Award(row["name"], row.get("label", ""), day, row.get("body", "中共云岭市纪律检查委员会"), "地、厅、司、局级",
                     "市（地、州、盟）党委", level, row.get("months"))

    @staticmethod
    def _training(line: str) -> Training:
        """`2025-05-12 2025-05-16 40 班名`; `空` for hours nobody recorded."""
        start, end, hours, name = line.split(" ")
        return Training(name, parse(start), parse(end), None if hours == "空" else int(hours), "中共云岭市委组织部")
