"""Who is reading."""

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.registry.models import Person
from quanheng.registry.queries.numbers import index_of


def actor(request: HttpRequest) -> Account:
    """Who is signed in; the guard of every address has made sure that somebody is."""
    assert isinstance(request.user, Account)
    return request.user


def the_one(rows: QuerySet[Person], said: str) -> Person:
    """The only person of that name or number among the rows; ValidationError for none or several."""
    index = index_of(said)
    same = [each for each in rows[:50] if said == each.name or index == bytes(each.number_index or b"")]
    if len(same) == 1:
        return same[0]
    several = gettext("有{n}个同名的人，请填写身份证号").format(n=len(same))
    raise ValidationError(several if same else gettext("没有这个人"))
