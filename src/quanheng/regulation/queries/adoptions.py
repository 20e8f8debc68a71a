"""The law as it binds one authority on a day: national, with the local rules that it or those above it have adopted."""

from datetime import date

from django.db.models import Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.models import LayerAdoption


def law_for(path: str, *, on: date) -> Library:
    """The law for an authority, by its path; one query. Local rules of an authority bind those under it too."""
    return library(*layers_for(path, on=on))


def layers_for(path: str, *, on: date) -> tuple[str, ...]:
    """The names of the local instruments in force for an authority on a day, in one order."""
    held = LayerAdoption.objects.filter(_in_force(on), authority__path__in=[*_ancestors(path), path])
    return tuple(held.order_by("layer").values_list("layer", flat=True).distinct())


def adoptions(*, by: Account, on: date) -> QuerySet[LayerAdoption]:
    """Adoptions of the authorities over which `by` may adopt, and of those above them, which bind them too."""
    paths = rights_of(by, on=on).paths("regulation.adopt")
    mine = Q(pk__in=())
    for path in paths:
        mine |= Q(authority__path__startswith=path) | Q(authority__path__in=_ancestors(path))
    return LayerAdoption.objects.filter(mine).select_related("authority")


def _in_force(on: date) -> Q:
    return Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))


def _ancestors(path: str) -> list[str]:
    """The paths above one: "/a/b/c/" has "/a/" and "/a/b/"."""
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[:count]) + "/" for count in range(1, len(parts))]
