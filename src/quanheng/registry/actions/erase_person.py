"""Erase a person: asked for by one officer with reason and basis, decided by another. The journal and every record still hold.

The journal names persons by their keys only, so nothing in it changes. Where cases must be kept by law, the file is pruned:
what no case rests on goes, the rest stays with its reason.
"""

from datetime import datetime

from django.db.models import Field, Model

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.registry.core.erasing import ALSO, BLANKED, PRUNED
from quanheng.registry.models import Erasure, Person
from quanheng.registry.queries.erasures import extent_of, lines_of_persons, open_erasure

ASKED, DECIDED = "申请清除个人信息", "审定个人信息清除"
LEAST = 10


@action(
    "registry.erasure.ask",
    label=ASKED,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("basis",),
)
def ask_erasure(*, by: Account, at: datetime, person: Person, reason: str, basis: str) -> Erasure:
    """Refused without a reason of some length and a basis, and while one is open."""
    if len(reason.strip()) < LEAST or not basis.strip():
        raise Refused(
            Text(ASKED),
            why=Text("没有写明理由和依据"),
            remedy=text("写明为何清除、依据什么，理由不少于{n}个字", n=LEAST),
        )
    if open_erasure(person.pk):
        raise Refused(
            Text(ASKED), why=Text("已有人申请，正在等待审定"), remedy=Text("由另一人在“个人信息清除”中审定")
        )
    return Erasure.objects.create(
        person_key=person.pk,
        name=person.name,
        authority=person.authority,
        reason=reason.strip(),
        basis=basis.strip(),
        asked_by=by,
        asked_at=at,
    )


@action(
    "registry.erasure.decide",
    label=DECIDED,
    permission="registry.erase",
    of=lambda given: given["erasure"].authority.path,
    keeps=("erasure", "is_agreed"),
)
def decide_erasure(
    *, by: Account, at: datetime, erasure: Erasure, is_agreed: bool, note: str = ""
) -> Erasure:
    """Erase, or refuse to. Refused for whoever asked, twice, for one's own file, and to refuse without saying why."""
    row = Erasure.objects.select_for_update(of=("self",)).get(pk=erasure.pk)
    if row.state != "open":
        raise Refused(Text(DECIDED), why=Text("已经审定"))
    if by.pk == row.asked_by_id or by.person_key == row.person_key:
        raise Refused(
            Text(DECIDED),
            why=Text("申请人不得审定自己的申请，也不得审定对本人信息的清除"),
            remedy=Text("由另一名有权限的人审定"),
        )
    if not is_agreed and not note.strip():
        raise Refused(
            Text(DECIDED), why=Text("不予清除的，没有写明理由"), remedy=Text("在审定意见中写明理由")
        )
    row.state, row.decided_by, row.decided_at, row.note = (
        "done" if is_agreed else "refused",
        by,
        at,
        note.strip(),
    )
    if is_agreed:
        row.name = ""
        row.is_whole, row.counts = _erase(row)
    row.save()
    return row


def _erase(row: Erasure) -> tuple[bool, dict[str, int]]:
    person = Person.objects.select_for_update(of=("self",)).get(pk=row.person_key)
    key, is_whole = person.pk, extent_of(person.pk).is_whole
    counts = {
        model.__name__: _delete(model, person)
        for model in lines_of_persons()
        if is_whole or model.__name__ in PRUNED
    }
    counts["also"] = sum(each(key, is_whole) for each in ALSO)
    if is_whole:
        Account.objects.filter(person_key=key).update(person_key=None)
        person.delete()
    else:
        for name in BLANKED:
            field = Person._meta.get_field(name)
            assert isinstance(field, Field)
            setattr(person, name, field.get_default())
        person.save(update_fields=BLANKED)
    return is_whole, {name: count for name, count in counts.items() if count}


def _delete(model: type[Model], person: Person) -> int:
    return int(model._default_manager.filter(person_id=person.pk).delete()[0])
