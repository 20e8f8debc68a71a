"""Yearly records: appraisals, training, ranks, awards, family. Drawn, with the shares a real department would recognise."""

from datetime import date
from random import Random

from datasets.yunling.dates import AS_OF, first_day, month_of, weekday
from datasets.yunling.model import Award, Organisation, Person, Rank, Relative, Training
from datasets.yunling.names import family_name, given, surname

RANKS = [
    "二级科员", "一级科员", "四级主任科员", "三级主任科员", "二级主任科员", "一级主任科员",
    "四级调研员", "三级调研员", "二级调研员", "一级调研员",
]
RANK_FLOOR = {"科员级": 0, "乡科级副职": 2, "乡科级正职": 4, "县处级副职": 6, "县处级正职": 8}
CLASSES = {
    "县处级": ["县处级干部进修班", "领导干部法治思维专题班", "高质量发展专题研讨班"],
    "乡科级": ["科级干部任职培训班", "基层治理能力提升班", "中青年干部培训班"],
    "": ["公务员业务能力培训班", "机关公文写作培训班", "依法行政专题培训班"],
}
JOBS = ["云岭市第二中学教师", "云岭市第一人民医院护士", "滇岭顺达物流有限公司职员", "云岭市公共交通集团驾驶员", "青石县云台镇村民", "个体经营", "白水县中心小学教师", "滇岭电网云岭供电局职工"]


def grades(rng: Random, work_start: date, organisation: Organisation) -> dict[int, str]:
    """2020 to 2025, from the year after work began; the recruit's first year is not graded."""
    good = "合格" if organisation.family == "事业" else "称职"
    found = {}
    for year in range(max(2020, work_start.year), 2026):
        draw = rng.random()
        found[year] = "优秀" if draw < 0.18 else f"基本{good}" if draw > 0.995 else good
    if work_start.year in found:
        found[work_start.year] = "不定等次"
    return found


def trainings(rng: Random, level: str, work_start: date) -> list[Training]:
    """A class and online hours each year since 2022, enough for both norms unless drawn short."""
    short = rng.random() < 0.05
    found = []
    for year in range(max(2022, work_start.year), 2027):
        start = weekday(date(year, rng.randint(3, 9), rng.randint(1, 24)))
        hours = rng.randint(20, 60) if short else rng.randint(112, 150)
        name = rng.choice(CLASSES.get(level[:3], CLASSES[""]))
        organiser = "中共云岭市委组织部" if level[:3] in CLASSES else "中共云岭市委党校"
        found.append(Training(f"{year}年{name}", start, min(start.replace(day=start.day + 4), AS_OF), hours, organiser))
    return found


def ranks(rng: Random, person: Person) -> list[Rank]:
    """Ranks since the reform of June 2019: civil servants below 厅局级 climb as their time in work allows."""
    current = person.current
    if current.organisation.family in {"事业", "企业"} or current.level.startswith("厅局级"):
        return []
    begun = max(month_of(person.work_start) + 12, month_of(date(2019, 6, 1)))
    served = (begun - month_of(person.work_start)) // 60
    top = RANK_FLOOR.get(current.level, 0) + (0 if current.level != "科员级" else 5)
    place = min(max(served, 0), top)
    found = []
    while begun <= month_of(AS_OF) and place < len(RANKS):
        found.append(Rank(RANKS[place], first_day(begun).replace(day=rng.randint(3, 26))))
        begun, place = begun + rng.randint(38, 62), place + 1
        if place > top:
            break
    return found


def awards(rng: Random, level: str, on: date) -> list[Award]:
    """Mostly none; now and then 嘉奖 or a third-class merit; rarely an old, expired warning."""
    body, kind = "中共云岭市委员会", "市（地、州、盟）党委"
    found = []
    if rng.random() < 0.12:
        day = weekday(date(rng.randint(max(2012, on.year + 1), 2025), 3, 12)) if on.year < 2024 else None
        found.append(Award("记三等功" if rng.random() < 0.3 else "嘉奖", "", day, body, "地、厅、司、局级", kind, level))
    if rng.random() < 0.012 and on.year < 2016:
        day = weekday(date(rng.randint(2018, 2023), rng.randint(2, 11), 9))
        found.append(Award("党内警告", "党内警告", day, "中共云岭市纪律检查委员会", "地、厅、司、局级", kind, level, 12))
    return [award if award.code_label else Award(**{**award.__dict__, "code_label": award.name}) for award in found if award.decided_on]


def family(rng: Random, person: Person) -> list[Relative]:
    """Spouse, one or two children, father, mother, in the order of the form."""
    year, man, own = person.birth.year, person.sex == "男", family_name(person.name)
    found = []
    married = AS_OF.year - year > 27 and rng.random() < 0.93
    unknown = rng.random() < 0.015
    if married:
        sex = "女" if man else "男"
        birth = date(year + rng.randint(-2, 3) * (1 if man else -1), rng.randint(1, 12), 8)
        found.append(Relative(surname(rng) + given(rng, sex, year), "妻子" if man else "丈夫", birth, rng.choice(["中共党员", "群众", "群众"]), rng.choice(JOBS[:7]), "" if unknown else "否"))
        found += _children(rng, person, own, found[0].name)
    for kinship, sex, gap in (("父亲", "男", 27), ("母亲", "女", 25)):
        born = date(year - gap - rng.randint(0, 6), rng.randint(1, 12), 8)
        gone = "（已去世）" if rng.random() < (AS_OF.year - born.year - 55) / 60 else ""
        name = (own if sex == "男" else surname(rng)) + given(rng, sex, born.year)
        elders = ["云岭市农机厂退休职工", "青石县云台镇农民", "白水县中学退休教师"] if born.year < 1963 else ["青石县云台镇农民", "个体经营"]
        found.append(Relative(name, kinship, born, rng.choice(["中共党员", "群众"]), rng.choice(elders) + gone))
    return found


def _occupation(rng: Random, age: int) -> str:
    """What a child of that age does."""
    if age > 22:
        return rng.choice(JOBS[:5])
    stages = [(18, "滇岭大学学生"), (12, "云岭市第三中学学生"), (6, "云岭市实验小学学生"), (2, "云岭市第一幼儿园")]
    return next((work for over, work in stages if age > over), "学龄前")


def _children(rng: Random, person: Person, surname_of_all: str, spouse: str) -> list[Relative]:
    """One child, sometimes two, with the father's surname."""
    first = person.birth.year + rng.randint(26, 31)
    years = [year for year in (first, first + rng.randint(4, 7)) if year < AS_OF.year][: 1 if rng.random() < 0.7 else 2]
    father = surname_of_all if person.sex == "男" else family_name(spouse)
    found: list[Relative] = []
    for year in years:
        sex = rng.choice("男女")
        single = ("儿子" if sex == "男" else "女儿") if len(years) == 1 else ""
        kinship = single or (("长子" if sex == "男" else "长女") if not found else ("次子" if sex == "男" else "次女"))
        if found and found[0].kinship[1] != kinship[1]:
            kinship = "长子" if sex == "男" else "长女"
        work = _occupation(rng, AS_OF.year - year)
        found.append(Relative(father + given(rng, sex, year), kinship, date(year, rng.randint(1, 12), 8), "共青团员" if 14 < AS_OF.year - year < 28 else "群众", work, "否"))
    return found
