"""After a person came under another authority: everything sealed in the file is sealed anew for the present one."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.seal import begin_writing
from quanheng.access.core.key_tree import Ring
from quanheng.access.core.sealed_fields import as_json
from quanheng.access.models import Account, DataKey, record_name, sealed_names
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_line import locked
from quanheng.registry.models import Person, Revision
from quanheng.registry.queries.unsealed import open_lines, open_revisions, place_in, sealed_in, sealed_rows

WHAT = "移交档案密钥"


@action(
    "registry.person.move_keys",
    label=WHAT,
    permission="registry.sensitive",
    of=lambda given: given["person"].authority.path,
)
def move_keys(*, by: Account, at: datetime, person: Person, ring: Ring | None) -> Person:
    """A new data key for the file, sealed to the authority that manages the person now; the former keys are deleted.

    Refused unless `ring` opens every value: a holder above both authorities, or of both, can do it.
    """
    owner = locked(person)
    rows = list(sealed_rows(owner))
    revisions = [each for each in Revision.objects.filter(person=owner) if any(sealed_in(each))]
    marks = [(state, name, place_in(each, name)) for each in revisions for state, name, _ in sealed_in(each)]
    names = [(row, name) for row in rows for name in sealed_names(row) if getattr(row, name)]
    shut = open_lines(ring, owner, rows) + open_revisions(ring, owner, revisions)
    if shut:
        raise Refused(
            text(WHAT), why=text("有{n}项内容您的密钥打不开", n=shut), remedy=text("打开密钥后再办；或者由原主管单位和现主管单位共同的上级办理")
        )
    former = list(DataKey.objects.filter(record=record_name(owner)).values_list("pk", flat=True))
    writing = begin_writing(owner, owner=owner.authority, at=at)
    for row, name in names:
        setattr(row, name, writing.seal(getattr(row, name), table=row._meta.label_lower, row=row.pk, field=name))
        row.save(update_fields=[name])
    for state, name, place in marks:
        state[name] = as_json(writing.seal(str(state[name]), table=place.table, row=place.row, field=name))
    Revision.objects.bulk_update(revisions, ["before", "after"])
    DataKey.objects.filter(pk__in=former).delete()
    return owner

