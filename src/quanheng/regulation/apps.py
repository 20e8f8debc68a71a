"""Django's entry for the regulation room."""

from importlib import import_module

from django.apps import AppConfig

from quanheng.web.core.clauses import CLAUSE_FINDERS
from quanheng.web.screens.links import link


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
    return link("law_instrument", name=name) + (f"#clause-{clause}" if clause else "")
