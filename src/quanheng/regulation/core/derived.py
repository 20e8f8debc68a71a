"""Facts that the law itself computes from dates and posts: validity, probation. Reading records is not done here."""

from datetime import date

from quanheng.kernel.dates import LastDay, add_months, last_day
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.library import library

PROBATION_BODIES = {"party", "people_congress", "government", "cppcc"}  # deputies and internal units
INTERNAL_ONLY_BODIES = {"discipline", "court", "procuratorate"}  # internal units only
PROBATION_TIERS = {"bureau", "county", "township"}


def recommended_until(held_on: date) -> date:
    """Last day on which a recommendation may be relied on: the day it was held is not counted.

    Rule b-recommendation-validity-1y. Raises NotInForce before 2002-07-09.

    >>> recommended_until(date(2024, 6, 30))
    datetime.date(2025, 6, 30)
    """
    return add_months(held_on, _months("selection_regulations.recommendation_months", held_on))


def probation_until(notice_on: date, *, rule: LastDay = LastDay.EVE) -> date:
    """Last day of the post probation that begins with the notice of `notice_on` (rule b-probation-1y).

    Raises NotInForce before 2002-07-09.

    >>> probation_until(date(2024, 3, 1))
    datetime.date(2025, 2, 28)
    """
    return last_day(notice_on, _months("selection_regulations.probation_months", notice_on), rule=rule)


def is_probation_post(*, body: str, tier: str, is_internal: bool, is_deputy: bool, is_elected: bool) -> bool:
    """Whether a leading post has a year of probation (rule b-probation-1y).

    `body` is party, people_congress, government, cppcc, discipline, court or procuratorate (other bodies: no);
    `tier` a tier of the catalogue; `is_internal` a post in an internal unit; `is_elected` elected or appointed
    by a people's congress.

    >>> is_probation_post(body="government", tier="county", is_internal=False, is_deputy=True, is_elected=False)
    True
    """
    if is_elected or tier not in PROBATION_TIERS:
        return False
    return (body in PROBATION_BODIES and (is_deputy or is_internal)) or (
        body in INTERNAL_ONLY_BODIES and is_internal
    )


def _months(name: str, on: date) -> int:
    figure = library().figure(name, on)
    if figure is None:
        raise NotInForce(f"{name} has no figure on {on}")
    return int(figure.value)
