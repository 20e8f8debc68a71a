"""The demonstration city's own files: 1,200 people in one go, known again by the second import and by the forms."""

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.set_management_rule import set_management_rule
from quanheng.exchange.tests import books
from quanheng.registry.models import Assignment, Organisation, Person, Post
from quanheng.registry.queries.numbers import index_of
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db


def test_the_whole_city() -> None:
    city = factories.authority(code="yunling")
    counties = {code: factories.authority(name, parent=city, code=code) for code, name in (("qingshi", "青石县委"), ("baishui", "白水县委"))}
    officer = factories.account("贺知行", "officer", over=city)
    rules = ((city, "市级党委管理干部", "001"), (counties["qingshi"], "县级党委管理干部", "001.008"), (counties["baishui"], "县级党委管理干部", "001.009"))
    for authority, label, part in rules:
        set_management_rule(by=officer, at=AT, authority=authority, manages=label, organisation_code=part)
    roster, forms = books.city()
    batch = books.preview(officer, city, roster, name="干部花名册.xlsx", is_as_found=True)
    assert batch.counts["nouns"]["干部"]["add"] == 1200
    with CaptureQueriesContext(connection) as caught:
        commit_import(by=officer, at=AT, batch=batch)
    assert len(caught) < 160  # five a table, however many people
    _check_people(counties)
    again = books.preview(officer, city, roster, name="干部花名册.xlsx", is_as_found=True)
    assert set(again.counts["total"]) == {"same", "reject", "warn"}
    assert again.counts["total"]["reject"] == batch.counts["total"]["reject"]
    filled = books.commit(officer, city, forms, "forms")
    assert filled.counts["nouns"]["干部"]["change"] == 180
    assert "add" not in filled.counts["nouns"]["干部"]
    assert Person.objects.filter(photo__isnull=False).count() == 180


def _check_people(counties: dict[str, object]) -> None:
    assert Organisation.objects.get(code="001.004.013").parent == Organisation.objects.get(code="001.004")
    assert set(Person.objects.filter(organisation__code__startswith="001.008.").values_list("authority__code", flat=True)) == {
        "yunling",
        "yunling.qingshi",
    }
    chief = Person.objects.get(name="周景行", number_index=index_of("999101198405169011"))
    held = Assignment.objects.get(person=chief, until_on=None, kind="main")
    assert (held.organisation_text, held.title, held.level, held.role) == ("云岭市交通运输局", "运输管理科科长", "141", "inner_chief")
    assert held.post is not None
    deputies = Post.objects.filter(organisation__code="001.004.013", name="副局长")
    assert deputies.count() == 4
    assert Assignment.objects.filter(post__in=deputies, until_on=None).count() == 3
    crowded = Assignment.objects.filter(until_on=None, post__isnull=False).values("post").annotate(held=Count("pk")).filter(held__gt=1)
    assert not crowded.exists()
