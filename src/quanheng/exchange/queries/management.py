"""Which authority manages a person or a unit: by the rules in the data, else the authority the file is imported for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import within
from quanheng.exchange.models import ManagementRule
from quanheng.registry.core import codes

# Leaders of a unit are managed one tier up (下管一级): the level of the unit tells the 管理类别 of its leaders.
LEADERS_OF = {"103": "01", "104": "01", "105": "02", "106": "02", "107": "03", "108": "03", "109": "04", "110": "04"}
"""First digits of the unit's level (organisation_level) to the code of 管理类别 (management_scope)."""


@dataclass(frozen=True)
class Managers:
    """The rules at one moment (管理权限规则), and the authority of the import for whoever no rule names."""

    rules: tuple[ManagementRule, ...]
    given: Authority

    def authority_for(self, organisation_code: str, management_label: str) -> Authority | None:
        """Of the rules with this label, the one with the longest code the unit stands under; None when there is none."""
        fitting = [rule for rule in self.rules if rule.manages == management_label]
        return _longest(fitting, organisation_code)

    def of_organisation(self, code: str, level: str) -> tuple[Authority, bool]:
        """Who manages the leaders of a unit, and whether a rule says so."""
        scope = LEADERS_OF.get(level[:3], "")
        found = self.authority_for(code, codes.label("management_scope", scope)) if scope else None
        found = found or _longest(self.rules, code)
        return found or self.given, found is not None


def rules(*, by: Account, on: date) -> QuerySet[ManagementRule]:
    """The rules of the authorities where `by` may import."""
    return ManagementRule.objects.filter(within("exchange.import", by=by, on=on)).select_related("authority")


def managers(given: Authority) -> Managers:
    """All rules, in one query."""
    return Managers(tuple(ManagementRule.objects.select_related("authority")), given)


def _longest(rules: Iterable[ManagementRule], code: str) -> Authority | None:
    under = [rule for rule in rules if _is_under(code, rule.organisation_code)]
    return max(under, key=lambda rule: len(rule.organisation_code)).authority if under else None


def _is_under(code: str, part: str) -> bool:
    return not part or code == part or code.startswith(f"{part}.")
