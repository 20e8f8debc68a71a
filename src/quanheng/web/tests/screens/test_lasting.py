"""Tags that write the same while we run."""

from django.template import Context, Template, engines
from django.urls import reverse
from django.utils.translation import override

SOURCE = '{% translate "干部" %}|{% translate "干部" as word %}{{ word }}|{% static "web/mark.svg" %}|{% url "home" as home %}{{ home }}'


def rendered(template: Template, **values: object) -> str:
    return template.render(Context(values))


def made(source: str) -> Template:
    template: Template = engines["django"].engine.from_string(source)
    return template


def test_a_literal_is_said_in_the_language_of_each_reader() -> None:
    template = made(SOURCE)
    for _ in range(2):
        with override("zh-hans"):
            assert rendered(template) == f"干部|干部|/static/web/mark.svg|{reverse('home')}"
        with override("en"):
            assert rendered(template).startswith("People|People|/static/")


def test_what_holds_something_of_the_page_is_asked_each_time() -> None:
    template = made('{% translate word %} {% url "organisation" code %} {% static file %} {% translate "干部"|upper %}')
    with override("zh-hans"):
        assert rendered(template, word="甲", code="001", file="a.css").split() == ["甲", reverse("organisation", args=["001"]), "/static/a.css", "干部"]
        assert rendered(template, word="乙", code="002", file="b.css").split() == ["乙", reverse("organisation", args=["002"]), "/static/b.css", "干部"]


def test_an_address_that_is_not_there_stays_empty_where_it_is_named() -> None:
    template = made('{% url "no_such_page" as where %}[{{ where }}]')
    assert rendered(template) == rendered(template) == "[]"
