"""报告主体和事项: who reports, and to which of the fourteen items a matter belongs."""

from collections.abc import Mapping
from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

HOLDERS = ("own", "spouse", "live_in_child")
ITEMS_2010: Mapping[str, int] = {
    "own_marriage_change": 1,
    "passport": 2,
    "permit": 2,
    "trip_abroad": 3,
    "trip_permit": 3,
    "child_foreign_marriage": 4,
    "child_compatriot_marriage": 5,
    "emigration": 6,
    "family_work": 7,
    "family_crime": 8,
}
ITEMS_2017: Mapping[str, int] = {
    **ITEMS_2010,
    "own_marriage_unchanged": 1,
    "trip_abroad": 2,
    "permit": 3,
    "child_spouse_work": 7,
    "child_spouse_crime": 8,
}
PROPERTY: Mapping[str, int] = {
    "salary": 9,
    "labour_income": 10,
    "property": 11,
    "contracted_property": 11,
    "securities": 12,
    "business_investment": 13,
    "overseas_assets": 14,
}


def _who_2010(
    reporter_org: str,
    reporter_position: str,
    is_county_deputy_level: bool | None,
    enterprise_size: str | None,
    is_retired: bool | None,
    on: date,
) -> bool | None:
    if is_retired or reporter_org == "other":
        return False
    if reporter_org != "enterprise":
        return is_county_deputy_level
    reached = {"large": ("team_member", "internal_head"), "medium": ("team_member",), "small": ()}
    return None if enterprise_size is None else reporter_position in reached[enterprise_size]


def _who(
    reporter_org: str,
    reporter_position: str,
    is_county_deputy_level: bool | None,
    enterprise_level: str | None,
    is_retired: bool | None,
    on: date,
) -> bool | None:
    if is_retired or reporter_org == "other":
        return False
    if reporter_org == "other_unit" and reporter_position not in ("team_member", "internal_head"):
        return False
    if reporter_org != "enterprise":
        return is_county_deputy_level
    if enterprise_level is None:
        return None
    if enterprise_level == "central":
        return reporter_position in ("team_member", "internal_head")
    return enterprise_level in ("provincial", "city") and reporter_position == "team_member"


def _property_item(matter: str, matter_holder: str | None) -> int | None:
    """Holdings count for the leader, the spouse and live-in children."""
    if matter_holder is None:
        return None
    return PROPERTY[matter] if matter_holder in HOLDERS else 0


def _item_2010(matter: str, matter_holder: str | None, on: date) -> int | None:
    if matter in PROPERTY:
        return _property_item(matter, matter_holder)
    return ITEMS_2010.get(matter, 0)


def _item(
    matter: str,
    matter_holder: str | None,
    continuous_abroad_months: int | None,
    abroad_months: int,
    on: date,
) -> int | None:
    if matter in PROPERTY:
        return _property_item(matter, matter_holder)
    if matter != "living_abroad":
        return ITEMS_2017.get(matter, 0)
    if continuous_abroad_months is None:
        return None
    return ITEMS_2017["emigration"] if continuous_abroad_months >= abroad_months else 0


def _lives_in(child_age: int, is_child_dependent: bool | None, adult_age: int, on: date) -> bool | None:
    return True if child_age < adult_age else is_child_dependent


def _needs_change(matter_item: int, family_items: int, on: date) -> bool:
    return 1 <= matter_item <= family_items


who_2010 = Derivation(
    id="personal_matters.2.who_2010",
    catalogue="pm-who",
    subject="personal_matters",
    since=date(2010, 5, 26),
    repealed=date(2017, 2, 8),
    term="报告主体（2010年）",
    term_en="Who reports (2010)",
    means="County deputy level and above, equals elsewhere, large enterprises from middle managers, medium ones their teams; until retired.",
    means_zh="县处级副职以上（含非领导职务）、相当职务的群团和事业单位人员、大型国有企业中层以上、中型国有企业领导班子成员须报告，未办退休的包括在内。",
    fact="must_report_matters",
    reads=(
        "reporter_org",
        "reporter_position",
    ),
    optional=(
        "is_county_deputy_level",
        "enterprise_size",
        "is_retired",
    ),
    reckon=_who_2010,
    cites=("2",),
)

