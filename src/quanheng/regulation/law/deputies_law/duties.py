"""代表执行职务和投票: who may act as a deputy, how a deputy chooses another person."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

OLDER = date(2015, 8, 29)
NEWEST = date(2025, 3, 12)

article_61 = Rule(
    id="deputies_law.61",
    catalogue="el-deputy-status",
    subject="deputy",
    since=OLDER,
    term="暂停执行代表职务",
    term_en="Suspension",
    means="A suspended deputy does not exercise the mandate.",
    means_zh="暂时停止执行代表职务的，不得执行代表职务。",
    when=fact("is_mandate_suspended"),
    requires=~fact("is_exercising_duties"),
    effect=Effect.FORBID,
    cites=("61",),
)

article_62_seat = Rule(
    id="deputies_law.62.seat",
    catalogue="el-deputy-status",
    subject="deputy",
    since=OLDER,
    term="代表资格终止",
    term_en="End of the mandate",
    means="Who lost the mandate is no longer a deputy.",
    means_zh="代表资格终止的，不再担任代表。",
    when=fact("is_mandate_ended"),
    requires=~fact("is_still_deputy"),
    effect=Effect.FORBID,
    cites=("62",),
)

article_17 = Rule(
    id="deputies_law.17",
    catalogue="el-ballot-options",
    subject="tally",
    since=NEWEST,
    term="反对者方可另选他人",
    term_en="Another name goes with a vote against",
    means="Each name written in goes with a vote against a listed candidate; before 2025-03-12 it was a free option.",
    means_zh="另选他人的，须对候选人投反对票；2025年3月12日以前另选他人是独立选项。",
    requires=fact("ballot_no_marks") >= fact("ballot_write_ins"),
    effect=Effect.FORBID,
    cites=("17",),
)
