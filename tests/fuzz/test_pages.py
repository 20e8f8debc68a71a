"""Strange addresses, queries and forms to every page, as everybody who may open it: refused in words, never an error of the server.

`QUANHENG_FUZZ_PAGES` says how many (300 in the tests); `make fuzz-pages` sends twenty thousand and prints the counts.
"""

import os
import re
from collections import Counter
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.access.core.roles import ADMINISTRATORS, ROLES
from quanheng.access.models import Account
from quanheng.disclosure.models import PublicNotice
from quanheng.kernel.tests.letters import ANY
from quanheng.procedure.models import Case
from quanheng.registry.models import Organisation, Person, Post
from quanheng.registry.tests.factories import grant
from quanheng.selection.tests.factories import case_at
from quanheng.site.urls import load_screens
from quanheng.web.core.addresses import ADDRESSES, Address
from tests.house import tree

load_screens()
MANY = int(os.environ.get("QUANHENG_FUZZ_PAGES", "300"))
BLANK = re.compile(r"<(?:(\w+):)?(\w+)>")
NAMES = re.compile(r'name="([\w-]+)"')
ASKED = re.compile(r"""(?:GET|POST)(?:\.get(?:list)?\(|\[)\s*["']([\w-]+)["']""")
QUERIES = sorted(
    {name for path in tree.product_files() for name in ASKED.findall(path.read_text(encoding="utf-8"))}
)
ENDS = {"sign_out"}  # would end the session of the one who fuzzes
STRANGE = [
    "", " ", "0", "-1", "1", "99999999999999999999", "1e309", "NaN", "∞", "null", "\x00", "a\x00b", "'", "\"><script>", "%", "%s", "{}", "{0}",
    "\ud7ff", "\u202e", "A" * 5000, "中" * 3000, "2026-02-30", "0000-00-00", "9999-12-31", "2026-11-21", "12:61", "../../x", "=1+1", "\\", "[", "(",
    "on", "true", "name", "-name", "女", "陈建国", "999001198503010018",
]  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(STRANGE), st.text(ANY, max_size=30), st.integers().map(str), st.dates().map(str)
)


class World:
    """One city with a finished case, and somebody with every business role, somebody for each administrator, nobody."""

    def __init__(self) -> None:
        self.of = case_at("close_case_notice")
        over = Case.objects.get().authority
        self.clients = {"nobody": Client()}
        for name, roles in {
            "everybody": ROLES.keys() - ADMINISTRATORS,
            **{each: {each} for each in ADMINISTRATORS},
        }.items():
            self.clients[name] = self._client(name, sorted(roles), over)
        self.keys = self._keys()

    def _client(self, name: str, roles: list[str], over: object) -> Client:
        account = Account(username=f"fuzz_{name}", name=name, created_at=Case.objects.get().opened_at)
        account.set_unusable_password()
        account.save()
        for role in roles:
            grant(account, role, over=over, from_on=date(2020, 1, 1))  # type: ignore[arg-type]
        client = Client()
        client.force_login(account)
        return client

    def _keys(self) -> dict[str, list[object]]:
        """What stands in addresses: keys of rows that there are, and some that there are not."""
        numbers = [
            pk
            for model in (Post, Organisation, PublicNotice, Case)
            for pk in model.objects.values_list("pk", flat=True)[:2]
        ]
        words = [
            *Case.objects.values_list("number", flat=True),
            *PublicNotice.objects.values_list("slug", flat=True),
            "promotion",
            "x",
            "中",
        ]
        return {
            "uuid": [*Person.objects.values_list("pk", flat=True)[:3], UUID(int=1)],
            "int": [*numbers, 0, 2**31, 2**63, 10**30],
            "str": [*words, "selection.notice.publish", "education", "A" * 300],
            "slug": [*PublicNotice.objects.values_list("slug", flat=True), "education", "x", "0"],
            "path": words,
        }


def who_opens(address: Address) -> list[str]:
    """Mostly those who may; now and then one who may not."""
    if address.is_public:
        return ["nobody"]
    admins = [each for each in sorted(ADMINISTRATORS) if address.permission in ROLES[each].permissions]
    return [*(admins or ["everybody"]) * 9, "audit_admin"]


@pytest.fixture
def world(db: None) -> World:
    return World()


def test_no_page_fails(world: World) -> None:
    """An exception in a page is raised here by the client, and hypothesis shows the smallest request that brings it out."""
    counts: Counter[str] = Counter()
    addresses = [address for address in ADDRESSES if address.name not in ENDS]

    @settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        address = data.draw(st.sampled_from(addresses))
        kinds = [(name, kind or "str") for kind, name in BLANK.findall(address.path)]
        url = reverse(
            address.name, kwargs={name: data.draw(st.sampled_from(world.keys[kind])) for name, kind in kinds}
        )
        client = world.clients[data.draw(st.sampled_from(who_opens(address)))]
        query = data.draw(st.dictionaries(st.sampled_from(QUERIES), VALUES, max_size=3))
        with transaction.atomic():
            response = client.get(url, query)
            counts[f"GET {response.status_code}"] += 1
            assert response.status_code < 500, (url, query)
            names = [name for name in NAMES.findall(_text(response)) if name != "csrfmiddlewaretoken"]
            if names and data.draw(st.booleans()):
                form = {name: data.draw(VALUES) for name in names[:40] if data.draw(st.booleans())}
                response = client.post(url, form)
                counts[f"POST {response.status_code}"] += 1
                assert response.status_code < 500, (url, form)
            transaction.set_rollback(True)

    check()
    assert sum(counts.values()) >= MANY
    Path(tree.ROOT / "out").mkdir(exist_ok=True)
    (tree.ROOT / "out" / "fuzz-pages.txt").write_text(
        "\n".join(f"{name}: {count}" for name, count in sorted(counts.items())) + "\n"
    )


def _text(response: object) -> str:
    content = b"" if getattr(response, "streaming", False) else getattr(response, "content", b"")
    return (
        content.decode("utf-8", "replace")
        if "html" in getattr(response, "headers", {}).get("Content-Type", "")
        else ""
    )
