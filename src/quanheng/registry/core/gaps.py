"""What a gap in the file leaves unknown: a line that could not be taken might have told otherwise."""

from collections.abc import Iterable
from datetime import date

from quanheng.registry.core.settled import settled

RESTS_ON = {
    "assignment": ("months_as_deputy", "months_as_chief_below", "posts_one_level_down", "grassroots_months", "months_since_last_promotion"),
    "rank": ("step", "move", "level_jump", "months_in_section_ranks", "months_as_first_clerk"),
    "sanction": ("restricted_until", "restriction_advised_until", "is_restriction_still_felt"),
    "training": ("training_hours_5y", "training_months_5y"),
    "yeargrade": ("last_year_grade", "weak_grades_3y"),
    "education": ("education_rank",),
    "relative": ("has_spouse", "is_spouse_abroad", "is_every_child_abroad"),
}
"""Nouns of `FileGap` to the facts that rest on their lines."""

FIGURES = {
    "months_as_deputy": "selection_regulations.deputy_months",
    "months_as_chief_below": "selection_regulations.lower_chief_months",
    "posts_one_level_down": "selection_regulations.posts_one_level_down",
    "grassroots_months": "selection_regulations.grassroots_months",
}
"""Counts that one more line can only raise: what is enough without it stays enough."""

BOUNDLESS = 10_000


def unsettled(facts: dict[str, object], nouns: Iterable[str], *, on: date) -> dict[str, object]:
    """The facts with those set to unknown that a missing line could change."""
    for noun in set(nouns):
        for name in RESTS_ON.get(noun, ()):
            value, figure = facts.get(name), FIGURES.get(name)
            facts[name] = settled(value, BOUNDLESS, figure=figure, on=on) if figure and isinstance(value, int) else None
    return facts
