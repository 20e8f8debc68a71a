"""Exceptions nobody has stated: once the matter is at issue, one counts as not granted unless its ground is among the facts.

The exceptions themselves are in `law/<instrument>/exceptions.py`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quanheng.regulation.core.derivations import Derivation


def unless_stated(
    *,
    id: str,
    catalogue: str,
    subject: str,
    since: date,
    term: str,
    term_en: str,
    means: str,
    means_zh: str,
    fact: str,
    at_issue: tuple[str, ...],
    granted_by: Mapping[str, object],
    cites: tuple[str, ...],
    repealed: date | None = None,
    verified: bool = True,
    gone: str = "",
) -> Derivation:
    """An exception (a yes-or-no fact): granted where every ground has the value named, not granted where one of
    the facts at issue is known, else unknown.
    """

    def reckon(*, on: date, **known: Any) -> bool | None:
        if all(known[name] == wanted for name, wanted in granted_by.items()):
            return True
        return False if any(known[name] is not None for name in at_issue) else None

    return Derivation(
        id=id,
        catalogue=catalogue,
        subject=subject,
        since=since,
        repealed=repealed,
        term=term,
        term_en=term_en,
        means=means,
        means_zh=means_zh,
        fact=fact,
        reads=(),
        optional=tuple(dict.fromkeys((*at_issue, *granted_by))),
        reckon=reckon,
        cites=cites,
        verified=verified,
        gone=gone,
    )
