"""Provincial options on rounds, proxies, recall, by-elections: only where `province` names the province (article 40)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

runoff_north = Rule(
    id="village_committees.local.runoff_beijing",
    catalogue="vc-second-round",
    subject="village_committee",
    since=date(2012, 1, 1),
    term="另行选举期限（北京）",
    term_en="Further voting (Beijing)",
    means="Beijing: further voting within 15 days.",
    means_zh="北京：另行选举在15日内举行。",
    when=(fact("province") == "beijing"),
    requires=fact("village_runoff_on")
    <= later(fact("village_election_on"), days=param("village_committees.runoff_days_beijing")),
    effect=Effect.FORBID,
    cites=("40",),
)

runoff_east = Rule(
    id="village_committees.local.runoff_days",
    catalogue="vc-second-round",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="另行选举期限（浙江、上海）",
    term_en="Further voting (Zhejiang, Shanghai)",
    means="Zhejiang, Shanghai: further voting within 30 days.",
    means_zh="浙江、上海：另行选举在30日内举行。",
    when=fact("province").isin(("zhejiang", "shanghai")),
    requires=fact("village_runoff_on")
    <= later(fact("village_election_on"), days=param("village_committees.runoff_days")),
    effect=Effect.FORBID,
    cites=("40",),
)

runoff_turnout = Rule(
    id="village_committees.local.runoff_henan",
    catalogue="vc-second-round",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="另行选举仍须过半参加（河南）",
    term_en="Turnout of further voting (Henan)",
    means=(
        "Henan: further voting again needs over half to take part; over half elects, failing "
        "that the most votes and a third."
    ),
    means_zh="河南：另行选举仍须过半数参加；先按过半数当选，未过半数的以得票多且不少于三分之一当选。",
    when=(fact("province") == "henan") & (fact("village_round") == "runoff"),
    requires=is_share(fact("village_took_part"), Share.GT_HALF, of=fact("village_registered")),
    effect=Effect.FORBID,
    cites=("40",),
)

postponed = Rule(
    id="village_committees.local.postponed",
    catalogue="vc-secret-public-count",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="结果延期公布（浙江）",
    term_en="Result postponed (Zhejiang)",
    means="Zhejiang, article 32: the announcement may be postponed with the township's permit.",
    means_zh="浙江第三十二条：经乡镇同意，可以延期公布选举结果。",
    when=(fact("province") == "zhejiang") & (fact("village_result_on") > fact("village_election_on")),
    requires=fact("is_announcement_postponed") & fact("is_village_count_open"),
    effect=Effect.FORBID,
    cites=("40",),
)

proxies_north = Rule(
    id="village_committees.local.proxies_beijing",
    catalogue="vc-proxy",
    subject="village_committee",
    since=date(2012, 1, 1),
    term="受委托人数上限（北京）",
    term_en="Proxies an agent may hold (Beijing)",
    means="Beijing: an agent holds three proxies at most.",
    means_zh="北京：每人接受委托不超过三人。",
    when=(fact("province") == "beijing"),
    requires=fact("proxies_held") <= param("village_committees.proxies_beijing"),
    effect=Effect.FORBID,
    cites=("40",),
)

proxies_others = Rule(
    id="village_committees.local.proxies",
    catalogue="vc-proxy",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="受委托人数上限（浙江、上海、河南）",
    term_en="Proxies an agent may hold (Zhejiang, Shanghai, Henan)",
    means="Zhejiang, Shanghai, Henan: an agent holds three proxies at most.",
    means_zh="浙江、上海、河南：每人接受委托不超过三人。",
    when=fact("province").isin(("zhejiang", "shanghai", "henan")),
    requires=fact("proxies_held") <= param("village_committees.proxies"),
    effect=Effect.FORBID,
    cites=("40",),
)

agent = Rule(
    id="village_committees.local.agent_beijing",
    catalogue="vc-proxy",
    subject="village_committee",
    since=date(2012, 1, 1),
    term="候选人不得受委托（北京）",
    term_en="No candidate as agent (Beijing)",
    means="Beijing: a candidate is no agent.",
    means_zh="北京：候选人不得接受委托。",
    when=(fact("province") == "beijing"),
    requires=~fact("is_agent_candidate"),
    effect=Effect.FORBID,
    cites=("40",),
)

filed_east = Rule(
    id="village_committees.local.proxy_filed_zhejiang",
    catalogue="vc-proxy",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="委托提前登记（浙江）",
    term_en="Proxies filed before (Zhejiang)",
    means="Zhejiang: proxies are filed 3 days before the election.",
    means_zh="浙江：委托投票在选举日3日前登记。",
    when=(fact("province") == "zhejiang"),
    requires=later(fact("proxy_filed_on"), days=param("village_committees.proxy_days_zhejiang"))
    <= fact("village_election_on"),
    effect=Effect.FORBID,
    cites=("40",),
)

filed_port = Rule(
    id="village_committees.local.proxy_filed_shanghai",
    catalogue="vc-proxy",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="委托提前登记（上海）",
    term_en="Proxies filed before (Shanghai)",
    means="Shanghai: proxies are filed 5 days before the election.",
    means_zh="上海：委托投票在选举日5日前登记。",
    when=(fact("province") == "shanghai"),
    requires=later(fact("proxy_filed_on"), days=param("village_committees.proxy_days_shanghai"))
    <= fact("village_election_on"),
    effect=Effect.FORBID,
    cites=("40",),
)

void_again = Rule(
    id="village_committees.local.void_again",
    catalogue="vc-void-win",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="无效后再次当选（浙江）",
    term_en="Elected again after a void win (Zhejiang)",
    means="Zhejiang, article 41: a win in the further vote after a void win is void again.",
    means_zh="浙江第四十一条：当选被确认无效后又在另行选举中当选的，当选无效。",
    when=(fact("province") == "zhejiang") & (fact("had_void_win") & (fact("village_round") == "runoff")),
    requires=fact("is_win_declared_void"),
    effect=Effect.FORBID,
    cites=("40",),
)

recall_north = Rule(
    id="village_committees.local.recall_beijing",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(2012, 1, 1),
    term="罢免表决期限（北京）",
    term_en="Recall vote within (Beijing)",
    means="Beijing: the recall vote is held within 30 days of the demand.",
    means_zh="北京：自提出罢免要求之日起三十日内表决。",
    when=(fact("province") == "beijing"),
    requires=fact("recall_voted_on")
    <= later(fact("recall_filed_on"), days=param("village_committees.recall_days_beijing")),
    effect=Effect.FORBID,
    cites=("40",),
)

recall_east = Rule(
    id="village_committees.local.recall_days",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="罢免表决期限（浙江、上海）",
    term_en="Recall vote within (Zhejiang, Shanghai)",
    means="Zhejiang, Shanghai: the recall vote is held within 30 days of the demand.",
    means_zh="浙江、上海：自提出罢免要求之日起三十日内表决。",
    when=fact("province").isin(("zhejiang", "shanghai")),
    requires=fact("recall_voted_on")
    <= later(fact("recall_filed_on"), days=param("village_committees.recall_days")),
    effect=Effect.FORBID,
    cites=("40",),
)

recall_again = Rule(
    id="village_committees.local.recall_again",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="同一事实再次罢免（浙江）",
    term_en="Same facts again (Zhejiang)",
    means="Zhejiang: after a failed recall the same facts are not used again for a year.",
    means_zh="浙江：罢免未通过的，一年内不得以同一事实再次提出。",
    when=(fact("province") == "zhejiang") & (fact("is_recall_on_same_facts")),
    requires=fact("recall_filed_on")
    >= later(fact("recall_failed_on"), months=param("village_committees.recall_again_months")),
    effect=Effect.FORBID,
    cites=("40",),
)

recall_term = Rule(
    id="village_committees.local.recall_term_beijing",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(2012, 1, 1),
    term="同一事实本届不再罢免（北京）",
    term_en="Same facts not in this term (Beijing)",
    means="Beijing: after a failed recall the same facts are not used again in the term.",
    means_zh="北京：罢免未通过的，本届内不得以同一事实再次提出。",
    when=(fact("province") == "beijing") & (fact("is_recall_on_same_facts")),
    requires=~fact("is_recall_in_same_term"),
    effect=Effect.FORBID,
    cites=("40",),
)

by_quorum = Rule(
    id="village_committees.local.by_election",
    catalogue="vc-by-election",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="补选到会数（浙江）",
    term_en="Quorum of a by-election (Zhejiang)",
    means="Zhejiang, article 38: assembly over half, representatives two thirds.",
    means_zh="浙江第三十八条：村民会议补选须过半数参加，村民代表会议补选须三分之二以上参加。",
    when=(fact("province") == "zhejiang"),
    requires=(
        (fact("by_election_body") == "assembly")
        & is_share(fact("by_election_present"), Share.GT_HALF, of=fact("by_election_due"))
    )
    | (
        (fact("by_election_body") == "representatives")
        & is_share(fact("by_election_present"), Share.GE_2_3, of=fact("by_election_due"))
    ),
    effect=Effect.WARN,
    cites=("40",),
)

seal = Rule(
    id="village_committees.local.seal",
    catalogue="vc-handover",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="印章当日移交（上海）",
    term_en="Seal on the day (Shanghai)",
    means="Shanghai: the seal is handed over on the day itself.",
    means_zh="上海：印章在新一届产生当日移交。",
    when=(fact("province") == "shanghai"),
    requires=fact("seal_handed_on") <= fact("new_committee_on"),
    effect=Effect.WARN,
    cites=("40",),
)
