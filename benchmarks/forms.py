"""`make bench-forms`: 100 appointment forms as PDF and as Word, 2,000 .lrmx and .lrm files read and written, one package.

The people are invented, the same every time; no form has the same content as another, so nothing comes from a cache.
"""

import json
import random
import resource
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from quanheng.exchange.core import appointment_form, appointment_form_docx, hzb, hzb_roster, lrm, lrmx
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.registry.core.identity import check_character

ON = date(2026, 11, 21)
PRINTED, READ, PACKED = 100, 2_000, 20_000
SURNAMES, GIVEN = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许",
    "一中书明国文正清学志远林静安宁海山江川华云青松柏月",
)
PICTURE = b"\xff\xd8\xff\xe0" + bytes(range(1, 255)) * 80 + b"\xff\xd9"
"""Twenty kilobytes, as the photo of a form has; never printed."""
GOALS = {"100 forms as PDF": 3.0}
Result = TypeVar("Result")
console = Console(highlight=False, width=120)


def main() -> None:
    chance = random.Random(8146)
    forms = [form_of(number, chance) for number in range(READ)]
    printed = [replace(form, photo=b"") for form in forms[:PRINTED]]
    appointment_form.render(forms[-1], on=ON)  # the fonts are loaded once, when the server starts
    seconds: dict[str, tuple[float, float]] = {}
    seconds["100 forms as PDF"] = timed(lambda: [appointment_form.render(form, on=ON) for form in printed])[0]
    seconds["100 forms as PDF, B5, 4.0"] = timed(
        lambda: [appointment_form.render(form, on=ON, size="B5", edition="4") for form in printed]
    )[0]
    seconds["100 forms as Word"] = timed(
        lambda: [appointment_form_docx.render(form, on=ON) for form in printed]
    )[0]
    seconds["2,000 .lrmx written"], files = timed(lambda: [lrmx.write(form) for form in forms])
    seconds["2,000 .lrmx read and checked"], read = timed(lambda: [lrmx.read(content) for content in files])
    assert [lrmx.write(form) for form in read] == files
    seconds["2,000 .lrm written"], records = timed(lambda: [lrm.write(form) for form in forms])
    seconds["2,000 .lrm read and checked"], _ = timed(
        lambda: [lrm.read(one, picture=two) for one, two in records]
    )
    package = hzb.Package({"type": "31"}, tables(forms))
    seconds["package of 20,000 people written"], packed = timed(lambda: hzb.write(package))
    seconds["package of 20,000 people read"], again = timed(lambda: hzb.read(packed))
    assert again == package
    seconds["package of 20,000 people as a roster"], roster = timed(
        lambda: hzb_roster.roster(again, file_name="包.zip")
    )
    assert len(roster.sheets["A01人员"].rows) == PACKED
    tell(seconds)


def timed(work: Callable[[], Result]) -> tuple[tuple[float, float], Result]:
    """Seconds of the clock and of the processors: on a busy machine the first says more of the machine."""
    started, used = time.perf_counter(), time.process_time()
    result = work()
    return (time.perf_counter() - started, time.process_time() - used), result


def tell(seconds: dict[str, tuple[float, float]]) -> None:
    table = Table("work", "seconds", "of processor", "goal", box=None)
    for name, (taken, used) in seconds.items():
        table.add_row(name, f"{taken:.2f}", f"{used:.2f}", f"{GOALS[name]:g}" if name in GOALS else "")
    console.print(table)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    console.print(f"greatest memory {memory} MiB")
    result = {
        "seconds": {name: [round(each, 3) for each in pair] for name, pair in seconds.items()},
        "goals": GOALS,
        "memory_mib": memory,
    }
    Path(__file__).with_name("forms.json").write_text(
        json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def form_of(number: int, chance: random.Random) -> AppointmentForm:
    born = f"{1962 + number % 40}{1 + number % 12:02d}"
    body = f"999{101 + number // 28_000 % 9:03d}{born}{1 + number % 28:02d}{number % 1000:03d}"
    years = range(1990 + number % 20, 2024, 3)
    units = ("青石县", "云岭市交通运输局", "云岭市人民政府办公室", "青石县县委组织部")
    told = [f"{year}.07--{year + 3}.07  {chance.choice(units)}某科科员{number}" for year in years]
    return AppointmentForm(
        name=chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2)),
        sex="男" if int(body[16]) % 2 else "女",
        born=born,
        ethnic_group="汉族",
        native_place="云岭青石",
        birth_place="云岭青石",
        party_joined="199806",
        work_started="199407",
        health="健康",
        full_time_education="大学",
        full_time_degree="法学学士",
        full_time_school="云岭师范大学政治系思想政治教育专业",
        current_post=f"{chance.choice(units)}副主任{number}",
        proposed_post=f"{chance.choice(units)}主任",
        resume="\n".join(told),
        awards="；".join(f"{2010 + place}年获县级优秀公务员" for place in range(number % 8)) or "无",
        assessment="2022年：优秀\n2023年：称职",
        reason="工作需要",
        family=tuple(
            FamilyMember("其他", f"亲属{place}", "197308", "群众", f"某单位职工{number}")
            for place in range(number % 8)
        ),
        reporting_unit="云岭市委组织部",
        filled_on="20261121",
        identity_number=body + check_character(body),
        photo=PICTURE,
        version="3.2.1.16",
    )


def tables(forms: list[AppointmentForm]) -> dict[str, tuple[dict[str, str], ...]]:
    """Five lines of a career for each of 20,000 people."""
    people, seats = [], []
    for number in range(PACKED):
        form, key = forms[number % len(forms)], f"P{number}"
        people.append({
            "A0000": key, "A0101": form.name, "A0104": "1", "A0107": form.born, "A0117": "01", "A0184": form.identity_number,
            "A0192A": form.current_post, "A1701": form.resume,
        })  # fmt: skip
        seats += [
            {
                "A0000": key,
                "A0201A": "云岭市|青石县",
                "A0215A": f"科员{place}",
                "A0243": f"{1995 + place}07",
                "A0255": "1",
            }
            for place in range(5)
        ]
    return {"A01": tuple(people), "A02": tuple(seats)}


if __name__ == "__main__":
    main()
