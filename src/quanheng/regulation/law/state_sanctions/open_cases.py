"""While a case is open the person stays where he is."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

open_case = Rule(
    id="state_sanctions.52.open_case",
    catalogue="h-admin-under-investigation",
    subject="candidacy",
    since=date(2007, 6, 1),
    term="立案调查期间",
    term_en="While a case is open",
    means="Nobody under an opened investigation is promoted or moved.",
    means_zh="被立案调查期间，不得交流、晋升。",
    requires=~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("52",),
)
