"""Size, term and electorate of a residents' committee (articles 7 and 8)."""

from datetime import date

from quanheng.kernel.dates import corresponding_day
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

AMENDED = date(2018, 12, 29)  # terms begun from this day on are five years

size = Rule(
    id="residents_committees.7.size",
    catalogue="rc-size-term",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="居委会人数",
    term_en="Size of the residents' committee",
    means="A residents' committee has five to nine members.",
    means_zh="居民委员会由五至九人组成。",
    requires=(fact("residents_committee_members") >= param("residents_committees.members_least"))
    & (fact("residents_committee_members") <= param("residents_committees.members_most")),
    effect=Effect.FORBID,
    cites=("7",),
)


def _three_years(residents_term_began_on: date, term_months: int, *, on: date) -> date:
    return corresponding_day(residents_term_began_on, term_months)


term_before = Derivation(
    id="residents_committees.8.term.1989",
    catalogue="rc-size-term",
    subject="residents_committee",
    since=date(1990, 1, 1),
    repealed=date(2018, 12, 29),
    verified=False,
    term="居委会届满日（三年）",
    term_en="End of term (three years)",
    means="Before the 2018 amendment a term ended three years after it began.",
    means_zh="2018年修正前每届任期三年。",
    fact="residents_term_ends_on",
    reads=("residents_term_began_on",),
    params=("residents_committees.term_months",),
    reckon=_three_years,
    cites=("8",),
)


def _five_years(
    residents_term_began_on: date,
    is_residents_term_extended: bool | None,
    term_months: int,
    earlier_term_months: int,
    *,
    on: date,
) -> date | None:
    """A committee in office at the change: the statute is silent, local notices decide."""
    if residents_term_began_on >= AMENDED or is_residents_term_extended:
        return corresponding_day(residents_term_began_on, term_months)
    if is_residents_term_extended is None:
        return None
    return corresponding_day(residents_term_began_on, earlier_term_months)


term_now = Derivation(
    id="residents_committees.8.term",
    catalogue="rc-size-term",
    subject="residents_committee",
    since=date(2018, 12, 29),
    term="居委会届满日",
    term_en="End of term",
    means=("A term lasts five years; one begun before 2018-12-29 three, unless extended by local notice."),
    means_zh="每届任期五年；2018年12月29日以前开始的一届为三年，本省通知延长的为五年。",
    fact="residents_term_ends_on",
    reads=("residents_term_began_on",),
    optional=("is_residents_term_extended",),
    params=(
        "residents_committees.term_months",
        "residents_committees.earlier_term_months",
    ),
    reckon=_five_years,
    cites=("8",),
)


term_due = Rule(
    id="residents_committees.8.due",
    catalogue="rc-size-term",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="届满应当换届",
    term_en="Election due at the end of the term",
    means="A committee does not serve beyond its term; members may be re-elected.",
    means_zh="居民委员会任期届满应当换届选举，成员可以连选连任。",
    requires=fact("judged_on") <= fact("residents_term_ends_on"),
    effect=Effect.WARN,
    cites=("8",),
)


electorate = Rule(
    id="residents_committees.8.electorate",
    catalogue="rc-electorate",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="三种选举方式择一",
    term_en="One of three electorates",
    means=(
        "One electorate is used: all residents, household delegates, or group delegates; kinds are not mixed."
    ),
    means_zh="由全体有选举权的居民、每户代表或者居民小组代表选举，三种方式只用一种，不得混用。",
    requires=fact("residents_electorate").isin(("all_residents", "household_delegates", "group_delegates")),
    effect=Effect.FORBID,
    cites=("8",),
)


delegates = Rule(
    id="residents_committees.8.delegates",
    catalogue="rc-electorate",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="每组代表二至三人",
    term_en="Two to three delegates of a group",
    means="Each group sends two to three delegates.",
    means_zh="每个居民小组选举代表二至三人。",
    when=fact("residents_electorate") == "group_delegates",
    requires=(fact("group_delegates") >= param("residents_committees.delegates_least"))
    & (fact("group_delegates") <= param("residents_committees.delegates_most")),
    effect=Effect.FORBID,
    cites=("8",),
)


