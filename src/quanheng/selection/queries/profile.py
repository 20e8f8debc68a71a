"""What is published of a person before appointment, drawn from the file: the items of 任前公示 and no others."""

from quanheng.registry.models import Education, Person, Post


def public_profile(person: Person, post: Post) -> dict[str, object]:
    """The items of `disclosure.core.profile.FIELDS`, empty ones left out there."""
    return {
        "name": person.name,
        "sex": person.get_sex_display(),
        "ethnic_group": person.ethnic_group,
        "born": f"{person.born_on:%Y.%m}",
        "political_status": person.political_status,
        "education": "；".join(_education(row) for row in person.educations.filter(is_printed=True)),
        "work_started": f"{person.work_started_on:%Y.%m}" if person.work_started_on else "",
        "current_post": person.current_post,
        "proposed_post": str(post),
        "resume": person.resume,
        "awards_and_punishments": person.awards,
        "has_photo": person.has_photo,
    }


def _education(row: Education) -> str:
    parts = [row.get_mode_display().removesuffix("教育"), row.school, row.major, row.level, row.degree]
    return "".join(part for part in parts if part)
