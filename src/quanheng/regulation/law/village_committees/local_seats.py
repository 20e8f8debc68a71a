"""Provincial options on seats and heads: only where `province` names the province (article 40)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

kin_seats = Rule(
    id="village_committees.local.kin_seats",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="近亲属同时当选（浙江）",
    term_en="Kin elected together (Zhejiang)",
    means=("Zhejiang: of kin elected together the highest post stays, between equal posts the most votes."),
    means_zh="浙江：近亲属同时当选的，保留职务最高的；职务相同的，保留得票多的。",
    when=(fact("province") == "zhejiang") & (fact("has_elected_kin")),
    requires=(~fact("is_kin_post_equal") & (fact("kin_seat_keeper") == "highest_post"))
    | (fact("is_kin_post_equal") & (fact("kin_seat_keeper") == "most_votes")),
    effect=Effect.FORBID,
    cites=("40",),
)

vacancy_north = Rule(
    id="village_committees.local.vacancy_beijing",
    catalogue="vc-size",
    subject="village_committee",
    since=date(2012, 1, 1),
    term="名额可以暂缺（北京）",
    term_en="Vacant seats (Beijing)",
    means=("Beijing: after a failed further vote seats may stay vacant when three members are seated."),
    means_zh="北京：另行选举后仍不足名额的，已选出三人以上的可以暂缺。",
    when=(fact("province") == "beijing") & (fact("is_village_runoff_failed")),
    requires=fact("village_seated") >= param("village_committees.seated_least_beijing"),
    effect=Effect.FORBID,
    cites=("40",),
)

vacancy_east = Rule(
    id="village_committees.local.vacancy",
    catalogue="vc-size",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="名额可以暂缺（浙江、上海）",
    term_en="Vacant seats (Zhejiang, Shanghai)",
    means=(
        "Zhejiang, Shanghai: after a failed further vote seats may stay vacant when three members are seated."
    ),
    means_zh="浙江、上海：另行选举后仍不足名额的，已选出三人以上的可以暂缺。",
    when=fact("province").isin(("zhejiang", "shanghai")) & (fact("is_village_runoff_failed")),
    requires=fact("village_seated") >= param("village_committees.seated_least"),
    effect=Effect.FORBID,
    cites=("40",),
)

women_seat = Rule(
    id="village_committees.local.women_seat",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="妇女委员名额单列（浙江）",
    term_en="Women's seat listed apart (Zhejiang)",
    means="Zhejiang: the women's seat is listed apart on the ballot.",
    means_zh="浙江：妇女委员名额在选票上单列。",
    when=(fact("province") == "zhejiang"),
    requires=fact("is_women_seat_listed_apart"),
    effect=Effect.FORBID,
    cites=("40",),
)

acting_east = Rule(
    id="village_committees.local.acting_zhejiang",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="主任未选出时的主持人（浙江）",
    term_en="Acting head (Zhejiang)",
    means=(
        "Zhejiang: when no head is elected the acting head is the deputy, else whom the "
        "representatives choose."
    ),
    means_zh="浙江：主任未选出的，由副主任主持，没有副主任的由村民代表会议推选。",
    when=(fact("province") == "zhejiang") & (fact("is_head_not_elected")),
    requires=fact("acting_village_head").isin(("deputy", "chosen_by_representatives")),
    effect=Effect.FORBID,
    cites=("40",),
)

acting_port = Rule(
    id="village_committees.local.acting_shanghai",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="主任未选出时的主持人（上海）",
    term_en="Acting head (Shanghai)",
    means="Shanghai: when no head is elected the acting head is the deputy with the most votes.",
    means_zh="上海：主任未选出的，由得票最多的副主任主持。",
    when=(fact("province") == "shanghai") & (fact("is_head_not_elected")),
    requires=fact("acting_village_head").isin(("top_deputy",)),
    effect=Effect.FORBID,
    cites=("40",),
)

against_issued = Rule(
    id="village_committees.local.ballots_issued",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="选票与发出数核对（河南）",
    term_en="Ballots against those issued (Henan)",
    means="Henan counts the ballots returned against those issued.",
    means_zh="河南：收回的选票不多于发出的选票，选举有效。",
    when=(fact("province") == "henan"),
    requires=fact("village_ballots_returned") <= fact("village_ballots_issued"),
    effect=Effect.FORBID,
    cites=("40",),
)

against_voters = Rule(
    id="village_committees.local.ballots_voters",
    catalogue="vc-local-options",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="选票与投票人数核对",
    term_en="Ballots against voters",
    means="Zhejiang, Shanghai, Beijing count the ballots returned against the persons who voted.",
    means_zh="浙江、上海、北京：收回的选票不多于投票人数，选举有效。",
    when=fact("province").isin(("zhejiang", "shanghai", "beijing")),
    requires=fact("village_ballots_returned") <= fact("village_voters_came"),
    effect=Effect.FORBID,
    cites=("40",),
)
