"""How a vacant post may lawfully be filled: each way put to the law with the facts of the post."""

from dataclasses import dataclass
from datetime import date

from quanheng.establishment.models import Vacancy
from quanheng.establishment.queries.board import seat_facts
from quanheng.kernel.verdicts import Light
from quanheng.registry.queries.facts_post import post_facts
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge

ROUTES: dict[str, tuple[str, tuple[str, ...]]] = {
    "promotion": ("ordinary", ()),
    "transfer": ("ordinary", ()),
    "public": (
        "public",
        ("open_selection.2.secret", "open_selection.4.vacancy", "selection_regulations.15.need"),
    ),
    "competition": (
        "competitive",
        ("internal_competition.2.secret", "selection_regulations.15.need"),
    ),
}  # fmt: skip
"""Each way, how the law calls its method, and the rules that speak of when that method may be used."""

SEATS = ("selection_regulations.quota",)
"""Asked of every way: a seat inside the approved number."""

NAMES = {"promotion": "选拔任用", "transfer": "平级调整", "public": "公开选拔", "competition": "竞争上岗"}


@dataclass(frozen=True)
class Route:
    """补充方式: one way to fill the post, the worst light of the rules about it, and what they find."""

    key: str
    light: Light
    findings: tuple[Finding, ...]


def routes(vacancy: Vacancy, *, on: date) -> list[Route]:
    """Every way with what the law of the day finds; what is not on file leaves a rule undecided, never passed."""
    facts = {**post_facts(vacancy.post, on), **seat_facts(vacancy.post, on=on)}
    facts["is_post_vacant"] = vacancy.filled_on is None and vacancy.since_on <= on
    known = {key: value for key, value in facts.items() if value is not None}
    return [_route(key, method, rules, known, on) for key, (method, rules) in ROUTES.items()]


def _route(key: str, method: str, rules: tuple[str, ...], facts: dict[str, object], on: date) -> Route:
    try:
        verdict = judge({**facts, "selection_method": method}, on=on, rules=(*SEATS, *rules))
    except NotInForce:
        return Route(key, Light.UNKNOWN, ())
    return Route(key, verdict.light, verdict.findings)
