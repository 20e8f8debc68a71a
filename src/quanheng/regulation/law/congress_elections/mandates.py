"""代表职务失去的后果和破坏选举: linked posts, by-elections, void wins."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1995, 2, 28)

article_54 = Rule(
    id="congress_elections.54",
    catalogue="el-consequence-of-loss",
    subject="deputy",
    since=FIRST,
    term="代表职务失去的连带后果",
    term_en="Linked posts end",
    means="With a recall or an accepted resignation the linked posts of the congress end; government posts do not.",
    means_zh="被罢免或者辞职被接受的，常委会、专门委员会、乡镇主席副主席职务相应终止；政府职务不受影响。",
    when=fact("mandate_event").isin(("recalled", "resigned"))
    & fact("linked_post").isin(
        ("standing_committee", "special_committee", "township_chair", "township_vice_chair")
    ),
    requires=~fact("is_still_in_linked_post"),
    effect=Effect.FORBID,
    cites=("54", "56"),
)

article_54_seat = Rule(
    id="congress_elections.54.seat",
    catalogue="el-consequence-of-loss",
    subject="deputy",
    since=FIRST,
    term="代表职务失去",
    term_en="The mandate is lost",
    means="Recalled, resigned, moved out of the area or ended otherwise: no longer a deputy.",
    means_zh="被罢免、辞职被接受、迁出或者调离、其他终止的，不再是代表。",
    when=fact("mandate_event").isin(("recalled", "resigned", "moved_out", "ended")),
    requires=~fact("is_still_deputy"),
    effect=Effect.FORBID,
    cites=("54", "56", "57"),
)

article_57 = Rule(
    id="congress_elections.57",
    catalogue="el-consequence-of-loss",
    subject="deputy",
    since=FIRST,
    term="补选代表任期",
    term_en="Term of a by-elected deputy",
    means="A by-elected deputy serves to the end of the term of the congress.",
    means_zh="补选的代表任期到本届人大任期届满为止。",
    requires=fact("mandate_until") <= fact("congress_term_until"),
    effect=Effect.FORBID,
    cites=("57",),
)

article_58 = Rule(
    id="congress_elections.58",
    catalogue="el-void-win",
    subject="deputy",
    since=FIRST,
    term="破坏选举当选无效",
    term_en="A void win",
    means="Elected through bribery, violence, forgery or retaliation: the win is void; a person decides whether it was through it.",
    means_zh="以贿赂、暴力、伪造、报复等手段当选的，当选无效；是否以此当选由人认定。",
    when=fact("election_breach").isin(("bribery", "violence", "forgery", "retaliation"))
    & fact("is_elected_through_breach"),
    requires=fact("is_win_void"),
    effect=Effect.FORBID,
    cites=("58",),
)

article_58_sanction = Rule(
    id="congress_elections.58.sanction",
    catalogue="el-void-win",
    subject="deputy",
    since=FIRST,
    term="破坏选举的处分",
    term_en="Sanction for breaches",
    means="A public official who breaches the election is sanctioned as well; since 2020-10-18 by the supervisory organ too.",
    means_zh="国家工作人员破坏选举的，还应当依法给予处分；2020年起包括政务处分。",
    when=fact("election_breach").isin(("bribery", "violence", "forgery", "retaliation"))
    & fact("is_public_official"),
    requires=fact("has_official_sanction"),
    effect=Effect.FORBID,
    cites=("58",),
)
