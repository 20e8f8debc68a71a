"""The gallery page."""

import re

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from quanheng.web.core.examples import read_specimens
from quanheng.web.screens.gallery import gallery


@pytest.mark.parametrize(("language", "title"), [("zh-hans", "组件陈列"), ("en", "Component gallery")])
def test_every_component_is_on_the_gallery(language: str, title: str) -> None:
    with override(language):
        html = gallery(RequestFactory().get("/gallery/")).content.decode()
    shown = re.findall(r'<section class="panel specimen" id="component-(\w+)"', html)
    assert shown == [specimen.name for specimen in read_specimens()]
    assert f"<h1>{title}</h1>" in html


def test_a_page_carries_no_inline_style_or_script_text() -> None:
    html = gallery(RequestFactory().get("/gallery/")).content.decode()
    assert re.findall(r'\sstyle="|<style|\son[a-z]+="', html) == []
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", html) == []
