"""查核认定: the two lists of differences. What the motive makes of them is in `motive`."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

OMISSIONS = (
    "permit_or_trip",
    "property_area",
    "garage",
    "securities_amount",
    "securities_part",
    "investment_amount",
    "other_omission",
)


def _is_omission(finding_item: str, on: date) -> bool:
    return finding_item in OMISSIONS


def _is_concealment(finding_item: str, on: date) -> bool:
    return finding_item not in OMISSIONS


omission = Derivation(
    id="matters_verification.3.omission",
    catalogue="pm-omission-list",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="漏报情形",
    term_en="Omission list",
    means="Permits and trips, too small areas and amounts, garages: normally omission.",
    means_zh="未报港澳台证件和往来，少报面积、金额，未报车库车位储藏间的，一般认定为漏报。",
    fact="is_omission_item",
    reads=("finding_item",),
    reckon=_is_omission,
    cites=("3",),
)

omission_now = Derivation(
    id="matters_verification.3.omission_now",
    catalogue="pm-omission-list",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="漏报情形",
    term_en="Omission list",
    means="Permits and trips, too small areas and amounts, garages: normally omission (by the text of 2017, not verified).",
    means_zh="未报港澳台证件和往来，少报面积、金额，未报车库车位储藏间的，一般认定为漏报（按2017年文本，待核）。",
    fact="is_omission_item",
    reads=("finding_item",),
    reckon=_is_omission,
    cites=("3",),
    verified=False,
)

concealment = Derivation(
    id="matters_verification.4.concealment",
    catalogue="pm-concealment-list",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="隐瞒不报情形",
    term_en="Concealment list",
    means="Marriage, passport and trips abroad, child's marriage, emigration, work, crime, a dwelling, all securities, an enterprise unreported: normally concealment.",
    means_zh="未报婚姻、护照出国、子女通婚、移居、从业、刑事责任、整套房产、全部证券、企业的，一般认定为隐瞒不报。",
    fact="is_concealment_item",
    reads=("finding_item",),
    reckon=_is_concealment,
    cites=("4",),
)

concealment_now = Derivation(
    id="matters_verification.4.concealment_now",
    catalogue="pm-concealment-list",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="隐瞒不报情形",
    term_en="Concealment list",
    means="Marriage, passport and trips abroad, child's marriage, emigration, work, crime, a dwelling, all securities, an enterprise unreported: normally concealment (by the text of 2017, not verified).",
    means_zh="未报婚姻、护照出国、子女通婚、移居、从业、刑事责任、整套房产、全部证券、企业的，一般认定为隐瞒不报（按2017年文本，待核）。",
    fact="is_concealment_item",
    reads=("finding_item",),
    reckon=_is_concealment,
    cites=("4",),
    verified=False,
)

decided = Rule(
    id="matters_verification.4.decided",
    catalogue="pm-concealment-list",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="隐瞒情形认定前不得提拔",
    term_en="No promotion before the decision",
    means="With an item of the concealment list no promotion before it is decided on.",
    means_zh="有隐瞒不报情形的，作出认定前不得提拔。",
    when=fact("is_concealment_item"),
    requires=fact("is_finding_decided"),
    effect=Effect.FORBID,
    cites=("4",),
)

decided_now = Rule(
    id="matters_verification.4.decided_now",
    catalogue="pm-concealment-list",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="隐瞒情形认定前不得提拔",
    term_en="No promotion before the decision",
    means="With an item of the concealment list no promotion before it is decided on (by the text of 2017, not verified).",
    means_zh="有隐瞒不报情形的，作出认定前不得提拔（按2017年文本，待核）。",
    when=fact("is_concealment_item"),
    requires=fact("is_finding_decided"),
    effect=Effect.FORBID,
    cites=("4",),
    verified=False,
)
