"""Record the career lines of a résumé that a person has looked at; what could not be read stays known as a gap of the file."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.core.chain import digest
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import packed, text
from quanheng.registry.actions.record_line import locked, record_line
from quanheng.registry.core.resume import read
from quanheng.registry.models import FileGap, Person

WHAT = "按简历登记任职经历"
SOURCE = "任免审批表简历"


def mark_of(person: Person) -> str:
    """A short mark of the résumé as it stands; the page carries it so that nothing else is recorded than what was read."""
    return digest("", {"resume": person.resume})[:16]


@action(
    "registry.resume.record",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("seen",),
    also=lambda given: {"lines": len(given["lines"]), "source": SOURCE},
)
def record_resume(
    *,
    by: Account,
    at: datetime,
    person: Person,
    lines: Sequence[tuple[int, Mapping[str, object]]],
    seen: str,
) -> Person:
    """Write `lines` (number of the line in the résumé, values of the career line), all or none.

    Every line keeps its source in its first version. Lines of the résumé that are no period become gaps of the file,
    once each. Refuses when nothing was chosen, when the résumé has changed, and whatever `record_line` refuses.
    """
    row = locked(person)
    if seen != mark_of(row):
        raise Refused(text(WHAT), why=text("简历已被更改"), remedy=text("重新打开本页，按现在的简历核对"))
    if not lines:
        raise Refused(text(WHAT), why=text("没有选定要登记的经历"), remedy=text("至少选定一段"))
    for number, values in lines:
        reason = f"{SOURCE}第{number}行"
        record_line(by=by, at=at, person=row, kind="assignment", values=values, reason=reason)
    _keep_gaps(row)
    return row


def _keep_gaps(person: Person) -> None:
    known = {gap.source: gap for gap in FileGap.objects.filter(person=person, noun="assignment")}
    for line in read(person.resume).lines:
        if not line.is_read:
            source = f"{SOURCE}第{line.number}行"
            gap = known.get(source) or FileGap(person=person, noun="assignment", source=source)
            gap.message = packed(text("不是“起止年月+内容”的写法：{said}", said=line.text[:120]))
            gap.save()
