""".lrm of the second generation: fields by position, GBK, family by columns, the photo in its own file; pairs in a zip."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.exchange.core import form_files, lrm, lrmx
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.tests.core import samples
from quanheng.kernel.refusals import Refused

FIELDS = 33
plain = st.text(alphabet="某县局长&<'；汉族abc 1\"", max_size=12).map(str.strip)
members = st.builds(FamilyMember, relation=plain, name=plain, born=plain, political_status=plain, work=plain)
forms = st.builds(
    AppointmentForm, name=plain, current_post=plain, awards=plain, full_time_school=plain, in_service_degree=plain,
    family=st.lists(members.filter(lambda one: one != FamilyMember()), max_size=15).map(tuple),
    photo=st.sampled_from([b"", samples.png()]),
)  # fmt: skip
OLD = dataclasses.replace(samples.FORM, identity_number="", version="")


def record(**said: str) -> bytes:
    """A record as the editor writes it, by the numbers of its fields."""
    fields = [said.get(f"f{place}", "") for place in range(FIELDS)]
    return ",".join(f'"{each}"' for each in fields).encode("gbk")


def plainly(form: AppointmentForm) -> AppointmentForm:
    return dataclasses.replace(form, problems=())


def test_every_field_stands_where_the_editor_has_it() -> None:
    form = lrm.read(
        record(
            f0="林远山", f6="健康", f7="云岭青石", f9="大学#法学学士@研究生#", f10="云岭师范大学#@省委党校#", f11="讲师",
            f16="公路", f17="1994.07--         教师", f20="妻子@父亲" + "@" * 11, f21="苏兰@林大山", f22="197308@194501",
            f23="中共党员@群众", f24="医院护师@农民", f25="副县长", f28="工作需要", f30="20240601", f31="赵笔", f32="20240603",
        )
    )  # fmt: skip
    assert (form.name, form.health, form.birth_place, form.professional_title) == (
        "林远山",
        "健康",
        "云岭青石",
        "讲师",
    )
    assert (form.full_time_education, form.full_time_degree, form.in_service_education) == (
        "大学",
        "法学学士",
        "研究生",
    )
    assert (form.full_time_school, form.in_service_school) == ("云岭师范大学", "省委党校")
    assert (form.speciality, form.resume, form.current_post) == ("公路", "1994.07--         教师", "副县长")
    assert (form.age_reference, form.filled_by, form.filled_on) == ("20240601", "赵笔", "20240603")
    assert form.family == (
        FamilyMember("妻子", "苏兰", "197308", "中共党员", "医院护师"),
        FamilyMember("父亲", "林大山", "194501", "群众", "农民"),
    )


def test_the_whole_form_survives_and_a_canonical_record_byte_for_byte() -> None:
    content, picture = lrm.write(samples.FORM)
    again = lrm.read(content, picture=picture)
    assert again == OLD
    assert lrm.write(again) == (content, picture)
    assert content.decode("gbk").count('","') == FIELDS - 1
    assert content.decode("gbk").split('","')[20] == "妻子@父亲" + "@" * 11


@given(forms)
def test_written_and_read_again_it_is_the_same(form: AppointmentForm) -> None:
    content, picture = lrm.write(form)
    again = plainly(lrm.read(content, picture=picture))
    if b'","' not in form.name.encode() and "＂" not in content.decode("gb18030"):
        assert again == form
    assert lrm.write(again) == (content, picture)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "应以引号开头和结尾"),
        (b'"a","b"', "应有33个字段，现有2个"),
        (samples.OFFICIAL, "应以引号开头和结尾"),
        (b'"' + b"x" * (3 * 2**20), "超过2MB"),
    ],
)
def test_what_is_no_record_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        lrm.read(content)


def test_broken_bytes_and_a_broken_photo_are_told() -> None:
    form = lrm.read(
        record(f0="林远山", f1="男").replace("男".encode("gbk"), b"\xff\xff"), picture=b"no picture"
    )
    assert form.name == "林远山"
    said = [str(problem) for problem in form.problems]
    assert said[:2] == [
        "文件：文件中有不能识别的字，已略去，请逐项核对",
        "照片：照片文件已损坏或不是图片，未读取",
    ]


def test_pairs_in_a_zip_beside_lrmx() -> None:
    content, picture = lrm.write(samples.FORM)
    packed = samples.zipped(
        {
            "干部/林远山.lrm": content, "干部/林远山.PIC": picture, "苏兰.lrmx": lrmx.write(samples.FORM),
            "无主.pic": picture, "说明.txt": b"x", "坏.lrm": b"x",
        },
        encoding="gbk",
    )  # fmt: skip
    found = dict(form_files.read(packed, file_name="批.zip"))
    assert found["干部/林远山.lrm"] == OLD
    assert found["苏兰.lrmx"] == samples.FORM
    assert str(found["无主.pic"]) == "照片没有同名的.lrm文件，未读取"
    assert str(found["说明.txt"]) == "不是.lrmx或.lrm文件，未读取"
    assert str(found["坏.lrm"]) == "无法读取任免审批表文件：内容不是任免审批表2.0记录（应以引号开头和结尾）"


def test_a_renamed_form_is_read_for_what_it_is() -> None:
    content, _ = lrm.write(samples.FORM)
    [(_, found)] = form_files.read(content, file_name="林远山.lrmx")
    assert isinstance(found, AppointmentForm)
    assert found.name == "林远山"
    [(_, found)] = form_files.read(lrmx.write(samples.FORM), file_name="林远山.lrm")
    assert found == samples.FORM
