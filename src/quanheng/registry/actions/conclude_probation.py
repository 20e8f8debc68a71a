"""Write the result of a probation on the line of the career; a removal ends the line."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.registry.actions.close_assignment import end_line
from quanheng.registry.actions.present_post import write_present_post
from quanheng.registry.models import Assignment


@action(
    "registry.assignment.conclude_probation",
    label="登记试用期结论",
    permission="registry.edit",
    of=lambda given: given["assignment"].person.authority.path,
    keeps=("assignment", "outcome"),
)
def conclude_assignment_probation(
    *, by: Account, at: datetime, assignment: Assignment, outcome: str
) -> Assignment:
    """`outcome` confirmed or removed."""
    on = timezone.localdate(at)
    if outcome == "removed":
        assignment = end_line(
            assignment, person=assignment.person, until_on=on, document="", what="免去试任职务"
        )
        write_present_post(assignment.person, on=on)
    assignment.probation_result = outcome
    assignment.save(update_fields=["probation_result"])
    return assignment
