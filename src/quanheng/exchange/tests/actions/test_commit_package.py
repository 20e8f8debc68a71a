"""Exchange packages and forms of the second generation go through the same door as rosters and .lrmx: preview, then commit."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account, Authority
from quanheng.exchange.core import lrm
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.tests import books
from quanheng.exchange.tests.core import samples
from quanheng.exchange.tests.core.test_hzb import TOLD, crypted, locked, parts
from quanheng.registry.models import Assignment, Education, Organisation, Person, Relative
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db


def test_a_package_becomes_units_people_careers_and_photos(city: Authority, officer: Account) -> None:
    books.commit(officer, city, samples.zipped(parts()))
    person = Person.objects.get()
    assert (person.name, factories.number_words(person), person.resume) == ("林远山", samples.number(), TOLD)
    assert bytes(person.photo or b"") == samples.png()
    assert set(Organisation.objects.values_list("code", "name")) >= {
        ("530999", "青石县"),
        ("530999.1", "青石县人民政府"),
    }
    assert Assignment.objects.filter(person=person, title="副县长").exists()
    assert Education.objects.get().school == "云岭师范大学"
    assert Relative.objects.get().relation == "父亲"


def test_the_same_package_again_changes_nothing(city: Authority, officer: Account) -> None:
    content = samples.zipped(parts())
    books.commit(officer, city, content)
    batch = books.preview(officer, city, samples.zipped(parts(**{"Photos/多余.jpg": b"x"})))
    assert set(batch.counts["total"]) <= {"same", "warn"}


def test_a_pair_of_the_second_generation_finds_its_person_by_name_and_month(
    city: Authority, officer: Account
) -> None:
    books.commit(officer, city, samples.zipped(parts()))
    content, picture = lrm.write(samples.FORM)
    books.commit(officer, city, samples.zipped({"林远山.lrm": content, "林远山.pic": picture}), "forms")
    person = Person.objects.get()
    assert (person.speciality, factories.number_words(person)) == ("公路与铁路建设管理", samples.number())


def _uploaded(client: Client, city: Authority, name: str, content: bytes, password: str = "") -> str:
    given = {
        "kind": "roster",
        "authority": city.pk,
        "password": password,
        "file": SimpleUploadedFile(name, content),
    }
    return client.post(reverse("imports"), given, follow=True).content.decode()


def test_on_the_page_a_password_is_asked_for_and_what_cannot_be_read_is_named(
    client: Client, city: Authority, officer: Account
) -> None:
    client.force_login(officer)
    assert "压缩包设有密码" in _uploaded(client, city, "县.zip", locked(samples.zipped(parts())))
    assert "7-Zip格式" in _uploaded(client, city, "县.hzb", b"7z\xbc\xaf\x27\x1c" + bytes(40))
    assert "是数据库转储" in _uploaded(client, city, "县.zzb3", b"PK\x03\x04" + bytes(40))
    sealed = crypted("gwyinfo.xml", b"<root/>", "abc")
    assert "密码不正确" in _uploaded(client, city, "县.zip", sealed, "x")
    assert "已收到《县.zip》" in _uploaded(client, city, "县.zip", sealed, "abc")
    books.work()
    assert ImportBatch.objects.get().state == "previewed"
