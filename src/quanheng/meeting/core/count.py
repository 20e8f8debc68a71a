"""Who must come, how many must agree, and what the count comes to (conventions 9 and 10). Whole numbers only."""

from dataclasses import dataclass

from quanheng.kernel.shares import Share


@dataclass(frozen=True)
class Tally:
    """计票: the figures of one item. `keeps_recused` says whether recused members stay in the base (应到).

    The texts do not say whether they do for standing committees and party groups; the house keeps them by default.

    >>> Tally(should=9, present=8, recused=1, agree=5, disagree=2).result
    'passed'
    >>> Tally(should=9, present=9, agree=4, disagree=5).result
    'failed'
    """

    should: int
    present: int
    recused: int = 0
    agree: int = 0
    disagree: int = 0
    defer: int = 0
    keeps_recused: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.recused <= self.present <= self.should:
            raise ValueError(
                f"recused {self.recused}, present {self.present} and should {self.should} do not fit"
            )
        if self.expressed > self.voters:
            raise ValueError(f"{self.expressed} expressions of {self.voters} members")

    @property
    def base(self) -> int:
        """The members the majority and the quorum are counted on."""
        return self.should if self.keeps_recused else self.should - self.recused

    @property
    def attending(self) -> int:
        """The members who count as present."""
        return self.present if self.keeps_recused else self.present - self.recused

    @property
    def voters(self) -> int:
        """The members who are present and have not stepped aside."""
        return self.present - self.recused

    @property
    def expressed(self) -> int:
        return self.agree + self.disagree + self.defer

    @property
    def quorum(self) -> int:
        """The least attendance: two thirds of the base, the exact fraction included."""
        return Share.GE_2_3.least(self.base)

    @property
    def needed(self) -> int:
        """The least number of agreeing members: more than half of the base."""
        return Share.GT_HALF.least(self.base)

    @property
    def is_quorate(self) -> bool:
        return self.attending >= self.quorum

    @property
    def result(self) -> str:
        """passed, deferred (more than half of the base ask for that) or failed."""
        if self.agree >= self.needed:
            return "passed"
        return "deferred" if self.defer >= self.needed else "failed"
