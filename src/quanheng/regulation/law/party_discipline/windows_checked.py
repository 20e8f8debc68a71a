"""What is checked of a single Party sanction: the version it used, the window on record, the act it bars."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2003, 12, 31)
PARTY = fact("sanction_family") == "party"
BARRED = ("promotion", "further_use", "equal_post", "rank_promotion")

text_used = Rule(
    id="party_discipline.version.used",
    catalogue="h-party-version",
    subject="sanction",
    since=FIRST,
    term="适用版本正确",
    term_en="The right version",
    means="The decision uses the version that governs the conduct; a closed case under review keeps its own.",
    means_zh="处分按从旧兼从轻适用条例版本；复查复议已结案件的，沿用原版本。",
    when=PARTY,
    requires=(fact("recorded_text") == fact("governing_text")) | fact("is_closed_case_review"),
    effect=Effect.FORBID,
    cites=("version",),
)

window_used = Rule(
    id="party_discipline.version.window",
    catalogue="h-party-version",
    subject="sanction",
    since=FIRST,
    term="影响期登记正确",
    term_en="The right window",
    means="The window on record is that of the version that governs.",
    means_zh="登记的影响期应为应适用版本的影响期。",
    when=PARTY,
    requires=fact("recorded_window_months") == fact("sanction_window_months"),
    effect=Effect.FORBID,
    cites=("version", "10"),
)

window_over = Rule(
    id="party_discipline.10.window",
    catalogue="h-party-sanctions",
    subject="sanction",
    since=FIRST,
    term="党纪处分影响期已满",
    term_en="The Party window is over",
    means="Nobody is promoted or put in a barred post inside the window of a Party sanction.",
    means_zh="党纪处分影响期内，不得办理受限的提拔、使用和晋升；不受限的平职调整可以办理。",
    when=PARTY & fact("personnel_act").isin(BARRED),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("10", "11", "12"),
)

resanction_window = Rule(
    id="party_discipline.21.window",
    catalogue="h-party-resanction",
    subject="sanction",
    since=FIRST,
    term="合并影响期已满",
    term_en="The joined windows are over",
    means="Inside joined windows of Party sanctions nobody is promoted.",
    means_zh="党纪处分影响期相加的，合并影响期内不得提拔。",
    when=fact("personnel_act") == "promotion",
    requires=fact("party_windows_certain_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("21",),
)

resanction_advised = Rule(
    id="party_discipline.21.advised",
    catalogue="h-party-resanction",
    subject="sanction",
    since=FIRST,
    term="合并影响期已满（指导口径）",
    term_en="The joined windows are over, by guidance",
    means="From 2016 to 2023 adding windows was published guidance; it advises only.",
    means_zh="2016年至2023年影响期相加仅有指导口径，合并影响期内提示慎重提拔。",
    when=fact("personnel_act") == "promotion",
    requires=fact("party_windows_until") < fact("judged_on"),
    effect=Effect.WARN,
    cites=("21",),
    verified=False,
)