who = Derivation(
    id="personal_matters.2.who",
    catalogue="pm-who",
    subject="personal_matters",
    since=date(2017, 2, 8),
    term="报告主体",
    term_en="Who reports",
    means="County deputy level and above; elsewhere the team and heads of internal units; central enterprises to middle managers, provincial and city ones their teams; until retired.",
    means_zh="县处级副职以上（含职级），非参公单位限领导班子和内设管理机构负责人，中央企业领导班子和中层，省市管企业限领导班子，未办退休的包括在内。",
    fact="must_report_matters",
    reads=(
        "reporter_org",
        "reporter_position",
    ),
    optional=(
        "is_county_deputy_level",
        "enterprise_level",
        "is_retired",
    ),
    reckon=_who,
    cites=("2",),
)

list = Rule(
    id="personal_matters.2.list",
    catalogue="pm-who",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="列入报告名单",
    term_en="On the reporting list",
    means="Whoever must report is on the list.",
    means_zh="须报告的人员应当列入报告名单。",
    when=fact("must_report_matters"),
    requires=fact("is_on_reporting_list"),
    effect=Effect.WARN,
    cites=("2",),
)

item_2010 = Derivation(
    id="personal_matters.3.item_2010",
    catalogue="pm-family-items",
    subject="personal_matters",
    since=date(2010, 5, 26),
    repealed=date(2017, 2, 8),
    term="报告项目（2010年）",
    term_en="Item of 2010",
    means="To which of the fourteen items of 2010 a matter belongs.",
    means_zh="按2010年规定，事项属于十四项中的哪一项。",
    fact="matter_item",
    reads=("matter",),
    optional=("matter_holder",),
    reckon=_item_2010,
    cites=(
        "3",
        "4",
    ),
)

item = Derivation(
    id="personal_matters.3.item",
    catalogue="pm-family-items",
    subject="personal_matters",
    since=date(2017, 2, 8),
    term="报告项目",
    term_en="Item of the report",
    means="To which of the fourteen items of 2017 a matter belongs; a year in a row abroad is item six.",
    means_zh="按2017年规定，事项属于十四项中的哪一项；未移居而连续在外一年以上的属于第六项。",
    fact="matter_item",
    reads=("matter",),
    optional=(
        "matter_holder",
        "continuous_abroad_months",
    ),
    params=("personal_matters.abroad_months",),
    reckon=_item,
    cites=(
        "3",
        "4",
    ),
)

answered = Rule(
    id="personal_matters.3.answered",
    catalogue="pm-family-items",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="八项家事填报",
    term_en="Eight family matters answered",
    means='Every one of the eight family matters is answered, "none" included.',
    means_zh="八项家事逐项填报，没有的填“无”。",
    when=fact("must_report_matters"),
    requires=fact("family_items_answered") >= param("personal_matters.family_items"),
    effect=Effect.WARN,
    cites=("3",),
)

answered_again = Rule(
    id="personal_matters.4.answered",
    catalogue="pm-property-items",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="六项家产填报",
    term_en="Six property matters answered",
    means='Every one of the six property matters is answered, "none" included.',
    means_zh="六项家产逐项填报，没有的填“无”。",
    when=fact("must_report_matters"),
    requires=fact("property_items_answered") >= param("personal_matters.property_items"),
    effect=Effect.WARN,
    cites=("4",),
)

live_in = Derivation(
    id="personal_matters.4.live_in",
    catalogue="pm-property-items",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="共同生活的子女",
    term_en="Live-in children",
    means="Minors and adults unable to live alone are live-in children (not verified).",
    means_zh="未成年子女和不能独立生活的成年子女为共同生活的子女（待核）。",
    fact="is_live_in_child",
    reads=("child_age",),
    optional=("is_child_dependent",),
    params=("personal_matters.adult_age",),
    reckon=_lives_in,
    cites=(
        "4",
        "live_in_child",
    ),
    verified=False,
)

needs_change = Derivation(
    id="personal_matters.6.needs_change",
    catalogue="pm-deadlines",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="是否须作变化报告",
    term_en="Whether a change is reported",
    means="A change in a family matter is reported at once, in property only yearly.",
    means_zh="家事变化须在年度报告之外及时报告，家产变化只在年度报告中填报。",
    fact="is_change_report_needed",
    reads=("matter_item",),
    params=("personal_matters.family_items",),
    reckon=_needs_change,
    cites=("6",),
)
