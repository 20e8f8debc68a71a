"""The condition that a person belongs to one of the three workforces, or manages an enterprise that is not public."""

from django.db.models import Q

from quanheng.registry.core import workforces

NON_PUBLIC_MANAGERS = "non_public"
"""企业经营管理者中非公有制企业的: by the category of the unit they are filed under."""


def of_workforce(said: str) -> Q:
    """`said` is one of `core.workforces`, or NON_PUBLIC_MANAGERS."""
    if said != NON_PUBLIC_MANAGERS:
        return Q(workforce=said)
    kinds = workforces.written("organisation_category", workforces.NON_PUBLIC)
    return Q(workforce=workforces.ENTERPRISE, organisation__kind__in=kinds)
