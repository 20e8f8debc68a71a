"""Which record a table's sealed columns belong to and whose key that is, as `data/sealed_records.toml` says."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Under:
    """密文归属: the ways from a row to its record and to the authority that owns it, as Django writes them."""

    record: str
    owner: str
    is_file: bool = False


@cache
def sealed_records() -> Mapping[str, Under]:
    """By the label of the table.

    >>> sealed_records()["selection.Opinion"]
    Under(record='case', owner='case__authority', is_file=False)
    """
    path = Path(__file__).parents[1] / "data" / "sealed_records.toml"
    return {label: Under(**row) for label, row in tomllib.loads(path.read_text(encoding="utf-8")).items()}
