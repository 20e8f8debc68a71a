"""Rows of tables and branches of trees, written in Python: what is escaped, linked, lit and open."""

from datetime import date
from types import SimpleNamespace

from django.utils.safestring import mark_safe
from django.utils.translation import override

from quanheng.kernel.texts import text
from quanheng.web.core.lights import LIGHTS
from quanheng.web.core.tables import Column
from quanheng.web.screens.branches import tree_branches
from quanheng.web.screens.cells import table_rows
from quanheng.web.screens.tags import light_html

NAME, NUMBER = Column("name", "姓名"), Column("n", "数", is_number=True)


def test_the_first_cell_is_the_heading_and_the_link():
    rows = [{"name": "<陈>", "url": "/a?b&c", "n": 3}, {"name": "李", "n": None}]
    assert table_rows([NAME, NUMBER], rows).split() == [
        '<tr><th', 'scope="row"', 'class="name"><a', 'href="/a?b&amp;c">&lt;陈&gt;</a></th><td', 'class="number">3</td></tr>',
        '<tr><th', 'scope="row"', 'class="name">李</th><td', 'class="number">—</td></tr>',
    ]  # fmt: skip


def test_days_and_lights_are_not_broken_and_objects_do_as_rows():
    row = SimpleNamespace(
        name="陈", on=date(2026, 11, 21), light=LIGHTS["passed"], post={"name": mark_safe("<b>x</b>")}
    )
    html = table_rows([NAME, Column("on", "日"), Column("light", "灯"), Column("post.name", "职务")], [row])
    assert '<td class="unbroken">2026-11-21</td>' in html
    assert '<td class="unbroken"><span class="light light-passed">' in html
    assert '<td class=""><b>x</b></td>' in html
    assert table_rows([NAME], None) == ""


def test_a_remembered_light_keeps_language_and_what_is_safe_apart():
    with override("zh-hans"):
        chinese = light_html("passed", word="<b>")
        assert light_html("passed", word=mark_safe("<b>")) != chinese
        assert "通过" in light_html("passed")
    with override("en"):
        assert "Passed" in light_html("passed")


def test_branches_say_where_one_stands_and_open_what_is_asked():
    leaf = {"label": "<养护>", "url": "/b", "is_current": True, "note": text("核定 {approved}", approved=3)}
    nodes = [
        {"label": "云岭市", "children": [leaf], "is_open": True},
        {"label": "县", "children": [{"label": "乡"}]},
    ]
    with override("zh-hans"):
        html = tree_branches(nodes)
    assert '<p><a href="/b" aria-current="true">&lt;养护&gt;</a> <span class="note">核定 3</span></p>' in html
    assert (
        '<details open><summary><span class="unseen">云岭市的下级</span></summary><ul class="tree">' in html
    )
    assert '<details><summary><span class="unseen">县的下级</span>' in html
    assert tree_branches(nodes, is_open=True).count("<details open>") == 2
    assert html.count("<li") == html.count("</li>") == 4
