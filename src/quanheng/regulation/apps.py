"""Django's entry for the regulation room."""

from functools import cache
from importlib import import_module

from django.apps import AppConfig
from django.urls import get_script_prefix, reverse

from quanheng.web.core.clauses import CLAUSE_FINDERS


class RegulationConfig(AppConfig):
    """法规。"""

    name = "quanheng.regulation"
    label = "regulation"

    def ready(self) -> None:
        CLAUSE_FINDERS.append(_address)


def _address(cite: str) -> str | None:
    # by name: with it comes the whole reading of the law, which few commands ask for
    found = import_module("quanheng.regulation.core.clause_pages").clause_named(cite)
    if found is None:
        return None
    name, clause = found
    return _page(name, get_script_prefix()) + (f"#clause-{clause}" if clause else "")


@cache
def _page(name: str, _prefix: str) -> str:
    return reverse("law_instrument", kwargs={"name": name})
