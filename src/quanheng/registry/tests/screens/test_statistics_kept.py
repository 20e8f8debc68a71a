"""A statistical table leaves as a workbook with its definition, and is kept and shared like a query."""

from io import BytesIO

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from quanheng.access.models import JournalEntry
from quanheng.registry.models import SavedQuery
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import signed_in

pytestmark = pytest.mark.django_db
TABLE = {"rows": "sex", "columns": "party"}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    make.person("陈建国", of=city)
    make.person("李红", of=city, sex="2")
    make.person("周梅", of=city, sex="2", political_status="群众")
    return signed_in(make.account("王敏", "section_chief", over=city))


def sheet(content: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def test_the_workbook_has_the_numbers_their_totals_and_the_definition(wang):
    page = wang.get(reverse("statistics"), {**TABLE, "c": "status:is:1"}).content.decode()
    definition = "c=status:is:1&rows=sex&columns=party"
    assert f'value="{definition.replace("&", "&amp;")}"' in page
    answer = wang.post(reverse("statistics_export"), {"definition": definition})
    rows = sheet(answer.content)
    assert rows[0] == ["性别", "中共党员", "党外", "合计", "占比"]
    assert rows[1:4] == [
        ["男", 1.0, 0.0, 1.0, "33.3%"],
        ["女", 1.0, 1.0, 2.0, "66.7%"],
        ["合计", 2.0, 1.0, 3.0, "100.0%"],
    ]
    notes = [str(row[0]) for row in rows[4:] if row[0]]
    assert notes[0] == "统计对象：人员管理状态 为 现职人员"
    assert any("王敏" in note for note in notes)
    entry = JournalEntry.objects.get(action="registry.export_table")
    assert (entry.facts["rows"], entry.facts["columns"]) == ("sex", "party")


def test_a_category_that_is_none_and_a_plain_visit(wang):
    refused = wang.post(reverse("statistics_export"), {"definition": "rows=nonsense"})
    assert refused.status_code == 409
    assert "没有这样的分类项" in refused.content.decode()
    assert wang.get(reverse("statistics_export")).status_code == 302


def test_kept_under_a_name_listed_and_opened(city, wang):
    address = f"{reverse('query_save')}?rows=sex&columns=party&c=status:is:1"
    assert "性别 × 中共党员和党外：人员管理状态 为 现职人员" in wang.get(address).content.decode()
    assert wang.post(address, {"name": "党员性别表", "shared_with": city.code}).status_code == 302
    kept = SavedQuery.objects.get()
    assert (kept.noun, kept.conditions) == ("tables", "c=status:is:1&rows=sex&columns=party")
    listed = wang.get(reverse("queries")).content.decode()
    assert "常用统计表" in listed
    assert f"{reverse('statistics')}?{kept.conditions}".replace("&", "&amp;") in listed
    other = signed_in(make.account("赵磊", "officer", over=city))
    assert "党员性别表" in other.get(reverse("statistics")).content.decode()
    assert "党员性别表" not in wang.get(reverse("query")).content.decode()
    assert "打开统计表" in wang.get(reverse("query_saved", args=[kept.pk])).content.decode()


def test_a_table_of_everybody_and_a_name_that_a_query_has(city, wang):
    assert wang.post(f"{reverse('query_save')}?rows=level", {"name": "全部层次"}).status_code == 302
    assert SavedQuery.objects.get().conditions == "rows=level"
    SavedQuery.objects.update(noun="people", name="老查询")
    refused = wang.post(f"{reverse('query_save')}?rows=level", {"name": "老查询"})
    assert "已有“老查询”" in refused.content.decode()
    strange = wang.post(f"{reverse('query_save')}?rows=nonsense", {"name": "怪表"})
    assert "没有这样的分类项" in strange.content.decode()


def test_not_seen_beyond_ones_authority(city, wang):
    wang.post(f"{reverse('query_save')}?rows=sex", {"name": "本人的表"})
    liu = signed_in(
        make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    )
    assert "本人的表" not in liu.get(reverse("queries")).content.decode()
    rows = sheet(liu.post(reverse("statistics_export"), {"definition": "rows=sex"}).content)
    assert rows[1][:2] == ["合计", 0.0]
