"""The demonstration city is sound: same bytes each time, true check digits, gapless careers, quotas, known labels,
and every person that accounts, rehearsal and rule boundaries rely on is in the roster with the stated facts.
"""

import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import chinese_calendar
import pytest
from datasets.yunling.dates import month_of, retirement
from datasets.yunling.generate import ENTERPRISES, FORMS, ROSTER, generate, generate_bad
from datasets.yunling.identity import credit_check, identity_check
from datasets.yunling.ledgers import ENTERED, entries
from datasets.yunling.organisations import read
from datasets.yunling.people import build
from datasets.yunling.rows import HEADERS
from lxml import etree
from python_calamine import CalamineWorkbook

from quanheng.exchange.core import archive, lrmx, workbook
from quanheng.kernel.refusals import Refused

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"(\d{4})\.(\d{2})--(?:(\d{4})\.(\d{2})  | {9})\S")
DECISION = date(2026, 11, 13)

Record = dict[str, str]


@dataclass(frozen=True)
class City:
    """What was written, read back with a plain reader."""

    folder: Path
    sheets: dict[str, list[Record]]

    @property
    def people(self) -> dict[str, Record]:
        return {row["身份证号"]: row for row in self.sheets["A01人员"]}

    def of(self, sheet: str, identity: str) -> list[Record]:
        return [row for row in self.sheets[sheet] if row["身份证号"] == identity]


def _records(path: Path) -> dict[str, list[Record]]:
    book = CalamineWorkbook.from_path(path)
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found[name] = [{str(h): _plain(v) for h, v in zip(rows[1], row, strict=True)} for row in rows[2:]]
    return found


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) else str(value)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    folder = tmp_path_factory.mktemp("yunling")
    generate(folder)
    return City(folder, _records(folder / ROSTER))


def _named() -> list[tuple[str, str]]:
    """Every name and identity number that the committed files speak of."""
    found: list[tuple[str, str]] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if "identity_number" in node and "name" in node:
                found.append((node["name"], node["identity_number"]))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    for name in ("accounts.toml", "scenario.toml", "boundary.toml", "planted.toml"):
        walk(read(name))
    return found


def test_a_second_process_writes_the_same_bytes(city: City, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "datasets.yunling.generate", "--out", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
    )
    for name in (ROSTER, FORMS, ENTERPRISES):
        assert (tmp_path / name).read_bytes() == (city.folder / name).read_bytes(), name


def test_it_has_the_promised_size(city: City) -> None:
    legal = [row for row in city.sheets["B01单位"] if row["法人单位标识"] == "法人单位"]
    assert len(city.sheets["A01人员"]) == 1200
    assert 60 <= len(legal) <= 70
    assert 300 <= len(city.sheets["职位"]) <= 330
    assert len(zipfile.ZipFile(city.folder / FORMS).namelist()) == 180
    assert list(city.sheets) == list(HEADERS)


def test_identity_numbers_carry_a_true_check_digit_and_no_real_area(city: City) -> None:
    numbers = [row["身份证号"] for row in city.sheets["A01人员"]]
    assert len(set(numbers)) == len(numbers)
    assert [n for n in numbers if not n.startswith("999") or identity_check(n[:17]) != n[17]] == []


def test_credit_codes_carry_a_true_check_digit(city: City) -> None:
    codes = [row["统一社会信用代码"] for row in city.sheets["B01单位"] if row["统一社会信用代码"]]
    assert len(set(codes)) == len(codes) > 60
    assert [c for c in codes if c[2:8] != "999100" or credit_check(c[:17]) != c[17]] == []


def test_only_the_listed_identity_numbers_disagree_with_birth_or_sex(city: City) -> None:
    wrong = {
        number
        for number, row in city.people.items()
        if row["出生年月"] != number[6:12] or ("男" if int(number[16]) % 2 else "女") != row["性别"]
    }
    assert wrong == {row["identity_number"] for row in read("planted.toml")["mismatch"]}


