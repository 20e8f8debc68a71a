"""Real rows for tests of quotas and vacancies; people and posts come from the registry's factories."""

from datetime import date
from typing import Any

from quanheng.establishment.models import KeyPost, PostQuota, RankQuota, StaffCeiling, Vacancy
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


def ceiling(
    of: Organisation, number: int = 40, *, kind: str = "administrative", **given: Any
) -> StaffCeiling:
    """A ceiling on one kind of staff since 2019."""
    given = {"from_on": date(2019, 3, 20), **given}
    return StaffCeiling.objects.create(organisation=of, kind=kind, number=number, **given)


def rank_quota(of: Organisation, number: int = 2, *, rank: str = "15", **given: Any) -> RankQuota:
    """An approved number of holders of one rank since 2019-06."""
    given = {"from_on": date(2019, 6, 1), **given}
    return RankQuota.objects.create(organisation=of, rank=rank, number=number, **given)


def key_post(of: Post, *, kind: str = "money", **given: Any) -> KeyPost:
    """A standing entry of the register."""
    given = {"basis": "云组发〔2020〕3号", "from_on": date(2020, 1, 1), **given}
    return KeyPost.objects.create(post=of, kind=kind, **given)
