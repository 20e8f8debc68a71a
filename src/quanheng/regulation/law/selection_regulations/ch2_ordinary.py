"""第二章: an ordinary promotion to a leading post, as long as nothing else is stated."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation

FIRST = date(2002, 7, 9)  # the version of 2002


def _leading(*, post_role: str | None, step: str | None, target_rank: int | None, on: date) -> bool | None:
    if post_role is not None or step is not None:
        return True
    return None if target_rank is None else False


def _exceptional(
    *,
    move: str | None,
    step: str | None,
    exceptional_ground: str | None,
    is_tenure_exception: bool | None,
    on: date,
) -> bool | None:
    """An exception is one only where it is said: its ground, or the years in post it breaks."""
    if exceptional_ground in ("outstanding", "special_need") or is_tenure_exception:
        return True
    return None if move is None and step is None else False


leading = Derivation(
    id="selection_regulations.8.leading",
    catalogue="a-service-5y",
    subject="candidacy",
    since=FIRST,
    term="是否领导职务",
    term_en="Whether it is a leading post",
    means="A chief's or deputy's post is a leading post; a rank is none.",
    means_zh="拟任正职、副职的为领导职务，晋升职级的不是。",
    fact="is_leading_post",
    reads=(),
    optional=("post_role", "step", "target_rank"),
    reckon=_leading,
    cites=("8.1",),
)

exceptional = Derivation(
    id="selection_regulations.9.ordinary",
    catalogue="a-exceptional",
    subject="case",
    since=FIRST,
    term="是否破格提拔",
    term_en="Whether it is an exception",
    means="A promotion is exceptional only where a ground or an exception on tenure is stated.",
    means_zh="没有说明破格情形的，按一般提拔判断。",
    fact="is_exceptional",
    reads=(),
    optional=("move", "step", "exceptional_ground", "is_tenure_exception"),
    reckon=_exceptional,
    cites=("9",),
)
