"""Tables of the establishment room."""

from quanheng.establishment.models.institution import Contract, Engagement, GradeQuota, PostScheme
from quanheng.establishment.models.order import DutyStatement, KeyPost, QuotaOrder, RankQuota, StaffCeiling
from quanheng.establishment.models.quota import PostQuota, Vacancy

__all__ = [
    "Contract",
    "DutyStatement",
    "Engagement",
    "GradeQuota",
    "KeyPost",
    "PostQuota",
    "PostScheme",
    "QuotaOrder",
    "RankQuota",
    "StaffCeiling",
    "Vacancy",
]
