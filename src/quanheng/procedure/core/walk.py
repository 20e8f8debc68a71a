"""Where a case stands, from what is on its record: pure, so that the same answer serves screens, gates and audits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.core.definition import Act, Procedure, Step


class State(Enum):
    """状态 of a step or an act."""

    DONE = "done"
    CURRENT = "current"
    OPEN = "open"


@dataclass(frozen=True)
class Standing:
    """Where a case stands: the current step (None when all are done), the verbs that may come next."""

    procedure: Procedure
    fulfilled: frozenset[str]
    current: Step | None
    ready: tuple[Act, ...]
    waiting: tuple[tuple[Act, tuple[str, ...]], ...]

    def state(self, step: Step) -> State:
        if self.current is not None and step.id == self.current.id:
            return State.CURRENT
        return State.DONE if self._is_done(step) else State.OPEN

    def _is_done(self, step: Step) -> bool:
        return all(act.verb in self.fulfilled for act in step.acts if act.is_required)


def standing(procedure: Procedure, record: Iterable[tuple[str, str]]) -> Standing:
    """Where a case stands after `record`, pairs of verb and outcome in order.

    An outcome that an act does not count (a vote that failed, a count that disagrees) takes back what stood before:
    the newest outcome of a verb decides.
    """
    newest = dict(record)
    fulfilled = frozenset(verb for verb, outcome in newest.items() if _counts(procedure, verb, outcome))
    current = next((s for s in procedure.steps if not all(a.verb in fulfilled for a in s.acts if a.is_required)), None)
    ready: list[Act] = []
    waiting: list[tuple[Act, tuple[str, ...]]] = []
    for act in current.acts if current else ():
        missing = tuple(verb for verb in act.after if verb not in fulfilled)
        if missing:
            waiting.append((act, missing))
        elif act.may_repeat or act.verb not in fulfilled:
            ready.append(act)
    ready += _still_open(procedure, current)
    return Standing(procedure, fulfilled, current, tuple(ready), tuple(waiting))


def _still_open(procedure: Procedure, current: Step | None) -> list[Act]:
    """Acts of earlier steps that may be done again as things stand."""
    if current is None:
        return []
    ids = [step.id for step in procedure.steps]
    here = ids.index(current.id)
    return [act for step in procedure.steps[:here] for act in step.acts if act.until and here <= ids.index(act.until)]


def gate(where: Standing, verb: str) -> None:
    """Refuse an act out of its order, saying which step the case is at and what is missing (程序固化)."""
    step, act = where.procedure.home(verb)
    if any(ready.verb == verb for ready in where.ready):
        return
    names: Mapping[str, str] = {a.verb: a.name for s in where.procedure.steps for a in s.acts}
    if verb in where.fulfilled:
        raise Refused(text(act.name), why=text("本环节已办理，纪实已存"), cites=step.cites, remedy=text("如需更正，请在纪实中补记说明"))
    if where.current is None:
        raise Refused(text(act.name), why=text("本案各环节已办结"), cites=step.cites)
    missing = _missing(where, step, act)
    raise Refused(
        text(act.name),
        why=text("本案现处于“{step}”环节，前序未完成：{missing}", step=where.current.name, missing="、".join(names[v] for v in missing)),
        cites=step.cites,
        remedy=text("先办理：{first}", first=names[missing[0]]),
    )


def _missing(where: Standing, step: Step, act: Act) -> tuple[str, ...]:
    """What has to be done before the act: its own conditions, then every required act of the steps before it."""
    assert where.current is not None
    own = tuple(verb for verb in act.after if verb not in where.fulfilled)
    if step.id == where.current.id:
        return own or (act.verb,)
    before = where.procedure.steps[: where.procedure.steps.index(step)]
    earlier = tuple(a.verb for s in before for a in s.acts if a.is_required and a.verb not in where.fulfilled)
    return earlier or own or (act.verb,)


def _counts(procedure: Procedure, verb: str, outcome: str) -> bool:
    return outcome in procedure.home(verb)[1].counts_when
