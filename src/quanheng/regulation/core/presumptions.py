"""Exceptions nobody has stated: once the matter is at issue, one counts as not granted unless its ground is among the facts.

The exceptions themselves are in `law/<instrument>/exceptions.py`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quanheng.regulation.core.derivations import Derivation


def unless_stated(
    *, fact: str, at_issue: tuple[str, ...], granted_by: Mapping[str, object], **given: Any
) -> Derivation:
    """An exception (a yes-or-no fact): granted where every ground has the value named, not granted where one of
    the facts at issue is known, else unknown. `given` are the other fields of a derivation.
    """

    def reckon(*, on: date, **known: Any) -> bool | None:
        if all(known[name] == wanted for name, wanted in granted_by.items()):
            return True
        return False if any(known[name] is not None for name in at_issue) else None

    optional = tuple(dict.fromkeys((*at_issue, *granted_by)))
    return Derivation(fact=fact, reads=(), optional=optional, reckon=reckon, **given)
