"""What no roster carries: papers of the personal files, files lent, talks, care, delegates, posts outside. Drawn from fixed seeds.

Entries name a person by identity number and say what to enter; the demonstration enters them by the ordinary acts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from datasets.yunling.dates import dotted, month_of, weekday
from datasets.yunling.model import Person
from datasets.yunling.organisations import read

ENTERED = date(2026, 10, 12)
"""The day on which everything is entered; nothing is later."""

LEADERS, FILES = 60, 24
"""So many leading cadres have their care and talks on record, and so many of them a catalogue of papers."""

APPROVERS = ("秦望舒", "沈令仪")
READERS = ("云岭市监察委员会", "云岭市人力资源和社会保障局", "中共滇岭省委组织部", "云岭市退役军人事务局")
TALKERS = {"heart": "沈令仪（市委组织部部长）", "appointment": "秦望舒（市委组织部副部长）", "visit": "何知行（干部科科长）"}


@dataclass(frozen=True)
class Entry:
    """一笔: whom it is about, what it is (a kind of line, a paper, a loan, a request and so on), and its values."""

    identity: str
    kind: str
    values: dict[str, Any]


def entries(people: list[Person]) -> Iterator[Entry]:
    """Everything, in the order in which it is entered."""
    leaders = [each for each in people if each.status == "现职人员" and each.current.level.startswith("县处级")]
    chosen = sorted(leaders, key=lambda each: each.identity)[:LEADERS]
    for place, person in enumerate(chosen):
        rng = Random(f"台账:{person.identity}")
        yield from _care(rng, person)
        yield from _talks(rng, person)
        if place % 3 == 0:
            yield _delegate(rng, person)
        if place < FILES:
            yield from _papers(rng, person)
            yield from _loans(rng, person, place)
    for row in read("ledgers.toml")["entry"]:
        yield Entry(row["identity"], row["kind"], dict(row["values"]))


def _care(rng: Random, person: Person) -> Iterator[Entry]:
    """This year's leave by years of service, the health check; now and then recuperation or a visit."""
    years = (month_of(ENTERED) - month_of(person.work_start)) // 12
    due = 15 if years >= 20 else 10 if years >= 10 else 5
    taken = rng.choice((0, 0, due // 2, due))
    done = weekday(date(2026, rng.randint(5, 9), rng.randint(1, 24))) if taken == due else None
    yield _of(person, "care", kind="leave", year=2026, days_due=due, days_taken=taken, done_on=done)
    checked = weekday(date(2026, 6, rng.randint(1, 26))) if rng.random() < 0.7 else None
    yield _of(person, "care", kind="health_check", year=2026, done_on=checked, note="云岭市第一人民医院体检中心")
    if rng.random() < 0.15:
        yield _of(person, "care", kind="recuperation", year=2026, days_due=7)


def _talks(rng: Random, person: Person) -> Iterator[Entry]:
    kinds = ["heart"] + (["appointment"] if person.current.start.year >= 2024 else []) + (["visit"] if rng.random() < 0.1 else [])
    for kind in kinds:
        start = person.current.start if kind == "appointment" else date(2026, rng.randint(2, 9), rng.randint(1, 24))
        summary = {"heart": "了解思想、工作和家庭情况，听取意见建议。", "appointment": "宣布任职决定，提出廉洁和履职要求。"}.get(kind, "")
        yield _of(person, "talk", kind=kind, held_on=weekday(start), by_text=TALKERS[kind], summary=summary)


def _delegate(rng: Random, person: Person) -> Entry:
    """Of the municipal congress of the Party, or of the people's congress."""
    if person.politics == "中共党员" and rng.random() < 0.6:
        return _of(
            person, "delegateship", kind="party_delegate", body="中国共产党云岭市代表大会", term=6,
            electoral_unit=rng.choice(("市直机关", "青石县", "白水县")), from_on=date(2021, 9, 18),
        )  # fmt: skip
    return _of(
        person, "delegateship", kind="deputy", body="云岭市人民代表大会", term=5,
        electoral_unit=rng.choice(("市直机关", "青石县", "白水县")), from_on=date(2022, 1, 10),
    )  # fmt: skip


def _papers(rng: Random, person: Person) -> Iterator[Entry]:
    """A catalogue in the classes of the file; the newest appointment form sometimes still lies loose."""
    start, school = person.work_start, person.studies[0] if person.studies else None
    yield _paper(person, "1", "1", "干部履历表", date(start.year, 12, 10), 12)
    yield _paper(person, "2", "1", "自传", date(start.year, 12, 12), 6)
    for number, year in enumerate(sorted(person.grades)[-3:], start=1):
        yield _paper(person, "3", str(number), f"{year}年度考核登记表", date(year + 1, 1, 20), 2)
    if school:
        yield _paper(person, "4", "1", f"{school.school}毕业生登记表", school.end, 8)
    if person.party_join:
        yield _paper(person, "6", "1", "入党志愿书", person.party_join, 10)
    yield _paper(person, "9", "1", f"干部任免审批表（{dotted(person.current.start)}）", person.current.start, 2)
    if rng.random() < 0.4:
        made = weekday(date(2026, rng.randint(7, 9), rng.randint(1, 24)))
        title = rng.choice(("个人有关事项报告核实情况", "在职学习学籍材料", "2026年培训班结业鉴定"))
        yield _of(person, "file_item", item_class="10", title=title, made_on=made, pages=rng.randint(1, 5), is_loose=True)


def _paper(person: Person, item_class: str, number: str, title: str, made: date, pages: int) -> Entry:
    made = min(weekday(made), ENTERED)
    received = min(made + timedelta(days=30), ENTERED)
    return _of(
        person, "file_item", item_class=item_class, number=number, title=title, made_on=made, pages=pages, received_on=received
    )  # fmt: skip


def _loans(rng: Random, person: Person, place: int) -> Iterator[Entry]:
    """One file in three was consulted; one in six is out, some of them longer than agreed."""
    if place % 3 == 1:
        on = weekday(date(2026, rng.randint(3, 9), rng.randint(1, 24)))
        yield _of(person, "file_loan", kind="consult", on=on, counterpart=rng.choice(READERS), purpose="考察核实", approved_by=rng.choice(APPROVERS))
    if place % 6 == 2:
        on = weekday(date(2026, rng.choice((8, 9, 10)), rng.randint(1, 9)))
        due = on + timedelta(days=14 if place % 12 == 2 else 70)
        yield _of(person, "file_loan", kind="borrow", on=on, counterpart=rng.choice(READERS), purpose="干部档案审核", approved_by=rng.choice(APPROVERS), due_on=due)


def _of(person: Person, kind: str, /, **values: Any) -> Entry:
    return Entry(person.identity, kind, {name: value for name, value in values.items() if value is not None})
