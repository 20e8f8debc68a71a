"""`@step`: an act inside a case. It takes the case's lock, keeps the order of the procedure and writes the record."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.log import add_leaf, hold_log, new_salt
from quanheng.access.core.chain import GENESIS, plain
from quanheng.access.core.events import RECORD
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.core.record import committed, seal
from quanheng.procedure.core.walk import gate
from quanheng.procedure.models import Case, RecordEntry
from quanheng.procedure.queries.catalogue import procedure_of, standing_of
from quanheng.procedure.queries.lines import covered


@dataclass(frozen=True)
class Outcome:
    """What an act of a case leaves: the words and figures of its record entry, and what it made.

    `code` "done" unless the procedure counts another; `happened_at` when it happened, if not now.
    """

    result: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    documents: Sequence[Mapping[str, str]] = ()
    code: str = "done"
    place: str = ""
    happened_at: datetime | None = None
    made: Any = None


Body = Callable[..., Outcome]


def step(verb: str, *, label: str, permission: str, cites: tuple[str, ...] = ()) -> Callable[[Body], Callable[..., Outcome]]:
    """Make a function an act of a case.

    The function takes `by`, `at`, `case` and its own named arguments and returns an Outcome. Callers may pass `seen`,
    the version of the case they looked at: when somebody acted in between, the later act is refused, the first kept.
    """

    def make(function: Body) -> Callable[..., Outcome]:
        @functools.wraps(function)
        def recorded(*, by: Account, at: datetime, case: Case, seen: int | None = None, **given: Any) -> Outcome:
            locked = in_turn(case, verb=verb, label=label, seen=seen, at=at)
            outcome = function(by=by, at=at, case=locked, **given)
            _happened(outcome, at, label)
            entry = write_record(case=locked, verb=verb, label=label, cites=cites, by=by, at=at, outcome=outcome)
            _advance(locked, at)
            case.version, case.step, case.closed_at = locked.version, locked.step, locked.closed_at
            return Outcome(**{**vars(outcome), "made": outcome.made if outcome.made is not None else entry})

        return cast(
            "Callable[..., Outcome]",
            action(verb, label=label, permission=permission, of=_authority, cites=cites, keeps=("case", "place"))(recorded),
        )

    return make


def in_turn(case: Case, *, verb: str, label: str, seen: int | None, at: datetime) -> Case:
    """The case, locked until the transaction ends. Refused when somebody acted in between, too early, or out of order."""
    locked = Case.objects.select_for_update().get(pk=case.pk)
    _unchanged(locked, seen, label)
    _in_time(locked, at, label)
    gate(standing_of(locked), verb)
    return locked


def write_record(
    *, case: Case, verb: str, label: str, cites: tuple[str, ...], by: Account, at: datetime, outcome: Outcome
) -> RecordEntry:
    """Append to the case's chain and to the log, inside the caller's transaction and under the case's lock."""
    hold_log()
    last = RecordEntry.objects.filter(case=case).order_by("-number").values_list("number", "digest").first() or (0, GENESIS)
    happened = outcome.happened_at or at
    entry = RecordEntry(
        case=case,
        number=last[0] + 1,
        verb=verb,
        matter=label,
        step=procedure_of(case).home(verb)[0].id,
        outcome=outcome.code,
        happened_at=happened,
        place=outcome.place,
        by=by,
        by_name=by.name,
        result=outcome.result,
        cites=list(cites),
        facts=plain(outcome.facts),
        documents=plain(outcome.documents),
        recorded_at=at,
        is_late=timezone.localdate(happened) < timezone.localdate(at),
        is_salted=True,
        previous=last[1],
    )
    salt = new_salt()
    fields = covered(entry) | {"salt": salt.hex()}
    entry.digest = seal(entry.previous, fields)
    entry.save(force_insert=True)
    add_leaf(kind=RECORD, ref=entry.pk, at=at, salt=salt, committed=committed(fields))
    return entry


def _authority(given: Mapping[str, Any]) -> str:
    return str(given["case"].authority.path)


def _unchanged(case: Case, seen: int | None, label: str) -> None:
    if seen is None or seen == case.version:
        return
    newest = RecordEntry.objects.filter(case=case).order_by("-number").first()
    raise Refused(
        text(label),
        why=text(
            "您打开页面之后，{who}已于{when}办理“{what}”",
            who=newest.by_name if newest else "—",
            when=_local(newest.recorded_at) if newest else "—",
            what=newest.matter if newest else "—",
        ),
        remedy=text("先前的办理已保留；请查看最新情况后再决定是否办理"),
    )


def _in_time(case: Case, at: datetime, label: str) -> None:
    newest = RecordEntry.objects.filter(case=case).order_by("-number").values_list("recorded_at", flat=True).first()
    if newest and at < newest:
        raise Refused(
            text(label),
            why=text("办理时间{at}早于上一条纪实{newest}", at=_local(at), newest=_local(newest)),
            remedy=text("更正时间；确属事后补记的，以补记方式写明发生时间"),
        )


def _happened(outcome: Outcome, at: datetime, label: str) -> None:
    if outcome.happened_at and outcome.happened_at > at:
        raise Refused(
            text(label),
            why=text("发生时间{happened}晚于办理时间{at}", happened=_local(outcome.happened_at), at=_local(at)),
            remedy=text("事后再登记，或更正发生时间"),
        )


def _local(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def _advance(case: Case, at: datetime) -> None:
    now = standing_of(case)
    case.version += 1
    case.step = now.current.id if now.current else ""
    case.closed_at = None if now.current else at
    case.save(update_fields=["version", "step", "closed_at"])
