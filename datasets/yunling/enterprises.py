"""非公有制企业花名册.xlsx: managers and technicians of enterprises outside the public sector, in the roster's own sheets.

A file of its own, so that the city's roster keeps its bytes; its people are drawn beside the others and move nobody.
"""

from datetime import date
from pathlib import Path
from random import Random

from datasets.yunling.dates import month_of, weekday
from datasets.yunling.identity import credit_code, identity_number
from datasets.yunling.model import Organisation, Person, Spell
from datasets.yunling.names import DATA, Names, ethnic_group
from datasets.yunling.organisations import read
from datasets.yunling.rows import HEADERS, PER_PERSON, Row, organisation_row, person_row
from datasets.yunling.studies import draw_course, full_time
from datasets.yunling.workbook import write_sheets

SHEETS = ("B01单位", "A01人员", "A02职务", "A06专业技术", "A08学历学位", "A15考核")
TITLED = ("工程师", "高级工程师")
FIRST_NUMBER = 501
"""Where the numbers of their social credit codes begin, beyond those of the city."""


def build_enterprises(people: list[Person]) -> tuple[list[Organisation], list[Person]]:
    """The enterprises and their people; nobody shares a name or an identity number with the city's."""
    organisations, names = [], Names({person.name for person in people})
    taken, found = {person.identity for person in people}, []
    for place, row in enumerate(read("enterprises.toml")["enterprise"]):
        credit = credit_code("企业", FIRST_NUMBER + place) if row.get("category") else ""
        kind = "private" if row.get("category") else ""
        unit = Organisation(row["code"], row["name"], row["short"], kind, row.get("category", ""), "", credit)
        organisations.append(unit)
        found += [
            _person(Random(f"企业:{unit.code}:{number}"), names, taken, unit, title)
            for number, title in enumerate(row.get("posts", []))
        ]
    return organisations, found


def _person(rng: Random, names: Names, taken: set[str], unit: Organisation, title: str) -> Person:
    """Two spells in the firm, or one elsewhere before it; technicians hold a professional title."""
    sex = "男" if rng.random() < 0.6 else "女"
    birth = date(rng.randint(1969, 1994), rng.randint(1, 12), rng.randint(1, 28))
    course = draw_course(rng, birth.year)
    work_start = date(birth.year + course.begins_work, 7, 1)
    joined = max(work_start, date(rng.randint(2008, 2019), rng.randint(1, 12), 5))
    risen = date(min(joined.year + rng.randint(2, 5), 2025), rng.randint(1, 12), 8)
    group = ethnic_group(rng)
    native = rng.choice(DATA["places"]["native"])
    spells = [Spell(weekday(joined), unit, "职员", "", grassroots="是")]
    if month_of(joined) > month_of(work_start):
        spells.insert(0, Spell(work_start, _elsewhere(unit), "职员", "", grassroots="是"))
    if risen > joined:
        spells.append(Spell(weekday(risen), unit, title, "", mode="聘任", grassroots="是"))
    is_member = rng.random() < 0.4
    person = Person(
        names.draw(rng, sex, birth.year, group), _identity(rng, birth, sex, taken), sex, birth, group["label"], native, native,
        native, work_start, date(min(work_start.year + 3, 2022), 7, 1) if is_member else None, "中共党员" if is_member else "群众", spells,
    )  # fmt: skip
    person.studies = full_time(rng, course, work_start)
    person.grades = dict.fromkeys(range(2023, 2026), "合格")
    person.title = rng.choice(TITLED) if "工程师" in title or "技术" in title else ""
    return person


def _elsewhere(unit: Organisation) -> Organisation:
    return Organisation("001.010.000", "滇岭顺达物流有限公司", "滇岭顺达", unit.kind, unit.category)


def _identity(rng: Random, birth: date, sex: str, taken: set[str]) -> str:
    while True:
        number = identity_number("999199", birth, rng.randint(450, 498) * 2 + (1 if sex == "男" else 0))
        if number not in taken:
            taken.add(number)
            return number


def write_enterprises(path: Path, people: list[Person]) -> None:
    """The workbook, with those of the standard sheets that say something of such people."""
    organisations, persons = build_enterprises(people)
    rows: dict[str, list[Row]] = {
        "B01单位": [organisation_row(each, []) for each in organisations],
        "A01人员": [person_row(each) for each in persons],
    }
    for sheet in SHEETS[2:]:
        rows[sheet] = [row for person in persons for row in PER_PERSON[sheet](person)]
    write_sheets(path, ((sheet, HEADERS[sheet].split(" "), rows[sheet]) for sheet in SHEETS))
