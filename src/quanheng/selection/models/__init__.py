"""Tables of the selection room."""

from quanheng.selection.models.appointment import AppointmentOrder, Probation
from quanheng.selection.models.inspection import Inspection, InspectionReport, Inspector, Must, Opinion
from quanheng.selection.models.motion import Candidate, KeptFinding, Motion
from quanheng.selection.models.recommendation import Count, Recommendation
from quanheng.selection.models.screening import ScreeningJob

__all__ = [
    "AppointmentOrder",
    "Candidate",
    "Count",
    "Inspection",
    "InspectionReport",
    "Inspector",
    "KeptFinding",
    "Motion",
    "Must",
    "Opinion",
    "Probation",
    "Recommendation",
    "ScreeningJob",
]
