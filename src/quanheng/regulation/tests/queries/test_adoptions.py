"""The law for an authority: what it and those above it have adopted, on the day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quanheng.access.tests.factories import AT, account, authority
from quanheng.regulation.models import LayerAdoption
from quanheng.regulation.queries.adoptions import adoptions, law_for, layers_for

pytestmark = pytest.mark.django_db
CITY, ON = "local_jinchang_2011", date(2022, 6, 1)


def _adopted(layer, over, **days):
    return LayerAdoption.objects.create(
        authority=over,
        layer=layer,
        document="示例文号",
        adopted_by=account(f"by {layer} {over}", over=over),
        adopted_at=AT,
        **days,
    )


def test_it_binds_the_authority_and_those_under_it_only():
    city = authority()
    county, other = authority("county", city), authority("other")
    _adopted(CITY, city, from_on=date(2022, 1, 1))
    assert layers_for(city.path, on=ON) == layers_for(county.path, on=ON) == (CITY,)
    assert layers_for(other.path, on=ON) == ()


def test_a_path_that_only_begins_alike_is_not_under_it():
    city = authority("yun")
    _adopted(CITY, city, from_on=date(2022, 1, 1))
    assert layers_for(authority("yunling").path, on=ON) == ()


@pytest.mark.parametrize(
    ("on", "binds"),
    [
        (date(2021, 12, 31), False),
        (date(2022, 1, 1), True),
        (date(2022, 12, 31), True),
        (date(2023, 1, 1), False),
    ],
)
def test_the_period_is_half_open(on, binds):
    city = authority()
    _adopted(CITY, city, from_on=date(2022, 1, 1), until_on=date(2023, 1, 1))
    assert (CITY in law_for(city.path, on=on).instruments) is binds


def test_one_query_and_the_same_library_each_time():
    city = authority()
    _adopted(CITY, city, from_on=date(2022, 1, 1))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        first = law_for(city.path, on=ON)
    assert len(asked) == 1
    assert law_for(city.path, on=ON) is first
    assert first.layers == (CITY,)


def test_the_list_is_for_those_who_may_adopt_and_shows_what_binds_them():
    city = authority()
    county = authority("county", city)
    made = _adopted(CITY, city, from_on=date(2022, 1, 1))
    assert list(adoptions(by=account("minister", "minister", over=county), on=ON)) == [made]
    assert list(adoptions(by=account("officer", "officer", over=city), on=ON)) == []
