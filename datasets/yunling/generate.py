"""Writes 云岭市's files: the roster, the forms, and (for tests and how-tos) the faulty files. The same bytes every time."""

import argparse
from pathlib import Path

from datasets.yunling.bad import write_bad
from datasets.yunling.enterprises import write_enterprises
from datasets.yunling.forms import write_forms
from datasets.yunling.organisations import read
from datasets.yunling.people import build
from datasets.yunling.workbook import write_roster

ROSTER, FORMS, ENTERPRISES = "干部花名册.xlsx", "任免审批表.zip", "非公有制企业花名册.xlsx"


def generate(out: Path) -> None:
    """`干部花名册.xlsx`, `任免审批表.zip` and `非公有制企业花名册.xlsx` in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    world, people = build()
    write_roster(out / ROSTER, world, people)
    write_enterprises(out / ENTERPRISES, people)
    write_forms(out / FORMS, people, {row["identity"] for row in read("cast.toml")["person"]})


def generate_bad(out: Path) -> None:
    """Files with planted faults, each named after its fault."""
    out.mkdir(parents=True, exist_ok=True)
    world, people = build()
    write_bad(out, world, people)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the demonstration city's files.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bad", action="store_true", help="write the faulty files instead")
    wanted = parser.parse_args()
    (generate_bad if wanted.bad else generate)(wanted.out)
    for path in sorted(wanted.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
