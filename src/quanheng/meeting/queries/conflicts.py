"""Members who are the candidate of an item or a relative: compared by the persons behind their accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.composed import answers, one_of
from quanheng.kernel.texts import Text
from quanheng.meeting.core.kin import Ground, Kin, grounds
from quanheng.meeting.models import BodyMember, Item
from quanheng.registry.models import Person, Relative


@dataclass(frozen=True)
class Conflict:
    """应当回避的成员: the member, the ground, and the words of the relation for those who may read family lines."""

    member: BodyMember
    ground: str
    words: Text
    is_recused: bool


def conflicts(*, by: Account, on: date, item: Item) -> list[Conflict]:
    """The members of the item's meeting who must step aside, as `by` may see them; none without meeting.view there.

    The relation itself is family data: without registry.sensitive only the ground is said.
    """
    rights = rights_of(by, on=on)
    path = item.meeting.body.authority.path
    if not rights.may("meeting.view", path):
        return []
    members = [entry.member for entry in item.meeting.roll.select_related("member__account")]
    recused = set(item.recusals.values_list("member_id", flat=True))
    found = related(item.person, members)
    shown = rights.may("registry.sensitive", path)
    return [
        Conflict(member, ground.kind, ground.words if shown else _bare(ground), member.pk in recused)
        for member, ground in found.items()
    ]


def related(person: Person, members: Sequence[BodyMember]) -> dict[BodyMember, Ground]:
    """For acts: the members who are `person` or a relative, with the ground; one query."""
    by_key = {member.pk: member for member in members}
    return {by_key[key]: ground for key, ground in related_all([person.pk], members)[person.pk].items()}


def related_all(persons: Sequence[UUID], members: Sequence[BodyMember]) -> dict[UUID, dict[int, Ground]]:
    """For acts and pages: for each person the members (by key) who are that person or a relative; one query in all."""
    files = {member.account.person_key: member for member in members if member.account.person_key}
    lines = [Kin(*row) for row in answers(_kin, persons=list(persons), files=list(files))] if files and persons else []
    return {
        person: {files[key].pk: ground for key, ground in grounds(person, list(files), lines).items()}
        for person in persons
    }


def _kin(*, persons: list[UUID], files: list[UUID]) -> QuerySet[Relative, Any]:
    theirs, ours = (one_of(persons, field, "uuid") for field in ("person", "other"))
    either = theirs & one_of(files, "other", "uuid") | one_of(files, "person", "uuid") & ours
    return Relative.objects.filter(either).order_by("person_id", "order", "pk").values_list("person_id", "other_id", "relation")


def _bare(ground: Ground) -> Text:
    return ground.words if ground.kind == "self" else Text("与拟任人选有亲属关系")