voter = Rule(
    id="residents_committees.8.voter",
    catalogue="rc-electorate",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="居民选举权",
    term_en="Residents' vote",
    means="Residents of eighteen with political rights vote.",
    means_zh="年满十八周岁、未被剥夺政治权利的居民有选举权和被选举权。",
    requires=(fact("resident_age") >= param("residents_committees.voting_age"))
    & ~fact("is_resident_deprived"),
    effect=Effect.FORBID,
    cites=("8",),
)


method = Rule(
    id="residents_committees.8.method",
    catalogue="rc-electorate",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="须有参加和当选比例依据",
    term_en="A method with figures",
    means=(
        "The statute gives no turnout or winning figure: without a local rule or an adopted "
        "method no result is declared."
    ),
    means_zh="本法没有规定参加和当选的比例，须由地方规定或者通过的选举办法明确，否则不得宣布结果。",
    requires=fact("has_residents_election_method"),
    effect=Effect.FORBID,
    cites=("8",),
)


joint_north = Rule(
    id="residents_committees.local.nomination_beijing",
    catalogue="rc-nomination-local",
    subject="residents_committee",
    since=date(1991, 1, 1),
    term="居民联名提名（北京）",
    term_en="Joint nomination (Beijing)",
    means="Beijing: ten residents or five household delegates nominate together.",
    means_zh="北京：居民十人以上或者户代表五人以上联名提名。",
    when=fact("province") == "beijing",
    requires=(fact("joint_residents") >= param("residents_committees.joint_residents"))
    | (fact("joint_households") >= param("residents_committees.joint_households")),
    effect=Effect.WARN,
    cites=("local",),
)


extra_north = Rule(
    id="residents_committees.local.candidates_beijing",
    catalogue="rc-nomination-local",
    subject="residents_committee",
    since=date(1991, 1, 1),
    term="候选人数（北京）",
    term_en="Number of candidates (Beijing)",
    means="Beijing: normally one or two candidates more than seats, equal numbers allowed.",
    means_zh="北京：候选人一般比应选名额多一至二人，也可以等额。",
    when=fact("province") == "beijing",
    requires=(fact("residents_candidates") >= fact("residents_seats"))
    & (
        fact("residents_candidates")
        <= fact("residents_seats") + param("residents_committees.extra_candidates")
    ),
    effect=Effect.WARN,
    cites=("local",),
)


joint_plain = Rule(
    id="residents_committees.local.nomination_henan",
    catalogue="rc-nomination-local",
    subject="residents_committee",
    since=date(2020, 1, 1),
    term="居民联名提名（河南）",
    term_en="Joint nomination (Henan)",
    means="Henan: ten residents or five household delegates nominate together.",
    means_zh="河南：居民十人以上或者户代表五人以上联名提名。",
    when=fact("province") == "henan",
    requires=(fact("joint_residents") >= param("residents_committees.joint_residents"))
    | (fact("joint_households") >= param("residents_committees.joint_households")),
    effect=Effect.WARN,
    cites=("local",),
)


extra_plain = Rule(
    id="residents_committees.local.candidates_henan",
    catalogue="rc-nomination-local",
    subject="residents_committee",
    since=date(2020, 1, 1),
    term="候选人数（河南）",
    term_en="Number of candidates (Henan)",
    means="Henan: normally one or two candidates more than seats, equal numbers allowed.",
    means_zh="河南：候选人一般比应选名额多一至二人，也可以等额。",
    when=fact("province") == "henan",
    requires=(fact("residents_candidates") >= fact("residents_seats"))
    & (
        fact("residents_candidates")
        <= fact("residents_seats") + param("residents_committees.extra_candidates")
    ),
    effect=Effect.WARN,
    cites=("local",),
)
