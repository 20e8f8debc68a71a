"""代表名额和选区: totals, equal population, minority groups, size of districts."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1995, 2, 28)
EQUAL = date(2010, 3, 14)

article_12_ceiling = Rule(
    id="congress_elections.12.ceiling",
    catalogue="el-seat-total",
    subject="election",
    since=EQUAL,
    term="代表名额不超上限",
    term_en="Seats no more than the law gives",
    means="The seats of a congress do not exceed the figure by population.",
    means_zh="代表总名额不得超过依法按人口计算的名额。",
    requires=fact("deputy_seats_total") <= fact("deputy_seats_most"),
    effect=Effect.FORBID,
    cites=("12",),
)

article_12_floor = Rule(
    id="congress_elections.12.floor",
    catalogue="el-seat-total",
    subject="election",
    since=EQUAL,
    term="代表名额不低于基数",
    term_en="Seats no fewer than the base",
    means="Only counties under 50,000 and townships under 2,000 people may have fewer than the base.",
    means_zh="只有不足五万人的县、不足二千人的乡，代表名额可以少于基数。",
    requires=fact("deputy_seats_total") >= fact("deputy_seats_least"),
    effect=Effect.WARN,
    cites=("12",),
)

article_14 = Rule(
    id="congress_elections.14",
    catalogue="el-seat-total",
    subject="election",
    since=EQUAL,
    term="代表名额不再变动",
    term_en="Seats once fixed stay",
    means="Seats are fixed anew only after a boundary change or large works.",
    means_zh="名额确定后不再变动，行政区划变动或者重大工程致人口较大变动的除外。",
    when=fact("is_seat_total_changed"),
    requires=fact("recount_ground").isin(("boundary_change", "large_works")),
    effect=Effect.FORBID,
    cites=("14",),
)

article_14_report = Rule(
    id="congress_elections.14.report",
    catalogue="el-seat-total",
    subject="election",
    since=EQUAL,
    term="名额报备",
    term_en="Seats reported",
    means="Seats fixed anew are reported within thirty days.",
    means_zh="重新确定的名额三十日内报备。",
    requires=fact("seats_reported_on")
    <= later(fact("seats_decided_on"), days=param("congress_elections.seats_report_days")),
    effect=Effect.WARN,
    cites=("14",),
)

article_26 = Rule(
    id="congress_elections.26",
    catalogue="el-equal-population",
    subject="election",
    since=EQUAL,
    term="选区人口大体相等",
    term_en="Districts roughly equal",
    means="The people per deputy of a district are close to the average.",
    means_zh="各选区每一代表所代表的人口数应当大体相等。",
    requires=fact("population_deviation_percent") <= param("congress_elections.population_tolerance"),
    effect=Effect.WARN,
    cites=("26", "tolerance"),
)

article_15_township = Rule(
    id="congress_elections.15.township",
    catalogue="el-equal-population",
    subject="election",
    since=EQUAL,
    term="乡镇至少一名代表",
    term_en="One deputy for every township",
    means="Every township of a county has one deputy or more, however small.",
    means_zh="县级人大中每个乡镇至少有一名代表。",
    requires=fact("township_seats") >= 1,
    effect=Effect.WARN,
    cites=("15",),
)

article_15_1995 = Rule(
    id="congress_elections.15.1995",
    catalogue="el-equal-population",
    subject="election",
    since=FIRST,
    repealed=EQUAL,
    term="城乡四比一（2010年以前）",
    term_en="Four to one (before 2010)",
    means="Before 2010 a rural deputy stood for no more than four times the people of an urban one.",
    means_zh="2010年以前农村每一代表所代表的人口数不超过城镇的四倍。",
    requires=fact("rural_people_per_deputy")
    <= fact("urban_people_per_deputy") * param("congress_elections.rural_times"),
    effect=Effect.WARN,
    cites=("rural_ratio",),
    verified=False,
)

article_18 = Rule(
    id="congress_elections.18",
    catalogue="el-minority-seats",
    subject="election",
    since=EQUAL,
    term="聚居少数民族至少一名代表",
    term_en="One deputy for a compact group",
    means="Each compact minority group has one deputy or more.",
    means_zh="聚居的少数民族至少应有一名代表。",
    requires=fact("minority_seats") >= 1,
    effect=Effect.FORBID,
    cites=("18",),
)

article_19 = Rule(
    id="congress_elections.19",
    catalogue="el-minority-seats",
    subject="election",
    since=EQUAL,
    term="聚居少数民族名额上限",
    term_en="Ceiling of a group's seats",
    means="The seats of a compact group stay within the ceiling of its class.",
    means_zh="聚居少数民族代表名额不得超过其档次的上限。",
    requires=fact("minority_seats") <= fact("minority_seats_most"),
    effect=Effect.FORBID,
    cites=("19",),
)

article_19_equal = Rule(
    id="congress_elections.19.equal",
    catalogue="el-minority-seats",
    subject="election",
    since=EQUAL,
    term="三成以上同一比例",
    term_en="Same ratio from thirty percent on",
    means="A group of thirty percent or more has the same people per deputy as everyone.",
    means_zh="人口占百分之三十以上的，每一代表所代表的人口数与其他相同。",
    when=fact("minority_class") == "large",
    requires=fact("minority_deviation_percent") <= param("congress_elections.population_tolerance"),
    effect=Effect.WARN,
    cites=("19", "tolerance"),
)

article_25 = Rule(
    id="congress_elections.25",
    catalogue="el-district-size",
    subject="election",
    since=FIRST,
    term="选区代表数",
    term_en="Size of a district",
    means="A district elects one to three deputies.",
    means_zh="每一选区选一名至三名代表。",
    requires=(fact("district_seats") >= param("congress_elections.district_seats_least"))
    & (fact("district_seats") <= param("congress_elections.district_seats_most")),
    effect=Effect.FORBID,
    cites=("25",),
)
