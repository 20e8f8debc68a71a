"""`make bench-imports`: a workbook of 100,000 rows and 2,000 forms, previewed and confirmed, and exports; each step in a process of its own.

Wall and CPU seconds and the greatest memory of each process, beside the goals. The people are invented, the same every time.
"""

import importlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
import psycopg
import xlsxwriter
from rich.console import Console
from rich.table import Table

from quanheng.exchange.core import lrmx
from quanheng.exchange.core.form import AppointmentForm
from quanheng.exchange.core.roster_layout import layouts, version
from quanheng.registry.core.identity import check_character
from quanheng.site.database import embedded_url, home, make_database

DATABASE = "quanheng_imports"
AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
PICTURE = b"\xff\xd8\xff\xe0" + random.Random(1).randbytes(20_000) + b"\xff\xd9"
UNITS, PEOPLE, FORMS = 240, 18_000, 2_000
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "一中书明国文正清学志远林静安宁海山江川华云青松柏月"
GOALS = {  # seconds of wall time, MiB
    "preview of a workbook": (90, 1024),
    "commit of a workbook": (60, 1024),
    "preview of the same workbook, changed": (90, 1024),
    "commit of it, the file read again": (60, 1024),
    "preview of 2,000 forms": (90, 1024),
    "commit of 2,000 forms": (30, 1024),
}


class People:
    """A seeded city on paper (名册): units, seats, and the people in them."""

    def __init__(self) -> None:
        self.random = random.Random(8147)

    def number(self, place: int) -> str:
        born = f"{1962 + place % 40}{1 + place % 12:02d}{1 + place % 28:02d}"
        body = f"999{101 + place // 28_000 % 9:03d}{born}{place % 1000:03d}"
        return body + check_character(body)

    def name(self) -> str:
        return self.random.choice(SURNAMES) + "".join(self.random.choices(GIVEN, k=2))


