"""Role × address × object, every cell tried: two cities, a county below the first, the province above. Made from the registries of roles and screens.

Two readings of each page are compared: under row-level security, and with the system's scope, where only the queries' own filters hold.
A difference is a wrong refusal by the database; a mark of a place out of reach is a leak. `make matrix` tries every line and act; the suite a fixed share.
"""

import os
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from django.db import connection, models, transaction
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from quanheng.access.actions.scope import Scope, _tell, as_system
from quanheng.access.core.guard import role_reaches
from quanheng.access.core.roles import ADMINISTRATORS, ROLES
from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.registry.models import Person
from quanheng.selection.screens.acts import ACTS
from quanheng.site import urls
from quanheng.web.core.addresses import ADDRESSES, Address
from quanheng.web.screens import clock
from tests.house import rows

pytestmark = pytest.mark.xdist_group("matrix")  # one furnished database for all of it
WHOLE = bool(os.environ.get("QUANHENG_MATRIX"))
SHARE = 1 if WHOLE else 4
MARKS = {"province": "岱宗省档", "city": "溪山市档", "other": "沧浪市档", "county": "溪下县档"}
"""The name of each place is in every word of its rows."""
REACHED = frozenset({"city", "county"})
AWAY = ("county", "other", "province")
OF = {
    "audits": "oversight.Audit", "bodies": "meeting.Body", "contracts": "establishment.Contract", "engagements": "establishment.Engagement",
    "correction-requests": "registry.CorrectionRequest", "file-items": "registry.FileItem", "file-loans": "registry.FileLoan",
    "grants": "access.Grant", "imports": "exchange.ImportBatch", "key-posts": "establishment.KeyPost", "law": "regulation.LayerAdoption",
    "meetings": "meeting.Meeting", "notice-desk": "disclosure.PublicNotice", "objections": "disclosure.Objection", "posts": "registry.Post",
    "queries": "registry.SavedQuery", "quota-orders": "establishment.QuotaOrder", "vacancies": "establishment.Vacancy",
    "verifications": "registry.Verification", "people": "registry.CorrectionRequest", "planned-changes": "registry.PlannedChange",
    "reckonings": "registry.Reckoning", "accounts": "access.Account",
}  # fmt: skip
"""What a number in an address that begins so is the number of."""
SHARED_FROM_ABOVE = ("queries/", "query/", "law/")
FRESH_EACH_TIME = ("own/", "sign-in/")
"""Pages of one's own account, with secrets made anew at each look: they show nothing of anybody else's."""
FORBIDDEN, ABSENT, POST_ONLY, BROKEN = 403, 404, 405, 500
WORDS = {"name": "notice", "act": "renamed", "rule": "x", "slug": "x", "version": "x", "size": 1, "code": "x", "answer": "x", "provider_id": "house"}
LINES = ("assignment", "relative", "sanction")
BLANK = re.compile(r"<(?:\w+:)?(\w+)>")
FRESH = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken[^}]*|\d{4}-\d\d-\d\d \d\d:\d\d')
"""Tokens, and the minute at which a page was made: it stands on every one."""


@dataclass
class Place:
    """一处: an authority with a row of every table."""

    authority: Authority
    made: dict[str, models.Model]


@dataclass(frozen=True)
class Answer:
    """答复: what a page says; a file carries its number and its minute inside and is never the same twice."""

    status: int
    is_file: bool
    words: str

    @property
    def told(self) -> frozenset[str]:
        return frozenset(code for code, mark in MARKS.items() if mark in self.words)

    def differs(self, other: "Answer") -> list[str]:
        """The first lines that differ."""
        if self == other:
            return []
        pairs = zip(self.words.splitlines(), other.words.splitlines(), strict=False)
        return [f"{self.status} {other.status} " + next((f"{mine.strip()} / {theirs.strip()}" for mine, theirs in pairs if mine != theirs), "longer")]


