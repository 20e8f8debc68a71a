"""Provincial options on ballots: only where `province` names the province (article 40)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

illegible_east = Rule(
    id="village_committees.local.illegible_zhejiang",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="无法辨认的选票（浙江）",
    term_en="Illegible ballots (Zhejiang)",
    means="Zhejiang: on an illegible ballot the election committee decides.",
    means_zh="浙江：无法辨认的选票由选举委员会认定。",
    when=(fact("province") == "zhejiang"),
    requires=fact("illegible_ballot_handling") == "committee_decides",
    effect=Effect.FORBID,
    cites=("40",),
)


illegible_north = Rule(
    id="village_committees.local.illegible_beijing",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2012, 1, 1),
    term="无法辨认的选票（北京）",
    term_en="Illegible ballots (Beijing)",
    means=("Beijing: an illegible ballot is void once the committee finds so, and counted in the total."),
    means_zh="北京：无法辨认的选票经委员会认定后作废，计入总数。",
    when=(fact("province") == "beijing"),
    requires=fact("illegible_ballot_handling") == "void_counted",
    effect=Effect.FORBID,
    cites=("40",),
)


illegible_plain = Rule(
    id="village_committees.local.illegible_henan",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="无法辨认的选票（河南）",
    term_en="Illegible ballots (Henan)",
    means="Henan: an illegible ballot is void outright.",
    means_zh="河南：无法辨认的选票直接作废。",
    when=(fact("province") == "henan"),
    requires=fact("illegible_ballot_handling") == "void",
    effect=Effect.FORBID,
    cites=("40",),
)


two_posts = Rule(
    id="village_committees.local.two_posts",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="同一人两职的选票（浙江）",
    term_en="One person for two posts (Zhejiang)",
    means="Zhejiang, article 27: a ballot that names one person for two posts is void.",
    means_zh="浙江第二十七条：同一人填写两个职务的选票无效。",
    when=(fact("province") == "zhejiang") & (fact("is_person_named_twice")),
    requires=fact("is_village_ballot_void"),
    effect=Effect.FORBID,
    cites=("40",),
)


cascade = Rule(
    id="village_committees.local.cascade",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="得票不得向高职务累加（河南）",
    term_en="Votes do not go upwards (Henan)",
    means="Henan, article 25: lower-post votes are never added to a higher post.",
    means_zh="河南第二十五条：低职务的得票不得加到高职务上。",
    when=(fact("province") == "henan"),
    requires=~fact("is_lower_vote_added_upwards"),
    effect=Effect.FORBID,
    cites=("40",),
)


def _cascaded(province: str, village_higher_votes: int, village_lower_votes: int, *, on: date) -> int:
    return village_lower_votes + (village_higher_votes if province == "henan" else 0)


cascaded = Derivation(
    id="village_committees.local.cascaded",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="累加后的低职务得票（河南）",
    term_en="Votes for the lower post (Henan)",
    means=(
        "Henan, article 25: votes for a higher post that do not elect are added to the lower "
        "post; elsewhere they are not."
    ),
    means_zh="河南第二十五条：高职务未当选的得票可以加到低职务；其他地方不累加。",
    fact="village_votes_cascaded",
    reads=(
        "province",
        "village_higher_votes",
        "village_lower_votes",
    ),
    reckon=_cascaded,
    cites=("40",),
)
