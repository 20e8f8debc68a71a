"""The managing office answers a request for correction: accepted, the record changes by `correct_person`; refused, with the reason."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.correct_person import CORRECTABLE, NUMBER, correct_person
from quanheng.registry.actions.record_line import locked
from quanheng.registry.core import codes
from quanheng.registry.core.file_dates import read_file_day
from quanheng.registry.core.file_law import refuse_wrong_birth
from quanheng.registry.models import CorrectionRequest, Person
from quanheng.registry.queries.correction_requests import DAYS
from quanheng.registry.queries.numbers import index_of
from quanheng.registry.queries.verifications import birth_readings

WHAT = "答复更正申请"


@action(
    "registry.correction_request.answer",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["request"].person.authority.path,
    keeps=("is_accepted",),
    also=lambda given: {"matter": given["request"].matter},
)
def answer_correction(
    *,
    by: Account,
    at: datetime,
    request: CorrectionRequest,
    is_accepted: bool,
    answer: str,
    value: str = "",
) -> CorrectionRequest:
    """Accepted, a basic field is set to `value` (the one asked for when empty); of a line of the record the answer says what was changed.

    Nobody answers the own request. A birth date must be the one that counts by law.
    """
    row = CorrectionRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    person = locked(row.person)
    if row.state != "open":
        raise Refused(text(WHAT), why=text("该申请已经答复或者撤回"))
    if by.person_key == person.pk:
        raise Refused(text(WHAT), why=text("不能答复本人的申请"), remedy=text("由其他办理人答复"))
    if not answer.strip():
        raise Refused(text(WHAT), why=text("没有写明答复"), remedy=text("写明更正了什么，或者不予更正的理由"))
    if is_accepted and row.matter == NUMBER and not value.strip():
        raise Refused(text(WHAT), why=text("没有填写更正后的身份证号"), remedy=text("对照证件填写“更正为”"))
    if is_accepted and row.matter in CORRECTABLE:
        _correct(row, person, value.strip() or row.wanted, answer.strip(), by=by, at=at)
    row.state = "accepted" if is_accepted else "refused"
    row.answered_by, row.answered_at, row.answer = by, at, answer.strip()
    row.save(update_fields=["state", "answered_by", "answered_at", "answer"])
    return row


def _correct(
    row: CorrectionRequest, person: Person, said: str, answer: str, *, by: Account, at: datetime
) -> None:
    """Nothing is written when the record says so already: somebody corrected it meanwhile."""
    value = _value(row.matter, said)
    if row.matter == "born_on":
        assert isinstance(value, date)
        on = timezone.localdate(at)
        refuse_wrong_birth(value, birth_readings(person), on=on, approved_on=None, what=WHAT)
    held = bytes(person.number_index or b"") if row.matter == NUMBER else getattr(person, row.matter)
    if held == (index_of(str(value)) if row.matter == NUMBER else value):
        return
    correct_person(by=by, at=at, person=person, changes={row.matter: value}, reason=f"本人申请更正：{answer}")


def _value(field: str, said: str) -> object:
    """What is written: a day for a date, a code for the sex, the words otherwise."""
    if field in DAYS:
        day = read_file_day(said)
        if day is None:
            raise Refused(
                text(WHAT),
                why=text("“{said}”不是年月或者年月日", said=said),
                remedy=text("写成1985.03或者1985-03-01"),
            )
        return day
    return (codes.find("sex", said) or said) if field == "sex" else said
