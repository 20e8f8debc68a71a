"""Announced vacancies for internal readers: open ones whose announcement stands on the day. No person is in them."""

from datetime import date

from django.db.models import QuerySet

from quanheng.establishment.models import Vacancy


def announcements(*, on: date) -> QuerySet[Vacancy]:
    """What has been announced to every reader of the house: no rights narrow it, and only what was published is shown."""
    rows = Vacancy.objects.filter(announced_on__lte=on, announced_until_on__gt=on, filled_on__isnull=True)
    return rows.select_related("post__organisation")
