"""选举方式和机构: who elects, who presides, election committee, tellers."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1995, 2, 28)
EQUAL = date(2010, 3, 14)


DIRECT_LEVELS, INDIRECT_LEVELS = ("county", "township"), ("national", "province", "municipality", "city")


def method_due(*, congress_level: str, on: date) -> str:
    """By the voters, by the congress one level down, or none where there is no congress."""
    if congress_level in DIRECT_LEVELS:
        return "direct"
    return "indirect" if congress_level in INDIRECT_LEVELS else "none"


article_3_method = Derivation(
    id="congress_elections.3.method",
    catalogue="el-who-elects",
    subject="election",
    since=FIRST,
    term="应采用的选举方式",
    term_en="Kind of election due",
    means="County and township congresses are elected by the voters, those above by the congress one level down; a street has none.",
    means_zh="县级、乡级由选民直接选举，以上各级由下一级人大选举；街道不设人大。",
    fact="election_method_due",
    reads=("congress_level",),
    reckon=method_due,
    cites=("3",),
)

article_3 = Rule(
    id="congress_elections.3",
    catalogue="el-who-elects",
    subject="election",
    since=FIRST,
    term="直接与间接选举范围",
    term_en="Direct and indirect elections",
    means="Direct elections for county and township congresses, indirect ones above.",
    means_zh="县级、乡级人大代表直接选举，以上各级间接选举；军队和香港、澳门另有规定。",
    when=fact("election_regime") != "leaders",
    requires=(fact("congress_level").isin(DIRECT_LEVELS) & (fact("election_regime") == "direct"))
    | (fact("congress_level").isin(INDIRECT_LEVELS) & (fact("election_regime") == "indirect"))
    | fact("election_regime").isin(("armed_forces", "special_region")),
    effect=Effect.FORBID,
    cites=("3",),
)

article_9 = Rule(
    id="congress_elections.9",
    catalogue="el-presiding-body",
    subject="election",
    since=FIRST,
    term="主持选举的机构",
    term_en="Body that runs the election",
    means="An election committee runs direct elections, the standing committee of that level indirect ones.",
    means_zh="直接选举由选举委员会主持，间接选举由本级人大常委会主持。",
    when=fact("election_regime").isin(("direct", "indirect")),
    requires=((fact("election_regime") == "direct") & (fact("presiding_body") == "election_committee"))
    | ((fact("election_regime") == "indirect") & (fact("presiding_body") == "standing_committee")),
    effect=Effect.FORBID,
    cites=("9",),
)

article_39 = Rule(
    id="congress_elections.39",
    catalogue="el-presiding-body",
    subject="election",
    since=FIRST,
    term="间接选举投票的主持",
    term_en="Who runs the vote of an indirect election",
    means="The presidium runs the vote of an indirect election.",
    means_zh="间接选举的投票由主席团主持。",
    when=fact("election_regime") == "indirect",
    requires=fact("voting_run_by") == "presidium",
    effect=Effect.FORBID,
    cites=("39",),
)

article_10 = Rule(
    id="congress_elections.10",
    catalogue="el-presiding-body",
    subject="election",
    since=FIRST,
    term="选举委员会的任命",
    term_en="Who appoints the election committee",
    means="The county standing committee appoints the election committees of the county and of its townships.",
    means_zh="县级、乡级选举委员会均由县级人大常委会任命。",
    when=fact("election_regime") == "direct",
    requires=fact("committee_appointed_by") == "county_standing_committee",
    effect=Effect.FORBID,
    cites=("10", "direct_elections:1"),
)

article_10_p2 = Rule(
    id="congress_elections.10.p2",
    catalogue="el-committee-candidate",
    subject="election",
    since=EQUAL,
    term="选委会成员成为候选人",
    term_en="Committee member who is a candidate",
    means="A member of the election committee who is nominated leaves the committee.",
    means_zh="选举委员会组成人员成为代表候选人的，应当辞去选举委员会职务。",
    when=fact("is_deputy_nominee"),
    requires=~fact("is_on_election_committee"),
    effect=Effect.FORBID,
    cites=("10.p2",),
)

article_43_kin = Rule(
    id="congress_elections.43.kin",
    catalogue="el-tellers",
    subject="election",
    since=EQUAL,
    term="监票、计票人员回避",
    term_en="Tellers not related to candidates",
    means="Neither a candidate nor a near relative of one serves as teller.",
    means_zh="候选人及其近亲属不得担任监票、计票人员。",
    requires=fact("teller_relation").isin(("none", "other_kin")),
    effect=Effect.FORBID,
    cites=("43",),
)

article_43_chosen = Rule(
    id="congress_elections.43.chosen",
    catalogue="el-tellers",
    subject="election",
    since=FIRST,
    term="监票、计票人员的推选",
    term_en="Tellers are chosen by the electors",
    means="The voters or deputies choose the tellers.",
    means_zh="监票、计票人员由选民或者代表推选。",
    requires=fact("are_tellers_chosen_by_electors"),
    effect=Effect.FORBID,
    cites=("43",),
)

article_43_signed = Rule(
    id="congress_elections.43.signed",
    catalogue="el-tellers",
    subject="election",
    since=FIRST,
    term="监票人签字",
    term_en="A teller signs",
    means="A teller signs the record of the count.",
    means_zh="计票记录由监票人签字。",
    requires=fact("is_count_signed"),
    effect=Effect.FORBID,
    cites=("43",),
)

article_43_boxes = Rule(
    id="congress_elections.43.boxes",
    catalogue="el-tellers",
    subject="election",
    since=EQUAL,
    term="票箱监票人数",
    term_en="Tellers at each box",
    means="Two tellers or more at each ballot box and mobile box.",
    means_zh="每个票箱、流动票箱一般不少于两名监票、计票人员。",
    requires=fact("tellers_per_box") >= param("congress_elections.box_tellers"),
    effect=Effect.WARN,
    cites=("box_tellers",),
    verified=False,
)
