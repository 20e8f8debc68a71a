"""The form of a person as a file: formats, papers and editions for who may see everything; the purpose is journalled."""

import io
import zipfile

import docx
import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account, Authority, JournalEntry
from quanheng.exchange.core import lrm, lrmx
from quanheng.registry.models import Person
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db
WORK = "核对任免审批表"


@pytest.fixture
def wang(city: Authority) -> Account:
    return factories.account("王敏", "officer", over=city)


@pytest.fixture
def chen(city: Authority) -> Person:
    person = factories.person("陈建国", of=city)
    person.form_extra = {"former_age_limit": "改革前任职年龄界限为60岁"}
    person.save(update_fields=["form_extra"])
    factories.relative(person, "妻子", "周梅")
    return person


def asked(client: Client, person: Person, **given: str) -> bytes:
    form = {"kind": "pdf", "size": "A4", "edition": "", "purpose": WORK, **given}
    answer = client.post(reverse("appointment_form", args=[person.key]), form)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert "filename" in answer["Content-Disposition"]
    content: bytes = answer.content
    return content


@pytest.mark.parametrize("size", ["A4", "B5", "A4_DangAn"])
def test_wang_takes_every_paper_as_pdf_and_word(
    client: Client, wang: Account, chen: Person, size: str
) -> None:
    client.force_login(wang)
    assert asked(client, chen, size=size).startswith(b"%PDF-")
    third = docx.Document(io.BytesIO(asked(client, chen, kind="docx", size=size, edition="3")))
    fourth = docx.Document(io.BytesIO(asked(client, chen, kind="docx", size=size, edition="4")))
    assert third.tables[1].rows[0].cells[2].text == "陈建国"
    assert [document.tables[1].rows[2].cells[5].text for document in (third, fourth)] == [
        "健康状况",
        "到龄\n时间",
    ]


def test_wang_takes_both_editor_formats(client: Client, wang: Account, chen: Person) -> None:
    client.force_login(wang)
    form = lrmx.read(asked(client, chen, kind="lrmx"))
    assert (form.name, form.former_age_limit, form.family[0].name) == (
        "陈建国",
        "改革前任职年龄界限为60岁",
        "周梅",
    )
    assert lrmx.read(asked(client, chen, kind="lrmx", edition="3")).former_age_limit == ""
    packed = zipfile.ZipFile(io.BytesIO(asked(client, chen, kind="lrm")))
    assert packed.namelist() == ["陈建国.lrm"]
    assert lrm.read(packed.read("陈建国.lrm")).family[0].name == "周梅"


def test_each_file_is_a_line_of_the_journal_with_its_purpose(
    client: Client, wang: Account, chen: Person
) -> None:
    client.force_login(wang)
    asked(client, chen)
    left, opened = JournalEntry.objects.order_by("-number")[:2]
    assert (opened.action, opened.by_name) == ("registry.open_sensitive", "王敏")
    assert WORK in str(opened.facts)
    assert (left.action, left.by_name) == ("access.download.record", "王敏")


def test_without_a_purpose_nothing_goes_out(client: Client, wang: Account, chen: Person) -> None:
    client.force_login(wang)
    answer = client.post(
        reverse("appointment_form", args=[chen.key]), {"kind": "pdf", "size": "A4", "purpose": "看看"}
    )
    assert answer.status_code == 409
    assert "没有写明查阅用途" in answer.content.decode()
    answer = client.post(
        reverse("appointment_form", args=[chen.key]), {"kind": "exe", "size": "A4", "purpose": WORK}
    )
    assert answer.status_code == 400


def test_the_record_page_leads_there(client: Client, wang: Account, chen: Person) -> None:
    client.force_login(wang)
    address = reverse("appointment_form", args=[chen.key])
    assert f'href="{address}"' in client.get(reverse("person", args=[chen.key])).content.decode()
    page = client.get(address).content.decode()
    assert "导出任免审批表" in page
    assert "任免审批表编辑器2.0" in page


def test_liu_of_another_authority_finds_nobody(client: Client, chen: Person) -> None:
    client.force_login(
        factories.account("刘洋", "officer", over=factories.authority("青石县委", code="qingshi"))
    )
    assert client.get(reverse("appointment_form", args=[chen.key])).status_code == 404
    assert client.post(reverse("appointment_form", args=[chen.key]), {"purpose": WORK}).status_code == 404


def test_zhao_without_the_permission_is_refused(client: Client, city: Authority, chen: Person) -> None:
    client.force_login(factories.account("赵强", "teller", over=city))
    assert client.get(reverse("appointment_form", args=[chen.key])).status_code == 403
