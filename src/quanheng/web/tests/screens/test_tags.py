"""The template library."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, RequestContext, Template, engines
from django.test import RequestFactory
from django.utils.safestring import mark_safe
from django.utils.translation import override

from quanheng.kernel.texts import text
from quanheng.web.screens import tags


def rendered(source: str, **values: object) -> str:
    template: Template = engines["django"].engine.from_string(source)
    return template.render(Context(values))


def test_say_fills_the_translated_template() -> None:
    sentence = text("{years}年{months}个月", years=3, months=2)
    with override("zh-hans"):
        assert tags.say(sentence) == "3年2个月"
    with override("en"):
        assert tags.say(sentence) == "3 y 2 mo"


def test_say_translates_texts_inside_blanks_and_writes_dates() -> None:
    with override("en"):
        assert tags.say(text("{a} {b}", a=text("通过"), b=date(2026, 11, 21))) == "Passed 2026-11-21"


def test_say_translates_a_literal_of_a_template_and_keeps_markup_safe() -> None:
    with override("en"):
        assert tags.say(mark_safe("干部")) == tags.say("干部") != "干部"
        assert tags.say(mark_safe("<b>x</b>")).__html__() == "<b>x</b>"  # type: ignore[attr-defined]


def test_say_of_nothing_is_nothing() -> None:
    assert tags.say("") == ""
    assert tags.say(None) == ""
    assert tags.say(text("")) == ""


def test_shown_leaves_names_alone() -> None:
    with override("en"):
        assert tags.shown("干部") == "干部"
        assert tags.shown(True) == "yes"
        assert tags.shown(None) == "—"
        assert tags.shown(date(2026, 11, 21)) == "2026-11-21"
        assert tags.shown(["a", "b"]) == "a, b"
        assert tags.shown(0) == "0"


def test_moments_are_local() -> None:
    assert tags.moment(datetime(2026, 11, 21, 1, 10, tzinfo=UTC)) == "2026-11-21 09:10"
    assert tags.day(datetime(2026, 11, 20, 17, 0, tzinfo=UTC)) == "2026-11-21"


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "2026年11月21日"), ("en", "21 November 2026")])
def test_document_day(language: str, words: str) -> None:
    with override(language):
        assert tags.document_day(date(2026, 11, 21)) == words


def test_ui_sees_only_what_it_is_given() -> None:
    assert "不得" in rendered('{% ui "light" light=verdict %}', verdict="forbidden")
    assert "outside" not in rendered('{% ui "stat" value=1 label="人数" %}', unit="outside")


def test_panel_frames_its_content() -> None:
    html = rendered('{% panel title="履历" count=2 %}<p>{{ line }}</p>{% endpanel %}', line="<b>")
    assert '<section class="panel" aria-label="履历">' in html
    assert "<p>&lt;b&gt;</p>" in html


def test_values_are_escaped_in_components() -> None:
    html = rendered(
        '{% ui "table" columns=columns rows=rows caption="人选" %}',
        columns=[{"key": "name", "label": "姓名"}],
        rows=[{"name": "<script>"}],
    )
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


def test_sort_links_keep_the_filter_and_leave_the_page() -> None:
    template = engines["django"].engine.from_string(
        '{% ui "table" columns=columns rows=rows caption="人选" %}'
    )
    request = RequestFactory().get("/people/?q=zhou&sort=age&page=3")
    columns = [{"key": "age", "label": "年龄", "sort": "age", "is_number": True}]
    html = template.render(RequestContext(request, {"columns": columns, "rows": []}))
    assert 'href="?q=zhou&amp;sort=-age"' in html
    assert 'aria-sort="ascending"' in html
