"""A new index of identity numbers and family lines when the key it was made with is lost: two shares of the recovery key open them all."""

from collections.abc import Sequence
from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.recover_keys import ring_of_shares
from quanheng.access.core.key_tree import Ring
from quanheng.access.core.shares import Share
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.registry.models import Person, Relative
from quanheng.registry.queries.family import FAMILY_BESIDE, SEALED, open_family, put_beside
from quanheng.registry.queries.numbers import BESIDE, beside, open_numbers

WHAT = "重建身份证号索引"
_AT_ONCE = 500


@action("registry.person.reindex", label=WHAT, permission=None)
def reindex_numbers(*, by: Account | None, at: datetime, shares: Sequence[Share]) -> int:
    """How many numbers and family lines were indexed; refused, and nothing changed, when one does not open. The shares themselves are the check."""
    ring = ring_of_shares(shares)
    return _numbers(ring) + _family(ring)


def _numbers(ring: Ring) -> int:
    done, last = 0, None
    numbered = (
        Person.objects.exclude(id_number=b"").only("id_number", "born_on", "sex", *BESIDE).order_by("pk")
    )
    while some := list((numbered.filter(pk__gt=last) if last else numbered).select_for_update()[:_AT_ONCE]):
        last = some[-1].pk
        opened = open_numbers(ring, some)
        if len(opened) < len(some):
            shut = next(each for each in some if each.pk not in opened)
            raise _shut(text("档案{key}的身份证号打不开", key=str(shut.pk)))
        for each in some:
            if each.number_index is None:
                continue  # the same number stands with somebody else: this one stays without
            for name, value in beside(opened[each.pk], born_on=each.born_on, sex=each.sex).items():
                setattr(each, name, value)
        done += Person.objects.bulk_update(some, BESIDE)
    return done


def _family(ring: Ring) -> int:
    done, last = 0, 0
    while some := list(Relative.objects.filter(pk__gt=last).order_by("pk").select_for_update()[:_AT_ONCE]):
        last = some[-1].pk
        opened = open_family(ring, some)
        if shut := next((line for line in some if line.pk not in opened), None):
            raise _shut(text("档案{key}的家庭成员打不开", key=str(shut.person_id)))
        for line in some:
            for name in SEALED:  # in memory only: the sealed columns are not written
                setattr(line, name, getattr(opened[line.pk], name))
            put_beside(line)
        done += Relative.objects.bulk_update(some, FAMILY_BESIDE)
    return done


def _shut(why: Text) -> Refused:
    return Refused(text(WHAT), why=why, remedy=text("用备份核对；查明何时变动"))