def sheets(*, changed: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Rows by sheet and column key; with `changed` one person in ten is said otherwise."""
    made = People()
    units = [{"name": "临川市", "organisation_code": "001"}]
    units += [{"name": f"临川市第{n}局", "organisation_code": f"001.{n:03d}", "parent_code": "001", "level": "县、处级"} for n in range(1, UNITS + 1)]
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in layouts()}
    rows["B01单位"] = units
    for unit in units[1:]:
        said = {"organisation": unit["name"], "organisation_code": unit["organisation_code"]}
        rows["职数"].append({**said, "post_level": "县处级副职", "post_rank": "副职", "quota": 4, "from_on": "20190101", "document": "临编〔2019〕1号"})
        rows["职位"].append({**said, "post": "副局长", "post_level": "县处级副职", "post_rank": "副职", "is_leading": "是", "position": 1})
    for place in range(PEOPLE):
        _person(made, place, rows, units[1 + place % UNITS], is_changed=changed and place % 10 == 0)
    return {name: each for name, each in rows.items() if each}


def _person(made: People, place: int, rows: dict[str, list[dict[str, Any]]], unit: dict[str, Any], *, is_changed: bool) -> None:
    number, name = made.number(place), made.name()
    who = {"name": name, "identity_number": number}
    started = int(number[6:10]) + 22
    rows["A01人员"].append({
        **who, "sex": "男" if int(number[16]) % 2 else "女", "born_on": number[6:12], "ethnic_group": "汉族", "native_place": "临川",
        "health": "一般" if is_changed else "健康", "work_started_on": f"{started}07", "political_status": "中共党员", "party_joined_on": f"{started + 3}06",
        "person_status": "现职人员", "statistics_unit": unit["name"], "current_post": f"{unit['name']}科员",
    })  # fmt: skip
    seat = {"organisation": unit["name"], "organisation_code": unit["organisation_code"], "is_main": "是"}
    is_deputy = place < UNITS * 4
    rows["A02职务"].append({**who, **seat, "post": "科员", "from_on": f"{started}07", "until_on": "20200501", "status": "已免"})
    rows["A02职务"].append({**who, **seat, "post": "副局长" if is_deputy else "主任科员", "from_on": "20200501", "status": "在任", "document": f"临组〔2020〕{place % 400}号"})
    rows["A05职务职级"].append({**who, "kind": "职务层次", "level": "县处级副职" if is_deputy else "乡科级正职", "from_on": "20200501"})
    rows["A15考核"].append({**who, "result": "优秀" if place % 7 == 0 else "称职", "year": "2025"})
    if place % 2 == 0:
        rows["A08学历学位"].append({**who, "education": "大学", "mode": "全日制", "school": "临川大学", "major": "公共管理", "entered_on": f"{started - 4}09", "left_on": f"{started}07"})


def write_workbook(path: Path, *, changed: bool = False) -> int:
    """The file, row by row; how many rows of data it has."""
    count = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_numbers": False}) as book:
        front = book.add_worksheet("版本")
        front.write_string(0, 0, version())
        for name, rows in sheets(changed=changed).items():
            sheet, columns = book.add_worksheet(name), layouts()[name].columns
            sheet.write_string(0, 0, name)
            for place, column in enumerate(columns):
                sheet.write_string(1, place, column.header)
            for number, row in enumerate(rows, start=2):
                for place, column in enumerate(columns):
                    if row.get(column.key):
                        sheet.write_string(number, place, str(row[column.key]))
            count += len(rows)
    return count


def write_forms(path: Path) -> int:
    """A zip of forms; of people no roster knows."""
    made = People()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for place in range(FORMS):
            number, name = made.number(20_000 + place), made.name()
            started = int(number[6:10]) + 22
            form = AppointmentForm(
                name=name, sex="男" if int(number[16]) % 2 else "女", born=number[6:12], ethnic_group="汉族", identity_number=number,
                resume=f"{started}.07--2020.05  临川市第一局科员\n2020.05--          临川市第一局主任科员",
                photo=PICTURE[:3] + place.to_bytes(4) + PICTURE[7:],
            )  # fmt: skip
            packed.writestr(f"{place:05d}.lrmx", lrmx.write(form))
    return FORMS


def child(step: str, kind: str, file: str) -> None:
    """One step in this process; its seconds and memory as JSON on the last line."""
    django.setup()
    measured = importlib.import_module("benchmarks.imports_step")
    wall, cpu = time.perf_counter(), time.process_time()
    counts = measured.run(step, kind, Path(file), at=AT)
    spent = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps({**spent, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "counts": counts}))


def measure(step: str, kind: str, file: Path) -> dict[str, Any]:
    """The same in a child process, so that its memory is its own."""
    said = subprocess.run([sys.executable, "-m", "benchmarks.imports", step, kind, str(file)], check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return answer


def main() -> None:
    console = Console()
    make_afresh()
    figures: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        book, changed, forms = (Path(folder) / name for name in ("花名册.xlsx", "改.xlsx", "审批表.zip"))
        console.print(f"{write_workbook(book)} rows, {write_workbook(changed, changed=True)} rows, {write_forms(forms)} forms")
        for what, step, kind, file in (
            ("preview of a workbook", "preview", "roster", book), ("commit of a workbook", "commit", "roster", book),
            ("preview of the same workbook, changed", "preview", "roster", changed), ("commit of it, the file read again", "commit-anew", "roster", changed),
            ("preview of 2,000 forms", "preview", "forms", forms), ("commit of 2,000 forms", "commit", "forms", forms),
            ("export of 20,000 people as workbooks", "export", "workbook", Path()), ("export of a unit of 75 people as a package", "export", "package", Path()),
        ):  # fmt: skip
            figures[what] = measure(step, kind, file)
            console.print(f"{what}: {figures[what]}")
    show(console, figures)
    Path("benchmarks/imports.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1))


def make_afresh() -> None:
    """An empty database of this version; the one of the last run goes."""
    url = embedded_url(home())
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
    make_database(url, DATABASE)
    os.environ["QUANHENG_DATABASE"] = DATABASE
    os.environ["DJANGO_SETTINGS_MODULE"] = "quanheng.site.settings"
    subprocess.run([sys.executable, "-m", "benchmarks.migrated"], check=True)


def show(console: Console, figures: dict[str, dict[str, Any]]) -> None:
    """Beside the goals; CPU seconds tell what a machine of one's own would take."""
    table = Table("what", "wall s", "goal", "CPU s", "memory MiB", "goal")
    for what, found in figures.items():
        seconds, memory = GOALS.get(what, ("", ""))
        table.add_row(what, f"{found['wall']:.1f}", str(seconds), f"{found['cpu']:.1f}", f"{found['memory']:.0f}", str(memory))
    console.print(table)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        child(*sys.argv[1:])
    else:
        main()
