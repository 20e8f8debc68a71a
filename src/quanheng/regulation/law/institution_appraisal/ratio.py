"""优秀比例: before 2023 at most a fifth; since then by the unit, advisory."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _most(
    institution_assessed: int,
    has_unit_failed: bool | None,
    is_larger_excellent_approved: bool | None,
    excellent_normal: int,
    excellent_most: int,
    excellent_failed: int,
    on: date,
) -> int | None:
    """The share by the unit's flags, rounded down."""
    if has_unit_failed is None or (not has_unit_failed and is_larger_excellent_approved is None):
        return None
    share = excellent_failed if has_unit_failed else excellent_normal
    if is_larger_excellent_approved and not has_unit_failed:
        share = excellent_most
    return institution_assessed * share // 100


def _most_before(institution_assessed: int, excellent_most: int, on: date) -> int:
    return institution_assessed * excellent_most // 100


ratio_most_1995_entry = Derivation(
    id="institution_appraisal.ratio.most_1995",
    catalogue="o-assess-ratio",
    subject="appraisal",
    since=date(1995, 12, 14),
    repealed=date(2023, 1, 12),
    term="优秀名额上限",
    term_en="Most graded excellent",
    means="Before 2023 at most 20 percent, rounded down.",
    means_zh="2023年以前优秀人数至多百分之二十，取整。",
    fact="institution_excellent_most",
    reads=("institution_assessed",),
    params=("institution_appraisal.excellent_most",),
    reckon=_most_before,
    cites=("ratio",),
)

ratio_most_entry = Derivation(
    id="institution_appraisal.ratio.most",
    catalogue="o-assess-ratio",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="优秀名额上限",
    term_en="Most graded excellent",
    means="Normally 20 percent, 25 with consent, 15 for failed units; unverified.",
    means_zh="一般百分之二十；集体记功等经同意百分之二十五；不合格或者被问责的单位百分之十五（未经核实）。",
    fact="institution_excellent_most",
    reads=("institution_assessed",),
    optional=(
        "has_unit_failed",
        "is_larger_excellent_approved",
    ),
    params=(
        "institution_appraisal.excellent_normal",
        "institution_appraisal.excellent_most",
        "institution_appraisal.excellent_failed",
    ),
    reckon=_most,
    cites=("ratio",),
    verified=False,
)

ratio_1995_entry = Rule(
    id="institution_appraisal.ratio_1995",
    catalogue="o-assess-ratio",
    subject="appraisal",
    since=date(1995, 12, 14),
    repealed=date(2023, 1, 12),
    term="优秀比例",
    term_en="Share of excellent",
    means="At most 20 percent are graded excellent.",
    means_zh="优秀人数不超过百分之二十。",
    requires=fact("institution_excellent") <= fact("institution_excellent_most"),
    effect=Effect.FORBID,
    cites=("ratio",),
)

ratio_entry = Rule(
    id="institution_appraisal.ratio",
    catalogue="o-assess-ratio",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="优秀比例",
    term_en="Share of excellent",
    means="No more than the allowed number; the shares are unverified, so it only advises.",
    means_zh="优秀人数不超过规定的名额（比例未经核实，只作提示）。",
    requires=fact("institution_excellent") <= fact("institution_excellent_most"),
    effect=Effect.FORBID,
    cites=("ratio",),
    verified=False,
)

ratio_consent_entry = Rule(
    id="institution_appraisal.ratio.consent",
    catalogue="o-assess-ratio",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="提高比例须有事由",
    term_en="Grounds for a larger share",
    means="A larger share needs collective merit or the like.",
    means_zh="提高优秀比例限于集体记功等情形。",
    when=fact("is_larger_excellent_approved"),
    requires=fact("has_collective_merit"),
    effect=Effect.WARN,
    cites=("ratio",),
    verified=False,
)

ratio_normal_entry = Rule(
    id="institution_appraisal.ratio.normal",
    catalogue="o-assess-ratio",
    subject="appraisal",
    since=date(1995, 12, 14),
    repealed=date(2023, 1, 12),
    term="优秀一般比例",
    term_en="Normal share",
    means="Before 2023 normally 15 percent; unverified.",
    means_zh="2023年以前优秀人数一般为百分之十五（未经核实）。",
    requires=(
        fact("institution_excellent") * 100
        <= fact("institution_assessed") * param("institution_appraisal.excellent_normal")
    ),
    effect=Effect.WARN,
    cites=("ratio",),
    verified=False,
)