def test_careers_join_month_to_month(city: City) -> None:
    for row in city.sheets["A01人员"]:
        heads = [LINE.match(line) for line in row["简历"].split("\n") if line[0] != " "]
        assert all(heads), row["姓名"]
        periods = [(h[1] + h[2], h[3] and h[3] + h[4]) for h in heads if h]
        assert [end for _, end in periods[:-1]] == [start for start, _ in periods[1:]], row["姓名"]
        assert periods[-1][1] is None, row["姓名"]


def test_each_main_post_ends_as_the_next_begins(city: City) -> None:
    mains: dict[str, list[Record]] = {}
    for row in city.sheets["A02职务"]:
        if row["主职务"] == "是":
            mains.setdefault(row["身份证号"], []).append(row)
    assert mains.keys() == city.people.keys()
    joints = [pair for rows in mains.values() for pair in pairwise(rows)]
    assert [
        (a["姓名"], b["任职时间"]) for a, b in joints if b["任职时间"] and a["免职时间"] != b["任职时间"]
    ] == []


def test_nobody_works_as_a_child_or_past_retirement(city: City) -> None:
    for row in city.sheets["A01人员"]:
        born = date(int(row["身份证号"][6:10]), int(row["身份证号"][10:12]), 1)
        if row["参加工作时间"]:
            assert int(row["参加工作时间"][:4]) - born.year >= 18, row["姓名"]
        limit = (
            55 if row["身份证号"][16] in "02468" and row["现职务层次"][:3] not in {"县处级", "厅局级"} else 60
        )
        if row["人员管理状态"] == "现职人员":
            assert month_of(retirement(born, limit)) >= month_of(date(2026, 11, 1)), row["姓名"]


def test_posts_are_held_within_quota_but_for_the_listed_one(city: City) -> None:
    quota: Counter[tuple[str, str, str]] = Counter()
    for row in city.sheets["职数"]:
        if not row["失效日期"]:
            quota[(row["机构名称"], row["职务层次"], row["职务类别"])] += int(row["核定职数"])
    held = Counter(
        (row["任职机构名称"], row["职务层次"], row["职务类别"])
        for row in city.sheets["A02职务"]
        if row["任职状态"] == "在任" and row["职务类别"]
    )
    assert {key: (held[key], quota[key]) for key in held if held[key] > quota[key]} == {
        ("云岭市水务局", "县处级副职", "副职"): (4, 3)
    }
    assert (held[("云岭市财政局", "县处级副职", "副职")], quota[("云岭市财政局", "县处级副职", "副职")]) == (
        3,
        3,
    )
    assert (
        held[("云岭市交通运输局", "县处级副职", "副职")],
        quota[("云岭市交通运输局", "县处级副职", "副职")],
    ) == (3, 4)
    assert sum(quota[key] > held[key] for key in quota) >= 20


def test_every_named_person_is_in_the_roster(city: City) -> None:
    named = _named()
    assert len(named) > 90
    assert [(name, number) for name, number in named if city.people.get(number, {}).get("姓名") != name] == []


def test_every_rule_has_people_who_pass_fall_short_and_cannot_be_judged() -> None:
    lights: dict[str, set[str]] = {}
    for row in read("boundary.toml")["boundary"]:
        lights.setdefault(row["rule"], set()).update({row["expected"], row.get("then", row["expected"])})
    assert set(lights) == {
        "a-service-5y",
        "a-grassroots-2y",
        "a-two-posts",
        "a-tenure-deputy-to-chief",
        "a-tenure-chief-to-upper-deputy",
        "a-education-floor",
        "a-training-before-post",
        "a-party-seniority",
        "a-stepwise",
        "a-rank-to-leader",
        "b-target-disqualified",
    }
    for rule, found in lights.items():
        assert {"pass", "unknown"} <= found, rule
        assert found & {"fail", "warn"}, rule


@pytest.mark.parametrize(
    "row",
    [r for r in read("boundary.toml")["boundary"] if r["rule"].startswith("a-tenure")],
    ids=lambda r: r["name"],
)
def test_tenure_boundaries_are_what_they_say(city: City, row: dict[str, str]) -> None:
    level = "乡科级正职" if row["rule"].endswith("upper-deputy") else "县处级副职"
    needed = 36 if level == "乡科级正职" else 24
    spells = [r for r in city.of("A02职务", row["identity_number"]) if r["主职务"] == "是"]
    dated = [r for r in spells if r["职务层次"] == level and r["任职时间"]]
    if row["expected"] == "unknown":
        assert dated == []
        assert not spells[-1]["任职时间"] or not spells[-1]["职务层次"]
        return
    months = sum(_months(r["任职时间"], r["免职时间"] or "20261113") for r in dated)
    short = {"exact": 0, "one_month_short": 1, "deputy_does_not_count": 12}[row["margin"]]
    assert months == needed - short


