"""The ways to fill a vacant post, as the law finds them."""

import pytest

from quanheng.establishment.queries.routes import routes
from quanheng.establishment.tests import factories as est
from quanheng.kernel.verdicts import Light
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_chiefs_post_is_not_normally_competed_for_and_what_is_unknown_stays_so():
    unit = make.organisation()
    est.quota(unit, 1, level="131", role="chief")
    chief = make.post(unit, "局长", level="131", role="chief")
    found = {each.key: each for each in routes(est.vacancy(chief), on=make.ON)}
    assert found["promotion"].light is Light.PASSED
    need = next(
        each for each in found["competition"].findings if each.rule.id == "selection_regulations.15.need"
    )
    assert need.light is Light.WARNING
    assert found["public"].light is Light.UNKNOWN


def test_a_full_quota_passes_no_way():
    unit = make.organisation()
    est.quota(unit, 1)
    make.assignment(make.person(at=unit), make.post(unit))
    assert {each.light for each in routes(est.vacancy(make.post(unit)), on=make.ON)} == {Light.FORBIDDEN}
