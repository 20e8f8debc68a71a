"""The same expression with some of its parts replaced. Reading expressions is in `expressions` and `columns`."""

from collections.abc import Callable

from quanheng.kernel.expressions import Comparison, Expression, Group, Negation, OneOf, Sum
from quanheng.kernel.offsets import Later
from quanheng.kernel.shares import Portion

Change = Callable[[Expression], Expression | None]


def rewritten(expression: Expression, change: Change) -> Expression:
    """The expression with every part that `change` answers with another one replaced; None leaves a part as it is.

    >>> from quanheng.kernel.expressions import Constant, Fact, fact
    >>> made = rewritten(fact("a") >= fact("b"), lambda part: Constant(3) if isinstance(part, Fact) and part.name == "b" else None)
    >>> sorted(made.facts)
    ['a']
    """
    changed = change(expression)
    if changed is not None:
        return changed

    def inner(part: Expression) -> Expression:
        return rewritten(part, change)

    match expression:
        case Comparison(sign, left, right):
            return Comparison(sign, inner(left), inner(right))
        case Sum(sign, left, right):
            return Sum(sign, inner(left), inner(right))
        case OneOf(left, values):
            return OneOf(inner(left), values)
        case Negation(condition):
            return Negation(inner(condition))
        case Group(conditions, is_every):
            return Group(tuple(inner(each) for each in conditions), is_every)
        case Portion(count, share, base):
            return Portion(inner(count), share, inner(base))
        case Later(day, amount, unit):
            return Later(inner(day), amount, unit)
    return expression
