"""Tables of the establishment room."""

from quanheng.establishment.models.quota import PostQuota, Vacancy

__all__ = ["PostQuota", "Vacancy"]
