"""Education: what a person studied before work and beside it, with schools that do not exist."""

from dataclasses import dataclass
from datetime import date
from random import Random

from datasets.yunling.model import Study
from datasets.yunling.names import DATA

SCHOOLS, MAJORS = DATA["schools"], DATA["majors"]


@dataclass(frozen=True)
class Course:
    """A way of full-time study: label of ZB64, years, age at which work begins."""

    level: str
    years: int
    begins_work: int
    kind: str
    degree: str


COURSES = {
    "中专": Course("中专", 3, 19, "secondary", ""),
    "大专": Course("大专", 3, 22, "college", ""),
    "大学": Course("大学", 4, 23, "university", "学士"),
    "研究生": Course("研究生", 3, 26, "university", "硕士"),
}


def draw_course(rng: Random, birth_year: int) -> Course:
    """Older people more often have 中专 or 大专, younger ones a master's degree."""
    shares = [40, 35, 22, 3] if birth_year < 1975 else [8, 22, 58, 12] if birth_year < 1985 else [0, 6, 68, 26]
    return COURSES[rng.choices(list(COURSES), shares)[0]]


def _degree(major: str, kind: str) -> str:
    return f"{MAJORS[major]}{kind}学位" if kind else ""


def full_time(rng: Random, course: Course, work_start: date) -> list[Study]:
    """The studies up to the month in which work begins, without a gap."""
    major = rng.choice(sorted(MAJORS))
    end = date(work_start.year, work_start.month, 1)
    start = date(end.year - course.years, 9, 1)
    school = rng.choice(SCHOOLS[course.kind])
    last = Study(start, end, school, major, course.level, _degree(major, course.degree), "全日制")
    if course.level != "研究生":
        return [last]
    first_end = date(start.year, 9, 1)
    first = Study(date(start.year - 4, 9, 1), first_end, rng.choice(SCHOOLS["university"]), major, "大学", _degree(major, "学士"), "全日制")
    return [first, last]


def beside_work(rng: Random, work_start: date, until: date) -> list[Study]:
    """One in-service study, or none; at least four years after work began and ended by `until`."""
    start_year = work_start.year + rng.randint(4, 9)
    if rng.random() > 0.55 or start_year + 3 >= until.year:
        return []
    start, end = date(start_year, 9, 1), date(start_year + 3, 7, 1)
    if rng.random() < 0.5:
        level = "省（区、市）委党校研究生" if rng.random() < 0.6 else "省（区、市）委党校大学"
        return [Study(start, end, SCHOOLS["party"], "公共管理" if "研究生" in level else "行政管理", level, "", "在职")]
    return [Study(start, end, rng.choice(SCHOOLS["university"]), "公共管理", "研究生", "公共管理硕士专业学位", "在职")]
