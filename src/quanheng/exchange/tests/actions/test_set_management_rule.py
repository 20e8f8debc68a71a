"""One authority for a 管理类别 in a part of the tree."""

import pytest

from quanheng.exchange.actions.set_management_rule import set_management_rule
from quanheng.exchange.models import ManagementRule
from quanheng.exchange.queries.management import managers
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db


def test_the_longest_part_wins_and_the_label_counts() -> None:
    city = factories.authority(code="yunling")
    county = factories.authority("青石县委", parent=city, code="qingshi")
    officer = factories.account("王敏", "officer", over=city)
    set_management_rule(by=officer, at=AT, authority=city, manages="市管干部", organisation_code="001")
    set_management_rule(by=officer, at=AT, authority=county, manages="县级党委管理干部", organisation_code="001.008")
    rules = managers(city)
    assert rules.authority_for("001.008.002", "县级党委管理干部") == county
    assert rules.authority_for("001.008.002", "市级党委管理干部") == city
    assert rules.authority_for("001.0081", "县级党委管理干部") is None
    assert rules.of_organisation("001.008.002", "109") == (county, True)
    assert rules.of_organisation("001.008.002", "107") == (city, True)
    assert rules.of_organisation("002", "107") == (city, False)


def test_the_first_rule_is_kept() -> None:
    city, other = factories.authority(), factories.authority("别处")
    officer = factories.account("王敏", "officer", over=city)
    factories.grant(officer, "officer", over=other)
    first = set_management_rule(by=officer, at=AT, authority=city, manages="市级党委管理干部", organisation_code="001")
    assert set_management_rule(by=officer, at=AT, authority=city, manages="市级党委管理干部", organisation_code="001") == first
    with pytest.raises(Refused, match="已归云岭市委"):
        set_management_rule(by=officer, at=AT, authority=other, manages="市级党委管理干部", organisation_code="001")
    with pytest.raises(Refused, match="没有“天管干部”这一管理类别"):
        set_management_rule(by=officer, at=AT, authority=city, manages="天管干部")
    assert ManagementRule.objects.count() == 1
