"""The list of people: search by name, pinyin, initials, post or whole identity number; filters; pages of thirty by keyset."""

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.registry.core import codes, workforces
from quanheng.registry.models import Person
from quanheng.registry.queries.careers import age, at_level, in_post
from quanheng.registry.queries.careers_of_many import load_careers
from quanheng.registry.queries.labels import choices_of, label_of, level_of, posts_of, rank_of
from quanheng.registry.queries.people import (
    SORTS,
    Filters,
    order_of,
    people,
)
from quanheng.registry.queries.workforce import NON_PUBLIC_MANAGERS
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.formats import format_duration
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

PAGE = 30
SHOWN = ("name", "pinyin", "sex", "born_on", "current_post")
"""What of a person a line shows or the order needs."""


class FiltersForm(forms.Form):
    """筛选: nothing in it is required."""

    q = forms.CharField(label=_("姓名、拼音、首字母、职务"), required=False, max_length=60)
    level = forms.ChoiceField(label=_("职务层次"), required=False)
    sex = forms.ChoiceField(label=_("性别"), required=False)
    status = forms.ChoiceField(label=_("人员管理状态"), required=False)
    workforce = forms.ChoiceField(label=_("队伍"), required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self._choose("level", choices_of("post_level"))
        self._choose("sex", [("", gettext("不限")), ("1", gettext("男")), ("2", gettext("女"))])
        self._choose("status", _statuses())
        self._choose("workforce", _workforces())

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def filters(self) -> Filters:
        """What was asked for; a value that is none of the choices asks for nothing."""
        self.full_clean()
        return Filters(**{key: self.cleaned_data.get(name, "") for key, name in ASKED.items()})


ASKED = {"words": "q", "level": "level", "sex": "sex", "status": "status", "workforce": "workforce"}


@screen("people/", name="people", permission="registry.view", menu="干部", order=20)
def people_list(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    form = FiltersForm(request.GET)
    sort = request.GET.get("sort", "level")
    wanted = form.filters()
    listed = partial(people, by=by, on=today, as_of=as_of, filters=wanted, sort=sort)
    page = slice_of(
        listed().select_related(None).only(*SHOWN),
        request,
        order=order_of(sort, on=today, as_of=as_of),
        many=listed(are_many=True).select_related(None).only(*SHOWN) if wanted.words else None,
        size=PAGE,
        is_counted=not wanted.level or as_of == today,  # the level of another day is asked of each person
    )
    load_careers(page.rows)
    context = {
        "form": form,
        "page": page,
        "rows": [row_of(person, as_of) for person in page],
        "columns": columns(sorts_by_level=as_of == today),
        "sort": _sort_named(order_of(sort, on=today, as_of=as_of)),
        "is_narrowed": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "registry/people.html", context)


def _sort_named(order: tuple[str, ...]) -> str:
    """The word for the order in force: the list of another day goes by name where today's goes by level."""
    return next(name for name, columns in SORTS.items() if columns == order)


def _statuses() -> list[tuple[str, str]]:
    """The words as they are kept, of the code table: who looks for the choices in a million people reads them all."""
    words = [row.label for row in codes.table("person_status").values()]
    return [("", gettext("不限")), *((each, label_of("person_status", each)) for each in words)]


def _workforces() -> list[tuple[str, str]]:
    """The three, with the managers of enterprises that are not public set apart, and the others."""
    words = {**workforces.WORDS, NON_PUBLIC_MANAGERS: "其中：非公有制企业"}
    order = (workforces.PARTY, workforces.ENTERPRISE, NON_PUBLIC_MANAGERS, workforces.SCIENCE, workforces.REST)
    return [("", gettext("不限")), *((each, gettext(words[each])) for each in order)]


def columns(*, sorts_by_level: bool = True) -> list[Column]:
    """The level sorts only as of today: there is no order kept for the levels of other days."""
    return [
        Column("name", "姓名", sort="name"),
        Column("post", "现任职务"),
        Column("in_post", "任现职", is_number=True),
        Column("level", "职务层次", sort="level" if sorts_by_level else ""),
        Column("at_level", "任现层次", is_number=True),
        Column("rank", "职级"),
        Column("age", "年龄", is_number=True, sort="age"),
        Column("sex", "性别"),
    ]


def row_of(person: Person, on: date) -> dict[str, object]:
    """One line of the list, from rows already loaded."""
    return {
        "name": person.name,
        "url": link("person", person.key),
        "sex": gettext(person.get_sex_display()),
        "age": age(person, on),
        "level": level_of(person, on),
        "rank": rank_of(person, on),
        "post": posts_of(person, on),
        "in_post": format_duration(in_post(person, on), gettext),
        "at_level": format_duration(at_level(person, on), gettext),
    }
