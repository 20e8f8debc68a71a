"""Real rows for tests of quotas and vacancies; people and posts come from the registry's factories."""

from datetime import date
from typing import Any

from quanheng.establishment.models import PostQuota, Vacancy
from quanheng.registry.models import Organisation, Post


def quota(
    of: Organisation, number: int = 3, *, level: str = "132", role: str = "deputy", **given: Any
) -> PostQuota:
    """An approved number of seats since 2019."""
    given = {"document": "云编发〔2019〕12号", "from_on": date(2019, 3, 20), **given}
    return PostQuota.objects.create(organisation=of, level=level, role=role, number=number, **given)


def vacancy(of: Post, *, since_on: date = date(2026, 9, 1), cause: str = "retired", **given: Any) -> Vacancy:
    """An open vacancy."""
    return Vacancy.objects.create(post=of, since_on=since_on, cause=cause, **given)
