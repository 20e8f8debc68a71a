"""Erasures as somebody may see them, and what one would take away and leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CASCADE, Model, QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import within
from quanheng.kernel.texts import Text
from quanheng.registry.core.erasing import DUTIES, PRUNED
from quanheng.registry.models import Erasure, Person


@dataclass(frozen=True)
class Extent:
    """清除范围: tables with their rows that go, and the duties that keep the rest."""

    goes: tuple[tuple[str, int], ...]
    stays: tuple[tuple[str, Text, int], ...]

    @property
    def is_whole(self) -> bool:
        return not self.stays


def extent_of(key: UUID) -> Extent:
    """What erasing this person would take: everything, or what no duty rests on."""
    duties = ((each.label, each.why, each.count(key)) for each in DUTIES)
    stays = tuple(each for each in duties if each[2])
    counted = ((model, model._default_manager.filter(person_id=key).count()) for model in lines_of_persons())
    goes = tuple(
        (_label(model), count)
        for model, count in counted
        if count and (not stays or model.__name__ in PRUNED)
    )
    return Extent(goes, stays)


def lines_of_persons() -> Iterator[type[Model]]:
    """Every table whose rows belong to one person and go with them, in whatever room."""
    for relation in Person._meta.related_objects:
        if relation.on_delete is CASCADE and relation.field.name == "person":
            yield relation.related_model


def _label(model: type[Model]) -> str:
    return str(model._meta.verbose_name)


def erasures(*, by: Account, on: date) -> QuerySet[Erasure]:
    """Those of the authorities where `by` decides on them, newest first."""
    rows = Erasure.objects.filter(within("registry.erase", by=by, on=on)).select_related(
        "authority", "asked_by", "decided_by"
    )
    return rows.order_by("-asked_at", "-pk")


def open_erasure(key: UUID) -> Erasure | None:
    return Erasure.objects.filter(person_key=key, state="open").select_related("asked_by").first()
