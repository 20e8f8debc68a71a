"""The one place that reads the clock. Screens ask here and pass the answer down."""

from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def now() -> datetime:
    """This moment; in a demonstration, this time of day on the demonstration's date."""
    moment = timezone.localtime()
    fixed: date | None = settings.DEMONSTRATION_DATE
    return moment.replace(year=fixed.year, month=fixed.month, day=fixed.day) if fixed else moment


def today() -> date:
    """The local date of `now`."""
    return now().date()


def as_of(request: HttpRequest) -> date:
    """The date the user looks at: today unless another was chosen (`?as_of=2026-03-01` or kept in the session)."""
    chosen = request.GET.get("as_of") or request.session.get("as_of")
    try:
        return date.fromisoformat(chosen) if chosen else today()
    except ValueError:
        return today()
