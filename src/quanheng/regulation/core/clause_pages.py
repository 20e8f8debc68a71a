"""Which instrument and clause a citation in words names: "《…》（2019年）第八条第三项" back to its key."""

import re
from functools import cache

from quanheng.kernel.citations import clause_words
from quanheng.regulation.core.library import library, local_layers

CITE = re.compile(r"《(?P<title>.+?)》(?:（(?P<version>[^）]*)年）)?(?P<words>第.+)?")


@cache
def clause_named(cite: str) -> tuple[str, str] | None:
    """The instrument's name and the clause's key ("" when only the instrument is named); None when nothing fits.

    >>> clause_named("《党政领导干部选拔任用工作条例》（2019年）第八条第三项")
    ('selection_regulations', '8.3')
    """
    found = CITE.fullmatch(cite)
    if not found:
        return None
    for instrument in library(*local_layers()).instruments.values():
        titles = {instrument.zh, *(version.title for version in instrument.versions)}
        if found["title"] in titles:
            wanted, version = found["words"] or "", found["version"] or instrument.versions[-1].key
            for clause in instrument.clauses.values():
                number = clause.number_in(version)
                if wanted and number and clause_words(number) == wanted:
                    return instrument.name, clause.key
            return instrument.name, ""
    return None
