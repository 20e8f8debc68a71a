"""Conditions over facts and dated parameters: `fact("months_as_deputy") >= param("selection_regulations.deputy_months")`.

Here: building one and reading it three-valued with its reasons. Reading it as a column is in `columns`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quanheng.kernel.explanations import Explanation
from quanheng.kernel.situations import OPERATIONS, SIGNS, Situation, kleene, said, sign_words
from quanheng.kernel.texts import Text, text


class Expression:
    """A condition or a figure; combine with `& | ~`, compare with `== != < <= > >=`, reckon with `+ - *`. 表达式"""

    def __and__(self, other: "Expression") -> "Expression":
        return Group((*_flat(self, True), *_flat(other, True)), is_every=True)

    def __or__(self, other: "Expression") -> "Expression":
        return Group((*_flat(self, False), *_flat(other, False)), is_every=False)

    def __invert__(self) -> "Expression":
        return Negation(self)

    def __eq__(self, other: object) -> "Expression":  # type: ignore[override]  # builds a condition, as columns do
        return Comparison("==", self, operand(other))

    def __ne__(self, other: object) -> "Expression":  # type: ignore[override]
        return Comparison("!=", self, operand(other))

    def __ge__(self, other: object) -> "Expression":
        return Comparison(">=", self, operand(other))

    def __le__(self, other: object) -> "Expression":
        return Comparison("<=", self, operand(other))

    def __gt__(self, other: object) -> "Expression":
        return Comparison(">", self, operand(other))

    def __lt__(self, other: object) -> "Expression":
        return Comparison("<", self, operand(other))

    def __add__(self, other: object) -> "Expression":
        return Sum("+", self, operand(other))

    def __sub__(self, other: object) -> "Expression":
        return Sum("-", self, operand(other))

    def __mul__(self, other: object) -> "Expression":
        return Sum("*", self, operand(other))

    def isin(self, values: Sequence[object]) -> "Expression":
        """Whether the value is one of `values` (constants); unknown when the value is."""
        return OneOf(self, tuple(values))

    __hash__ = object.__hash__

    def __bool__(self) -> bool:
        raise TypeError("combine conditions with & | ~, not with and/or/not or a chain of comparisons")

    def parts(self) -> tuple["Expression", ...]:
        """The expressions directly beneath."""
        return ()

    @cached_property
    def facts(self) -> frozenset[str]:
        """The names of all facts it reads."""
        return frozenset(each.name for each in self._leaves() if isinstance(each, Fact))

    @cached_property
    def params(self) -> frozenset[str]:
        """The names of all parameters it reads."""
        return frozenset(each.name for each in self._leaves() if isinstance(each, Param))

    def _leaves(self) -> "list[Expression]":
        """One walk, nothing kept on the way: thousands of expressions are asked when the law is read."""
        found: list[Expression] = [self]
        for each in found:  # grows as it goes
            found.extend(each.parts())
        return found

    def value(self, at: Situation) -> Any:
        """The value, None when unknown (three-valued logic after Kleene)."""
        raise NotImplementedError

    def label(self, at: Situation) -> object:
        """A figure in words, without its value; conditions have sentences instead."""
        raise NotImplementedError

    def explain(self, at: Situation) -> Explanation:
        """The value with its reasons, as a tree."""
        raise NotImplementedError

    def shown(self, value: object, at: Situation) -> object:
        """A value of this expression in words."""
        return said(value)


@dataclass(frozen=True, eq=False)
class Fact(Expression):
    """事实: a fact by its name in the catalogue."""

    name: str

    def value(self, at: Situation) -> Any:
        return at.facts.get(self.name)

    def label(self, at: Situation) -> object:
        return at.name(self.name)

    def shown(self, value: object, at: Situation) -> object:
        return Text("未知") if value is None else at.show(self.name, value)

    def explain(self, at: Situation) -> Explanation:
        value = self.value(at)
        return leaf(
            self, text("{fact}：{value}", fact=self.label(at), value=self.shown(value, at)), value, at
        )


@dataclass(frozen=True, eq=False)
class Param(Expression):
    """参数: a dated legal figure by its name."""

    name: str

    def value(self, at: Situation) -> Any:
        return at.param(self.name)

    def label(self, at: Situation) -> object:
        return self.value(at)


@dataclass(frozen=True, eq=False)
class Constant(Expression):
    """常量: a value written in the rule itself."""

    constant: object

    def value(self, at: Situation) -> Any:
        return self.constant

    def label(self, at: Situation) -> object:
        return said(self.constant)


@dataclass(frozen=True, eq=False)
class Sum(Expression):
    """算式: two figures added, subtracted or multiplied."""

    sign: str
    left: Expression
    right: Expression

    def parts(self) -> tuple[Expression, ...]:
        return self.left, self.right

    def value(self, at: Situation) -> Any:
        left, right = self.left.value(at), self.right.value(at)
        return None if left is None or right is None else OPERATIONS[self.sign](left, right)

    def label(self, at: Situation) -> object:
        return text(
            "{left}{sign}{right}", left=self.left.label(at), sign=SIGNS[self.sign], right=self.right.label(at)
        )


@dataclass(frozen=True, eq=False)
class Comparison(Expression):
    """比较: unknown when either side is."""

    sign: str
    left: Expression
    right: Expression

    def parts(self) -> tuple[Expression, ...]:
        return self.left, self.right

    def value(self, at: Situation) -> bool | None:
        left, right = self.left.value(at), self.right.value(at)
        return None if left is None or right is None else bool(OPERATIONS[self.sign](left, right))

    def explain(self, at: Situation) -> Explanation:
        left, right = self.left.value(at), self.right.value(at)
        shown = Text("未知") if left is None else self.left.shown(left, at)
        blanks = {"fact": self.left.label(at), "value": shown, "sign": sign_words(self.sign, left)}
        if isinstance(self.right, Param | Constant):
            wanted = self.left.shown(right, at)
            return leaf(
                self, text("{fact}：{value}（须{sign}{wanted}）", wanted=wanted, **blanks), self.value(at), at
            )
        blanks |= {
            "other": self.right.label(at),
            "wanted": Text("未知") if right is None else self.right.shown(right, at),
        }
        return leaf(self, text("{fact}：{value}（须{sign}{other}：{wanted}）", **blanks), self.value(at), at)


@dataclass(frozen=True, eq=False)
class OneOf(Expression):
    """属于: the value is one of a few constants."""

    left: Expression
    values: tuple[object, ...]

    def parts(self) -> tuple[Expression, ...]:
        return (self.left,)

    def value(self, at: Situation) -> bool | None:
        left = self.left.value(at)
        return None if left is None else left in self.values

    def explain(self, at: Situation) -> Explanation:
        left = self.left.value(at)
        shown = Text("未知") if left is None else self.left.shown(left, at)
        wanted = {f"w{n}": self.left.shown(value, at) for n, value in enumerate(self.values)}
        blanks = {"wanted": text("、".join(f"{{{name}}}" for name in wanted), **wanted), "value": shown}
        sentence = text("{fact}：{value}（须属于：{wanted}）", fact=self.left.label(at), **blanks)
        return leaf(self, sentence, self.value(at), at)


@dataclass(frozen=True, eq=False)
class Group(Expression):
    """并且、或者: every condition, or some; decided by one where it can be, else unknown when one is unknown."""

    conditions: tuple[Expression, ...]
    is_every: bool

    def parts(self) -> tuple[Expression, ...]:
        return self.conditions

    def value(self, at: Situation) -> bool | None:
        return kleene([each.value(at) for each in self.conditions], decided_by=not self.is_every)

    def explain(self, at: Situation) -> Explanation:
        return _joined(Text("同时满足下列各项" if self.is_every else "满足下列任一项"), self, at)


@dataclass(frozen=True, eq=False)
class Negation(Expression):
    """并非: unknown stays unknown."""

    condition: Expression

    def parts(self) -> tuple[Expression, ...]:
        return (self.condition,)

    def value(self, at: Situation) -> bool | None:
        inner = self.condition.value(at)
        return None if inner is None else not inner

    def explain(self, at: Situation) -> Explanation:
        if isinstance(self.condition, Fact):  # "X: yes" reads better than "not: X"
            inner = self.condition.explain(at)
            return leaf(self, text("{said}（须为否）", said=inner.sentence), self.value(at), at)
        return _joined(Text("下列情形不成立"), self, at)


def fact(name: str) -> Fact:
    """A fact of the catalogue, by name.

    >>> sorted((fact("a") >= param("x.y")).facts)
    ['a']
    """
    return Fact(name)


def param(name: str) -> Param:
    """A dated parameter, "<instrument>.<parameter>".

    >>> (fact("a") >= param("x.y")).value(Situation({"a": 24}, {"x.y": 24}.__getitem__))
    True
    """
    return Param(name)


def _flat(expression: Expression, is_every: bool) -> tuple[Expression, ...]:
    same = isinstance(expression, Group) and expression.is_every is is_every
    return expression.parts() if same else (expression,)


def operand(value: object) -> Expression:
    """The value as an expression: itself, or a constant."""
    return value if isinstance(value, Expression) else Constant(value)


def leaf(expression: Expression, sentence: Text, truth: object, at: Situation) -> Explanation:
    """A reason without parts: the facts it reads, known and unknown."""
    known = {name: value for name in sorted(expression.facts) if (value := at.facts.get(name)) is not None}
    unknown = tuple(sorted(expression.facts - known.keys()))
    return Explanation(sentence, truth if truth is None else bool(truth), (), known, unknown)


def _joined(sentence: Text, expression: Expression, at: Situation) -> Explanation:
    return Explanation(sentence, expression.value(at), tuple(part.explain(at) for part in expression.parts()))
