"""The shapes the city is made of before it becomes files: organisations, posts, people and their records."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Organisation:
    """机构."""

    code: str
    name: str
    short: str
    kind: str = ""
    category: str = ""
    level: str = ""
    credit: str = ""
    staff: int = 0

    @property
    def is_group(self) -> bool:
        return not self.kind

    @property
    def county(self) -> str:
        return {"001.008": "青石县", "001.009": "白水县"}.get(self.code[:7], "")

    @property
    def is_grassroots(self) -> bool:
        """County level and below, institutions and enterprises."""
        return bool(self.county) or self.family in {"事业", "企业"}

    @property
    def family(self) -> str:
        if self.code.startswith("001.006") and self.kind != "party_school":
            return "事业"
        if self.code.startswith(("001.007", "001.010")):
            return "企业"
        return "群团" if self.code.startswith("001.005") else "机关"


@dataclass(frozen=True)
class Post:
    """职位: a title in an organisation with its seats."""

    organisation: Organisation
    title: str
    level: str
    category: str
    seats: int
    mode: str
    held: int | None = None
    old_seats: int | None = None


@dataclass(frozen=True)
class Spell:
    """任职经历: from a day; it lasts until the next one begins."""

    start: date
    organisation: Organisation
    title: str
    level: str
    category: str = ""
    mode: str = "委任"
    grassroots: str = "否"
    concurrent: bool = False


@dataclass(frozen=True)
class Study:
    """学历: a study with its dates. `degree` is the label of the degree table."""

    start: date
    end: date
    school: str
    major: str
    level: str
    degree: str
    mode: str


@dataclass(frozen=True)
class Relative:
    """家庭成员."""

    name: str
    kinship: str
    birth: date | None
    politics: str
    work: str
    abroad: str = ""


@dataclass(frozen=True)
class Award:
    """奖惩."""

    name: str
    code_label: str
    decided_on: date | None
    body: str
    body_level: str
    body_kind: str
    post_level: str
    months: int | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class Training:
    """培训."""

    name: str
    start: date
    end: date
    hours: int | None
    organiser: str


@dataclass(frozen=True)
class Rank:
    """职级."""

    name: str
    start: date | None


@dataclass
class Person:
    """人员: everything the roster and the forms say of one person."""

    name: str
    identity: str
    sex: str
    birth: date
    ethnic: str
    native: str
    birthplace: str
    growth: str
    work_start: date
    party_join: date | None
    politics: str
    spells: list[Spell]
    health: str = "健康"
    status: str = "现职人员"
    removed_on: date | None = None
    studies: list[Study] = field(default_factory=list)
    ranks: list[Rank] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)
    grades: dict[int, str] = field(default_factory=dict)
    trainings: list[Training] = field(default_factory=list)
    family: list[Relative] = field(default_factory=list)
    speciality: str = ""
    title: str = ""
    blanks: dict[str, str] = field(default_factory=dict)
    blank_spells: dict[int, dict[str, str]] = field(default_factory=dict)

    @property
    def main(self) -> list[Spell]:
        return [spell for spell in self.spells if not spell.concurrent]

    @property
    def current(self) -> Spell:
        return self.main[-1]
