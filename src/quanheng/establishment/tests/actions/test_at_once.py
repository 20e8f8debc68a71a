"""Two appointments at the same moment to two seats of one cell: the quota lets one through, the other is refused."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from quanheng.access.actions.scope import as_system
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_assignment import open_assignment
from quanheng.registry.models import Assignment
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_last_seat_goes_to_one_of_two():
    with as_system(on=make.ON):
        city = make.authority(code="city")
        wang, unit = make.account("王敏", "section_chief", over=city), make.organisation(of=city)
        est.quota(unit, 1)
        pairs = [(make.person(name, at=unit), make.post(unit)) for name in ("陈建国", "李红")]
    together = Barrier(2)

    def appoint(pair) -> str:
        person, post = pair
        try:
            together.wait(10)
            open_assignment(by=wang, at=make.AT, person=person, post=post, from_on=date(2026, 11, 20))
        except Refused as refused:
            return str(refused.why)
        finally:
            connection.close()
        return "appointed"

    with ThreadPoolExecutor(2) as pool:
        results = sorted(pool.map(appoint, pairs))
    assert results[0] == "appointed"
    assert "核定1名" in results[1]
    with as_system(on=make.ON):
        assert Assignment.objects.count() == 1
