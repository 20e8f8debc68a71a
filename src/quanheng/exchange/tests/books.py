"""Small files for tests: a workbook with one bureau and a few people, forms, and the city's own files, made once."""

import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from datasets.yunling.generate import FORMS, ROSTER, generate, generate_bad

from quanheng.access.models import Account, Authority
from quanheng.access.tests import workers
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.preview_import import preview_import
from quanheng.exchange.actions.run_jobs import EXPORTS, IMPORTS
from quanheng.exchange.core import lrmx, workbook_writer
from quanheng.exchange.core.form import AppointmentForm
from quanheng.exchange.models import ImportBatch, ImportLine
from quanheng.exchange.queries.kept_lines import open_lines
from quanheng.exchange.queries.plan import Line
from quanheng.kernel.texts import unpacked
from quanheng.registry.tests.factories import AT

Sheets = dict[str, list[dict[str, Any]]]
NUMBERS = ("999101198503019014", "999101198604029021", "999101198705039015", "999101198806049022")


def number(place: int) -> str:
    """A valid invented identity number; men and women take turns."""
    from quanheng.registry.core.identity import check_character

    body = NUMBERS[place][:17]
    return body + check_character(body)


def person(place: int, name: str, **given: Any) -> dict[str, Any]:
    """A row of A01人员; the number, the month and the sex agree."""
    said = number(place)
    return {
        "name": name,
        "identity_number": said,
        "sex": "1" if int(said[16]) % 2 else "2",
        "born_on": f"{said[6:12]}",
        "ethnic_group": "汉族",
        "work_started_on": "200807",
        "statistics_unit": "云岭市交通运输局",
        "person_status": "现职人员",
        **given,
    }


def invented(place: int) -> dict[str, Any]:
    """One of many people: the 10,000 first have numbers of their own."""
    from quanheng.registry.core.identity import check_character

    body = f"9991011985030{1 + place // 1000}{place % 1000:03d}"
    return person(0, f"甲{place:04d}", identity_number=body + check_character(body), sex="1" if place % 2 else "2", born_on="198503")


def sheets(*people: dict[str, Any], **further: list[dict[str, Any]]) -> Sheets:
    """A bureau with one chief and two deputy seats, and these people."""
    name, code = "云岭市交通运输局", "001.004.013"
    unit = {"organisation": name, "organisation_code": code}
    deputy = {**unit, "post_level": "县处级副职", "post_rank": "副职"}
    units: list[dict[str, Any]] = [
        {"name": "云岭市", "organisation_code": "001"},
        {"name": name, "organisation_code": code, "level": "县、处级", "category": "交通运输部门"},
    ]
    return {
        "B01单位": units,
        "A01人员": list(people),
        "职数": [{**deputy, "quota": 2, "from_on": "20190301", "document": "云编〔2019〕8号"}],
        "职位": [{**deputy, "post": "副局长", "is_leading": True, "method": "委任", "position": 2}],
        **further,
    }


def seat(row: dict[str, Any], post: str = "副局长", **given: Any) -> dict[str, Any]:
    """A row of A02职务 of this person, in the bureau and still running."""
    line = {"organisation": "云岭市交通运输局", "post": post, "from_on": "20200510", "status": "在任", "post_level": "县处级副职", "post_rank": "副职"}
    return {"name": row["name"], "identity_number": row["identity_number"], **line, **given}


def line(row: dict[str, Any], **given: Any) -> dict[str, Any]:
    """A row of any other sheet of this person."""
    return {"name": row["name"], "identity_number": row["identity_number"], **given}


def book(*people: dict[str, Any], **further: list[dict[str, Any]]) -> bytes:
    """The workbook itself."""
    return workbook_writer.write(sheets(*people, **further))


def form(name: str = "陈建国", place: int = 0, **given: Any) -> AppointmentForm:
    """A form of the person at this place."""
    said = number(place)
    sex = "男" if int(said[16]) % 2 else "女"
    return AppointmentForm(name=name, sex=sex, born=said[6:12], identity_number=said, **given)


def zipped(forms: dict[str, AppointmentForm | bytes]) -> bytes:
    """Forms by entry name, in a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, each in forms.items():
            archive.writestr(name, each if isinstance(each, bytes) else lrmx.write(each))
    return buffer.getvalue()


def preview(by: Account, authority: Authority, content: bytes, kind: str = "roster", name: str = "花名册.xlsx", *, is_as_found: bool = False) -> ImportBatch:
    """A preview by somebody for an authority."""
    given = {"kind": kind, "file_name": name, "content": content, "authority": authority, "is_as_found": is_as_found}
    return preview_import(by=by, at=AT, **given)  # type: ignore[arg-type]


def commit(by: Account, authority: Authority, content: bytes, kind: str = "roster") -> ImportBatch:
    """Previewed and confirmed."""
    return commit_import(by=by, at=AT, batch=preview(by, authority, content, kind))


def work() -> int:
    """What the background worker would do now, on this test's own connection."""
    return workers.work(IMPORTS, EXPORTS, at=AT)


def said(batch: ImportBatch, effect: str) -> list[str]:
    """The lines of one effect as sentences with their places."""
    rows = [(line, line.place) for line in kept(batch, effect)]
    return [f"{at.sheet} {at.row or ''} {at.column}：{line.label} {unpacked(line.message)}" for line, at in rows]


def changes(batch: ImportBatch) -> list[tuple[str, str, str]]:
    """Every change: field, old, new."""
    return [(each["field"], each["old"], each["new"]) for line in kept(batch, "change") for each in line.changes]


def kept(batch: ImportBatch, effect: str = "") -> list[Line]:
    """The lines as they were kept, opened; all of them, or those of one effect."""
    rows = ImportLine.objects.filter(batch=batch).order_by("pk")
    return open_lines(batch, rows.filter(effect=effect) if effect else rows)


@cache
def city() -> tuple[bytes, bytes]:
    """The demonstration city's roster and forms."""
    folder = Path(mkdtemp())
    generate(folder)
    return (folder / ROSTER).read_bytes(), (folder / FORMS).read_bytes()


@cache
def bad_files() -> dict[str, bytes]:
    """The files with planted faults, by name."""
    folder = Path(mkdtemp())
    generate_bad(folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}
