"""The month in which a person reaches the statutory age: the old ages, and from 2025 the delay month by month."""

from datetime import date

from quanheng.kernel.dates import add_months, calendar_months, first_of_month
from quanheng.regulation.core.derivations import Derivation

FIRST, COUNTY, GRADUAL = date(1995, 1, 1), date(2015, 1, 1), date(2025, 1, 1)
AGES = ("retirement.men_age", "retirement.women_cadre_age", "retirement.women_worker_age")
STEPS = (
    "retirement.four_months",
    "retirement.two_months",
    "retirement.delay_months_most",
    "retirement.delay_months_most_50",
)


def _class(
    *, is_woman: bool, is_cadre_staff: bool | None, is_woman_of_sixty: bool | None, on: date
) -> str | None:
    if not is_woman:
        return "men"
    if is_woman_of_sixty:
        return "women_60"
    if is_cadre_staff is None:
        return None
    return "women_55" if is_cadre_staff else "women_50"


def _age(retirement_class: str, ages: dict[str, int]) -> int | None:
    """The old age in years; None for a class that stands on an unverified figure."""
    return {
        "men": ages["men_age"],
        "women_55": ages["women_cadre_age"],
        "women_50": ages["women_worker_age"],
    }.get(retirement_class)


def _delay_of(old: date, step: int, most: int) -> int:
    """Convention of h-retirement: the months since January 2025, one for every `step` begun."""
    passed = calendar_months(GRADUAL, old)
    return min(most, passed // step + 1) if passed >= 0 else 0


def _delay(
    *,
    birth_on: date,
    retirement_class: str,
    four_months: int,
    two_months: int,
    delay_months_most: int,
    delay_months_most_50: int,
    on: date,
    **ages: int,
) -> int | None:
    age = _age(retirement_class, ages)
    if age is None:
        return None
    is_fifty = retirement_class == "women_50"
    step, most = (two_months, delay_months_most_50) if is_fifty else (four_months, delay_months_most)
    return _delay_of(add_months(first_of_month(birth_on), 12 * age), step, most)


def _delay_women_60(
    *,
    birth_on: date,
    retirement_class: str,
    women_county_age: int,
    four_months: int,
    delay_months_most: int,
    on: date,
) -> int | None:
    if retirement_class != "women_60":
        return None
    old = add_months(first_of_month(birth_on), 12 * women_county_age)
    return _delay_of(old, four_months, delay_months_most)


def _months(*, retirement_class: str, retirement_delay_months: int, on: date, **ages: int) -> int | None:
    age = _age(retirement_class, ages)
    return None if age is None else 12 * age + retirement_delay_months


def _old_months(*, retirement_class: str, on: date, **ages: int) -> int | None:
    age = _age(retirement_class, ages)
    return None if age is None else 12 * age


def _months_women_60(
    *, retirement_class: str, women_county_age: int, retirement_delay_months: int | None, on: date
) -> int | None:
    return 12 * women_county_age + (retirement_delay_months or 0) if retirement_class == "women_60" else None


retirement_class = Derivation(
    id="retirement.class",
    catalogue="h-retirement",
    subject="leaving",
    since=FIRST,
    term="退休年龄类别",
    term_en="Retirement class",
    means="Men; women cadres; women workers; women of county level or with senior titles apart.",
    means_zh="按性别和岗位确定退休年龄类别；县处级以上女干部和高级职称女性单列。",
    fact="retirement_class",
    reads=("is_woman",),
    optional=("is_cadre_staff", "is_woman_of_sixty"),
    reckon=_class,
    cites=("ages",),
)

delay = Derivation(
    id="retirement.delay",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="延迟月数",
    term_en="Months of delay",
    means="From 2025 one month for every four begun, for women of 50 every two, up to 36 or 60 months.",
    means_zh="自2025年1月起，每满四个月（原五十周岁女职工每两个月）延迟一个月，最长三十六（六十）个月。",
    fact="retirement_delay_months",
    reads=("birth_on", "retirement_class"),
    params=(*AGES, *STEPS),
    reckon=_delay,
    cites=("gradual",),
)

delay_women_60 = Derivation(
    id="retirement.delay_women_60",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="原六十周岁女干部延迟月数",
    term_en="Months of delay, women of 60",
    means="Read as the men's schedule; not verified: a person has to look.",
    means_zh="原六十周岁退休的女干部暂按男职工延迟（未核实，须人工确认）。",
    fact="retirement_delay_months",
    reads=("birth_on", "retirement_class"),
    params=("retirement.women_county_age", "retirement.four_months", "retirement.delay_months_most"),
    reckon=_delay_women_60,
    cites=("women_60",),
    verified=False,
)

age_before = Derivation(
    id="retirement.age_before",
    catalogue="h-retirement",
    subject="leaving",
    since=FIRST,
    repealed=GRADUAL,
    term="法定退休年龄（2025年前）",
    term_en="Statutory age before 2025",
    means="Men 60, women cadres 55, women workers 50.",
    means_zh="男六十周岁，女干部五十五周岁，女工人五十周岁。",
    fact="retirement_age_months",
    reads=("retirement_class",),
    params=AGES,
    reckon=_old_months,
    cites=("ages",),
)

age = Derivation(
    id="retirement.age",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="法定退休年龄",
    term_en="Statutory age",
    means="The old age and the months of delay.",
    means_zh="原法定退休年龄加延迟月数。",
    fact="retirement_age_months",
    reads=("retirement_class", "retirement_delay_months"),
    params=AGES,
    reckon=_months,
    cites=("gradual",),
)

age_women_60 = Derivation(
    id="retirement.age_women_60",
    catalogue="h-retirement",
    subject="leaving",
    since=COUNTY,
    term="原六十周岁女干部退休年龄",
    term_en="Statutory age, women of 60",
    means="Women of county level or with senior titles at 60, after 2025 with the men's delay; not verified.",
    means_zh="县处级以上女干部和高级职称女性六十周岁，2025年后暂按男职工延迟（未核实）。",
    fact="retirement_age_months",
    reads=("retirement_class",),
    optional=("retirement_delay_months",),
    params=("retirement.women_county_age",),
    reckon=_months_women_60,
    cites=("women_60",),
    verified=False,
)

due = Derivation(
    id="retirement.due",
    catalogue="h-retirement",
    subject="leaving",
    since=FIRST,
    term="达到法定退休年龄的月份",
    term_en="Month of the statutory age",
    means="The month of birth and the statutory age.",
    means_zh="出生月份加法定退休年龄。",
    fact="retirement_due_on",
    reads=("birth_on", "retirement_age_months"),
    reckon=lambda *, birth_on, retirement_age_months, on: add_months(
        first_of_month(birth_on), retirement_age_months
    ),
    cites=("ages", "gradual"),
)

months_left = Derivation(
    id="retirement.months_left",
    catalogue="h-early-retirement",
    subject="leaving",
    since=FIRST,
    term="距退休年龄月数",
    term_en="Months to the retirement age",
    means="Months from today's month to the month of the statutory age, since 2025 the delayed one.",
    means_zh="从本月到达到法定退休年龄月份的月数；2025年起按延迟后的年龄（未核实）。",
    fact="months_to_retirement",
    reads=("retirement_due_on",),
    reckon=lambda *, retirement_due_on, on: calendar_months(on, retirement_due_on),
    cites=("ages", "gradual"),
)
