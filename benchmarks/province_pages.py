"""The pages of a province as a province-wide and a county account ask for them; prints the times as JSON."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice, product
from urllib.parse import quote

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "quanheng.site.settings"
django.setup()

from django.test import Client  # noqa: E402

from benchmarks.asking import Times, times_of  # noqa: E402
from quanheng.access.models import Account, Authority, Grant  # noqa: E402
from quanheng.registry.models import Organisation, Person  # noqa: E402

ROUNDS = 12
PAST = "as_of=2020-03-01"
OVER = {"province": "/p/", "county": "/p/c03/x2/"}
LEVELS, POSTS = ("132", "141", "150", "121"), ("副局长", "教育局", "交通运输局", "人力资源和社会保障局")


def account(name: str, path: str) -> Account:
    """A section chief over one authority and all below it."""
    made, is_new = Account.objects.get_or_create(
        username=name, defaults={"name": name, "created_at": datetime.now(UTC)}
    )
    if is_new:
        Grant.objects.create(
            account=made,
            role="section_chief",
            authority=Authority.objects.get(path=path),
            from_on=date(2020, 1, 1),
        )
    return made


def pages(path: str) -> Iterator[tuple[str, list[str]]]:
    """What is asked for, and its addresses: different people, words and units, so that no page is merely repeated."""
    people = list(Person.objects.filter(authority__path__startswith=path).order_by("key")[:ROUNDS])
    units = list(Organisation.objects.filter(authority__path__startswith=path).order_by("-code")[:ROUNDS])
    yield "home", ["/"]
    yield "people", ["/people/"]
    yield "people, next page", [f"/people/?after={_mark(person)}" for person in people]
    yield "people, by name", ["/people/?sort=name", "/people/?sort=-name"]
    yield "people, by age", ["/people/?sort=age", "/people/?sort=-age"]
    yield "people, the highest level last", ["/people/?sort=-level"]
    yield "people of a level", [f"/people/?level={level}" for level in LEVELS]
    yield (
        "people of a state",
        [f"/people/?status={quote(state)}" for state in ("离退人员", "已去世", "调出人员")],
    )
    yield (
        "people, narrowed to next to nobody",
        [f"/people/?level={level}&status={quote('已去世')}&sex=2" for level in LEVELS],
    )
    yield "search: name", [f"/people/?q={quote(person.name)}" for person in people]
    yield "search: part of a name", [f"/people/?q={quote(person.name[:2])}" for person in people]
    yield "search: surname", [f"/people/?q={quote(person.name[0])}" for person in people]
    yield "search: pinyin", [f"/people/?q={person.pinyin}" for person in people]
    yield "search: begun pinyin", [f"/people/?q={person.pinyin[:5]}" for person in people]
    yield "search: initials", [f"/people/?q={person.initials}" for person in people]
    yield "search: identity number", [f"/people/?q={person.id_number}" for person in people]
    yield "search: words of a post", [f"/people/?q={quote(words)}" for words in POSTS]
    yield "search: nobody", [f"/people/?q={quote(words)}" for words in ("查无此人", "zzzzzz")]
    yield "past day: people", [f"/people/?{PAST}"]
    yield "past day: people of a level", [f"/people/?{PAST}&level={level}" for level in LEVELS]
    yield "past day: search: name", [f"/people/?{PAST}&q={quote(person.name)}" for person in people]
    yield "search everything: name", [f"/search/?q={quote(person.name)}" for person in people]
    yield "search everything: words", [f"/search/?q={quote(words)}" for words in POSTS]
    yield "record", [f"/people/{person.key}/" for person in people]
    yield "past day: record", [f"/people/{person.key}/?{PAST}" for person in people]
    yield "organisations", ["/organisations/"]
    yield "organisations, a floor down", [f"/organisations/?under={unit.code}" for unit in units]
    yield "organisation with its board", [f"/organisations/{unit.code}/" for unit in units]
    yield "past day: organisation with its board", [f"/organisations/{unit.code}/?{PAST}" for unit in units]


def _mark(person: Person) -> str:
    from quanheng.web.core.slices import Mark  # noqa: PLC0415  after set-up

    return Mark(2, (person.level or "999", person.pinyin, person.name, str(person.key))).written()


def asked(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, address


def main() -> None:
    found: dict[str, Times] = {}
    for who, path in OVER.items():
        client = Client()
        client.force_login(account(who, path))
        for what, addresses in pages(path):
            repeated = islice((address for _, address in product(range(ROUNDS), addresses)), ROUNDS)
            found[f"{who} · {what}"] = times_of([partial(asked, client, address) for address in repeated])
    print(json.dumps(found))


if __name__ == "__main__":
    main()
