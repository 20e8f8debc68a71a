"""Data-quality rules (数据质量规则): read from `data/quality.toml`, made into statements over any set of people.
The statements are words only; `queries.quality` asks them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from quanheng.kernel.texts import text

_FILE = Path(__file__).parent.parent / "data" / "quality.toml"
KINDS = {"contradiction": text("互相矛盾"), "gap": text("信息缺项"), "duplicate": text("疑似重复")}
CAP = 200
"""People kept of one authority and rule; the counts are of all."""

OF_PERSONS = "AND a.person_id = ANY(%(keys)s)"
OF_AUTHORITIES = (
    "AND a.person_id IN (SELECT key FROM registry_person WHERE authority_id = ANY(%(authorities)s))"
)


@dataclass(frozen=True)
class QualityRule:
    """数据质量规则: a condition over one person's row, and where what it finds is mended."""

    key: str
    kind: str
    zh: str
    en: str
    means: str
    means_en: str
    mend: str
    where: str
    shows: str = "''"
    figures: Mapping[str, str] = field(default_factory=dict)
    """Blanks of `where` and the parameters of the law that fill them."""


@cache
def rules() -> Mapping[str, QualityRule]:
    """Every rule by its key, in the order of the file.

    >>> rules()["career_gap"].kind
    'contradiction'
    """
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    found = {key: QualityRule(key, **given) for key, given in told.items()}
    strange = [rule.key for rule in found.values() if rule.kind not in KINDS]
    if strange:
        raise ValueError(f"unknown kind of quality rule: {strange}")
    return found


def condition(rule: QualityRule, blanks: Mapping[str, object], *, among: str) -> str:
    """The condition of a rule with its blanks filled; "" when a figure it needs is not in force.

    >>> condition(rules()["not_yet"], {"day": "2026-11-21"}, among="")[-17:]
    "DATE '2026-11-21'"
    """
    if any(blanks.get(name) is None for name in rule.figures):
        return ""
    said = rule.where.replace("{among}", among)
    for name in ("day", *rule.figures):
        said = said.replace(f"{{{name}}}", str(blanks[name]))
    return said


def in_turns(told: Mapping[str, str]) -> list[dict[str, str]]:
    """Conditions by rule, those that one scan of the people answers together, the others one by one.

    >>> [list(turn) for turn in in_turns({"a": "p.x = ''", "b": "EXISTS (SELECT 1)", "c": "p.y = ''"})]
    [['a', 'c'], ['b']]
    """
    plain = {key: where for key, where in told.items() if "SELECT" not in where}
    return [plain, *({key: where} for key, where in told.items() if key not in plain)]


def counted(told: Mapping[str, str]) -> str:
    """Keep what some rules find for some authorities, and the counts of the day; conditions by rule."""
    return f"""
    WITH found AS MATERIALIZED (
      SELECT p.key, p.authority_id, v.rule, left(v.shows, 200) AS shows,
        row_number() OVER (PARTITION BY v.rule, p.authority_id ORDER BY p.key) AS place
      FROM registry_person p CROSS JOIN LATERAL {_asked(told)}
      WHERE p.authority_id = ANY(%(authorities)s) AND v.is_found
    ), kept AS (
      INSERT INTO registry_qualityissue (person_id, authority_id, rule, shows)
      SELECT key, authority_id, rule, coalesce(shows, '') FROM found WHERE place <= {CAP} ORDER BY rule, authority_id, place
    )
    INSERT INTO registry_qualitycount (authority_id, rule, "on", count)
    SELECT authority_id, rule, %(on)s, count(*) FROM found GROUP BY authority_id, rule"""  # noqa: S608  our own rules


def still(told: Mapping[str, str]) -> str:
    """What some rules still find of some people: (key, rule, what is wrong); conditions by rule.

    The people's lines of each table are fetched once, under its own name: read by every rule for itself, planning takes longer than answering.
    """
    tables = sorted(set(re.findall(r"\bregistry_\w+", " ".join(told.values()))) - {"registry_person"})
    lines = ", ".join(f"{each} AS MATERIALIZED (SELECT * FROM {each} WHERE person_id = ANY(%(keys)s))" for each in tables)  # noqa: S608
    return f"""{f"WITH {lines}" if lines else ""}
    SELECT p.key, v.rule, left(v.shows, 200) FROM registry_person p CROSS JOIN LATERAL {_asked(told)}
    WHERE p.key = ANY(%(keys)s) AND v.is_found"""  # noqa: S608  our own rules


def _asked(told: Mapping[str, str]) -> str:
    """Every rule asked about the person at hand."""
    parts = ", ".join(f"('{key}', ({where}), ({rules()[key].shows})::text)" for key, where in told.items())
    return f"(VALUES {parts}) v (rule, is_found, shows)"
