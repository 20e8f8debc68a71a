"""The committee itself: size, term, origin (articles 6 and 11)."""

from datetime import date

from quanheng.kernel.dates import corresponding_day
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

AMENDED = date(2018, 12, 29)  # terms begun from this day on are five years

size = Rule(
    id="village_committees.6.size",
    catalogue="vc-size",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="村委会人数",
    term_en="Size of the village committee",
    means="A village committee has three to seven members.",
    means_zh="村民委员会由三至七人组成。",
    requires=(fact("village_committee_members") >= param("village_committees.members_least"))
    & (fact("village_committee_members") <= param("village_committees.members_most")),
    effect=Effect.FORBID,
    cites=("6",),
)


women = Rule(
    id="village_committees.6.women",
    catalogue="vc-size",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="妇女成员",
    term_en="A woman on the committee",
    means="A village committee has a woman among its members.",
    means_zh="村民委员会成员中应当有妇女成员。",
    requires=fact("has_woman_member"),
    effect=Effect.WARN,
    cites=("6",),
)


minority = Rule(
    id="village_committees.6.minority",
    catalogue="vc-size",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="人数较少民族的成员",
    term_en="The smaller ethnic group",
    means="Where several ethnic groups live together, the smaller has a member.",
    means_zh="多民族村民居住的村应当有人数较少的民族的成员。",
    when=fact("is_mixed_village"),
    requires=fact("has_minority_member"),
    effect=Effect.WARN,
    cites=("6",),
)


def _three_years(village_term_began_on: date, term_months: int, *, on: date) -> date:
    return corresponding_day(village_term_began_on, term_months)


term_before = Derivation(
    id="village_committees.11.term.1998",
    catalogue="vc-term",
    subject="village_committee",
    since=date(1998, 11, 4),
    repealed=date(2018, 12, 29),
    term="村委会届满日（三年）",
    term_en="End of term (three years)",
    means="Before the 2018 amendment a term ended three years after it began.",
    means_zh="2018年修正前每届任期三年。",
    fact="village_term_ends_on",
    reads=("village_term_began_on",),
    params=("village_committees.term_months",),
    reckon=_three_years,
    cites=("11",),
)


def _five_years(
    village_term_began_on: date,
    is_village_term_extended: bool | None,
    term_months: int,
    earlier_term_months: int,
    *,
    on: date,
) -> date | None:
    """A committee in office at the change: local notices said whether it went on to five years."""
    if village_term_began_on >= AMENDED or is_village_term_extended:
        return corresponding_day(village_term_began_on, term_months)
    if is_village_term_extended is None:
        return None
    return corresponding_day(village_term_began_on, earlier_term_months)


term_now = Derivation(
    id="village_committees.11.term",
    catalogue="vc-term",
    subject="village_committee",
    since=date(2018, 12, 29),
    term="村委会届满日",
    term_en="End of term",
    means=(
        "A term lasts five years, for representatives and group heads too; one begun before "
        "2018-12-29 three, unless extended by local notice."
    ),
    means_zh=(
        "每届任期五年，村民代表、村民小组组长相同；2018年12月29日以前开始的一届为三年，本省通知延长的为五年。"
    ),
    fact="village_term_ends_on",
    reads=("village_term_began_on",),
    optional=("is_village_term_extended",),
    params=(
        "village_committees.term_months",
        "village_committees.earlier_term_months",
    ),
    reckon=_five_years,
    cites=("11",),
)


def _term_change(province: str | None, is_village_term_change_permitted: bool | None, *, on: date) -> bool:
    return province == "zhejiang" and bool(is_village_term_change_permitted)


term_change = Derivation(
    id="village_committees.11.change",
    catalogue="vc-term",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="换届日期变更是否有据",
    term_en="Whether the change of date is lawful",
    means=(
        "A change of the election date needs a local permit; only Zhejiang's rules give one, "
        "and none is taken to exist where none is recorded."
    ),
    means_zh="换届提前或者延期须有地方规定和批准；目前只有浙江有规定，没有记录的按没有批准对待。",
    fact="is_term_change_lawful",
    reads=(),
    optional=(
        "province",
        "is_village_term_change_permitted",
    ),
    reckon=_term_change,
    cites=(
        "11",
        "40",
    ),
)


term_due = Rule(
    id="village_committees.11.due",
    catalogue="vc-term",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="届满应当换届",
    term_en="Election due at the end of the term",
    means="A committee does not serve beyond its term; re-election is without limit.",
    means_zh="村民委员会任期届满应当及时换届选举，成员可以连选连任。",
    requires=(fact("judged_on") <= fact("village_term_ends_on")) | fact("is_term_change_lawful"),
    effect=Effect.WARN,
    cites=(
        "11",
        "40",
    ),
)


origin = Rule(
    id="village_committees.11.origin",
    catalogue="vc-no-appointment",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="成员由选举产生",
    term_en="Members are elected",
    means="Members come by direct vote only; nobody appoints or assigns them.",
    means_zh="村民委员会成员由村民直接选举产生，任何组织或者个人不得指定、委派。",
    requires=fact("village_member_origin").isin(("elected", "by_elected")),
    effect=Effect.FORBID,
    cites=("11",),
)


removal = Rule(
    id="village_committees.11.removal",
    catalogue="vc-no-appointment",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="成员不得撤换",
    term_en="Nobody removes members",
    means=(
        "A member leaves by recall, automatic end, double unfit appraisal, resignation or "
        "end of term, never by an order."
    ),
    means_zh=(
        "村民委员会成员只因罢免、职务自行终止、连续两次不称职、辞职或者届满离任，任何组织或者个人不得撤换。"
    ),
    requires=fact("village_member_end").isin(
        ("recalled", "ended_by_law", "twice_unfit", "resigned", "term_over")
    ),
    effect=Effect.FORBID,
    cites=("11",),
)


sanction = Rule(
    id="village_committees.11.sanction",
    catalogue="vc-no-appointment",
    subject="village_committee",
    since=date(2020, 7, 1),
    term="对成员的政务处分种类",
    term_en="Sanctions on members",
    means="The only supervisory sanctions on members are warning, demerit and serious demerit.",
    means_zh="对村民委员会成员的政务处分只有警告、记过、记大过。",
    requires=fact("village_member_sanction").isin(("warning", "demerit", "serious_demerit")),
    effect=Effect.FORBID,
    cites=(
        "11",
        "state_sanctions:22",
    ),
)
