"""Which units are public institutions with posts by grade and contracts: all but those managed like civil service (参公)."""

from django.db.models import Q

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Organisation

KINDS = ("42", "其他事业单位", "4", "事业单位")
"""The category's code or its words, as imports keep either."""


def institutions(prefix: str = "") -> Q:
    """A condition: the unit (at `prefix`) is such an institution."""
    return Q(**{f"{prefix}kind__in": KINDS})


def is_institution(unit: Organisation) -> bool:
    return unit.kind in KINDS


def require_institution(unit: Organisation, *, what: str) -> None:
    """Refused for a body, an enterprise, or an institution managed like the civil service."""
    if not is_institution(unit):
        raise Refused(
            text(what),
            why=text("{unit}的机构类别不是实行岗位管理和聘用合同的事业单位", unit=unit.name),
            remedy=text("参照公务员法管理的单位按公务员办理；类别有误的先更正机构类别"),
        )
