"""代表: two mandates, recall, resignation, linked posts, by-elections, void wins."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

EQUAL = date(2010, 3, 14)


def unrelated(*, mandates: list[dict[str, str]], on: date) -> bool | None:
    """Whether two of the areas stand in no line: neither area code begins with the other, without trailing zeros."""
    codes = [each.get("region") for each in mandates]
    if None in codes:
        return None
    lines = sorted({_line(code) for code in codes if code})
    return any(not later.startswith(earlier) for i, earlier in enumerate(lines) for later in lines[i + 1 :])


def _line(code: str) -> str:
    while code.endswith("00"):
        code = code[:-2]
    return code


article_48_areas = Derivation(
    id="congress_elections.48.areas",
    catalogue="el-double-mandate",
    subject="deputy",
    since=EQUAL,
    term="两地代表有无隶属关系",
    term_en="Whether mandates are related",
    means="Two areas are related when one lies within the other.",
    means_zh="两个行政区域一个属于另一个的，有隶属关系。",
    fact="has_unrelated_mandates",
    reads=("mandates",),
    reckon=unrelated,
    cites=("48",),
)

article_48 = Rule(
    id="congress_elections.48",
    catalogue="el-double-mandate",
    subject="deputy",
    since=EQUAL,
    term="不得兼任无隶属关系代表",
    term_en="No two unrelated mandates",
    means="Nobody is deputy of two unrelated areas.",
    means_zh="不得同时担任两个以上无隶属关系的行政区域的代表。",
    requires=~fact("has_unrelated_mandates"),
    effect=Effect.FORBID,
    cites=("48",),
)
