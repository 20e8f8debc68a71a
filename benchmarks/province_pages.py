"""The pages of a province as accounts over the province, a city and a county ask for them; prints the times as JSON."""

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

from django.core.cache import cache  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.asking import Times, times_of  # noqa: E402
from benchmarks.province_data import ON  # noqa: E402
from quanheng.access.actions.scope import as_system  # noqa: E402
from quanheng.access.core.sealed_fields import waiting_words  # noqa: E402
from quanheng.access.models import Account, Authority, Grant  # noqa: E402
from quanheng.establishment.core.warnings import KINDS  # noqa: E402
from quanheng.registry.core.query_fields import ready_tables  # noqa: E402
from quanheng.registry.models import Organisation, Person, Post  # noqa: E402

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "12"))
PAST = "as_of=2020-03-01"
OVER = {"province": "/p/", "city": "/p/c05/", "county": "/p/c03/x2/"}
PIECE = "piece:"
"""Before an address that a page fetches for itself (htmx)."""
LEVELS, POSTS = ("132", "141", "150", "121"), ("副局长", "教育局", "交通运输局", "人力资源和社会保障局")


def account(name: str, path: str) -> Account:
    """A section chief and officer over one authority and all below it."""
    made, is_new = Account.objects.get_or_create(
        username=f"bench_{name}", defaults={"name": name, "created_at": datetime.now(UTC)}
    )
    over = Authority.objects.get(path=path)
    for role in ("section_chief", "officer") if is_new else ():
        Grant.objects.create(account=made, role=role, authority=over, from_on=date(2020, 1, 1))
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
    yield "people of a workforce", [f"/people/?workforce={word}" for word in ("party", "science")]
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
    yield "search: identity number", [f"/people/?q={waiting_words(bytes(person.id_number))}" for person in people]
    yield "search: words of a post", [f"/people/?q={quote(words)}" for words in POSTS]
    yield "search: nobody", [f"/people/?q={quote(words)}" for words in ("查无此人", "zzzzzz")]
    yield "past day: people", [f"/people/?{PAST}"]
    yield "past day: people of a level", [f"/people/?{PAST}&level={level}" for level in LEVELS]
    yield "past day: search: name", [f"/people/?{PAST}&q={quote(person.name)}" for person in people]
    yield "search everything: name", [f"/search/?q={quote(person.name)}" for person in people]
    yield "search everything: words", [f"/search/?q={quote(words)}" for words in POSTS]
    yield from records([str(person.key) for person in people])
    yield from boards(units, path)
    yield from lists()


def records(keys: list[str]) -> Iterator[tuple[str, list[str]]]:
    """One person's pages."""
    yield "record", [f"/people/{key}/" for key in keys]
    yield "past day: record", [f"/people/{key}/?{PAST}" for key in keys]
    for what in ("history", "quality", "verification", "file", "rank"):
        yield f"record: {what}", [f"/people/{key}/{what}/" for key in keys]


def boards(units: list[Organisation], path: str) -> Iterator[tuple[str, list[str]]]:
    """Organisations and what is counted in them."""
    codes, home = [unit.code for unit in units], Authority.objects.get(path=path).code
    posts = list(Post.objects.filter(organisation__in=units).values_list("pk", flat=True)[:ROUNDS])
    institutions = [
        unit.code
        for unit in Organisation.objects.filter(kind="42", authority__path__startswith=path)[:ROUNDS]
    ]
    yield "organisations", ["/organisations/"]
    yield "organisations, a floor down", [f"/organisations/?under={code}" for code in codes]
    yield "organisation with its board", [f"/organisations/{code}/" for code in codes]
    yield "past day: organisation with its board", [f"/organisations/{code}/?{PAST}" for code in codes]
    yield "the topmost organisation", [f"/organisations/{home}.000/"]
    yield "organisation: whole board", [f"/organisations/{code}/board/" for code in codes]
    yield "organisation: history", [f"/organisations/{code}/history/" for code in codes]
    yield "organisations through time", ["/organisation-tree/", f"/organisation-tree/?{PAST}"]
    yield "post", [f"/posts/{post}/" for post in posts]
    yield "quota board", ["/quota-board/"]
    yield "past day: quota board", [f"/quota-board/?{PAST}"]
    yield "staffing", ["/staffing/"]
    yield "institutions", ["/institutions/"]
    yield "institution", [f"/institutions/{code}/" for code in institutions]
    yield "institution: people", [f"/institutions/{code}/people/" for code in institutions]


def lists() -> Iterator[tuple[str, list[str]]]:
    """The other lists and boards, and the pieces that pages fetch after they are shown."""
    for name in ("vacancies", "alignment", "key-posts", "quota-orders", "contracts", "files", "quality"):
        yield name, [f"/{name}/"]
    for name in ("programmes", "care", "delegates", "non-leading"):
        yield name, [f"/people/{name}/"]
    yield "ranks", ["/ranks/"]
    yield "ranks of a rank", [f"/ranks/?rank={rank}" for rank in ("1B", "18", "16", "14")]
    yield "past day: ranks", [f"/ranks/?{PAST}"]
    yield "warnings", [f"/warnings/?kind={kind}" for kind in KINDS]
    yield "query: age and level", ["/query/?c=age:least:50&c=level:in:131,132"]
    yield "query: education", ["/query/?c=education:in:5", "/query/?c=education:in:4&c=sex:is:2"]
    yield "query: years in post", ["/query/?c=years_in_post:least:8"]


def slow() -> Iterator[tuple[str, list[str]]]:
    """What goes through everybody: within seconds, or told that the background does it."""
    for table in ready_tables():
        yield f"statistics: {table}", [f"/statistics/?table={table}"]
    yield "past day: statistics: education_level", [f"/statistics/?table=education_level&{PAST}"]
    yield "query: rare and worked out", ["/query/?c=education:in:1&c=years_in_post:least:30"]
    yield "forecast", ["/forecast/", f"/forecast/?{PAST}"]
    yield "warnings: numbers on the home page", [f"{PIECE}/warnings/soon/"]
    yield "warnings: numbers of every kind", [f"{PIECE}/warnings/counts/"]
    yield "institutions: numbers", [f"{PIECE}/institution-numbers/"]


def _mark(person: Person) -> str:
    from quanheng.web.core.slices import Mark  # noqa: PLC0415  after set-up

    return Mark(2, (person.level or "999", person.pinyin, person.name, str(person.key))).written()


def asked(client: Client, address: str) -> None:
    cache.clear()  # what was counted a while ago is not counted again: here it is
    if PAST not in address:  # the day chosen before is kept with the session
        address += f"{'&' if '?' in address else '?'}as_of={ON}"
    headers = {"HX-Request": "true"} if address.startswith(PIECE) else {}
    answer = client.get(address.removeprefix(PIECE), headers=headers)
    assert answer.status_code == 200, address


def main() -> None:
    found: dict[str, dict[str, Times]] = {"pages": {}, "slow": {}}
    for who, path in OVER.items():
        client = Client()
        with as_system():
            client.force_login(account(who, path))
            asked_for = list(pages(path))
        for what, addresses in asked_for:
            repeated = islice((address for _, address in product(range(ROUNDS), addresses)), ROUNDS)
            if asks := [partial(asked, client, each) for each in repeated]:
                found["pages"][f"{who} · {what}"] = times_of(asks)
        for what, addresses in slow():
            asks = [partial(asked, client, each) for each in addresses]
            found["slow"][f"{who} · {what}"] = times_of(asks, is_once=True)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
