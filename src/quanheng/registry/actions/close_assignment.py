"""End a line of a career: the day after which the person no longer holds the post, and the document that says so."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.present_post import write_present_post
from quanheng.registry.models import Assignment, Person

WHAT = "免职"


@action(
    "registry.assignment.close",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["assignment"].person.authority.path,
    keeps=("assignment", "until_on", "document"),
)
def close_assignment(
    *, by: Account, at: datetime, assignment: Assignment, until_on: date, document: str = ""
) -> Assignment:
    """End the line on `until_on`, the first day the post is no longer held. A line already ended is refused."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=assignment.person_id)
    line = end_line(assignment, person=person, until_on=until_on, document=document, what=WHAT)
    write_present_post(person, on=max(until_on, timezone.localdate(at)))
    return line


def end_line(
    assignment: Assignment, *, person: Person, until_on: date, document: str, what: str
) -> Assignment:
    """Inside another act: write the end of a running line of this person, under the row's lock."""
    line = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if line.person_id != person.pk:
        raise Refused(
            text(what),
            why=text("“{line}”不是{name}的任职", line=str(line), name=person.name),
            remedy=text("核对人员和职务"),
        )
    if line.until_on is not None:
        raise Refused(
            text(what),
            why=text("{name}的{line}已于{until}免去", name=person.name, line=str(line), until=line.until_on),
            remedy=text("先前的办理已保留，不必再次办理"),
        )
    if until_on < line.from_on:
        raise Refused(
            text(what),
            why=text("免职时间{until}早于任职时间{since}", until=until_on, since=line.from_on),
            remedy=text("更正免职时间"),
        )
    line.until_on, line.removal_document = until_on, document
    line.save(update_fields=["until_on", "removal_document"])
    return line
