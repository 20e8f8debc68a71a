"""Paper ballots of a recommendation: what a sheet must satisfy, whether two sheets agree, and the result.

Shapes: `issued` is {voter class: ballots}. A sheet is {voter class: {"returned", "valid", "void", "abstained": int,
"votes": {person key: int}}}. All figures are whole numbers; nothing is rounded.
"""

from collections.abc import Mapping
from typing import Any

from quanheng.kernel.texts import Text, text

Sheet = Mapping[str, Mapping[str, Any]]
_FIGURES = ("returned", "valid", "void", "abstained")
_NAMES = {"returned": "收回", "valid": "有效", "void": "作废", "abstained": "弃权"}


def faults(sheet: Sheet, issued: Mapping[str, int], *, seats: int = 1) -> list[Text]:
    """Everything that cannot be right in a sheet, each naming the voter class and the figures.

    >>> faults({"班子成员": {"returned": 6, "valid": 5, "void": 0, "abstained": 0, "votes": {}}}, {"班子成员": 6})[0].template
    '“{voters}”：收回{returned}张，但有效{valid}、作废{void}、弃权{abstained}之和为{total}张'
    """
    found = [text("缺少“{voters}”的票数", voters=name) for name in issued if name not in sheet]
    found += [text("“{voters}”没有发票，不应有票数", voters=name) for name in sheet if name not in issued]
    for voters, row in sheet.items():
        if voters in issued:
            found += _row_faults(voters, row, issued[voters], seats)
    return found


def _row_faults(voters: str, row: Mapping[str, Any], issued: int, seats: int) -> list[Text]:
    if any(not isinstance(row.get(f), int) or row[f] < 0 for f in _FIGURES):
        return [text("“{voters}”的票数须为不小于零的整数", voters=voters)]
    found = []
    total = row["valid"] + row["void"] + row["abstained"]
    if row["returned"] > issued:
        found.append(text("“{voters}”：收回{returned}张，多于发出{issued}张", voters=voters, returned=row["returned"], issued=issued))
    if total != row["returned"]:
        figures = {name: row[name] for name in _FIGURES}
        found.append(text("“{voters}”：收回{returned}张，但有效{valid}、作废{void}、弃权{abstained}之和为{total}张", voters=voters, total=total, **figures))
    votes = row.get("votes", {})
    if any(not isinstance(n, int) or n < 0 or n > row["valid"] for n in votes.values()):
        found.append(text("“{voters}”：每人得票须在0与有效票{valid}之间", voters=voters, valid=row["valid"]))
    elif sum(votes.values()) > row["valid"] * seats:
        found.append(text("“{voters}”：得票合计{sum}多于有效票所能投的{most}", voters=voters, sum=sum(votes.values()), most=row["valid"] * seats))
    return found


def differences(first: Sheet, second: Sheet, names: Mapping[str, str]) -> list[Text]:
    """Where two people's sheets disagree, figure by figure; empty when they agree."""
    found = []
    for voters in sorted({*first, *second}):
        one, two = first.get(voters, {}), second.get(voters, {})
        pairs = [(_NAMES[f], one.get(f), two.get(f)) for f in _FIGURES]
        one_votes, two_votes = one.get("votes", {}), two.get("votes", {})
        pairs += [(names.get(p, p), one_votes.get(p, 0), two_votes.get(p, 0)) for p in sorted({*one_votes, *two_votes})]
        found += [
            text("“{voters}”的“{what}”：一人录入{a}，另一人录入{b}", voters=voters, what=what, a=a, b=b) for what, a, b in pairs if a != b
        ]
    return found


def result(sheet: Sheet, issued: Mapping[str, int]) -> dict[str, Any]:
    """Totals, and per person the votes overall and by voter class, most votes first; ties share a place.

    >>> r = result({"甲": {"returned": 3, "valid": 3, "void": 0, "abstained": 0, "votes": {"p": 2, "q": 1}}}, {"甲": 3})
    >>> [(row["person"], row["votes"], row["place"]) for row in r["persons"]]
    [('p', 2, 1), ('q', 1, 2)]
    """
    totals = {figure: sum(row[figure] for row in sheet.values()) for figure in _FIGURES}
    persons: dict[str, dict[str, int]] = {}
    for voters, row in sheet.items():
        for person, votes in row.get("votes", {}).items():
            persons.setdefault(person, {})[voters] = votes
    ranked = sorted(persons.items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
    sums = [sum(votes.values()) for _, votes in ranked]
    rows = [
        {"person": person, "votes": sum(votes.values()), "by_class": votes, "place": sums.index(sum(votes.values())) + 1}
        for person, votes in ranked
    ]
    return {"issued": sum(issued.values()), **totals, "persons": rows}
