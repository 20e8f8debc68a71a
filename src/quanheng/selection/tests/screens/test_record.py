"""The record page of a case and the papers it offers."""

import io
import zipfile
from pathlib import Path

from django.urls import reverse

from quanheng.access.models import JournalEntry
from quanheng.exchange.core import lrmx
from quanheng.procedure.core import archive
from quanheng.procedure.models import RecordEntry
from quanheng.registry.tests import factories as registry
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of

ADDRESS = "/cases/2026-0001/record/"


def paper(name: str) -> str:
    return reverse("paper", args=["2026-0001", name])


def test_every_entry_its_clauses_and_that_the_chain_holds(case_at):
    of = case_at("recommendation")
    page = page_of(client_of(of, "王敏"), ADDRESS)
    for entry in RecordEntry.objects.all():
        assert entry.result in page
    assert RecordEntry.objects.latest("number").digest[:16] in page
    for words in ("完好", "4 条，条条相扣", "第十四条", "部务会议室"):
        assert words in page
    assert "补记" not in page


def test_an_entry_of_the_day_after_says_it_is_late(case_at):
    of = case_at("recommendation")
    make.talked(of, at=make.at(10, 16, 8))
    assert "谈话调研推荐（补记，" in page_of(client_of(of, "王敏"), ADDRESS)


def test_the_papers_grow_with_the_case(case_at):
    of = case_at("approve_motion")
    client = client_of(of, "王敏")
    page = page_of(client, ADDRESS)
    assert paper("全程纪实表.pdf") in page
    assert paper("任职通知.pdf") not in page
    assert client.get(paper("任职通知.pdf")).status_code == 404


def test_at_the_end_every_paper_is_made(case_at):
    of = case_at("probation")
    client = client_of(of, "王敏")
    page = page_of(client, ADDRESS)
    for name in ("表决结果.pdf", "任前公示.pdf", "任免审批表.pdf", "任免审批表.lrmx", "任职通知.pdf", "全程纪实表.pdf"):
        assert paper(name) in page
        response = client.get(paper(name))
        assert response.status_code == 200
        assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''2026-0001-")
        if name.endswith(".pdf"):
            assert response.content.startswith(b"%PDF-")
            assert response["Content-Type"] == "application/pdf"
    form = lrmx.read(client.get(paper("任免审批表.lrmx")).content)
    assert (form.name, form.proposed_post) == (make.FIRST, "云岭市交通运输局副局长")


def test_a_paper_of_no_such_name_is_not_found(case_at):
    of = case_at("approve_motion")
    assert client_of(of, "王敏").get(paper("secret_key")).status_code == 404


def test_a_teller_reads_neither_record_nor_papers(case_at):
    of = case_at("enter_count")
    client = client_of(of, "苏晴")
    assert client.get(ADDRESS).status_code == 403
    assert client.get(paper("全程纪实表.pdf")).status_code == 403


def test_another_authoritys_officer_gets_no_paper(case_at):
    of = case_at("approve_motion")
    of.staff["刘县"] = registry.account("刘县", "officer", over=registry.authority("中共青石县委", parent=of.authority))
    assert client_of(of, "刘县").get(paper("全程纪实表.pdf")).status_code == 404


def unpacked(content: bytes, into: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        packed.extractall(into)
    return into / "2026-0001"


def test_the_folder_proves_itself_once_unpacked(case_at, tmp_path):
    of = case_at("close_case_notice")
    response = client_of(of, "王敏").get(reverse("case_folder", args=["2026-0001"]))
    assert response["Content-Type"] == "application/zip"
    folder = unpacked(response.content, tmp_path)
    checked = archive.check(folder)
    assert (checked.holds, checked.entries) == (True, of.case.record.count())
    assert {path.name for path in folder.iterdir()} == {
        "表决结果.pdf", "任前公示.pdf", "全程纪实表.pdf", "record.jsonl", "manifest.json",
        "verify.py", "verify.html", "index.csv", "SHA256SUMS",
    }  # fmt: skip
    said = list(JournalEntry.objects.order_by("number").values_list("action", flat=True))
    assert said[-2:] == ["selection.export_case", "access.download.record"]
    record = folder / "record.jsonl"
    record.write_text(record.read_text(encoding="utf-8").replace("同意9", "同意8", 1), encoding="utf-8")
    changed = archive.check(folder)
    assert (changed.holds, changed.place) == (False, "record.jsonl 第27条")


def test_a_teller_and_a_county_get_no_folder(case_at):
    of = case_at("approve_motion")
    of.staff["刘县"] = registry.account("刘县", "officer", over=registry.authority("中共青石县委", parent=of.authority))
    address = reverse("case_folder", args=["2026-0001"])
    assert client_of(of, "苏晴").get(address).status_code == 403
    assert client_of(of, "刘县").get(address).status_code == 404
