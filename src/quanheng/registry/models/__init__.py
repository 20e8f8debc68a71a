"""Tables of the registry room."""

from quanheng.registry.models.anchor import Anchor
from quanheng.registry.models.care import Care, Talk
from quanheng.registry.models.career import Assignment, Rank
from quanheng.registry.models.day_value import DayValue
from quanheng.registry.models.erasure import Erasure
from quanheng.registry.models.file import (
    Education,
    FileGap,
    ProfessionalTitle,
    Relative,
    Reward,
    Sanction,
    Training,
    YearGrade,
)
from quanheng.registry.models.organisation import Organisation, Post
from quanheng.registry.models.person import Person
from quanheng.registry.models.quality import QualityCount, QualityIssue
from quanheng.registry.models.reckoning import Reckoning
from quanheng.registry.models.saved import SavedQuery
from quanheng.registry.models.service import Delegateship, Intake, OutsidePost, ServiceProgramme
from quanheng.registry.models.verification import (
    AgencyFact,
    CorrectionRequest,
    FileItem,
    FileLoan,
    FileReading,
    Verification,
)
from quanheng.registry.models.versions import OrganisationChange, OrganisationVersion, PlannedChange, Revision

__all__ = [
    "AgencyFact",
    "Anchor",
    "Assignment",
    "Care",
    "CorrectionRequest",
    "DayValue",
    "Delegateship",
    "Education",
    "Erasure",
    "FileGap",
    "FileItem",
    "FileLoan",
    "FileReading",
    "Intake",
    "Organisation",
    "OrganisationChange",
    "OrganisationVersion",
    "OutsidePost",
    "Person",
    "PlannedChange",
    "Post",
    "ProfessionalTitle",
    "QualityCount",
    "QualityIssue",
    "Rank",
    "Reckoning",
    "Relative",
    "Revision",
    "Reward",
    "Sanction",
    "SavedQuery",
    "ServiceProgramme",
    "Talk",
    "Training",
    "Verification",
    "YearGrade",
]
