"""全委会表决: secret ballot, quorum, options, majority, recusal. When it is used is in `selection_regulations` art 37."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

SINCE = date(2004, 4, 8)

secret = Rule(
    id="plenary_vote.3.secret",
    catalogue="b-plenum-vote",
    subject="plenary_vote",
    since=SINCE,
    term="无记名表决",
    term_en="By secret ballot",
    means="The plenum votes by secret ballot.",
    means_zh="全委会采用无记名投票方式表决。",
    requires=fact("decision_form") == "secret",
    effect=Effect.FORBID,
    cites=("3",),
)

quorum = Rule(
    id="plenary_vote.6.quorum",
    catalogue="b-plenum-vote",
    subject="plenary_vote",
    since=SINCE,
    term="全委会三分之二以上到会",
    term_en="Quorum of the plenum",
    means="At least two thirds of the members attend.",
    means_zh="须有三分之二以上委员到会方可表决。",
    requires=is_share(fact("plenum_present"), Share.GE_2_3, of=fact("plenum_members")),
    effect=Effect.FORBID,
    cites=("6",),
)

options = Rule(
    id="plenary_vote.6.options",
    catalogue="b-plenum-vote",
    subject="plenary_vote",
    since=SINCE,
    term="不得另提他人",
    term_en="No write-in",
    means="The ballot has yes, no and abstain; nobody else may be written in.",
    means_zh="表决票只设同意、不同意、弃权，不得另提他人。",
    requires=~fact("has_write_in"),
    effect=Effect.FORBID,
    cites=("6",),
)

majority = Rule(
    id="plenary_vote.majority",
    catalogue="b-plenum-vote",
    subject="plenary_vote",
    since=SINCE,
    term="全委会超过半数同意",
    term_en="Majority of the plenum",
    means="More than half of the members who should attend agree; related members stay in the base.",
    means_zh="应到会委员超过半数同意为通过，应回避讨论的委员仍计入应到会人数。",
    requires=is_share(fact("plenum_votes_for"), Share.GT_HALF, of=fact("plenum_members")),
    effect=Effect.FORBID,
    cites=("majority",),
    verified=False,
)

recusal = Rule(
    id="plenary_vote.5.recusal",
    catalogue="b-plenum-vote",
    subject="plenary_vote",
    since=SINCE,
    term="讨论回避、表决参加",
    term_en="Out of the discussion, in the ballot",
    means="A related member leaves the discussion and takes part in the ballot.",
    means_zh="与人选有亲属关系的委员讨论时回避，表决时参加。",
    when=fact("has_related_plenum_member"),
    requires=fact("is_related_out_of_discussion") & fact("is_related_in_ballot"),
    effect=Effect.FORBID,
    cites=("5",),
)

postpone = Rule(
    id="plenary_vote.7.postpone",
    catalogue="b-plenum-vote",
    subject="plenary_vote",
    since=SINCE,
    term="问题未清暂缓表决",
    term_en="Postponed when unclear",
    means="With a serious question open the vote is postponed.",
    means_zh="人选有重大问题未查清的，暂缓表决。",
    when=fact("is_issue_unclear"),
    requires=fact("is_vote_postponed"),
    effect=Effect.WARN,
    cites=("7",),
)

twice = Rule(
    id="plenary_vote.twice",
    catalogue="b-plenum-vote",
    subject="plenary_vote",
    since=SINCE,
    term="两次未通过不再提名",
    term_en="Failing twice",
    means="Nobody who failed twice for a post is nominated for it again (local practice).",
    means_zh="同一职务两次表决未通过的，不再提名（地方做法）。",
    requires=fact("plenum_failures") < param("plenary_vote.failures"),
    effect=Effect.FORBID,
    cites=("twice",),
    verified=False,
)
