"""plotly's script, from its wheel."""

import gzip

import pytest
from django.http import Http404
from django.template import Context, engines
from django.test import RequestFactory
from plotly.offline import get_plotlyjs

from quanheng.web.screens.charts import MAP_STYLE, chart_script
from quanheng.web.screens.tags import chart_script_address


def test_the_script_is_the_wheels_with_its_map_style_kept_out() -> None:
    version = chart_script_address().rpartition("-")[2].removesuffix(".js")
    response = chart_script(RequestFactory().get("/"), version=version)
    text = response.content.decode()
    assert text.endswith(get_plotlyjs())
    assert all(f'id:"{mark}"' in text for mark in MAP_STYLE.findall(get_plotlyjs()))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Content-Encoding" not in response


def test_compressed_when_the_browser_takes_it() -> None:
    version = chart_script_address().rpartition("-")[2].removesuffix(".js")
    response = chart_script(
        RequestFactory().get("/", headers={"accept-encoding": "gzip, br"}), version=version
    )
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode().endswith(get_plotlyjs())


def test_another_version_is_not_served() -> None:
    with pytest.raises(Http404):
        chart_script(RequestFactory().get("/"), version="0.0.1")


def test_a_page_without_a_chart_does_not_name_the_script() -> None:
    template = engines["django"].engine.from_string(
        '{% extends "web/base.html" %}{% block content %}{% endblock %}'
    )
    html = template.render(Context({}))
    assert "charts.js" not in html
    assert "plotly" not in html
