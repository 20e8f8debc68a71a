"""Real rows for tests: authorities, accounts with roles, organisations, posts, persons and their lines.

Plain functions with defaults that are right by themselves; every test names only what it is about.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from quanheng.access.actions.seal import put_sealed, words_taken
from quanheng.access.core.sealed_fields import unsealed, waiting_words
from quanheng.access.models import Account, Authority, Grant
from quanheng.registry.actions.put_family import give_numbers
from quanheng.registry.core.identity import check_character
from quanheng.registry.models import (
    Assignment,
    Education,
    Organisation,
    Person,
    Post,
    Rank,
    Relative,
    Reward,
    Sanction,
    Training,
    YearGrade,
)
from quanheng.registry.queries.family import Member, open_family, put_beside
from quanheng.registry.queries.numbers import beside

ON = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
"""Nine in the morning of ON in Shanghai."""

_numbers = count(1)


def authority(name: str = "云岭市委", *, parent: Authority | None = None, code: str = "") -> Authority:
    """A management authority; `code` is the last part of its path."""
    code = code or f"a{next(_numbers)}"
    path = f"{parent.path if parent else '/'}{code}/"
    return Authority.objects.create(
        code=f"{parent.code if parent else ''}.{code}".strip("."), name=name, parent=parent, path=path
    )


def account(name: str = "王敏", *roles: str, over: Authority | None = None, **given: Any) -> Account:
    """An account with the roles over one authority since 2020."""
    number = next(_numbers)
    made = Account(username=given.pop("username", f"u{number}"), name=name, created_at=AT, **given)
    made.set_unusable_password()
    made.save()
    for role in roles:
        grant(made, role, over=over or authority())
    return made


def grant(
    to: Account, role: str, *, over: Authority, from_on: date = date(2020, 1, 1), until_on: date | None = None
) -> Grant:
    """One role over one authority, for a time."""
    return Grant.objects.create(account=to, role=role, authority=over, from_on=from_on, until_on=until_on)


def organisation(
    name: str = "云岭市交通运输局", *, of: Authority | None = None, **given: Any
) -> Organisation:
    """An organisation of the county-division level under an authority."""
    given = {"code": f"o{next(_numbers)}", "kind": "行政机关", "level": "107", **given}
    return Organisation.objects.create(name=name, authority=of or authority(), **given)


def post(
    at: Organisation | None = None,
    name: str = "副局长",
    *,
    level: str = "132",
    role: str = "deputy",
    **given: Any,
) -> Post:
    """A seat; a second seat of one name takes the next `order`."""
    at = at or organisation()
    given.setdefault("order", Post.objects.filter(organisation=at, name=name).count())
    return Post.objects.create(organisation=at, name=name, level=level, role=role, **given)


def person(
    name: str = "陈建国", *, of: Authority | None = None, at: Organisation | None = None, **given: Any
) -> Person:
    """A person of 41 with everything the qualification rules ask of the basic fields."""
    owner = of or (at.authority if at else authority())
    given = {
        "sex": "1",
        "born_on": date(1985, 3, 1),
        "work_started_on": date(2007, 7, 1),
        "party_joined_on": date(2006, 6, 1),
        "political_status": "01",
        "health": "健康",
        "status": "现职人员",
        **given,
    }
    return Person.objects.create(name=name, authority=owner, organisation=at, **given | number(given))


def number(given: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of an identity number as a house without keys has them; `given` its words, and birth and sex if they are others."""
    if "id_number" not in given:
        return {}
    said = str(given["id_number"] or "")
    columns = beside(said, born_on=given.get("born_on", date(1985, 3, 1)), sex=given.get("sex", "1"))
    return {"id_number": unsealed(said), **columns}


def renumber(person: Person, said: str | None) -> None:
    """Another number for somebody, straight into the table."""
    given = {"id_number": said, "born_on": person.born_on, "sex": person.sex}
    Person.objects.filter(pk=person.pk).update(**number(given))


def number_words(person: Person) -> str:
    """The number of somebody in a house without keys."""
    return waiting_words(bytes(person.id_number)) or ""


def identity_number(born_on: date = date(1985, 3, 1), *, sex: str = "1") -> str:
    """A valid number of a person who cannot exist: no division begins with 999."""
    serial = next(_numbers) % 499 * 2 + (1 if sex == "1" else 0)
    body = f"999001{born_on:%Y%m%d}{serial:03}"
    return body + check_character(body)


def assignment(
    of: Person, post: Post | None = None, *, from_on: date = date(2020, 5, 10), **given: Any
) -> Assignment:
    """A line of a career; words, level and role come from the post when there is one."""
    if post:
        seat = {
            "post": post,
            "organisation": post.organisation,
            "organisation_text": post.organisation.name,
            "title": post.name,
            "level": post.level,
            "role": post.role,
            "is_leading": post.is_leading,
        }
        given = {**seat, **given}
    return Assignment.objects.create(person=of, from_on=from_on, **{"title": "科员", **given})


def rank(
    of: Person, code: str = "132", *, kind: str = "level", from_on: date = date(2020, 5, 10), **given: Any
) -> Rank:
    """A spell at a level, or in a rank with kind="rank"."""
    return Rank.objects.create(person=of, kind=kind, code=code, from_on=from_on, **given)


def education(of: Person, level: str = "21", **given: Any) -> Education:
    """A full-time university study by default."""
    given = {
        "mode": "fulltime",
        "school": "云岭大学",
        "major": "土木工程",
        "until_on": date(2007, 7, 1),
        **given,
    }
    return Education.objects.create(person=of, level=level, **given)


def training(of: Person, hours: int = 560, *, from_on: date = date(2024, 3, 1), **given: Any) -> Training:
    """A class that alone fulfils the five-year figure by default."""
    given = {"name": "县处级干部进修班", "until_on": date(from_on.year, from_on.month, 28), **given}
    return Training.objects.create(person=of, hours=hours, from_on=from_on, **given)


def year_grade(of: Person, year: int = 2025, grade: str = "2") -> YearGrade:
    """A yearly grade, 称职 by default."""
    return YearGrade.objects.create(person=of, year=year, grade=grade)


def reward(of: Person, name: str = "三等功", **given: Any) -> Reward:
    """An award."""
    return Reward.objects.create(person=of, name=name, **{"approved_on": date(2022, 1, 1), **given})


def sanction(
    of: Person,
    code: str = "P1",
    name: str = "党内警告",
    *,
    effective_on: date = date(2026, 3, 2),
    **given: Any,
) -> Sanction:
    """A sanction or treatment that took effect on a day."""
    return Sanction.objects.create(person=of, code=code, name=name, effective_on=effective_on, **given)


def relative(of: Person, relation: str = "妻子", name: str = "周梅", **given: Any) -> Relative:
    """A family member, as a house without keys has one."""
    line = Relative(person=of, relation=relation, name=name, **{"is_abroad": False, **given})
    give_numbers([line])
    put_beside(line)
    put_sealed(line, words_taken(line), None)
    line.save(force_insert=True)
    return line


def kin_words(line: Relative) -> Member:
    """What a line of family says in a house without keys, as it stands in the table."""
    return open_family(None, [Relative.objects.get(pk=line.pk)])[line.pk]
