"""What a rehearsal stands on: the scenario, its people, the case so far, and the lines it prints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone
from rich.console import Console
from rich.progress import Progress, TaskID

from quanheng.access.actions.action import VERBS
from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.procedure.models import Case
from quanheng.registry.models import Person
from quanheng.registry.queries.numbers import index_of


@dataclass
class Stage:
    """演练现场: the scenario, the people by username, the city's people by name, and what has been made so far."""

    console: Console
    facts: Mapping[str, Any]
    out: Path
    progress: Progress
    bar: TaskID
    authority: Authority
    case: Case | None = None
    made: dict[str, Any] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def account(self, username: str) -> Account:
        return Account.objects.get(username=username)

    def person(self, said: Mapping[str, str]) -> Person:
        return Person.objects.get(number_index=index_of(said["identity_number"]))

    def key(self, name: str) -> UUID:
        """The key of a person of the scenario by name."""
        for said in self.facts["motion"]["forecast"]:
            if said["name"] == name:
                return self.person(said).pk
        raise KeyError(name)

    def do(self, act: Callable[..., Any], *, by: str, at: datetime, **given: Any) -> Any:
        """Act, and print who, what, clause, result."""
        outcome = act(by=self.account(by), at=at, **given)
        self.say("●", by, at, act, getattr(outcome, "result", str(outcome)))
        return getattr(outcome, "made", None) or outcome

    def refuse(self, act: Callable[..., Any], *, by: str, at: datetime, label: str, **given: Any) -> None:
        """Act where it must be refused; going through would be a defect and stops the rehearsal."""
        try:
            act(by=self.account(by), at=at, **given)
        except Refused as refusal:
            self.refused.append(label)
            self.say("■", by, at, act, f"[{label}] {refusal}")
            return
        raise AssertionError(f"“{label}” was not refused")

    def say(self, mark: str, by: str, at: datetime, act: Callable[..., Any], result: str) -> None:
        verb = next((v for v in VERBS.values() if v.function is act), None)
        clause = "；".join(verb.cites) if verb else ""
        name = verb.label if verb else act.__name__
        who = self.account(by).name
        self.progress.console.print(f"{mark} {timezone.localtime(at):%Y-%m-%d %H:%M} {who} {name} {clause}\n  {result}", markup=False, soft_wrap=True)


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of the scenario in the installation's zone."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))
