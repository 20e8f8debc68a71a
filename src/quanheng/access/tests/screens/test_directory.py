"""Signing in by the house's own directory: a real OpenLDAP server and a real OpenID provider, both on this machine."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ldap3
import pytest
import requests
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.test import Client

from quanheng.access.models import Account
from quanheng.access.tests.factories import authority
from quanheng.access.tests.screens.signing import PASSWORD, code_of, enrol, holder, sign_in

pytestmark = pytest.mark.django_db
SLAPD = shutil.which("slapd") or shutil.which("/usr/sbin/slapd")
BASE = "dc=yunling,dc=example"
CONFIG = """include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/pid
database mdb
suffix "{base}"
rootdn "cn=admin,{base}"
rootpw secret
directory {folder}/data
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(ask: Callable[[], Any]) -> Any:
    """The answer of a server that is just starting; its own refusal when it does not answer within half a minute."""
    for _attempt in range(300):
        try:
            return ask()
        except OSError as error:
            refusal = error
            time.sleep(0.1)
    raise refusal


@pytest.fixture(scope="module")
def slapd(tmp_path_factory) -> Iterator[str]:
    """The address of a directory that knows hezhixing and his password there."""
    if not SLAPD:
        pytest.skip("no slapd installed: signing in by LDAP is not tested")
    folder: Path = tmp_path_factory.mktemp("slapd")
    (folder / "data").mkdir()
    (folder / "slapd.conf").write_text(CONFIG.format(folder=folder, base=BASE))
    url = f"ldap://127.0.0.1:{free_port()}"
    server = subprocess.Popen([SLAPD, "-f", folder / "slapd.conf", "-h", url, "-d", "0"])
    try:
        _fill(url)
        yield url
    finally:
        server.terminate()
        server.wait(10)


def _fill(url: str) -> None:
    until(lambda: socket.create_connection(("127.0.0.1", int(url.rsplit(":", 1)[1])), timeout=5).close())
    admin = ldap3.Connection(url, f"cn=admin,{BASE}", "secret", auto_bind=True)
    admin.add(BASE, ["dcObject", "organization"], {"dc": "yunling", "o": "云岭"})
    admin.add(f"ou=people,{BASE}", "organizationalUnit")
    for name in ("hezhixing", "stranger"):
        person = {"uid": name, "cn": name, "sn": name, "userPassword": f"{name} in the directory"}
        assert admin.add(f"uid={name},ou=people,{BASE}", "inetOrgPerson", person)
    admin.unbind()


@pytest.fixture
def directory(slapd, settings) -> str:
    settings.LDAP_AUTH_URL = [slapd]
    settings.LDAP_AUTH_SEARCH_BASE = f"ou=people,{BASE}"
    settings.LDAP_AUTH_USER_FIELDS = {"username": "uid"}
    settings.AUTHENTICATION_BACKENDS = [
        *settings.AUTHENTICATION_BACKENDS,
        "quanheng.access.queries.directory.Directory",
    ]
    return slapd


@pytest.mark.usefixtures("directory")
def test_the_directory_answers_for_an_account_that_exists() -> None:
    Account.objects.create(username="hezhixing", name="何志行", password="!", created_at=authority_day())
    browser, answer = sign_in("hezhixing", "hezhixing in the directory")
    assert answer.headers["Location"] == "/"
    assert browser.get("/own/").status_code == 200
    assert sign_in("hezhixing", "wrong")[1].status_code == 200
    assert sign_in("hezhixing", "")[1].status_code == 200


@pytest.mark.usefixtures("directory")
def test_the_directory_makes_no_accounts_and_wakes_none() -> None:
    assert sign_in("stranger", "stranger in the directory")[1].status_code == 200
    assert not Account.objects.exists()
    Account.objects.create(username="stranger", name="生人", is_active=False, created_at=authority_day())
    assert sign_in("stranger", "stranger in the directory")[1].status_code == 200


@pytest.mark.usefixtures("directory")
def test_a_name_cannot_reach_into_the_directory() -> None:
    holder("hezhixing", over=authority())
    for name in ("*", "hezhixing,ou=people", "hezhixing)(uid=*"):
        Account.objects.create(username=name, name=name, created_at=authority_day())
        assert sign_in(name, "hezhixing in the directory")[1].status_code == 200


def authority_day():
    from django.utils import timezone

    return timezone.now()


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    port = free_port()
    server = subprocess.Popen(
        [Path(sys.executable).parent / "oidc-provider-mock", "--port", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        url = f"http://localhost:{port}"
        until(lambda: requests.get(f"{url}/.well-known/openid-configuration", timeout=5).raise_for_status())
        yield url
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def house_sign_in(provider, settings) -> Iterator[str]:
    """A house with a provider; its kind is made known as its app does at the start of such a house."""
    registry.register(OpenIDConnectProvider)
    settings.OIDC_NAME = "云岭统一认证"
    app = {
        "provider_id": "house",
        "name": "云岭统一认证",
        "client_id": "quanheng",
        "secret": "secret",
        "settings": {"server_url": provider},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    for name in ("hezhixing", "stranger"):
        requests.put(
            f"{provider}/users/{name}", json={"preferred_username": name, "name": name}, timeout=10
        ).raise_for_status()
    yield provider
    registry.provider_map.pop(OpenIDConnectProvider.id)


def through(who: str) -> tuple[Client, object]:
    """A browser sent to the provider, where `who` signs in, and back."""
    browser = Client(HTTP_HOST="localhost")
    assert "用云岭统一认证登录" in browser.get("/sign-in/").content.decode()
    there = browser.post("/sign-in/house/house/?process=login").headers["Location"]
    assert "code_challenge=" in there
    back = requests.post(there, data={"sub": who}, allow_redirects=False, timeout=10).headers["Location"]
    return browser, browser.get(back.removeprefix("http://localhost"))


@pytest.mark.usefixtures("house_sign_in")
def test_the_provider_answers_for_an_account_that_exists() -> None:
    holder("hezhixing", "officer", over=authority())
    browser, answer = through("hezhixing")
    assert answer.headers["Location"] == "/"
    assert browser.get("/people/").status_code == 200
    assert through("hezhixing")[1].headers["Location"] == "/"


@pytest.mark.usefixtures("house_sign_in")
def test_whom_the_house_does_not_know_stays_outside() -> None:
    browser, answer = through("stranger")
    assert answer.headers["Location"].startswith("/sign-in/unknown/")
    assert "没有同名的启用账号" in browser.get(answer.headers["Location"]).content.decode()
    assert browser.get("/people/").status_code == 302
    assert not Account.objects.exists()


@pytest.mark.usefixtures("house_sign_in")
def test_our_second_factor_is_asked_for_after_the_provider() -> None:
    secret = enrol(holder("hezhixing", "officer", over=authority()))
    browser, answer = through("hezhixing")
    assert answer.headers["Location"] == "/sign-in/second/"
    assert browser.get("/people/").status_code == 302
    assert browser.post("/sign-in/second/", {"code": code_of(secret)}).headers["Location"] == "/"


def test_without_a_provider_there_is_no_such_door() -> None:
    assert Client().get("/sign-in/house/house/").status_code == 404
    assert "统一认证" not in Client().get("/sign-in/").content.decode()
    assert PASSWORD not in Client().get("/sign-in/").content.decode()
