"""第一、二章: scope, clocks and steps as the law works them out from dates and posts. What they must reach is in `ch2_conditions`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import calendar_months
from quanheng.kernel.periods import Months, Period, months_in
from quanheng.regulation.core.derivations import Derivation

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions
SUPERVISION = date(2018, 3, 20)  # supervisory commissions
TIERS = ("township", "county", "bureau", "provincial", "national")
DIRECT = ("party_committee", "congress_committee", "government", "consultative", "discipline", "supervision")
DIRECT_MORE = ("court", "procuratorate", "department", "internal_unit")
REFERRED = ("institution", "managed_institution", "mass_organisation")

Rows = Sequence[Mapping[str, Any]]


def _rung(tier: str, role: str) -> int:
    return 2 * TIERS.index(tier) + (role == "chief")


def _months(rows: Iterable[Mapping[str, Any]], on: date) -> int | None:
    held = list(rows)
    if any(row.get("from_on") is None for row in held):
        return None
    return months_in([Period(row["from_on"], row.get("until_on")) for row in held], on=on)


def _service(*, work_started_on: date, service_break_months: int | None, on: date) -> int:
    return max(calendar_months(work_started_on, on) - (service_break_months or 0), 0)


def _grassroots(*, grassroots_jobs: Rows, on: date) -> int | None:
    return _months(grassroots_jobs, on)


def _as_deputy(*, leading_posts: Rows, post_tier: str, on: date) -> int | None:
    return _months(_held(leading_posts, post_tier, "deputy"), on)


def _as_chief_below(*, leading_posts: Rows, post_tier: str, on: date) -> int | None:
    rung = TIERS.index(post_tier)
    return _months(_held(leading_posts, TIERS[rung - 1], "chief"), on) if rung else None


def _held(posts: Rows, tier: str, role: str) -> list[Mapping[str, Any]]:
    held = [row for row in posts if row.get("tier") == tier and row.get("role") == role]
    return [row for row in held if not row.get("is_acting") and row.get("is_confirmed") is not False]


def _one_level_down(*, leading_posts: Rows, post_tier: str, post_role: str, on: date) -> int:
    below = _rung(post_tier, post_role) - 1
    named = [row for row in leading_posts if row.get("name") and not row.get("is_acting")]
    known = [row for row in named if row.get("tier") and row.get("role")]
    return len({row["name"] for row in known if _rung(row["tier"], row["role"]) == below})


def _jump(*, present_tier: str, present_role: str, post_tier: str, post_role: str, on: date) -> int:
    return _rung(post_tier, post_role) - _rung(present_tier, present_role)


def _step(*, present_tier: str, present_role: str, post_tier: str, post_role: str, on: date) -> str:
    jump = _rung(post_tier, post_role) - _rung(present_tier, present_role)
    if jump == 1:
        return "deputy_to_chief" if post_role == "chief" else "chief_to_upper_deputy"
    return "skip" if jump > 1 else "down" if jump < 0 else "same_level"


def _rungs(*, step: str, on: date) -> int | None:
    return {"deputy_to_chief": 1, "chief_to_upper_deputy": 1, "same_level": 0}.get(step)


def _party(*, party_full_on: date, on: date) -> int:
    return Months.from_day(party_full_on, on=on)


def _scope(
    *,
    scope_body: str,
    scope_level: str,
    is_leading_post: bool | None,
    is_below_section: bool | None,
    on: date,
) -> str:
    """art 4: bodies from the county up directly, institutions and mass organisations and townships by reference.

    A leading post above the section is meant unless something else is said.
    """
    if is_leading_post is False or is_below_section or scope_body == "enterprise":
        return "none"
    if scope_body in REFERRED or scope_level == "township":
        return "by_reference"
    if scope_body == "supervision" and on < SUPERVISION:
        return "none"
    return "direct" if scope_body in (*DIRECT, *DIRECT_MORE) else "none"


scope = Derivation(
    id="selection_regulations.4.scope",
    catalogue="a-scope-tiaoli",
    subject="candidacy",
    since=FIRST,
    term="适用范围",
    term_en="Scope of the regulation",
    means="Leading posts of bodies from the county up directly; institutions, mass organisations and townships by reference.",
    means_zh="县级以上各机关领导职务直接适用；直属事业单位、群团和乡镇参照执行；股级职位和企业不适用。",
    fact="regulation_scope",
    reads=("scope_body", "scope_level"),
    optional=("is_leading_post", "is_below_section"),
    reckon=_scope,
    cites=("4",),
)

service_clock = Derivation(
    id="selection_regulations.8.1.service_clock",
    catalogue="a-service-5y",
    subject="candidacy",
    since=FIRST,
    term="工龄计算",
    term_en="Reckoning service",
    means="Months from the month work began to the month of decision, less recorded breaks.",
    means_zh="工龄自参加工作之月起按月计算，减去档案记载的中断。",
    fact="service_months",
    reads=("work_started_on",),
    optional=("service_break_months",),
    reckon=_service,
    cites=("8.1",),
)

grassroots_clock = Derivation(
    id="selection_regulations.8.1.grassroots_clock",
    catalogue="a-grassroots-2y",
    subject="candidacy",
    since=FIRST,
    term="基层工作经历计算",
    term_en="Reckoning grass-roots work",
    means="Spells at the grass roots add up; overlaps count once.",
    means_zh="基层工作经历各段相加，重叠部分只计一次。",
    fact="grassroots_months",
    reads=("grassroots_jobs",),
    reckon=_grassroots,
    cites=("8.1",),
)

posts_count = Derivation(
    id="selection_regulations.8.2.posts_count",
    catalogue="a-two-posts",
    subject="candidacy",
    since=FIRST,
    term="下一级职位数计算",
    term_en="Counting posts one level down",
    means="Different posts held at the next level down; the same post counts once.",
    means_zh="任过的下一级不同职位个数，同一职位只计一次。",
    fact="posts_one_level_down",
    reads=("leading_posts", "post_tier", "post_role"),
    reckon=_one_level_down,
    cites=("8.2",),
)

deputy_clock = Derivation(
    id="selection_regulations.8.3.deputy_clock",
    catalogue="a-tenure-deputy-to-chief",
    subject="candidacy",
    since=FIRST,
    term="副职任职年限计算",
    term_en="Reckoning tenure as deputy",
    means="Spells as deputy of the tier add up across units; gaps do not count, probation does.",
    means_zh="同一层次副职任职时间跨单位累计，间断不计，确认后的试用期计入。",
    fact="months_as_deputy",
    reads=("leading_posts", "post_tier"),
    reckon=_as_deputy,
    cites=("8.3",),
)

chief_clock = Derivation(
    id="selection_regulations.8.3.lower_chief_clock",
    catalogue="a-tenure-chief-to-upper-deputy",
    subject="candidacy",
    since=FIRST,
    term="下级正职任职年限计算",
    term_en="Reckoning tenure as lower chief",
    means="Spells as chief one tier below add up; time as deputy does not count.",
    means_zh="下级正职任职时间累计，副职时间不计。",
    fact="months_as_chief_below",
    reads=("leading_posts", "post_tier"),
    reckon=_as_chief_below,
    cites=("8.3",),
)

party_clock = Derivation(
    id="selection_regulations.8.7.party_clock",
    catalogue="a-party-seniority",
    subject="candidacy",
    since=FIRST,
    term="党龄计算",
    term_en="Reckoning Party seniority",
    means="Party seniority runs from full membership, not from joining on probation.",
    means_zh="党龄自转为正式党员之日起算。",
    fact="party_full_months",
    reads=("party_full_on",),
    reckon=_party,
    cites=("8.7",),
)

jump = Derivation(
    id="selection_regulations.9.rungs",
    catalogue="a-stepwise",
    subject="candidacy",
    since=FIRST,
    term="上升台阶计算",
    term_en="Rungs climbed",
    means="Rungs from the present post to the intended one; lower chief to higher deputy is one.",
    means_zh="现任职务到拟任职务的台阶数；下级正职到上级副职为一个台阶。",
    fact="level_jump",
    reads=("present_tier", "present_role", "post_tier", "post_role"),
    reckon=_jump,
    cites=("9",),
)

step = Derivation(
    id="selection_regulations.9.step",
    catalogue="a-stepwise",
    subject="candidacy",
    since=FIRST,
    term="任职步骤认定",
    term_en="Which step it is",
    means="Which step the move is, from the present and the intended post.",
    means_zh="按现任职务和拟任职务认定任职步骤。",
    fact="step",
    reads=("present_tier", "present_role", "post_tier", "post_role"),
    reckon=_step,
    cites=("9",),
)

rungs = Derivation(
    id="selection_regulations.9.rungs_of_step",
    catalogue="a-stepwise",
    subject="candidacy",
    since=FIRST,
    term="任职步骤的台阶数",
    term_en="Rungs of the step",
    means="Deputy to chief and lower chief to higher deputy climb one rung, the same level none.",
    means_zh="副职提任正职、下级正职提任上级副职为一个台阶，同一层次没有台阶。",
    fact="level_jump",
    reads=("step",),
    reckon=_rungs,
    cites=("9",),
)
