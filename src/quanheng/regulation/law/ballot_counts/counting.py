"""计票和宣布: options add up, keys not pressed, unexplained votes, bases, ties, records."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

ALWAYS = date(1979, 1, 1)

options_over = Rule(
    id="ballot_counts.options.over",
    catalogue="bt-identity-options",
    subject="tally",
    since=ALWAYS,
    term="选项合计不得多出",
    term_en="Options do not exceed",
    means="The options do not add up to more than the ballots or people.",
    means_zh="各选项合计不得多于应有票数，多出的不得宣布。",
    requires=fact("votes_accounted") <= fact("votes_expected"),
    effect=Effect.FORBID,
    cites=("identity_options",),
)

options_marks = Rule(
    id="ballot_counts.options.marks",
    catalogue="bt-identity-options",
    subject="tally",
    since=ALWAYS,
    term="得票合计不得多出",
    term_en="Marks do not exceed",
    means="All marks together are no more than valid ballots times seats.",
    means_zh="各候选人得票合计不多于有效票数与应选名额之积。",
    requires=fact("marks_total") <= fact("ballots_valid") * fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("identity_options",),
)

not_pressed = Rule(
    id="ballot_counts.not_pressed",
    catalogue="bt-not-pressed",
    subject="tally",
    since=ALWAYS,
    term="未按键不是弃权",
    term_en="Not pressed is no abstention",
    means="Not pressed is not reported as an abstention, unless house rules stored with the scheme say so.",
    means_zh="未按键不得计作弃权；本单位规则另有规定并载明的除外。",
    requires=~fact("is_not_pressed_as_abstention") | fact("is_house_rule_stored"),
    effect=Effect.FORBID,
    cites=("not_pressed",),
)

unaccounted_announced = Rule(
    id="ballot_counts.unaccounted.announced",
    catalogue="bt-unaccounted",
    subject="tally",
    since=ALWAYS,
    term="不能确定不得宣布",
    term_en="Undetermined is not announced",
    means="No result is announced while it is undetermined.",
    means_zh="结果不能确定的，不得宣布通过或者当选。",
    when=fact("is_vote_undetermined"),
    requires=~fact("is_result_announced"),
    effect=Effect.FORBID,
    cites=("unaccounted",),
)

unaccounted_shown = Rule(
    id="ballot_counts.unaccounted.shown",
    catalogue="bt-unaccounted",
    subject="tally",
    since=ALWAYS,
    term="去向不明票列明",
    term_en="Unexplained votes shown",
    means="Unexplained votes are always shown.",
    means_zh="去向不明票数始终列明。",
    when=fact("votes_unaccounted") > 0,
    requires=fact("is_unaccounted_shown"),
    effect=Effect.WARN,
    cites=("unaccounted",),
)

unaccounted_negative = Rule(
    id="ballot_counts.unaccounted.negative",
    catalogue="bt-unaccounted",
    subject="tally",
    since=ALWAYS,
    term="票数为负系数据错误",
    term_en="Negative is an error",
    means="More votes explained than expected is an error in the data: stop.",
    means_zh="已列明票数多于应有票数的，系数据错误，应当停止。",
    requires=fact("votes_unaccounted") >= 0,
    effect=Effect.FORBID,
    cites=("unaccounted",),
)

unaccounted_spread = Rule(
    id="ballot_counts.unaccounted.spread",
    catalogue="bt-unaccounted",
    subject="tally",
    since=ALWAYS,
    term="去向不明票不得分摊",
    term_en="Unexplained votes are not shared out",
    means="Unexplained votes are not put under against, abstaining or void.",
    means_zh="去向不明票不得计入反对、弃权或者无效。",
    requires=~fact("is_unaccounted_distributed"),
    effect=Effect.FORBID,
    cites=("unaccounted",),
)

base_quorum = Rule(
    id="ballot_counts.base.quorum",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="法定到会人数",
    term_en="Quorum",
    means="Enough of those entitled took part, by the row of the table.",
    means_zh="到会（参加投票）人数须达到表行的法定人数。",
    when=fact("vote_regime") != "recommendation",
    requires=fact("is_quorum_met"),
    effect=Effect.FORBID,
    cites=("base_table",),
)

base_recommendation = Rule(
    id="ballot_counts.base.recommendation",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="会议推荐到会",
    term_en="Attendance of a recommendation",
    means="Two thirds of the scope normally attend a recommendation meeting.",
    means_zh="会议推荐一般应有推荐范围三分之二以上到会。",
    when=fact("vote_regime") == "recommendation",
    requires=fact("is_quorum_met"),
    effect=Effect.WARN,
    cites=("base_table",),
    verified=False,
)

base_motion = Rule(
    id="ballot_counts.base.motion",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="表决通过票数",
    term_en="Votes that carry",
    means="A motion has the votes that its row needs.",
    means_zh="同意票须达到表行的所需票数。",
    when=(fact("vote_regime") != "plenum_vote") & ~fact("is_vote_undetermined"),
    requires=fact("votes_for") >= fact("votes_needed"),
    effect=Effect.FORBID,
    cites=("base_table",),
)

base_plenum = Rule(
    id="ballot_counts.base.plenum",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="全委会票决",
    term_en="Plenum vote",
    means="A plenum vote on chiefs one level down needs more than half of those due (unverified).",
    means_zh="全委会票决下一级正职，须应到会委员超过半数同意（未核实）。",
    when=fact("vote_regime") == "plenum_vote",
    requires=fact("votes_for") >= fact("votes_needed"),
    effect=Effect.FORBID,
    cites=("base_table",),
    verified=False,
)

base_candidate = Rule(
    id="ballot_counts.base.candidate",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="当选票数",
    term_en="Votes that elect",
    means="A candidate has the votes that the row needs.",
    means_zh="候选人得票须达到表行的所需票数。",
    requires=fact("candidate_votes") >= fact("votes_needed"),
    effect=Effect.FORBID,
    cites=("base_table",),
)

tie = Rule(
    id="ballot_counts.tie",
    catalogue="bt-tie",
    subject="tally",
    since=ALWAYS,
    term="并列票处理",
    term_en="Ties",
    means="A tie is voted on again among the tied; a recommendation may report it.",
    means_zh="票数相等的就相等者再次投票；民主推荐可以如实报告并列。",
    when=fact("has_tie_at_last_seat"),
    requires=(fact("tie_method") == "revote_tied")
    | ((fact("tie_method") == "reported") & (fact("vote_regime") == "recommendation")),
    effect=Effect.FORBID,
    cites=("tie", "congress_elections:45.p3"),
)

tie_all = Rule(
    id="ballot_counts.tie.all",
    catalogue="bt-tie",
    subject="tally",
    since=ALWAYS,
    term="相等者全部再投",
    term_en="All the tied stand again",
    means="Everyone tied stands again, nobody else.",
    means_zh="票数相等者全部、且只有相等者参加再次投票。",
    when=fact("has_tie_at_last_seat"),
    requires=fact("candidates_in_revote") == fact("tied_candidates"),
    effect=Effect.FORBID,
    cites=("tie", "congress_elections:45.p3"),
)

sign = Rule(
    id="ballot_counts.sign",
    catalogue="bt-sign-and-keep",
    subject="tally",
    since=ALWAYS,
    term="计票记录签字",
    term_en="Count signed",
    means="The count is signed before the announcement; for keypads the file is kept instead.",
    means_zh="宣布前计票记录须签字；表决器表决保存导出文件。",
    when=fact("is_result_announced"),
    requires=fact("is_count_signed") | ((fact("vote_mode") == "keypad") & fact("is_keypad_file_kept")),
    effect=Effect.FORBID,
    cites=("sign_and_keep", "congress_elections:43"),
)

keep = Rule(
    id="ballot_counts.keep",
    catalogue="bt-sign-and-keep",
    subject="tally",
    since=ALWAYS,
    term="选票封存",
    term_en="Ballots kept",
    means="Paper ballots are sealed and kept.",
    means_zh="纸质选票应当封存保管。",
    when=fact("vote_mode") == "paper",
    requires=fact("are_ballots_kept"),
    effect=Effect.FORBID,
    cites=("sign_and_keep",),
)

sheets = Rule(
    id="ballot_counts.sheets",
    catalogue="bt-sign-and-keep",
    subject="tally",
    since=ALWAYS,
    term="更正另制计票单",
    term_en="A corrected sheet",
    means="A sheet corrected after signing is made anew, and both are kept.",
    means_zh="签字后更正的，另制计票单，新旧均保存。",
    when=fact("is_sheet_corrected"),
    requires=fact("are_both_sheets_kept"),
    effect=Effect.FORBID,
    cites=("sign_and_keep",),
)

words = Rule(
    id="ballot_counts.words",
    catalogue="bt-result-words",
    subject="tally",
    since=ALWAYS,
    term="结果列票数和基数",
    term_en="Counts with the base",
    means="Results show counts with their base; no percentage decides.",
    means_zh="结果须列票数和基数，不得以百分比作判定。",
    requires=fact("is_count_printed") & ~fact("is_percentage_decisive"),
    effect=Effect.WARN,
    cites=("result_words",),
)
