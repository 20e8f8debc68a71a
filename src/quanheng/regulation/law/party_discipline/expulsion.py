"""开除党籍, and what a sanction does to delegates and to members of Party committees."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, THIRD = date(2003, 12, 31), date(2018, 10, 1)
EXPELLED = fact("sanction_kind") == "party_expulsion"

readmission = Rule(
    id="party_discipline.13.readmission",
    catalogue="h-party-expulsion",
    subject="sanction",
    since=FIRST,
    term="开除党籍后重新入党",
    term_en="Readmission after expulsion",
    means="No readmission within five years of expulsion, and never where a special rule says so.",
    means_zh="被开除党籍的，五年内不得重新入党；另有规定不准重新入党的依照规定。党龄自重新入党起算。",
    when=EXPELLED & (fact("personnel_act") == "readmission"),
    requires=(fact("act_restricted_until") < fact("judged_on")) & ~fact("is_readmission_barred_for_life"),
    effect=Effect.FORBID,
    cites=("13",),
)

outside_posts = Rule(
    id="party_discipline.13.outside",
    catalogue="h-party-expulsion",
    subject="sanction",
    since=THIRD,
    term="开除党籍后的党外职务",
    term_en="Outside posts after expulsion",
    means="For five years no outside post equal to or above the former one.",
    means_zh="被开除党籍的，五年内不得被推荐担任与其原任职务相当或者高于原任职务的党外职务。",
    when=EXPELLED & fact("personnel_act").isin(("promotion", "equal_post", "further_use")),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("13",),
)

delegate_kept = Derivation(
    id="party_discipline.delegate.kept",
    catalogue="h-party-delegate",
    subject="sanction",
    since=FIRST,
    term="是否保留代表资格",
    term_en="Whether still a delegate",
    means="Probation and expulsion end the delegate's status; lighter sanctions do not.",
    means_zh="受留党察看以上处分的终止代表资格，较轻处分不终止。",
    fact="is_delegate_status_kept",
    reads=("is_party_delegate", "sanction_kind"),
    reckon=lambda *, is_party_delegate, sanction_kind, on: (
        is_party_delegate and sanction_kind not in ("party_probation", "party_expulsion")
    ),
    cites=("delegate",),
)

delegate = Rule(
    id="party_discipline.delegate",
    catalogue="h-party-delegate",
    subject="sanction",
    since=FIRST,
    term="代表资格",
    term_en="Delegate's status",
    means="Who lost the delegate's status does not act as one.",
    means_zh="代表资格终止的，不得以代表身份履职。",
    when=fact("acts_as_delegate"),
    requires=fact("is_delegate_status_kept"),
    effect=Effect.FORBID,
    cites=("delegate",),
)

committee_vote = Rule(
    id="party_discipline.delegate.committee",
    catalogue="h-party-delegate",
    subject="sanction",
    since=FIRST,
    term="对委员的处分表决",
    term_en="Vote on sanctioning a committee member",
    means="Removal and heavier sanctions on a committee member need two thirds of its plenum, or the standing committee first and confirmation later.",
    means_zh="给予党的委员会委员、候补委员撤销党内职务以上处分，须经全会三分之二以上同意；闭会期间可以先由常委会决定，待全会追认。",
    when=fact("is_party_committee_member")
    & fact("sanction_kind").isin(("party_post_removal", "party_probation", "party_expulsion")),
    requires=is_share(fact("votes_for"), Share.GE_2_3, of=fact("members_should_attend"))
    | (fact("is_standing_committee_first") & fact("is_plenum_confirmed")),
    effect=Effect.FORBID,
    cites=("party_constitution:committee_sanction", "delegate"),
)
