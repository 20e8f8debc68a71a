"""plotly's own script, served from its wheel at an address that carries its version. Figures are in `core.charts`."""

import gzip
import re
from functools import cache
from importlib.metadata import version as installed_version

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from plotly.offline import get_plotlyjs

from quanheng.web.core.addresses import screen

A_YEAR = 365 * 24 * 60 * 60


# plotly bundles a map library that adds a filled style element, which our policy refuses, unless an element with its
# id stands there already. We draw no maps: an empty <meta> of that id keeps the style out and the console clean.
MAP_STYLE = re.compile(r'document\.getElementById\("([0-9a-f]{64})"\)')


@cache
def script(is_compressed: bool) -> bytes:
    source = get_plotlyjs()
    marks = "".join(
        f'document.head.append(Object.assign(document.createElement("meta"),{{id:"{mark}"}}));\n'
        for mark in sorted(set(MAP_STYLE.findall(source)))
    )
    plain = (marks + source).encode()
    return gzip.compress(plain, mtime=0) if is_compressed else plain


@screen("charts/plotly-<str:version>.js", name="chart_script", is_public=True)
def chart_script(request: HttpRequest, version: str) -> HttpResponse:
    if version != installed_version("plotly"):
        raise Http404
    is_compressed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(script(is_compressed), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    if is_compressed:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
