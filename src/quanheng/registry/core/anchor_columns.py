"""The columns of anchors (研判要点): their names, kinds and order, and which of the levels a post asks about."""

from quanheng.registry.core.column_kinds import CODE, COUNT, DAY, FLAG, WORD
from quanheng.registry.core.ladder import RUNGS, chief_below, rung_below, same_tier_deputy
from quanheng.registry.core.readings import GRADES

GRADES_FROM = 1950
"""The year of the first letter of `grades`."""

LETTERS = {word: str(place) for place, word in enumerate(GRADES.values(), start=1)}
"""Yearly grades as letters; a blank is a year without a result that can be read."""

LEVELS = (*RUNGS, "152", "162", "2", "")
"""The levels that a post of any level asks about: the rungs, and what stands beside those without deputies of their own."""

ARRAYS = {
    name: [f"{name}_{place}" for place in range(len(LEVELS))]
    for name in ("tenures", "tenures_most", "posts", "posts_most")
}
"""Columns of a number at each level: months in leading posts, posts held; `_most` counts doubtful lines too."""

ASKED_AT = {"deputy": same_tier_deputy, "chief": chief_below, "rung": rung_below}
"""The levels that a post asks about: of all the numbers at levels only those at these are read."""

OWN = {"started": (DAY, "work_started_on"), "status": (WORD, "political_status"), "health": (WORD, "health")}
"""What is read of the person: {name: (kind, column)}."""

PLAIN = {
    "has_line": FLAG,
    "level": CODE,
    "is_rank_only": FLAG,
    "is_on_probation": FLAG,
    "promoted_on": DAY,
    "had_exception": FLAG,
    "roots": COUNT,
    "roots_most": COUNT,
    "section": COUNT,
    "clerk": COUNT,
    "education": COUNT,
    "training_hours": COUNT,
    "training_months": COUNT,
    "grades": CODE,
    "has_spouse": FLAG,
    "is_spouse_abroad": FLAG,
    "is_every_child_abroad": FLAG,
}
"""The columns of `Anchor.line`, in its order. `roots`, `section`, `clerk`: clocks as `column_months` has them."""

AT_LEVELS = {f"{array}_{level}": COUNT for level in ASKED_AT for array in ARRAYS}
PEOPLE = {"key": CODE, **{name: kind for name, (kind, _) in OWN.items()}}
FIGURES = {"key": CODE, **PLAIN, **AT_LEVELS}
"""What `anchors.everybody` brings of the persons and of their anchors, {name: kind}; `has_line` is empty where other code made an anchor."""

ASKED = {
    "deputy": "tenures_deputy",
    "deputy_most": "tenures_most_deputy",
    "chief": "tenures_chief",
    "chief_most": "tenures_most_chief",
    "seats": "posts_rung",
    "seats_most": "posts_most_rung",
}
"""{the figure that is held against a post: the column it is in}."""


def levels_of(level: str) -> list[int]:
    """The places in `LEVELS` of the levels that a post of this level asks about, in the order of `ASKED_AT`."""
    return [LEVELS.index(each(level)) for each in ASKED_AT.values()]
