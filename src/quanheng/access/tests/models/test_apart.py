"""The database itself refuses two offices in one hand: every pair of roles, and random unions of more."""

import random
from datetime import timedelta
from itertools import product
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction

from quanheng.access.actions.scope import as_system
from quanheng.access.core.roles import ADMINISTRATORS, ROLES, TIME_BOXED, conflict
from quanheng.access.models import Account, Grant
from quanheng.access.tests.factories import AT, ON, account, authority

DAY = timedelta(days=1)


def give(holder, role, over, from_on=ON, until_on=None):
    until_on = until_on or (from_on + 300 * DAY if role in TIME_BOXED else None)
    kind = "temporary" if until_on else "standing"
    with transaction.atomic():
        return Grant.objects.create(
            account=holder, role=role, authority=over, from_on=from_on, until_on=until_on, kind=kind
        )


def refuses(*given, **named) -> bool:
    try:
        give(*given, **named)
    except DatabaseError:
        return True
    return False


def committed(*given) -> bool:
    """Refused in a transaction of its own, which ends."""
    with as_system():
        return refuses(*given)


@pytest.mark.django_db
def test_every_pair_of_roles() -> None:
    city = authority()
    for number, (held, wanted) in enumerate(product(ROLES, ROLES)):
        if held == wanted:
            continue
        holder = account(f"a{number}", over=city)
        give(holder, held, city)
        assert refuses(holder, wanted, city) is bool(conflict(frozenset({held}), wanted)), (held, wanted)


@pytest.mark.django_db
def test_unions_of_many_roles() -> None:
    city, draw = authority(), random.Random(20261121)
    for number in range(60):
        holder, held = account(f"b{number}", over=city), set()
        for role in draw.sample(sorted(ROLES), 5):
            is_refused = refuses(holder, role, city)
            assert is_refused is bool(conflict(frozenset(held), role)), (sorted(held), role)
            held |= set() if is_refused else {role}
        assert len(held & ADMINISTRATORS) <= 1
        assert not (held & ADMINISTRATORS) or len(held) == 1


@pytest.mark.django_db
def test_one_after_the_other_is_no_union() -> None:
    city = authority()
    holder = account("wang", over=city)
    give(holder, "officer", city, ON, ON + 10 * DAY)
    assert not refuses(holder, "audit_admin", city, ON + 10 * DAY, ON + 20 * DAY)
    assert refuses(holder, "teller", city, ON + 19 * DAY, ON + 21 * DAY)


@pytest.mark.django_db
def test_changing_a_grant_is_no_way_around() -> None:
    city = authority()
    holder = account("wang", over=city)
    give(holder, "officer", city)
    other = give(holder, "teller", city)
    with pytest.raises(DatabaseError, match="separated"), transaction.atomic():
        Grant.objects.filter(pk=other.pk).update(role="system_admin")
    late = give(account("other", over=city), "system_admin", city)
    with pytest.raises(DatabaseError, match="separated"), transaction.atomic():
        Grant.objects.filter(pk=late.pk).update(account=holder)


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_do_not_both_pass() -> None:
    with as_system():
        city = authority()
    for number in range(5):
        with as_system():
            holder = Account.objects.create(username=f"c{number}", name="c", created_at=AT)
        start, passed = Barrier(2), []

        def one(role, holder=holder, start=start, passed=passed):
            try:
                start.wait()
                if not committed(holder, role, city):
                    passed.append(role)
            finally:
                connection.close()

        threads = [Thread(target=one, args=(role,)) for role in ("officer", "audit_admin")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(passed) == 1
