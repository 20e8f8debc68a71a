"""Every address is guarded as declared, has its template, and every menu entry opens for those who see it."""

import inspect
import re
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.core.roles import PERMISSIONS, ROLES
from quanheng.access.tests.factories import account, authority
from quanheng.site.urls import load_screens
from quanheng.web.core.addresses import ADDRESSES, Address
from tests.house import tree

load_screens()
BY_NAME = {address.name: address for address in ADDRESSES}
SAMPLES: dict[str, object] = {"uuid": UUID(int=1), "int": 1, "str": "x", "slug": "x", "": "x"}
BLANK = re.compile(r"<(?:(\w+):)?(\w+)>")
# Open to every signed-in account, because the query behind the page decides what is shown.
OPEN = {
    "home": "shows only what the account's rights reach",
    "gallery": "has no data",
    "search": "its queries filter by rights",
    "person": "the file's query decides, and one's own file is open to oneself",
    "person_photo": "as the person's page",
    "password": "changes one's own only",
    "own_account": "one's own sessions, factors and rights",
    "session_end": "ends one's own only",
    "totp": "one's own factor",
    "totp_remove": "one's own factor",
    "security_key": "one's own factor",
    "security_key_remove": "one's own factor",
    "recovery_codes": "one's own",
    "recovery_codes_new": "one's own",
    "reauthenticate": "proves who oneself is",
    "reauthenticate_code": "proves who oneself is",
    "reauthenticate_key": "proves who oneself is",
    "delegations": "hands on one's own rights only",
    "delegation_recall": "takes back what one has handed on oneself",
    "own_downloads": "one's own lines of the register",
    "announcements": "announced to every reader of the house",
    "law": "the law is open to everybody",
    "law_instrument": "the law is open to everybody",
    "law_rule": "the law is open to everybody",
    "law_ask": "the facts are the asker's own; records picked are read by the sources' own rights",
}
# Screens without a page of their own.
WITHOUT_TEMPLATE = {
    "chart_script": "a script",
    "sign_out": "ends the session and goes on to sign-in",
    "person_photo": "a picture",
    "person_open": "goes back to the person's page",
    "person_mine": "goes on to the person's page",
    "decision_pdf": "a PDF",
    "notice_pdf": "a PDF",
    "public_notice_photo": "a picture",
    "paper": "a paper of a case as a file",
    "case_folder": "a zip",
    "meeting_pack": "a zip",
    "audit_workbook": "a workbook",
    "query_export": "a workbook; its refusal has a page",
    "warnings_export": "a workbook; its refusal has a page",
    "checkpoint_sheet": "a PDF",
    "health": "a word for a watchdog",
    "metrics": "figures for Prometheus",
}
ADDRESS = pytest.mark.parametrize("name", sorted(BY_NAME))
MENU = pytest.mark.parametrize("name", sorted(address.name for address in ADDRESSES if address.menu))


def _url(address: Address) -> str:
    return reverse(address.name, kwargs={name: SAMPLES[kind] for kind, name in BLANK.findall(address.path)})


def test_names_and_paths_are_given_once() -> None:
    assert len(BY_NAME) == len(ADDRESSES) == len({address.path for address in ADDRESSES})


@ADDRESS
def test_permissions_are_declared(name: str) -> None:
    address = BY_NAME[name]
    assert address.permission is None or address.permission in PERMISSIONS
    assert not (address.is_public and (address.permission or address.menu)), (
        "public pages have neither permission nor menu"
    )
    assert address.permission or address.is_public or name in OPEN, "without a permission: say why in OPEN"


@ADDRESS
@pytest.mark.django_db
def test_visitors_are_asked_to_sign_in(name: str, client: Client) -> None:
    address = BY_NAME[name]
    response = client.get(_url(address))
    asked = response.status_code == 302 and response.headers["Location"].startswith(
        reverse("sign_in") + "?next="
    )
    assert asked is not address.is_public


@ADDRESS
@pytest.mark.django_db
def test_an_account_without_the_permission_is_refused(name: str, client: Client) -> None:
    client.force_login(account("nobody", over=authority()))
    address = BY_NAME[name]
    is_refused = client.get(_url(address)).status_code == 403 and not address.is_public  # a public page may itself say no
    assert is_refused is (address.permission is not None)


@ADDRESS
def test_a_screen_has_a_template_of_its_name(name: str) -> None:
    """Its own name, its function's, or the noun of its file."""
    view = inspect.unwrap(BY_NAME[name].view)
    room, noun = view.__module__.split(".")[1], view.__module__.rsplit(".", 1)[1]
    names = {name, view.__name__} if name in WITHOUT_TEMPLATE else {name, view.__name__, noun}
    found = any((tree.PACKAGE / room / "templates" / room / f"{each}.html").is_file() for each in names)
    assert found is (name not in WITHOUT_TEMPLATE), f"{view.__module__}.{view.__name__}"


@MENU
@pytest.mark.django_db
def test_a_menu_entry_opens_for_those_who_see_it(name: str, client: Client) -> None:
    address = BY_NAME[name]
    roles = [
        code
        for code, role in ROLES.items()
        if address.permission is None or address.permission in role.permissions
    ]
    client.force_login(account("somebody", roles[0], over=authority()))
    response = client.get(_url(address))
    assert response.status_code == 200
    assert f'href="{_url(address)}"' in response.content.decode()


def test_every_template_is_used() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (*tree.product_files(), *tree.templates()))
    names = {path: path.as_posix().rsplit("/templates/", 1)[1] for path in _pages()}
    tree.nothing(tree.named(path) for path, name in names.items() if f'"{name}"' not in texts)


def _pages() -> list[Path]:
    return [
        path for path in tree.templates() if "templates" in path.parts and path.parent.name != "templates"
    ]
