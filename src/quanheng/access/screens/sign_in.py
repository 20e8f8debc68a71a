"""Sign in and out. A wrong password and an unknown account look the same."""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponseBase

from quanheng.web.core.addresses import screen


@screen("sign-in/", name="sign_in", is_public=True)
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """The form, or the home page for those who are in."""
    return LoginView.as_view(template_name="access/sign_in.html", redirect_authenticated_user=True)(request)


@screen("sign-out/", name="sign_out", is_public=True)
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """POST ends the session."""
    return LogoutView.as_view(next_page="sign_in")(request)
