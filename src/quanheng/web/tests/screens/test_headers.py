"""The headers of every page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from quanheng.web.screens.headers import content_security_policy


def answer(request: HttpRequest, **headers: str) -> HttpResponse:
    response = content_security_policy(lambda _: HttpResponse("", headers=headers))(request)
    assert isinstance(response, HttpResponse)
    return response


def test_policy_is_strict() -> None:
    policy = answer(RequestFactory().get("/"))["Content-Security-Policy"]
    directives = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == ["'self'"]
    assert directives["style-src"] == ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"]
    assert directives["frame-ancestors"] == directives["base-uri"] == ["'none'"]
    assert directives["form-action"] == ["'self'"]
    assert "unsafe" not in policy


def test_pages_of_a_session_are_not_stored() -> None:
    request = RequestFactory().get("/")
    assert "Cache-Control" not in answer(request)
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    assert answer(request)["Cache-Control"] == "no-store"
    assert answer(request, **{"Cache-Control": "public, max-age=60"})["Cache-Control"] == "public, max-age=60"


def test_devices_are_closed() -> None:
    assert "camera=()" in answer(RequestFactory().get("/"))["Permissions-Policy"]
