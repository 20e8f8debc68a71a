"""The base pages: with everything the frame gives, with nothing, and the error pages."""

from datetime import date

import pytest
from django.template import Context, engines
from django.test import RequestFactory
from django.utils.translation import override

PAGE = (
    '{% extends "web/base.html" %}{% block title %}干部{% endblock %}'
    "{% block heading %}周志远{% endblock %}{% block content %}正文{% endblock %}"
)


def rendered(source: str, **values: object) -> str:
    return engines["django"].engine.from_string(source).render(Context(values))


def test_renders_without_anything_from_the_frame() -> None:
    html = rendered(PAGE)
    assert "<h1>周志远</h1>" in html
    assert "正文" in html
    assert 'class="past"' not in html
    assert "退出登录" not in html


def test_menu_marks_the_current_entry() -> None:
    menu = [
        {"label": "干部", "url": "/people/", "is_current": True},
        {"label": "职数", "url": "/posts/", "is_current": False},
    ]
    html = rendered(PAGE, menu=menu)
    assert '<a href="/people/" aria-current="page">干部</a>' in html
    assert '<a href="/posts/">职数</a>' in html


def test_a_past_day_is_said_in_words() -> None:
    request = RequestFactory().get("/people/?q=zhou&as_of=2025-06-30")
    days = {"as_of": date(2025, 6, 30), "today": date(2026, 11, 21)}
    page = engines["django"].from_string(PAGE)
    with override("zh-hans"):
        html = page.render(days, request)
    assert "正在查看 2025年6月30日 的情况，不是今天的。" in html
    assert 'href="?q=zhou&amp;as_of=2026-11-21"' in html
    assert 'class="past"' not in page.render(days | {"as_of": days["today"]}, request)


def test_language_of_the_page_is_declared() -> None:
    with override("en"):
        html = rendered(PAGE)
    assert '<html lang="en">' in html
    assert "Skip to content" in html


def test_htmx_is_kept_within_the_policy() -> None:
    html = rendered(PAGE)
    assert '"allowEval":false' in html
    assert '"includeIndicatorStyles":false' in html
    assert '"historyCacheSize":0' in html
    assert "django_htmx/htmx" in html


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("400", "这次请求不完整"),
        ("403", "您无权打开这一页"),
        ("403_csrf", "这张表单已经过期"),
        ("404", "没有这一页"),
        ("500", "系统出了差错"),
    ],
)
def test_error_pages_speak_plainly_and_show_no_trace(name: str, words: str) -> None:
    template = engines["django"].engine.get_template(f"{name}.html")
    with override("zh-hans"):
        html = template.render(Context({"exception": "Traceback (most recent call last)"}))
    assert f"<h1>{words}</h1>" in html
    assert "Traceback" not in html