def _months(start: str, end: str) -> int:
    whole = (int(end[:4]) - int(start[:4])) * 12 + int(end[4:6]) - int(start[4:6])
    return whole - (end[6:] < start[6:])


@pytest.mark.parametrize(
    "row",
    [r for r in read("boundary.toml")["boundary"] if r["margin"] in {"last_day", "day_after"}],
    ids=lambda r: r["name"],
)
def test_sanction_windows_end_on_the_day_or_the_eve(city: City, row: dict[str, str]) -> None:
    sanction = next(r for r in city.of("A14奖惩", row["identity_number"]) if r["影响期(月)"])
    start = date.fromisoformat(sanction["批准日期"])
    month = month_of(start) + int(sanction["影响期(月)"])
    free_on = date(month // 12, month % 12 + 1, start.day)
    assert (free_on - DECISION).days == {"last_day": 1, "day_after": 0}[row["margin"]]


def test_the_vacancy_and_its_people_are_as_the_scenario_says(city: City) -> None:
    scenario = read("scenario.toml")
    chosen, relative = (
        scenario["decision"]["chosen"],
        city.of("A36家庭及社会关系", scenario["decision"]["chosen"]["identity_number"]),
    )
    member = next(
        a
        for a in read("accounts.toml")["account"]
        if a["username"] == scenario["decision"]["recused"][0]["username"]
    )
    uncle = next(r for r in relative if r["称谓"] == "舅父")
    assert (uncle["家庭成员姓名"], uncle["出生日期"]) == (member["name"], member["identity_number"][6:12])
    left = city.people[scenario["vacancy"]["left_by"]["identity_number"]]
    assert left["人员管理状态"] == "离退人员"
    assert chosen["name"] in {t["name"] for t in scenario["inspection_list"]["targets"]}
    decision = scenario["decision"]
    assert len(decision["members"]) == 9
    assert decision["yes"] + decision["no"] + decision["defer"] == len(decision["present"]) - len(
        decision["recused"]
    )
    assert decision["speaking"][-1] == decision["chair"]


def test_ballots_add_up() -> None:
    meeting = read("scenario.toml")["meeting_recommendation"]
    assert sum(group["issued"] for group in meeting["class"]) == meeting["attended"]
    assert meeting["attended"] * 3 >= meeting["scope"] * 2
    for group in meeting["class"]:
        assert group["valid"] + group["void"] == group["returned"] <= group["issued"]
        assert sum(count for _, count in group["votes"]) <= group["valid"] * meeting["limit"]


def test_the_scenario_acts_on_working_days() -> None:
    days: list[date] = []

    def walk(node: Any) -> None:
        if isinstance(node, date):
            days.append(date(node.year, node.month, node.day))
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
            walk(value)

    walk({name: part for name, part in read("scenario.toml").items() if name != "vacancy"})
    inside = [day for day in days if day.year == 2026]
    assert len(inside) > 20
    assert [day for day in inside if not chinese_calendar.is_workday(day)] == []
    notice = read("scenario.toml")["public_notice"]
    assert len(chinese_calendar.get_workdays(notice["printed_from"], notice["printed_to"])) == 5


def test_accounts_hang_on_known_authorities_with_one_name_each() -> None:
    data = read("accounts.toml")
    known = {authority["code"] for authority in data["authority"]}
    assert known == {"province", "yunling", "yunling.qingshi", "yunling.baishui"}
    assert {account["authority"] for account in data["account"]} <= known
    assert len({account["username"] for account in data["account"]}) == len(data["account"])


def test_the_unusual_names_are_there(city: City) -> None:
    unusual = read("planted.toml")["unusual"]
    assert len(unusual["longest_name"]) == 12
    assert len(unusual["longest_title"]) == 60
    assert unusual["longest_name"] in {row["姓名"] for row in city.sheets["A01人员"]}
    assert unusual["longest_title"] in {
        row["职务名称"] for row in city.sheets["A02职务"] if row["任职状态"] == "在任"
    }


def test_our_reader_finds_no_fault_in_the_roster(city: City) -> None:
    roster = workbook.read((city.folder / ROSTER).read_bytes(), file_name=ROSTER)
    assert [str(problem) for problem in roster.all_problems()] == []


def test_our_reader_finds_no_fault_in_the_enterprises_and_they_share_nobody(city: City) -> None:
    roster = workbook.read((city.folder / ENTERPRISES).read_bytes(), file_name=ENTERPRISES)
    assert [str(problem) for problem in roster.all_problems()] == []
    sheets = _records(city.folder / ENTERPRISES)
    numbers = {row["身份证号"] for row in sheets["A01人员"]}
    assert len(numbers) == len(sheets["A01人员"]) == 15
    assert numbers.isdisjoint(city.people)
    assert [n for n in numbers if not n.startswith("999") or identity_check(n[:17]) != n[17]] == []
    assert Counter(row["人员类别"] for row in sheets["A01人员"]).keys() == {"企业管理人员", "企业技术人员"}


def test_the_ledgers_speak_of_people_of_the_roster_and_of_days_that_have_been(city: City) -> None:
    found = list(entries(build()[1]))
    assert {entry.identity for entry in found} <= city.people.keys()
    kinds = Counter(entry.kind for entry in found)
    assert all(
        kinds[kind] >= 2 for kind in ("file_item", "file_loan", "talk", "care", "correction", "delegateship")
    )
    days = [
        value
        for entry in found
        for name, value in entry.values.items()
        if name.endswith("on") and name != "due_on" and isinstance(value, date)
    ]
    assert max(days) <= ENTERED


def test_forms_are_of_people_in_the_roster_and_in_three_habits(city: City) -> None:
    forms = archive.read((city.folder / FORMS).read_bytes())
    contents = dict(forms.files())
    folders = Counter(name.split("/")[0] for name in contents)
    assert folders == {"编辑器4.0": 60, "省系统": 60, "人事软件": 60}
    for name, content in contents.items():
        said = re.search(rb"<ShenFenZheng>(.{18})</ShenFenZheng>", content)
        assert said is not None, name
        person = city.people[said[1].decode()]
        assert name == f"{name.split('/')[0]}/{person['姓名']}{said[1].decode()}.lrmx"
        assert len(lrmx.read(content).photo) > 200, name


def test_the_habits_differ(city: City) -> None:
    with zipfile.ZipFile(city.folder / FORMS) as packed:
        infos = packed.infolist()
        texts: dict[str, list[bytes]] = {info.orig_filename.split("/")[0]: [] for info in infos}
        for info in infos:
            texts[info.orig_filename.split("/")[0]].append(packed.read(info))
    gbk = "人事软件".encode("gbk").decode("cp437")
    assert set(texts) == {"编辑器4.0", "省系统", gbk}
    assert all(b"<Version>4.0<" in text and b"DaoLingNianYue" in text for text in texts["编辑器4.0"])
    assert all(b"<Version>" not in text for text in texts["省系统"])
    assert any(b"R&D" in text for text in texts["省系统"])
    assert all("至今".encode() in text and b"\r\n" in text for text in texts[gbk])
    for text in texts["编辑器4.0"]:
        assert etree.fromstring(text).tag == "Person"


def test_bad_files_are_each_refused_or_remarked_upon(tmp_path: Path) -> None:
    generate_bad(tmp_path)
    silent = []
    for path in sorted(tmp_path.glob("*.xlsx")):
        try:
            said = [str(p) for p in workbook.read(path.read_bytes(), file_name=path.name).all_problems()]
        except Refused as refusal:
            said = [str(refusal)]
        silent += [] if said else [path.name]
    assert silent == []
    assert len(list(tmp_path.glob("*.lrmx"))) == 10
    assert len(archive.read((tmp_path / "问题表格.zip").read_bytes()).skipped) >= 1
