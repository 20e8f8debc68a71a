"""A finding of an audit as plain JSON, to be shown again years later as it was found."""

from collections.abc import Mapping, Sequence
from typing import Any

from quanheng.kernel.texts import Text, packed, unpacked
from quanheng.regulation.core.judge import Finding
from quanheng.selection.core.findings import decisive, keep


def why(finding: Finding) -> list[dict[str, object]]:
    """The sentences that decide, with their figures: what was not met, or what is not on record."""
    return [packed(said) for said in decisive(finding.explanation)]


def kept(finding: Finding) -> dict[str, Any]:
    """The finding whole, as `selection.core.findings.node` shows it."""
    return keep(finding)


def sentences(said: Sequence[Mapping[str, object]]) -> list[Text]:
    """The sentences again."""
    return [unpacked(each) for each in said]


def numbers(entries: Sequence[int]) -> str:
    """Numbers of record entries, neighbours joined.

    >>> numbers([3, 4, 5, 9])
    '3–5、9'
    """
    runs: list[list[int]] = []
    for number in sorted(entries):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
