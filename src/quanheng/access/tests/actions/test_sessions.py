"""Acts that are records: sign-ins, refusals, factors, downloads; and the two that take something away."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from quanheng.access.actions.accounts import remove_second_factor
from quanheng.access.actions.factors import record_factor
from quanheng.access.actions.record_download import record_download
from quanheng.access.actions.sessions import begin_session, close_session, refuse_session, revoke_session
from quanheng.access.models import Download, JournalEntry
from quanheng.access.tests.factories import AT, account, authority
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


def test_each_leaves_its_line() -> None:
    officer = account("hezhixing", "officer", over=authority())
    begin_session(by=officer, at=AT, means=["password"], address="127.0.0.1")
    close_session(by=officer, at=AT, why="holder")
    refuse_session(by=None, at=AT, account=officer, why="password", address="127.0.0.1")
    record_factor(by=officer, at=AT, added=["totp"], removed=[])
    given = {"what": "paper", "subject": "/x", "file_name": "x.pdf", "content": b"x", "count": 1, "unit": "页"}
    record_download(by=officer, at=AT, code="A1B2C3D4", purpose="会议研究", **given)
    lines = [(entry.action.removeprefix("access."), entry.facts) for entry in JournalEntry.objects.order_by("number")]
    assert lines == [
        ("session.begin", {"means": ["password"], "address": "127.0.0.1"}),
        ("session.close", {"why": "holder"}),
        ("session.refuse", {"why": "password", "address": "127.0.0.1"}),
        ("account.change_factor", {"added": ["totp"], "removed": []}),
        ("download.record", {"code": "A1B2C3D4", "what": "paper", "count": 1, "unit": "页"}),
    ]
    assert Download.objects.get().purpose == "会议研究"


def test_nobody_ends_anothers_session() -> None:
    city = authority()
    officer, other = account("hezhixing", "officer", over=city), account("wang", "officer", over=city)
    session = UserSession.objects.create(user=officer, ip="127.0.0.1", session_key="x" * 32, user_agent="")
    with pytest.raises(Refused, match="不是您的会话"):
        revoke_session(by=other, at=AT, session=session)
    revoke_session(by=officer, at=AT, session=session)
    assert not UserSession.objects.exists()


def test_nobody_takes_off_their_own_factor_as_administrator() -> None:
    city = authority()
    security, officer = account("kejingyi", "security_admin", over=city), account("hezhixing", "officer", over=city)
    for holder in (security, officer):
        Authenticator.objects.create(user=holder, type=Authenticator.Type.TOTP, data={"secret": "x"})
    with pytest.raises(Refused, match="不得为自己"):
        remove_second_factor(by=security, at=AT, account=security)
    remove_second_factor(by=security, at=AT, account=officer)
    assert Authenticator.objects.get().user == security
