"""Django's entry for the regulation room."""

from functools import cache

from django.apps import AppConfig
from django.urls import get_script_prefix, reverse

from quanheng.regulation.core.clause_pages import clause_named
from quanheng.web.core.clauses import CLAUSE_FINDERS


class RegulationConfig(AppConfig):
    """法规。"""

    name = "quanheng.regulation"
    label = "regulation"

    def ready(self) -> None:
        CLAUSE_FINDERS.append(_address)


def _address(cite: str) -> str | None:
    found = clause_named(cite)
    if found is None:
        return None
    name, clause = found
    return _page(name, get_script_prefix()) + (f"#clause-{clause}" if clause else "")


@cache
def _page(name: str, _prefix: str) -> str:
    return reverse("law_instrument", kwargs={"name": name})
