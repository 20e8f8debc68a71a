""".lrmx as each kind of program writes it (data standard, 1.4): invented files with each program's habits, read and written back."""

import base64
import dataclasses

import pytest

from quanheng.exchange.core import lrmx
from quanheng.exchange.core.lrmx_tags import FAMILY_TAGS, TAGS
from quanheng.exchange.tests.core import samples
from quanheng.kernel.refusals import Refused
from quanheng.registry.core import resume

PHOTO = base64.b64encode(samples.png()).decode()
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_LAST = (
    "ChengBaoDanWei",
    "JiSuanNianLingShiJian",
    "TianBiaoShiJian",
    "TianBiaoRen",
    "ShenFenZheng",
    "JiaTingChengYuan",
    "ZhaoPian",
)


def tags_of(content: bytes) -> list[str]:
    return list(lrmx.read(content).order)


def item(*pairs: tuple[str, str]) -> str:
    return "<Item>" + "".join(f"<{tag}>{said}</{tag}>" for tag, said in pairs) + "</Item>"


def test_canonical_files_of_both_editions_come_back_byte_for_byte() -> None:
    third = lrmx.write(samples.FORM)
    fourth = lrmx.write(
        dataclasses.replace(
            samples.FORM,
            age_limit_reached="203404",
            former_age_limit="改革前任职年龄界限为60岁",
            version="4.0",
        )
    )
    assert lrmx.write(lrmx.read(third)) == third
    assert lrmx.write(lrmx.read(fourth)) == fourth
    assert "DaoLingNianYue" not in tags_of(third)
    order = tags_of(fourth)
    assert order.index("DaoLingNianYue") == order.index("CanJiaGongZuoShiJian") + 1
    assert order.index("GaiGeQianRenZhiNianLingJieXian") == order.index("ChengBaoDanWei") + 1
    assert order == [tag.name for tag in TAGS]


def test_official_editor_every_tag_and_whitespace_for_empty() -> None:
    body = "".join(f"\r\n  <{tag.name}>\r\n  </{tag.name}>" for tag in TAGS if not tag.is_new)
    form = lrmx.read(f"\ufeff{_HEAD}\r\n<Person>{body}\r\n</Person>".encode())
    assert dataclasses.replace(form, problems=()) == dataclasses.replace(lrmx.read(b"<Person/>"), problems=())
    assert tags_of(lrmx.write(form)) == [tag.name for tag in TAGS if not tag.is_new]


def provincial() -> bytes:
    """SIIS platform: null tags left out, family near the end, no Version, the whole file unescaped once."""
    family = item(("ChengWei", "妻子"), ("XingMing", "苏兰")) + item(
        ("ChengWei", "母亲"), ("XingMing", '周"梅')
    )
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Person><XingMing>林远山</XingMing><ChuShengNianYue>197205</ChuShengNianYue><XianRenZhiWu>研究院R&D部"专职"副主任</XianRenZhiWu>
<JiangChengQingKuang>(无)</JiangChengQingKuang><ChengBaoDanWei>云岭市委</ChengBaoDanWei><TianBiaoRen>云岭市人事局</TianBiaoRen>
<ShenFenZheng>{samples.number()}</ShenFenZheng><JiaTingChengYuan>{family}</JiaTingChengYuan><ZhaoPian>{PHOTO}</ZhaoPian></Person>""".encode()


def test_provincial_system_omitted_tags_stay_out_and_the_order_stays() -> None:
    form = lrmx.read(provincial())
    assert (form.sex, form.current_post, form.awards, form.version) == (
        "",
        '研究院R&D部"专职"副主任',
        "(无)",
        "",
    )
    assert [(each.relation, each.name) for each in form.family] == [("妻子", "苏兰"), ("母亲", '周"梅')]
    assert form.photo == samples.png()
    back = lrmx.write(form)
    assert tags_of(back) == tags_of(provincial())
    assert tuple(tag for tag in tags_of(back) if tag in _LAST) == tuple(
        tag for tag in _LAST if tag in tags_of(provincial())
    )
    assert lrmx.read(back) == dataclasses.replace(form, problems=())
    assert lrmx.write(lrmx.read(back)) == back


def test_a_tag_filled_later_comes_where_the_editor_has_it() -> None:
    form = dataclasses.replace(lrmx.read(provincial()), sex="男", age_limit_reached="203404")
    order = tags_of(lrmx.write(form))
    assert order[:4] == ["XingMing", "XingBie", "ChuShengNianYue", "DaoLingNianYue"]


def commercial() -> bytes:
    """宏景-type: nothing escaped, name before relation, 至今, half-width brackets on a line of their own, empty Version."""
    family = item(("XingMing", "苏兰"), ("ChengWei", "妻子"), ("ZhengZhiMianMao", "群众"))
    told = (
        "1994.07-2000.05 青石县第二中学教师\n2000.05-至今 县委<办公室>副主任\n"
        + " " * 18
        + "(其间:2007.09-2010.06在省委党校学习)"
    )
    return f"""{_HEAD}<Person><XingMing>林远山</XingMing><XingBie>男</XingBie><ChuShengNianYue>19720518</ChuShengNianYue>
<QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>云岭师范大学</QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>
<QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi>政治教育</QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi>
<JianLi>{told}</JianLi><JiaTingChengYuan>{family}</JiaTingChengYuan><Version></Version></Person>""".encode()


def test_commercial_system_family_order_and_open_ends() -> None:
    form = lrmx.read(commercial())
    assert form.full_time_degree_school == "政治教育"
    line = resume.read(form.resume).lines[-1]
    assert (line.until_on, line.text, line.notes) == (
        None,
        "县委<办公室>副主任",
        ("其间：2007.09-2010.06在省委党校学习",),
    )
    assert form.family[0].order == ("XingMing", "ChengWei", "ZhengZhiMianMao")
    back = lrmx.read(lrmx.write(form))
    assert back.family[0].order == form.family[0].order
    assert back.order == form.order
    assert back.resume.split("\n")[1] == "2000.05--         县委<办公室>副主任"


def test_university_system_crlf_and_ten_relatives() -> None:
    family = "".join(item(("ChengWei", "其他"), ("XingMing", f"亲属{place}")) for place in range(10))
    told = "1994.07--2000.05  教师&#13;\r\n2000.05--       副主任"
    form = lrmx.read(
        f"{_HEAD}<Person><JianLi>{told}</JianLi><JiaTingChengYuan>{family}</JiaTingChengYuan></Person>".encode()
    )
    assert [line.text for line in resume.read(form.resume).lines] == ["教师", "副主任"]
    assert [each.name for each in form.family] == [f"亲属{place}" for place in range(10)]
    assert lrmx.read(lrmx.write(form)).resume == "1994.07--2000.05  教师\n2000.05--         副主任"


def test_scripts_put_values_in_unescaped() -> None:
    form = lrmx.read(
        f'{_HEAD}<Person><XingMing> </XingMing><RenMianLiYou>A&B、得分<60、"优"</RenMianLiYou></Person>'.encode()
    )
    assert form.reason == 'A&B、得分<60、"优"'


def test_rmb_helper_keeps_and_appends_new_tags() -> None:
    content = f"{_HEAD}<Person><XingMing>林</XingMing><Version>2.0</Version><XinBiaoQian a='1'>甲<Zi>乙</Zi></XinBiaoQian><Kong/></Person>".encode()
    form = lrmx.read(content)
    assert form.unknown == ('<XinBiaoQian a="1">甲<Zi>乙</Zi></XinBiaoQian>', "<Kong/>")
    back = lrmx.write(form)
    assert tags_of(back) == ["XingMing", "Version", "XinBiaoQian", "Kong"]
    assert lrmx.read(back).unknown == form.unknown


def test_strangers_in_the_middle_and_repeated_tags_stay_where_they_are() -> None:
    content = "<Person><XingMing>林</XingMing><Jia>1</Jia><XingMing>远</XingMing><XingBie>男</XingBie><Jia>2</Jia></Person>".encode()
    form = lrmx.read(content)
    assert form.name == "林"
    assert form.unknown == ("<Jia>1</Jia>", "<XingMing>远</XingMing>", "<Jia>2</Jia>")
    back = lrmx.write(form)
    assert tags_of(back) == ["XingMing", "Jia", "XingMing", "XingBie", "Jia"]
    assert lrmx.read(back).unknown == form.unknown


@pytest.mark.parametrize("wrap", ["{}", "\n{}\n", "data:image/png;base64,{}"])
def test_photo_bytes_are_kept_however_they_are_wrapped(wrap: str) -> None:
    lines = "\r\n".join(PHOTO[place : place + 76] for place in range(0, len(PHOTO), 76))
    form = lrmx.read(f"<Person><ZhaoPian>{wrap.format(lines)}</ZhaoPian></Person>".encode())
    assert form.photo == samples.png()
    assert lrmx.read(lrmx.write(form)).photo == samples.png()


def test_items_with_strange_children_keep_them() -> None:
    family = item(*[(tag.name, "甲") for tag in FAMILY_TAGS], ("ShenFenZhengHao", "x"))
    form = lrmx.read(f"<Person><JiaTingChengYuan>{family}</JiaTingChengYuan></Person>".encode())
    assert form.family[0].unknown == ("<ShenFenZhengHao>x</ShenFenZhengHao>",)
    assert lrmx.read(lrmx.write(form)).family == form.family


def test_two_thousand_strangers_are_kept_and_more_are_refused() -> None:
    content = b"<Person>" + b"<A/><B/>" * 1_000 + b"</Person>"
    form = lrmx.read(content)
    assert len(form.unknown) == 2_000
    assert lrmx.read(lrmx.write(form)).order == form.order
    with pytest.raises(Refused, match="不认识的标签超过2000个"):
        lrmx.read(b"<Person>" + b"<A/>" * 20_000 + b"</Person>")
