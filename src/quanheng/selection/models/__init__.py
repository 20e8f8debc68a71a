"""Tables of the selection room."""

from quanheng.selection.models.appointment import AppointmentOrder, Probation
from quanheng.selection.models.inspection import Inspection, InspectionReport, Inspector, Must, Opinion
from quanheng.selection.models.motion import Candidate, Motion
from quanheng.selection.models.recommendation import Count, Recommendation

__all__ = [
    "AppointmentOrder",
    "Candidate",
    "Count",
    "Inspection",
    "InspectionReport",
    "Inspector",
    "Motion",
    "Must",
    "Opinion",
    "Probation",
    "Recommendation",
]
