"""Reads organisations.toml and posts.toml into the tree and its posts."""

import tomllib
from pathlib import Path
from typing import Any

from datasets.yunling.identity import credit_code
from datasets.yunling.model import Organisation, Post

HERE = Path(__file__).parent


def read(name: str) -> dict[str, Any]:
    """One of the TOML files of this folder."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _rows() -> list[dict[str, Any]]:
    data = read("organisations.toml")
    rows = list(data["organisation"])
    for county in data["county"]:
        rows.append({"code": county["code"], "name": county["name"], "short": county["name"]})
        units = [
            {**unit, "name": unit["name"].format(county=county["name"]), "short": unit["short"].format(county=county["name"])}
            for unit in data["county_unit"]
        ]
        units += [
            {"name": county["name"] + town, "short": town, "kind": kind, "category": "党委"}
            for town, kind in county["towns"]
        ]
        rows += [{**unit, "code": f"{county['code']}.{place:03d}"} for place, unit in enumerate(units, 1)]
    return sorted(rows, key=lambda row: row["code"])


def _organisation(row: dict[str, Any], number: int, kinds: dict[str, Any]) -> Organisation:
    kind = kinds.get(row.get("kind", ""), {})
    plain = Organisation(
        row["code"], row["name"], row["short"], row.get("kind", ""), row.get("category", ""),
        kind.get("level", ""), "", row.get("staff", kind.get("staff", 0)),
    )
    if plain.is_group:
        return plain
    return Organisation(**{**plain.__dict__, "credit": credit_code(plain.family, number)})


def _titles(row: dict[str, Any], kind: dict[str, Any]) -> list[list[Any]]:
    titles = [list(post) for post in kind["posts"]]
    if "乡" in row["short"]:
        titles = [[str(title[0]).replace("镇长", "乡长"), *title[1:]] for title in titles]
    mode = titles[-1][4] if row["code"].startswith(("001.006", "001.007")) else "委任"
    titles += [[section, "乡科级正职", "内设正职", 1, mode] for section in row.get("sections", [])]
    if len(row.get("sections", [])) > 2:
        titles.append([_deputy(row["sections"][0]), "乡科级副职", "内设副职", 2, mode])
    titles += [[deputy, "乡科级副职", "内设副职", 1, mode] for deputy in row.get("extra_deputies", [])]
    if "long_title" in row:
        titles.append([row["long_title"], "乡科级正职", "内设正职", 1, mode])
    return titles


def _deputy(section: str) -> str:
    """办公室主任 has 办公室副主任, 综合科科长 has 综合科副科长."""
    return f"{section[:-2]}副{section[-2:]}"


def load() -> tuple[list[Organisation], list[Post]]:
    """The organisations in order of code, and every post of theirs."""
    kinds = read("posts.toml")
    organisations, posts = [], []
    for number, row in enumerate(_rows(), 1):
        organisation = _organisation(row, number, kinds)
        organisations.append(organisation)
        for title, level, category, seats, mode in _titles(row, kinds[row["kind"]]) if "kind" in row else []:
            posts.append(Post(
                organisation, title, level, category, row.get("quota", {}).get(title, seats), mode,
                row.get("held", {}).get(title), row.get("old_quota", {}).get(title),
            ))
    return organisations, posts
