"""The 任免审批表 as a file somebody asked for: PDF and Word on three papers, .lrmx, and .lrm with its photo in a zip."""

import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from quanheng.exchange.core import appointment_form, appointment_form_docx, lrm, lrmx
from quanheng.exchange.core.appointment_form import Edition
from quanheng.exchange.core.appointment_form_geometry import Size
from quanheng.exchange.core.form import AppointmentForm

Format = Literal["pdf", "docx", "lrmx", "lrm"]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "docx": _WORD,
    "lrmx": "application/xml",
    "lrm": "application/zip",
}


@dataclass(frozen=True)
class FormFile:
    """A form as a file (文件)."""

    name: str
    content_type: str
    content: bytes


def made(
    form: AppointmentForm, *, on: date, kind: Format, size: Size = "A4", edition: Edition = ""
) -> FormFile:
    """The form in one of the formats; the third edition knows no age limit, which is left out of its .lrmx.

    >>> made(AppointmentForm(name="张三"), on=date(2026, 11, 22), kind="lrm").name
    '张三.zip'
    """
    ending = "zip" if kind == "lrm" else kind
    return FormFile(f"{form.name}.{ending}", TYPES[kind], _content(form, on, kind, size, edition))


def _content(form: AppointmentForm, on: date, kind: Format, size: Size, edition: Edition) -> bytes:
    if kind == "pdf":
        return appointment_form.render(form, on=on, size=size, edition=edition)
    if kind == "docx":
        return appointment_form_docx.render(form, on=on, size=size, edition=edition)
    if kind == "lrmx":
        third = replace(form, age_limit_reached="", former_age_limit="")
        return lrmx.write(third if edition == "3" else form)
    return _pair(form)


def _pair(form: AppointmentForm) -> bytes:
    """The record and the picture beside it, as the editor 2.x wants them."""
    record, picture = lrm.write(form)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"{form.name}.lrm"), record)
        if picture:
            archive.writestr(zipfile.ZipInfo(f"{form.name}.pic"), picture)
    return packed.getvalue()
