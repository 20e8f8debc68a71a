"""责任追究情形: what started accountability from 2010 to 2019."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _is_due(selection_misdeed: str, on: date) -> bool:
    return selection_misdeed != "no_misdeed"


due = Derivation(
    id="selection_accountability.4.due",
    catalogue="f-accountability-2010",
    subject="supervision",
    since=date(2010, 3, 1),
    repealed=date(2019, 5, 27),
    term="责任追究情形",
    term_en="Grounds of accountability",
    means="Any listed misdeed starts accountability.",
    means_zh="有第四条所列情形之一的，须追究责任。",
    fact="is_accountability_due",
    reads=("selection_misdeed",),
    reckon=_is_due,
    cites=("4",),
    gone="由2019年监督检查和责任追究办法承接",
)

pursued = Rule(
    id="selection_accountability.4.pursued",
    catalogue="f-accountability-2010",
    subject="supervision",
    since=date(2010, 3, 1),
    repealed=date(2019, 5, 27),
    term="选拔任用责任追究",
    term_en="Accountability pursued",
    means="Where a listed misdeed is found, accountability is pursued and recorded.",
    means_zh="有所列情形的，应当追究责任并记入监督记录。",
    when=fact("is_accountability_due"),
    requires=fact("is_accountability_pursued"),
    effect=Effect.WARN,
    cites=("4",),
    gone="由2019年监督检查和责任追究办法承接",
)
