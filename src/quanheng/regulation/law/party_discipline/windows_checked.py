"""What is checked of a single Party sanction: the version it used, the window on record, the act it bars."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2003, 12, 31)
PARTY = fact("sanction_family") == "party"
BARS = {
    "warning": "warned",
    "serious_warning": "warned",
    "party_post_removal": "removed",
    "party_probation": "probation",
    "party_expulsion": "expelled",
}
BARRED = ("promotion", "further_use", "equal_post", "rank_promotion")


def _bar(
    *, sanction_family: str, sanction_kind: str, is_substitute_for_removal: bool | None, on: date
) -> str | None:
    if sanction_family != "party":
        return None
    return "removed" if is_substitute_for_removal else BARS.get(sanction_kind)


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

bar = Derivation(
    id="party_discipline.bar",
    catalogue="h-party-sanctions",
    subject="sanction",
    since=FIRST,
    term="影响期的种类",
    term_en="Kind of the bar",
    means="Warnings bar what is higher; removal, and the warning in its place, also what is equal; probation from restoration.",
    means_zh="警告、严重警告限制提拔；撤销党内职务和代替它的严重警告并限制同等职务；留党察看自恢复权利起算。",
    fact="party_bar",
    reads=("sanction_family", "sanction_kind"),
    optional=("is_substitute_for_removal",),
    reckon=_bar,
    cites=("10", "11", "12"),
)

window_over = Rule(
    id="party_discipline.10.window",
    catalogue="h-party-sanctions",
    subject="sanction",
    since=FIRST,
    term="警告影响期已满",
    term_en="The window of a warning is over",
    means="Nobody is promoted inside the window of a warning or serious warning.",
    means_zh="警告、严重警告影响期内，不得提拔、进一步使用和晋升职级；平职调整不受限。",
    when=(fact("party_bar") == "warned") & fact("personnel_act").isin(BARRED),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("10",),
)

removal_window = Rule(
    id="party_discipline.11.window",
    catalogue="h-party-sanctions",
    subject="sanction",
    since=FIRST,
    term="撤销党内职务影响期已满",
    term_en="The window of a removal is over",
    means="Inside the window no post equal to or above the former one.",
    means_zh="撤销党内职务影响期内，不得任与原职务相当或者更高的职务。",
    when=(fact("party_bar") == "removed") & fact("personnel_act").isin(BARRED),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("11",),
)

probation_window = Rule(
    id="party_discipline.12.window",
    catalogue="h-party-sanctions",
    subject="sanction",
    since=FIRST,
    term="留党察看影响期已满",
    term_en="The window after probation is over",
    means="For two years after rights return no post equal to or above the former one; before that the bar has no end.",
    means_zh="留党察看恢复党员权利后二年内，不得任与原职务相当或者更高的职务；未恢复的没有期限。",
    when=(fact("party_bar") == "probation") & fact("personnel_act").isin(BARRED),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("12",),
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
    when=(fact("personnel_act") == "promotion") & (fact("party_sanctions_count") > 1),
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
    when=(fact("personnel_act") == "promotion") & (fact("party_sanctions_count") > 1),
    requires=fact("party_windows_until") < fact("judged_on"),
    effect=Effect.WARN,
    cites=("21",),
    verified=False,
)
