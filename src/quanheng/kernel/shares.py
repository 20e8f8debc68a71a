"""Shares of a body, by whole numbers only (convention 9 and B1): "more than half", "two thirds or more" and the like."""

from dataclasses import dataclass
from enum import Enum

from quanheng.kernel.explanations import Explanation
from quanheng.kernel.expressions import Expression, leaf, operand
from quanheng.kernel.situations import Situation
from quanheng.kernel.texts import Text, text


class Share(Enum):
    """份额: parts, of how many, whether the exact fraction is enough (以上 includes it, 超过 does not; None: fewer), its word."""

    GT_HALF = (1, 2, False, "超过半数")
    GE_HALF = (1, 2, True, "半数以上")
    LT_HALF = (1, 2, None, "不足半数")
    GE_1_3 = (1, 3, True, "三分之一以上")
    GT_1_3 = (1, 3, False, "超过三分之一")
    GE_2_3 = (2, 3, True, "三分之二以上")
    GT_2_3 = (2, 3, False, "超过三分之二")
    GE_3_4 = (3, 4, True, "四分之三以上")
    GE_4_5 = (4, 5, True, "五分之四以上")
    GT_4_5 = (4, 5, False, "超过五分之四")
    GE_1_5 = (1, 5, True, "五分之一以上")
    GE_1_10 = (1, 10, True, "十分之一以上")
    ALL = (1, 1, True, "全数")

    def __init__(self, parts: int, of: int, is_inclusive: bool | None, word: str) -> None:
        self.parts, self.of, self.is_inclusive, self.word = parts, of, is_inclusive, word

    def holds(self, count: int, base: int) -> bool:
        """Whether `count` is this share of `base`; both whole numbers.

        >>> Share.GT_HALF.holds(5, 10), Share.GE_HALF.holds(5, 10), Share.GE_2_3.holds(6, 9)
        (False, True, True)
        """
        return bool(self.compared(count * self.of, base * self.parts))

    def compared(self, left: "Expression | int", right: "Expression | int") -> object:
        """The comparison of `count × of` with `base × parts`: numbers, or columns of them."""
        if self.is_inclusive is None:
            return left < right
        return left >= right if self.is_inclusive else left > right

    def least(self, base: int) -> int:
        """The smallest count that is this share of `base` (for LT_HALF: the smallest that is not).

        Raises ValueError for a negative base.

        >>> Share.GT_HALF.least(9), Share.GE_2_3.least(10)
        (5, 7)
        """
        product = _people(base) * self.parts
        return product // self.of + 1 if self.is_inclusive is False else -(-product // self.of)


@dataclass(frozen=True, eq=False)
class Portion(Expression):
    """占比: `count` is a share of `base`; unknown when either is."""

    count: Expression
    share: Share
    base: Expression

    def parts(self) -> tuple[Expression, ...]:
        return self.count, self.base

    def value(self, at: Situation) -> bool | None:
        count, base = self.count.value(at), self.base.value(at)
        return None if count is None or base is None else self.share.holds(count, base)

    def explain(self, at: Situation) -> Explanation:
        count, base = self.count.value(at), self.base.value(at)
        blanks = {
            "fact": self.count.label(at),
            "value": Text("未知") if count is None else self.count.shown(count, at),
            "share": Text(self.share.word),
            "other": self.base.label(at),
        }
        if base is None:
            return leaf(self, text("{fact}：{value}（须为{other}的{share}）", **blanks), self.value(at), at)
        blanks |= {"base": self.base.shown(base, at), "least": self.share.least(base)}
        if self.share is Share.LT_HALF:
            said = text("{fact}：{value}（须为{other}{base}的{share}）", **blanks)
        else:
            said = text("{fact}：{value}（须为{other}{base}的{share}，至少{least}）", **blanks)
        return leaf(self, said, self.value(at), at)


def is_share(count: Expression, share: Share, *, of: object) -> Portion:
    """The condition that `count` is a share of `of` (a fact, a sum or a number).

    >>> from quanheng.kernel.expressions import fact
    >>> is_share(fact("votes_for"), Share.GT_HALF, of=9).value(Situation({"votes_for": 5}, {}.__getitem__))
    True
    """
    return Portion(count, share, operand(of))


def _people(count: int) -> int:
    if count < 0:
        raise ValueError(f"a number of people is not negative: {count}")
    return count
