"""The 干部任免审批表 as data: what one .lrmx file holds, in our words. Reading and writing are in `lrmx`."""

from dataclasses import dataclass, field

from quanheng.kernel.texts import Text


@dataclass(frozen=True)
class FormProblem:
    """What a person should look at in a form (问题): where, and in plain words what."""

    tag: str
    label: str
    message: Text

    def __str__(self) -> str:
        return f"{self.label}：{self.message}"


@dataclass(frozen=True)
class FamilyMember:
    """One row of 家庭主要成员及重要社会关系."""

    relation: str = ""
    name: str = ""
    born: str = ""
    political_status: str = ""
    work: str = ""
    unknown: tuple[str, ...] = ()
    order: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class AppointmentForm:
    """An appointment and removal approval form (干部任免审批表): labels and months as the file writes them."""

    name: str = ""
    sex: str = ""
    born: str = ""
    ethnic_group: str = ""
    native_place: str = ""
    birth_place: str = ""
    party_joined: str = ""
    work_started: str = ""
    age_limit_reached: str = ""
    health: str = ""
    professional_title: str = ""
    speciality: str = ""
    full_time_education: str = ""
    full_time_degree: str = ""
    full_time_school: str = ""
    full_time_degree_school: str = ""
    in_service_education: str = ""
    in_service_degree: str = ""
    in_service_school: str = ""
    in_service_degree_school: str = ""
    current_post: str = ""
    proposed_post: str = ""
    post_to_leave: str = ""
    resume: str = ""
    awards: str = ""
    assessment: str = ""
    reason: str = ""
    family: tuple[FamilyMember, ...] = ()
    reporting_unit: str = ""
    former_age_limit: str = ""
    age_reference: str = ""
    filled_on: str = ""
    filled_by: str = ""
    identity_number: str = ""
    photo: bytes = b""
    photo_unread: str = ""
    """The text of a photo that could not be read: kept aside and written back."""
    version: str = ""
    unknown: tuple[str, ...] = ()
    """Elements the format does not know, as XML, written back as they came."""
    order: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The tags of the file in its own order; what it left out stays out unless filled. Empty: the official order."""
    problems: tuple[FormProblem, ...] = ()
