"""Rights return by decision after probation, before the regulations on members' rights of 2020."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

rights_return = Rule(
    id="party_discipline.restoration.decided",
    catalogue="br-restore-rights",
    subject="branch_meeting",
    since=date(2016, 1, 1),
    repealed=date(2020, 12, 1),
    term="恢复权利须有决定（2016年）",
    term_en="Rights return by a decision (2016)",
    means="After probation rights return by a decision, never by themselves.",
    means_zh="留党察看期满，党员权利须经决定恢复，不自动恢复。",
    when=fact("are_rights_treated_as_restored"),
    requires=fact("is_restoration_decided"),
    effect=Effect.FORBID,
    cites=(
        "restoration",
        "probation",
    ),
)
