"""代表名额的推算: totals by level and population, deviations, classes of minority shares."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation

EQUAL = date(2010, 3, 14)


STEPPED = {
    "province": "province",
    "municipality": "province",
    "city": "city",
    "county": "county",
    "township": "township",
}


def seats_most(
    *, congress_level: str, area_population: int, has_extra_seats: bool | None, on: date, **figures: int
) -> int | None:
    """The base and one seat for every full step of the population, no more than the ceiling; five percent on top."""
    kind = STEPPED.get(congress_level)
    if kind is None:
        return None
    step = figures[f"{'municipality' if congress_level == 'municipality' else kind}_step"]
    seats = min(figures[f"{kind}_cap"], figures[f"{kind}_base"] + area_population // step)
    return seats + seats * figures["extra_seats_percent"] // 100 if has_extra_seats else seats


def seats_least(*, congress_level: str, area_population: int, on: date, **figures: int) -> int | None:
    """The base; small counties and townships may have fewer."""
    kind = STEPPED.get(congress_level)
    if kind is None:
        return None
    return 0 if area_population < figures.get(f"{kind}_small", 0) else figures[f"{kind}_base"]


def _deviation(people: int, seats: int, all_people: int, all_seats: int) -> int | None:
    if 0 in (seats, all_people):
        return None
    whole = all_people * seats
    return -(-abs(people * all_seats - whole) * 100 // whole)


def district_deviation(
    *, district_population: int, district_seats: int, area_population: int, deputy_seats_total: int, on: date
) -> int | None:
    """How far the people per deputy of a district are from the average, in percent, rounded up."""
    return _deviation(district_population, district_seats, area_population, deputy_seats_total)


def minority_deviation(
    *, group_population: int, minority_seats: int, area_population: int, deputy_seats_total: int, on: date
) -> int | None:
    """How far the people per deputy of a group are from the average, in percent, rounded up."""
    return _deviation(group_population, minority_seats, area_population, deputy_seats_total)


def minority_class(
    *,
    group_population: int,
    area_population: int,
    minority_large_percent: int,
    minority_small_percent: int,
    on: date,
) -> str:
    """The class of a group's share of the population."""
    share = group_population * 100
    if share >= area_population * minority_large_percent:
        return "large"
    return "small" if share < area_population * minority_small_percent else "middle"


def minority_most(
    *,
    group_population: int,
    area_population: int,
    deputy_seats_total: int,
    has_minority_decision: bool | None,
    minority_large_percent: int,
    minority_small_percent: int,
    minority_seats_percent: int,
    on: date,
) -> int | None:
    """Under fifteen percent: down to half the people per deputy; up to thirty: at most thirty percent of the seats."""
    kind = minority_class(
        group_population=group_population,
        area_population=area_population,
        minority_large_percent=minority_large_percent,
        minority_small_percent=minority_small_percent,
        on=on,
    )
    if kind == "large" or area_population == 0:
        return None
    if kind == "middle":
        return deputy_seats_total * minority_seats_percent // 100
    if has_minority_decision:
        return deputy_seats_total
    return max(1, 2 * group_population * deputy_seats_total // area_population)


article_12_most = Derivation(
    id="congress_elections.12.most",
    catalogue="el-seat-total",
    subject="election",
    since=EQUAL,
    term="代表名额推算",
    term_en="Seats by population",
    means="The base and one seat for each full step of the population, up to the ceiling.",
    means_zh="名额基数加按人口增加的名额，不超过上限；依法可另加百分之五。",
    fact="deputy_seats_most",
    reads=("congress_level", "area_population"),
    optional=("has_extra_seats",),
    params=(
        "congress_elections.province_base",
        "congress_elections.province_step",
        "congress_elections.municipality_step",
        "congress_elections.province_cap",
        "congress_elections.city_base",
        "congress_elections.city_step",
        "congress_elections.city_cap",
        "congress_elections.county_base",
        "congress_elections.county_step",
        "congress_elections.county_cap",
        "congress_elections.township_base",
        "congress_elections.township_step",
        "congress_elections.township_cap",
        "congress_elections.extra_seats_percent",
    ),
    reckon=seats_most,
    cites=("12",),
)

article_12_least = Derivation(
    id="congress_elections.12.least",
    catalogue="el-seat-total",
    subject="election",
    since=EQUAL,
    term="代表名额基数",
    term_en="Base of the seats",
    means="The base, except in counties under 50,000 people and townships under 2,000.",
    means_zh="不低于基数；不足五万人的县、不足二千人的乡可以少于基数。",
    fact="deputy_seats_least",
    reads=("congress_level", "area_population"),
    params=(
        "congress_elections.province_base",
        "congress_elections.city_base",
        "congress_elections.county_base",
        "congress_elections.county_small",
        "congress_elections.township_base",
        "congress_elections.township_small",
    ),
    reckon=seats_least,
    cites=("12",),
)

article_26_deviation = Derivation(
    id="congress_elections.26.deviation",
    catalogue="el-equal-population",
    subject="election",
    since=EQUAL,
    term="选区人口偏离",
    term_en="Deviation of a district",
    means="How far the people per deputy of a district are from the average, in percent rounded up.",
    means_zh="选区每一代表所代表人口数与平均数的偏离，百分比进位取整。",
    fact="population_deviation_percent",
    reads=("district_population", "district_seats", "area_population", "deputy_seats_total"),
    reckon=district_deviation,
    cites=("26", "tolerance"),
)

article_19_class = Derivation(
    id="congress_elections.19.class",
    catalogue="el-minority-seats",
    subject="election",
    since=EQUAL,
    term="聚居少数民族比例档次",
    term_en="Class of a group's share",
    means="Thirty percent and more; fifteen to under thirty; under fifteen.",
    means_zh="人口比例三十以上、十五以上不足三十、不足十五，分为三档。",
    fact="minority_class",
    reads=("group_population", "area_population"),
    params=("congress_elections.minority_large_percent", "congress_elections.minority_small_percent"),
    reckon=minority_class,
    cites=("19",),
)

article_19_most = Derivation(
    id="congress_elections.19.most",
    catalogue="el-minority-seats",
    subject="election",
    since=EQUAL,
    term="聚居少数民族名额上限",
    term_en="Most seats of a group",
    means="Under fifteen percent: no fewer than half the people per deputy; fifteen to thirty: no more than thirty percent of the seats.",
    means_zh="不足百分之十五的每一代表人口数不少于平均数二分之一；百分之十五以上不足三十的名额不超过总名额百分之三十。",
    fact="minority_seats_most",
    reads=("group_population", "area_population", "deputy_seats_total"),
    optional=("has_minority_decision",),
    params=(
        "congress_elections.minority_large_percent",
        "congress_elections.minority_small_percent",
        "congress_elections.minority_seats_percent",
    ),
    reckon=minority_most,
    cites=("19",),
)

article_19_deviation = Derivation(
    id="congress_elections.19.deviation",
    catalogue="el-minority-seats",
    subject="election",
    since=EQUAL,
    term="聚居少数民族人口偏离",
    term_en="Deviation of a group",
    means="How far the people per deputy of a group are from the average, in percent rounded up.",
    means_zh="聚居少数民族每一代表所代表人口数与平均数的偏离，百分比进位取整。",
    fact="minority_deviation_percent",
    reads=("group_population", "minority_seats", "area_population", "deputy_seats_total"),
    reckon=minority_deviation,
    cites=("19", "tolerance"),
)
