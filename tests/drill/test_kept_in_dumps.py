"""What is sealed under the installation's key: opened on the page, in no dump, bound to its row's owner, sealed by the upgrade."""

from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings

from quanheng.access.actions import guard
from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Authority, in_version, shut_values
from quanheng.access.tests.keyed import house
from quanheng.exchange.models import ImportBatch
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import packed, text, unpacked
from quanheng.operations.actions.make_backup import Order, make_backup
from quanheng.operations.tests.houses import another_database
from quanheng.registry.models import (
    CorrectionRequest,
    FileGap,
    FileItem,
    FileReading,
    Person,
    Reckoning,
    Revision,
    Verification,
)
from quanheng.registry.queries.unsealed import open_kept
from quanheng.registry.tests import factories as make
from tests.drill.search import files_with

WANTED, REASON, ANSWER, CLAIMED, READ, GAP, LIST, FILE, AWARDS, GRADES, FORM, FACE, FORMER = (f"鱻金丝雀{sign}" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅")
WORDS = (WANTED, REASON, ANSWER, CLAIMED, READ, GAP, LIST, FILE, AWARDS, GRADES, FORM, FACE, FORMER)
BEFORE, TODAY = [("registry", "0015_levels_at_once"), ("exchange", "0004_sealed_files")], [("registry", "0017_kept_people"), ("exchange", "0006_kept_people")]


def filled(city: Authority) -> Person:
    """One row of each table, each with its words."""
    chen, by = make.person("陈建国", of=city), make.account("王敏", "officer", over=city)
    chen.awards, chen.appraisals, chen.form_extra, chen.photo = AWARDS, GRADES, {"reason": FORM, "unknown": []}, FACE.encode()
    chen.save()
    make.person("李红", of=city)
    former = {name: in_version(shut) for name, shut in shut_values(chen, {"awards": FORMER, "form_extra": {"reason": FORMER}}).items()}
    after = dict.fromkeys(former) | {"photo": "356字节"}
    Revision.objects.create(person=chen, noun="person", line=str(chen.pk), before=former, after=after, reason="甲", by=by, at=make.AT)
    item = FileItem.objects.create(person=chen, item_class="1", title="履历表")
    FileReading.objects.create(item=item, field="born_on", value=READ)
    Verification.objects.create(person=chen, field="career", claimed=CLAIMED, opened_on=make.ON, item=item)
    CorrectionRequest.objects.create(person=chen, asked_by=by, asked_at=make.AT, matter="health", wanted=WANTED, reason=REASON, answer=ANSWER)
    FileGap.objects.create(person=chen, noun="assignment", source="A02 3", message=packed(text("看不懂：{said}", said=GAP)))
    Reckoning.objects.create(kind="query", key="k", asked_by=by, asked_at=make.AT, found={"count": 1, "keys": [LIST]}, paper=LIST.encode())
    ImportBatch.objects.create(kind="forms", file_name=f"{FILE}.lrmx", sha256="0", authority=city, by=by, at=make.AT)
    return chen


def told() -> tuple[str, ...]:
    """The words as pages read them."""
    request, gap, found = CorrectionRequest.objects.get(), FileGap.objects.get(), Reckoning.objects.get()
    assert bytes(found.paper) == LIST.encode()
    said = str(unpacked(gap.message)).removeprefix("看不懂：")
    file = ImportBatch.objects.get().file_name.removesuffix(".lrmx")
    chen, version = Person.objects.get(name="陈建国"), Revision.objects.get()
    open_kept(chen, [version])
    assert version.before == {"awards": FORMER, "form_extra": {"reason": FORMER}}
    assert version.after == {"awards": None, "form_extra": None, "photo": "356字节"}
    of_chen = (chen.awards, chen.appraisals, chen.form_extra["reason"], bytes(chen.photo or b"").decode(), version.before["awards"])
    red = Person.objects.get(name="李红")
    assert (red.awards, red.appraisals, red.form_extra, red.photo) == ("", "", {}, None)
    return (request.wanted, request.reason, request.answer, Verification.objects.get().claimed, FileReading.objects.get().value, said, found.found["keys"][0], file, *of_chen)


@pytest.mark.django_db(transaction=True)
def test_the_planted_words_are_read_on_pages_and_lie_in_no_dump(tmp_path: Any) -> None:
    with as_system(on=make.ON):
        house()
        filled(make.authority(code="yunling"))
        assert told() == WORDS
    with as_owner():
        made, _manifest = make_backup(order=Order("0.1", tmp_path / "home", tmp_path / "made", is_packed=False), at=make.AT)
    assert files_with(made, ["陈建国"])
    assert [word for word in WORDS if files_with(made, [word])] == []


@pytest.mark.django_db
def test_a_value_opens_only_where_it_was_written_and_under_the_key_of_the_house() -> None:
    chen = filled(make.authority(code="yunling"))
    red = Person.objects.get(name="李红")
    other = FileGap.objects.create(person=red, noun="assignment", source="A02 4", message={})
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_filegap SET source = (SELECT source FROM registry_filegap WHERE id <> %s) WHERE id = %s", [other.pk, other.pk])
        cursor.execute("UPDATE registry_person SET (awards, photo) = (SELECT awards, photo FROM registry_person WHERE key = %s) WHERE key = %s", [chen.pk, red.pk])
        cursor.execute("UPDATE registry_person SET appraisals = awards WHERE key = %s", [chen.pk])
    for row, name in ((FileGap.objects.get(pk=other.pk), "source"), (red, "awards"), (red, "photo"), (chen, "appraisals")):
        with pytest.raises(Refused, match="打不开"):
            getattr(type(row).objects.get(pk=row.pk), name)
    with override_settings(WORK_KEY=bytes(32)):
        with pytest.raises(Refused, match="打不开"):
            _ = CorrectionRequest.objects.get().wanted
        batch = ImportBatch.objects.get()
        assert batch.file_name == "（打不开的文件名）"
        batch.save()
        CorrectionRequest.objects.get().save()
    assert ImportBatch.objects.get().file_name == f"{FILE}.lrmx"
    assert CorrectionRequest.objects.get().wanted == WANTED


@pytest.mark.django_db
def test_words_that_are_not_sealed_are_refused_and_nothing_is_found_by_them() -> None:
    filled(make.authority(code="yunling"))
    with pytest.raises(TypeError, match="must be sealed"), transaction.atomic():
        Verification.objects.update(claimed="甲")
    with pytest.raises(FieldError):
        Verification.objects.filter(claimed="甲").exists()
    assert not Verification.objects.filter(claimed__isnull=True).exists()
    row = Verification.objects.get()
    assert (row.note, row.adopted) == ("", "")
    row.note = "说明"
    row.save(update_fields=["note"])
    assert Verification.objects.get().note == "说明"
    assert Verification.objects.defer("claimed").get().claimed == CLAIMED


@pytest.mark.django_db(transaction=True)
def test_an_upgrade_seals_what_is_there_and_loses_nothing(tmp_path: Any) -> None:
    with another_database("kept", is_made=True):
        with as_owner():
            guard.put_in_place()
            city = make.authority(code="yunling")
            filled(city)
            ImportBatch.objects.update(state="previewed", stage={"people": 1})
            MigrationExecutor(connection).migrate(BEFORE)
            assert _in_plain() == list(WORDS)
            MigrationExecutor(connection).migrate(TODAY)
            assert told() == WORDS
            assert ImportBatch.objects.get().stage == {}
            made, _manifest = make_backup(order=Order("0.1", tmp_path / "home", tmp_path / "made", is_packed=False), at=make.AT)
        assert [word for word in WORDS if files_with(made, [word])] == []


def _in_plain() -> list[str]:
    """The words as the former version kept them: who goes back finds them again."""
    tables = (CorrectionRequest, FileGap, FileReading, ImportBatch, Person, Reckoning, Revision, Verification)
    with connection.cursor() as cursor:
        said = []
        for model in tables:
            cursor.execute(f"SELECT t::text FROM {model._meta.db_table} t")
            said += [row for (row,) in cursor.fetchall()]
    return [word for word in WORDS if word in "".join(said) or word.encode().hex() in "".join(said)]
