"""The demonstration's paper files, loans, talks, care and requests, entered by the ordinary acts as an office would."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from datasets.yunling.ledgers import Entry, entries
from datasets.yunling.organisations import read
from datasets.yunling.people import build

from quanheng.access.models import Account
from quanheng.establishment.actions.issue_quota_order import issue_quota_order
from quanheng.establishment.core.orders import OrderLine
from quanheng.registry.actions.ask_correction import ask_correction
from quanheng.registry.actions.move_file import move_file
from quanheng.registry.actions.open_verification import open_verification
from quanheng.registry.actions.record_agency_fact import record_agency_fact
from quanheng.registry.actions.record_file_item import record_file_item
from quanheng.registry.actions.record_line import record_line
from quanheng.registry.models import FileItem, Organisation, Person
from quanheng.registry.queries.numbers import index_of

REQUEST = "correction"


def prepare_ledgers(*, by: Account, at: datetime) -> int:
    """How many were entered; nothing where papers are on file already."""
    if FileItem.objects.exists():
        return 0
    found = [entry for entry in entries(build()[1]) if entry.kind != REQUEST]
    _approve_ranks(read("ledgers.toml")["rank_order"], by=by, at=at)
    indexes = {entry.identity: index_of(entry.identity) for entry in found}
    people = {bytes(each.number_index or b""): each for each in Person.objects.filter(number_index__in=indexes.values())}
    return sum(_enter(entry, people.get(indexes[entry.identity]), by=by, at=at) for entry in found)


def ask_for_corrections(*, at: datetime) -> int:
    """Those whose accounts are linked to their files ask for what the ledgers say; after the rehearsal, which links them."""
    asked = 0
    for entry in (each for each in entries(build()[1]) if each.kind == REQUEST):
        person = Person.objects.filter(number_index=index_of(entry.identity)).first()
        own = Account.objects.filter(person_key=person.pk).first() if person else None
        if person and own:
            ask_correction(by=own, at=at, person=person, **entry.values)
            asked += 1
    return asked


def _approve_ranks(order: dict[str, Any], *, by: Account, at: datetime) -> None:
    """One order for the ranks of a few bureaus, so that their clocks can say whether a place is free."""
    paper = {name: order[name] for name in ("number", "title", "issued_by", "issued_on", "over_until_on")}
    keys = dict(Organisation.objects.filter(code__in=[unit["code"] for unit in order["units"]]).values_list("code", "pk"))
    lines = [
        OrderLine(organisation=keys[unit["code"]], what="rank", code=rank, number=number, from_on=order["from_on"])
        for unit in order["units"]
        if unit["code"] in keys
        for rank, number in unit["numbers"].items()
    ]
    if lines:
        issue_quota_order(by=by, at=at, kind="set", lines=lines, **paper)


def _enter(entry: Entry, person: Person | None, *, by: Account, at: datetime) -> int:
    """One entry; none for somebody whom the roster did not bring in."""
    if person is None:
        return 0
    if entry.kind in _ACTS:
        _ACTS[entry.kind](by=by, at=at, person=person, **entry.values)
    else:
        record_line(by=by, at=at, person=person, kind=entry.kind, values=entry.values)
    return 1


_ACTS: Mapping[str, Callable[..., Any]] = {
    "file_item": record_file_item,
    "file_loan": move_file,
    "verification": open_verification,
    "agency_fact": record_agency_fact,
}
