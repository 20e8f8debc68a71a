"""Careers: a current post, and the ladder that led there, joined month to month without a gap."""

from dataclasses import dataclass
from datetime import date
from random import Random

from datasets.yunling.dates import AS_OF, first_day, month_of, weekday
from datasets.yunling.model import Organisation, Post, Spell

LADDER = ["科员级", "乡科级副职", "乡科级正职", "县处级副职", "县处级正职", "厅局级副职", "厅局级正职"]
FLOOR = {"科员级": 30, "乡科级副职": 26, "乡科级正职": 38, "县处级副职": 26, "县处级正职": 38, "厅局级副职": 30, "厅局级正职": 12}
REFORM = date(2019, 6, 1)


def plain_title(start: date, organisation: Organisation) -> str:
    """What somebody without a leading post is called, in that year and that kind of organisation."""
    if organisation.family == "企业":
        return "职员"
    if organisation.family == "事业":
        return "管理人员"
    return "科员" if start < REFORM else "一级科员"


def plain_spell(start: date, organisation: Organisation) -> Spell:
    """A spell without a leading post."""
    return Spell(start, organisation, plain_title(start, organisation), "科员级", "", "委任", grass(organisation))


def grass(organisation: Organisation) -> str:
    return "是" if organisation.is_grassroots else "否"


def post_spell(start: date, post: Post) -> Spell:
    """A spell in a leading post."""
    return Spell(start, post.organisation, post.title, post.level, post.category, post.mode, grass(post.organisation))


@dataclass(frozen=True)
class World:
    """The organisations and posts careers may pass through."""

    organisations: list[Organisation]
    posts: list[Post]

    def rungs(self, level: str, near: Organisation) -> list[Post]:
        """Posts of a level, those of the same organisation or county counted more often."""
        fitting = [post for post in self.posts if post.level == level and len(post.title) < 30]
        home = [post for post in fitting if post.organisation == near or (near.county and post.organisation.county == near.county)]
        return fitting + home * (1 + len(fitting) // (2 * max(1, len(home))))

    def starts(self) -> list[Organisation]:
        """Where people begin: townships most, then county bureaus, then the city."""
        weights = {"town": 5, "county_bureau": 3, "county_department": 1}
        return [o for o in self.organisations if o.staff for _ in range(weights.get(o.kind, 1))]


def durations(rng: Random, rungs: list[str], months: int) -> list[int]:
    """Months on every rung: its floor, then the rest shared by chance (more of it at the bottom)."""
    floors = [FLOOR[level] for level in rungs]
    spare = months - sum(floors)
    if spare < 0:
        floors = [max(6, floor * months // sum(floors)) for floor in floors]
        spare = max(0, months - sum(floors))
    weights = [rng.random() + (0.6 if place == 0 else 0.2) for place in range(len(floors))]
    shares = [floor + int(spare * weight / sum(weights)) for floor, weight in zip(floors, weights, strict=True)]
    shares[0] += months - sum(shares)
    return shares


def _cuts(rng: Random, months: int, wanted: int) -> list[int]:
    """Splits a rung's months into one or two spells of at least a year."""
    if wanted < 2 or months < 30:
        return [months]
    first = rng.randint(12, months - 12)
    return [first, months - first]


def career(rng: Random, world: World, post: Post | None, home: Organisation, work_start: date) -> list[Spell]:
    """The spells from the first day of work to the present post (or to rank-and-file work at `home`)."""
    level = post.level if post else "科员级"
    rungs = LADDER[: LADDER.index(level) + 1]
    total = month_of(AS_OF) - month_of(work_start)
    begin = month_of(work_start)
    spells: list[Spell] = []
    for place, (rung, months) in enumerate(zip(rungs, durations(rng, rungs, total), strict=True)):
        last = place == len(rungs) - 1
        parts = _cuts(rng, months, 2 if rng.random() < 0.65 else 1)
        for number, part in enumerate(parts):
            final = last and number == len(parts) - 1
            day = weekday(first_day(begin).replace(day=rng.randint(3, 24)))
            spells.append(_spell(rng, world, rung, day, post, home, final, spells))
            begin += part
    return spells


def _spell(rng: Random, world: World, rung: str, day: date, post: Post | None, home: Organisation, final: bool, before: list[Spell]) -> Spell:
    if final:
        return post_spell(day, post) if post else plain_spell(day, home)
    if rung == "科员级":
        return plain_spell(day, rng.choice(world.starts()))
    held = {(spell.organisation.code, spell.title) for spell in before} | ({(post.organisation.code, post.title)} if post else set())
    options = [p for p in world.rungs(rung, home) if (p.organisation.code, p.title) not in held]
    return post_spell(day, rng.choice(options))
