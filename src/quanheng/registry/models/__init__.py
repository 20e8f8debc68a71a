"""Tables of the registry room."""

from quanheng.registry.models.anchor import Anchor
from quanheng.registry.models.career import Assignment, Rank
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

__all__ = [
    "Anchor",
    "Assignment",
    "Education",
    "FileGap",
    "Organisation",
    "Person",
    "Post",
    "ProfessionalTitle",
    "Rank",
    "Relative",
    "Reward",
    "Sanction",
    "Training",
    "YearGrade",
]