@pytest.fixture(scope="module")
def places(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Place]]:
    """Furnished once, in a transaction that is undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        _tell(connection, Scope("system", clock.today()))
        root = _authority("province", None)
        city, other = _authority("city", root), _authority("other", root)
        county = _authority("county", city)
        yield {each.code: Place(each, rows.furnished(each, _keeper(each))) for each in (root, city, other, county)}
        transaction.set_rollback(True)
    connection.quanheng_scope = None  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _undone(places: dict[str, Place]) -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _authority(code: str, parent: Authority | None) -> Authority:
    return Authority.objects.create(code=code, name=MARKS[code], parent=parent, path=f"{parent.path if parent else '/'}{code}/")


def _keeper(of: Authority) -> Account:
    return Account.objects.create(username=f"keeper-{of.code}", name=of.name, created_at=rows.MOMENT)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_page_of_every_object(role: str, places: dict[str, Place], monkeypatch: pytest.MonkeyPatch) -> None:
    who = Account.objects.create(username="somebody", name="某甲", created_at=rows.MOMENT)
    who.grants.create(role=role, authority=places["city"].authority, from_on=rows.DAY)
    client = Client(raise_request_exception=False)
    client.force_login(who)
    bound, tried, wrong = urls.scope_of, 0, []
    for address in (each for each in ADDRESSES if _is_due(each, role)):
        for code, where in _cells(address, places, role=role):
            tried += 1
            monkeypatch.setattr(urls, "scope_of", bound)
            found = _read(client, where)
            wrong += [f"leaked {where} {place}" for place in found.told - _reached(address, role)]
            wrong += [f"{where} of {code} answers {found.status}"] * (found.status >= BROKEN or (not _is_open(address, role) and found.status != FORBIDDEN))
            if not _is_alike(found, address, role, code):
                monkeypatch.setattr(urls, "scope_of", _unbound)
                wrong += [f"refused {where} of {code}: {each}" for each in found.differs(_read(client, where))]
    assert tried > len(ADDRESSES) / (2 * SHARE)
    assert wrong == [], "\n".join(wrong)
    assert rights_of(who, on=clock.today()).roles == {role}


def _is_alike(found: Answer, address: Address, role: str, code: str) -> bool:
    """Whether the second reading would say nothing: the scope plays no part in the answer, or, in the suite, the object is of nobody here and absent."""
    if address.is_public or not _is_open(address, role) or found.status == POST_ONLY or found.is_file:
        return True
    return not WHOLE and found.status == ABSENT and code in ("other", "province")


def _is_open(address: Address, role: str) -> bool:
    return address.permission is None or address.permission in ROLES[role].permissions


def _is_due(address: Address, role: str) -> bool:
    """Each address by one in four of the roles that may open it, and of those that may not, in turn: by one of each at least."""
    if address.path.startswith(FRESH_EACH_TIME):
        return False
    alike = [each for each in sorted(ROLES) if _is_open(address, each) is _is_open(address, role)]
    return (alike.index(role) + ADDRESSES.index(address)) % min(SHARE, len(alike)) == 0


def _unbound(address: Address, account: Account, request: HttpRequest) -> AbstractContextManager[None]:
    return as_system(on=clock.today())


def _cells(address: Address, places: dict[str, Place], *, role: str) -> Iterator[tuple[str, str]]:
    """The address with the objects of each place; in the suite of one's own and one other, one line and one act, in turn.

    An address one may not open is refused before anything is looked up: whose the object is makes no difference.
    """
    share = sorted(ROLES).index(role)
    if not BLANK.search(address.path):
        yield "", reverse(address.name)
        return
    away = places if WHOLE else ("city", AWAY[share % len(AWAY)])
    for code in away if _is_open(address, role) else ("city",):
        place = places[code]
        pools = {name: _pool(address, name, place) for name in BLANK.findall(address.path)}
        if not WHOLE:
            pools = {name: [pool[share % len(pool)]] for name, pool in pools.items()}
        for chosen in product(*pools.values()):
            yield code, reverse(address.name, kwargs=dict(zip(pools, chosen, strict=True)))


def _pool(address: Address, name: str, place: Place) -> list[Any]:
    head = address.path.split("/")[0]
    if name in ("key", "person"):
        return [place.made["registry.Person"].pk]
    if name == "code":
        return [place.made["registry.Organisation"].code]  # type: ignore[attr-defined]
    if name == "number":
        return [place.made["procedure.Case"].number if head == "cases" else 1]  # type: ignore[attr-defined]
    if name == "verb":
        return sorted(ACTS)
    if name == "noun":
        return list(LINES)
    if name == "pk":
        return [place.made["registry.Assignment" if "/lines/" in address.path else OF.get(head, "access.Account")].pk]
    return [WORDS[name]]


def _reached(address: Address, role: str) -> frozenset[str]:
    """Queries are shared down the line and hold conditions only; local rules hold for those below. Administrators keep the directory and the journal of the whole house."""
    if role in ADMINISTRATORS:
        return frozenset(MARKS)
    return REACHED | {"province"} if address.path.startswith(SHARED_FROM_ABOVE) else REACHED


def _read(client: Client, where: str) -> Answer:
    answer = client.get(where)
    is_file = not answer.headers.get("Content-Type", "text/").startswith("text/")
    return Answer(answer.status_code, is_file, FRESH.sub(b"", answer.content).decode(errors="replace"))


def test_own_files_only(places: dict[str, Place]) -> None:
    """Somebody who may see nothing but the own file sees that, wherever it is kept."""
    person = Person.objects.get(authority__code="other")
    who = Account.objects.create(username="somebody", name="某甲", created_at=rows.MOMENT, person_key=person.pk)
    who.grants.create(role="cadre", authority=places["city"].authority, from_on=rows.DAY)
    client = Client()
    client.force_login(who)
    answers = {code: client.get(reverse("person", args=[place.made["registry.Person"].pk])).status_code for code, place in places.items()}
    assert answers == {"province": 404, "city": 404, "other": 200, "county": 404}
    assert ("cadre", "own") in role_reaches()
