"""罢免和辞职: who may propose a recall, what passes it, to whom a deputy resigns."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

EQUAL = date(2010, 3, 14)

article_50 = Rule(
    id="congress_elections.50",
    catalogue="el-recall-direct",
    subject="deputy",
    since=EQUAL,
    term="直接选举代表罢免联名",
    term_en="Signers of a direct recall",
    means="Fifty voters of the district for a county deputy, thirty for a township deputy.",
    means_zh="县级代表须原选区选民五十人以上、乡级代表三十人以上联名。",
    when=fact("recall_target") == "direct_deputy",
    requires=(
        (fact("congress_level") == "county")
        & (fact("recall_joint_proposers") >= param("congress_elections.recall_signers_county"))
    )
    | (
        (fact("congress_level") == "township")
        & (fact("recall_joint_proposers") >= param("congress_elections.recall_signers_township"))
    ),
    effect=Effect.FORBID,
    cites=("50",),
)

article_50_form = Rule(
    id="congress_elections.50.form",
    catalogue="el-recall-direct",
    subject="deputy",
    since=EQUAL,
    term="罢免要求的提出",
    term_en="Form of a recall demand",
    means="The demand is written, with reasons, to the county standing committee, for township deputies too.",
    means_zh="罢免要求应当书面写明理由，向县级人大常委会提出，乡级亦同。",
    when=fact("recall_target") == "direct_deputy",
    requires=fact("is_recall_written") & (fact("recall_sent_to") == "county_standing_committee"),
    effect=Effect.FORBID,
    cites=("50",),
)

article_53_voters = Rule(
    id="congress_elections.53.voters",
    catalogue="el-recall-direct",
    subject="deputy",
    since=EQUAL,
    term="罢免直接选举代表的通过",
    term_en="Direct recall passes",
    means="More than half of all registered voters of the district.",
    means_zh="罢免由选民直接选举的代表，须经原选区过半数的选民通过。",
    when=fact("recall_target") == "direct_deputy",
    requires=is_share(fact("votes_for"), Share.GT_HALF, of=fact("registered_voters")),
    effect=Effect.FORBID,
    cites=("53",),
)

article_53_secret = Rule(
    id="congress_elections.53.secret",
    catalogue="el-recall-direct",
    subject="deputy",
    since=EQUAL,
    term="表决罢免无记名",
    term_en="Secret vote on a recall",
    means="A recall is voted by secret ballot.",
    means_zh="表决罢免要求采用无记名投票。",
    when=fact("recall_target") == "direct_deputy",
    requires=fact("is_secret_ballot"),
    effect=Effect.FORBID,
    cites=("53",),
)

article_50_reply = Rule(
    id="congress_elections.50.reply",
    catalogue="el-recall-direct",
    subject="deputy",
    since=EQUAL,
    term="申辩意见印发选民",
    term_en="The reply is printed",
    means="The deputy's reply is printed for the voters of the district.",
    means_zh="被提出罢免的代表的申辩意见应当印发原选区选民。",
    when=fact("recall_target") == "direct_deputy",
    requires=fact("is_recall_reply_printed"),
    effect=Effect.WARN,
    cites=("50",),
)

article_51 = Rule(
    id="congress_elections.51",
    catalogue="el-recall-indirect",
    subject="deputy",
    since=EQUAL,
    term="间接选举代表罢免的提出",
    term_en="Who proposes an indirect recall",
    means="In session the presidium or a tenth of the deputies; in recess the chairpersons or a fifth of the members.",
    means_zh="会议期间由主席团或者十分之一以上代表联名，闭会期间由主任会议或者常委会组成人员五分之一以上联名提出。",
    when=fact("recall_target") == "indirect_deputy",
    requires=(
        (fact("recall_venue") == "in_session")
        & (
            (fact("recall_proposed_by") == "presidium")
            | (
                (fact("recall_proposed_by") == "deputies")
                & is_share(fact("recall_joint_proposers"), Share.GE_1_10, of=fact("all_deputies"))
            )
        )
    )
    | (
        (fact("recall_venue") == "in_recess")
        & (
            (fact("recall_proposed_by") == "chairpersons")
            | (
                (fact("recall_proposed_by") == "committee_members")
                & is_share(fact("recall_joint_proposers"), Share.GE_1_5, of=fact("committee_total"))
            )
        )
    ),
    effect=Effect.FORBID,
    cites=("51",),
)

article_53_deputies = Rule(
    id="congress_elections.53.deputies",
    catalogue="el-recall-indirect",
    subject="deputy",
    since=EQUAL,
    term="会议期间罢免的通过",
    term_en="Recall passes in session",
    means="More than half of all deputies.",
    means_zh="会议期间罢免须经全体代表过半数通过。",
    when=(fact("recall_target") == "indirect_deputy") & (fact("recall_venue") == "in_session"),
    requires=is_share(fact("votes_for"), Share.GT_HALF, of=fact("all_deputies")),
    effect=Effect.FORBID,
    cites=("53",),
)

article_53_committee = Rule(
    id="congress_elections.53.committee",
    catalogue="el-recall-indirect",
    subject="deputy",
    since=EQUAL,
    term="闭会期间罢免的通过",
    term_en="Recall passes in recess",
    means="More than half of all members of the standing committee.",
    means_zh="闭会期间罢免须经常委会组成人员过半数通过。",
    when=(fact("recall_target") == "indirect_deputy") & (fact("recall_venue") == "in_recess"),
    requires=is_share(fact("votes_for"), Share.GT_HALF, of=fact("committee_total")),
    effect=Effect.FORBID,
    cites=("53",),
)

article_53_report = Rule(
    id="congress_elections.53.report",
    catalogue="el-recall-indirect",
    subject="deputy",
    since=EQUAL,
    term="罢免报备公告",
    term_en="Recall reported",
    means="The resolution is reported up for the record and announced.",
    means_zh="罢免决议须报上一级人大常委会备案、公告。",
    when=fact("recall_target") == "indirect_deputy",
    requires=fact("is_recall_reported"),
    effect=Effect.WARN,
    cites=("53",),
)

article_55 = Rule(
    id="congress_elections.55",
    catalogue="el-deputy-resigns",
    subject="deputy",
    since=EQUAL,
    term="代表辞职的接受机关",
    term_en="To whom a deputy resigns",
    means="National to city: the standing committee of the electing congress; county: its own; township: the congress itself.",
    means_zh="全国到设区的市的代表向原选举单位的常委会、县级向本级常委会、乡级向本级人大提出辞职。",
    requires=(
        fact("congress_level").isin(("national", "province", "municipality", "city"))
        & (fact("resignation_sent_to") == "electing_standing_committee")
    )
    | ((fact("congress_level") == "county") & (fact("resignation_sent_to") == "own_standing_committee"))
    | ((fact("congress_level") == "township") & (fact("resignation_sent_to") == "own_congress")),
    effect=Effect.FORBID,
    cites=("55",),
)

article_55_committee = Rule(
    id="congress_elections.55.committee",
    catalogue="el-deputy-resigns",
    subject="deputy",
    since=EQUAL,
    term="常委会接受辞职",
    term_en="Standing committee accepts",
    means="More than half of all members of the standing committee.",
    means_zh="接受辞职须经常委会组成人员过半数通过。",
    when=fact("resignation_sent_to").isin(("electing_standing_committee", "own_standing_committee")),
    requires=is_share(fact("votes_for"), Share.GT_HALF, of=fact("committee_total")),
    effect=Effect.FORBID,
    cites=("55",),
)

article_55_congress = Rule(
    id="congress_elections.55.congress",
    catalogue="el-deputy-resigns",
    subject="deputy",
    since=EQUAL,
    term="乡级人大接受辞职",
    term_en="Township congress accepts",
    means="More than half of all deputies of the township congress.",
    means_zh="乡级接受辞职须经本级人大代表过半数通过。",
    when=fact("resignation_sent_to") == "own_congress",
    requires=is_share(fact("votes_for"), Share.GT_HALF, of=fact("all_deputies")),
    effect=Effect.FORBID,
    cites=("55",),
)
