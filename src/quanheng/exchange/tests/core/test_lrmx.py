""".lrmx: three producers' habits are read; what is written reads back the same; strangers travel through."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.exchange.core import lrmx
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.core.lrmx_tags import TAGS
from quanheng.exchange.tests.core import samples
from quanheng.kernel.refusals import Refused
from quanheng.registry.core import resume

plain = st.text(alphabet="某县局长&<>\"'；汉族abc 1", max_size=12).map(str.strip)
members = st.builds(FamilyMember, relation=plain, name=plain, born=plain, political_status=plain, work=plain)
forms = st.builds(
    AppointmentForm,
    name=plain,
    current_post=plain,
    awards=plain,
    health=plain,
    former_age_limit=plain,
    family=st.lists(members.filter(lambda one: one != FamilyMember()), max_size=3).map(tuple),
    photo=st.sampled_from([b"", samples.png()]),
    version=st.just("4.0"),
    unknown=st.sampled_from([(), ("<WeiZhi>甲&amp;乙</WeiZhi>", "<Kong/>")]),
)


def without_problems(form: AppointmentForm) -> AppointmentForm:
    return dataclasses.replace(form, problems=())


@given(forms)
def test_written_and_read_again_it_is_the_same(form: AppointmentForm) -> None:
    content = lrmx.write(form)
    again = lrmx.read(content)
    assert without_problems(again) == form
    assert lrmx.write(again) == content


def test_the_whole_form_survives() -> None:
    again = lrmx.read(lrmx.write(samples.FORM))
    assert again == samples.FORM
    assert again.problems == ()


def test_official_order_and_no_mark() -> None:
    content = lrmx.write(samples.FORM).decode()
    places = [content.index(f"<{tag.name}") for tag in TAGS if not tag.is_new]
    assert places == sorted(places)
    assert content.startswith("<?xml")
    assert "DaoLingNianYue" not in content
    assert "<DaoLingNianYue>203404<" in lrmx.write(dataclasses.replace(samples.FORM, age_limit_reached="203404")).decode()


def test_official_editor() -> None:
    form = lrmx.read(samples.OFFICIAL)
    assert (form.name, form.professional_title, form.party_joined) == ("林远山", "", "200108；民建")
    assert [line.text for line in resume.read(form.resume).lines] == ["教师", "副主任"]
    assert form.problems == ()


def test_provincial_system() -> None:
    form = lrmx.read(samples.PROVINCIAL)
    assert form.current_post == '云岭A&B研究院"专职"副院长'
    assert form.resume == "2001.01--         云岭R&D中心主任，考核得分<90分的另议"
    assert form.identity_number == samples.number()
    assert form.family == (FamilyMember("妻子", "苏兰"),)
    assert form.photo == samples.png()
    assert form.version == ""
    assert [str(problem) for problem in form.problems] == ["文件：文件含有未转义的字符（如&），已自动修正"]


def test_commercial_system() -> None:
    form = lrmx.read(samples.COMMERCIAL)
    assert form.family == (FamilyMember("妻子", "苏兰", "19730801", "群众", "无"),)
    assert form.unknown == ("<ZhengZhiMianMao>中共党员</ZhengZhiMianMao>",)
    last = resume.read(form.resume).lines[-1]
    assert (last.until_on, last.notes) == (None, ("其间：2007.09-2010.06在省委党校学习",))


def test_gbk_bytes_are_read_and_told() -> None:
    form = lrmx.read('<?xml version="1.0" encoding="utf-8"?><Person><XingMing>林远山</XingMing></Person>'.encode("gbk"))
    assert form.name == "林远山"
    assert str(form.problems[0]) == "文件：文件不是UTF-8编码，已按GBK读取，请核对生僻字"


@pytest.mark.parametrize("photo", ["不是图片", "aGVsbG8=", "////", "/9j/4AAQSkZJRgABAQ=="])
def test_a_broken_photo_is_kept_aside(photo: str) -> None:
    form = lrmx.read(f"<Person><XingMing>林</XingMing><ZhaoPian>{photo}</ZhaoPian></Person>".encode())
    assert (form.photo, form.photo_unread) == (b"", photo)
    assert str(form.problems[-1]) == "照片：照片无法识别，已原样保留，不能显示和打印"
    assert lrmx.read(lrmx.write(form)).photo_unread == photo


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "内容不是任免审批表"),
        (b"PK\x03\x04", "内容不是任免审批表"),
        (b"<html><body/></html>", "内容不是任免审批表"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><Person><XingMing>&a;</XingMing></Person>', "不允许的实体声明"),
        (b'<!doctype x SYSTEM "http://127.0.0.1/x"><Person/>', "不允许的实体声明"),
        (b" " * (9 * 2**20), "超过8MB"),
    ],
)
def test_what_is_no_form_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        lrmx.read(content)


def test_a_cut_file_is_read_as_far_as_it_goes() -> None:
    form = lrmx.read(samples.PROVINCIAL[: len(samples.PROVINCIAL) // 2])
    assert form.name == "林远山"
    assert "已尽量读取" in str(form.problems[0])


def test_values_are_checked_in_plain_words() -> None:
    content = "<Person><XingMing>林</XingMing><XingBie>男</XingBie><ChuShengNianYue>1972.13</ChuShengNianYue><MinZu>汉</MinZu>"
    form = lrmx.read(f"{content}<ShenFenZheng>123</ShenFenZheng></Person>".encode())
    said = [str(problem) for problem in form.problems]
    assert said[0] == "出生年月：“1972.13”不是年月，应为6位或8位数字"
    assert said[1].startswith("民族：“汉”不在码表中，已按文字保留；相近的有：汉族")
    assert said[2] == "身份证号：应为18位，现为3位"


@given(st.data())
def test_damaged_bytes_are_read_or_refused(data: st.DataObject) -> None:
    source = bytearray(data.draw(st.sampled_from([samples.OFFICIAL, samples.PROVINCIAL, samples.COMMERCIAL])))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(source) - 1))
        cut = data.draw(st.integers(0, 6))
        source[place : place + cut] = data.draw(st.binary(max_size=6))
    try:
        form = lrmx.read(bytes(source))
    except Refused:
        return
    assert without_problems(lrmx.read(lrmx.write(form))).family == form.family
