"""The printed appointment form: its values, its pages, the sizes its text is given, the words on it."""

import dataclasses
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from quanheng.exchange.core import appointment_form as paper
from quanheng.exchange.core import official, pdf
from quanheng.exchange.core.appointment_form_geometry import Slot
from quanheng.exchange.core.appointment_form_pages import back, front, resume_box
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.tests.core.samples import FORM, png

ON = date(2024, 6, 1)
RED_HEAD = official.Paper(
    "通知", [official.Paragraph("#strong[甲] $乙$ *丙*")], issuer="某市委文件", number="某委〔2025〕3号"
)


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))


def words(content: bytes, folder: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = folder / "form.pdf"
    file.write_bytes(content)
    return re.sub(
        r"\s+",
        "",
        subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True).stdout.decode(),
    )


Place = tuple[float, float, float, float]


def spoken(content: bytes, folder: Path) -> tuple[list[str], list[Place]]:
    """Every word of the PDF and its box in points: left, top, right, bottom."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = folder / "form.pdf"
    file.write_bytes(content)
    told = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True).stdout.decode()
    number = r'"([\d.]+)"'
    found = re.findall(rf"xMin={number} yMin={number} xMax={number} yMax={number}>(.*)</word>", told)
    return [word for *_, word in found], [(float(a), float(b), float(c), float(d)) for a, b, c, d, _ in found]


def boxes(content: bytes, folder: Path) -> list[Place]:
    return spoken(content, folder)[1]


def test_values_as_printed() -> None:
    values = paper.printed(dataclasses.replace(FORM, party_joined="199806；民建"), on=ON)
    person = values["person"]
    assert isinstance(person, dict)
    assert (person["born"], person["party_joined"], person["work_started"]) == (
        "1972.05\n（52岁）",
        "1998.06\n民建",
        "1994.07",
    )
    assert values["filled_on"] == "2024年6月3日"
    assert [one["age"] for one in values["family"]] == ["50", ""]  # type: ignore[index]
    assert values["full_time"] == {"what": "大学\n法学学士", "school": "云岭师范大学政治系思想政治教育专业"}


def test_age_is_counted_at_the_form_s_own_month() -> None:
    person = paper.printed(dataclasses.replace(FORM, age_reference="202404"), on=date(2030, 1, 1))["person"]
    assert person["born"] == "1972.05\n（51岁）"  # type: ignore[index]


def test_edition_of_2025() -> None:
    form = dataclasses.replace(FORM, former_age_limit="改革前任职年龄界限为60岁")
    values = paper.printed(form, on=ON)
    assert values["is_edition_four"] is True
    assert values["person"]["age_limit"] == "2034.04\n（61岁11个月）"  # type: ignore[index]
    assert pages(paper.render(form, on=ON)) == 2


@pytest.mark.parametrize("size", ["A4", "B5", "A4_DangAn"])
def test_two_pages_even_when_empty_or_full(size: paper.Size) -> None:
    full = dataclasses.replace(
        FORM, awards="某年获某奖；" * 90, current_post="某市某局副局长，" * 30, family=FORM.family * 3
    )
    for form in (AppointmentForm(), FORM, full):
        assert pages(paper.render(form, on=ON, size=size)) == 2


def test_more_family_and_longer_resume_go_to_an_attached_sheet(tmp_path: Path) -> None:
    many = "\n".join(f"{year}.01--{year + 1}.01  " + "某县某局某职务" * 12 for year in range(1980, 2024))
    form = dataclasses.replace(
        FORM, resume=many, family=tuple(FamilyMember("其他", f"亲属{place}") for place in range(9))
    )
    content = paper.render(form, on=ON)
    assert pages(content) >= 3
    said = words(content, tmp_path)
    assert said.count("某县某局某职务") == 44 * 12
    assert all(f"亲属{place}" in said for place in range(9))


def test_words_of_the_form_are_all_there(tmp_path: Path) -> None:
    said = words(paper.render(FORM, on=ON), tmp_path)
    for expected in (
        "林远山",
        "1972.05（52岁）",
        "2011.04--青石县副县长",
        "（其间：2007.09--2010.06在省委党校",
        "青石县人民医院护师",
    ):
        assert expected in said
    assert FORM.identity_number not in said


def test_text_shrinks_by_half_points_until_it_fits() -> None:
    form = dataclasses.replace(
        FORM,
        current_post="云岭市交通运输局党组副书记、副局长，市铁路建设办公室主任，" * 3,
        native_place="青石",
    )
    sizes = dict(paper.type_sizes(form, on=ON))
    assert sizes["青石"] == 14
    assert 8 <= sizes[form.current_post] < 14
    assert all(size * 2 == int(size * 2) and 8 <= size <= 14 for size in sizes.values())


def test_a_longer_text_is_never_set_larger() -> None:
    def size_of(count: int) -> float:
        said = "某" * count
        return dict(paper.type_sizes(dataclasses.replace(FORM, reason=said), on=ON))[said]

    found = [size_of(count) for count in (10, 150, 300, 350, 552)]
    assert found == sorted(found, reverse=True)
    assert found[0] == 14
    assert found[3] >= 8


def test_lines_stay_inside_their_cells(tmp_path: Path) -> None:
    long = "云岭市（Yunling）“五一”劳动奖章、2011.04--2015.06；" * 9
    family = tuple(
        FamilyMember("配偶父亲", "欧阳修远", "196001", "中国民主建国会会员", long[:90]) for _ in range(6)
    )
    form = dataclasses.replace(
        FORM,
        awards=long,
        reason=long,
        current_post=long[:60],
        name="阿卜杜热西提·买买提艾力",
        speciality=long[:26],
        family=family,
    )
    rights = [box[2] for box in boxes(paper.render(form, on=ON), tmp_path)]
    assert len(rights) > 100
    assert max(rights) <= max(front("A4", False).frame.right, back("A4").frame.right)


def test_what_is_set_stands_where_it_was_counted(tmp_path: Path) -> None:
    found = dict(zip(*spoken(paper.render(FORM, on=ON), tmp_path), strict=True))
    slots = {mark.key: mark.box for mark in front("A4", False).marks if isinstance(mark, Slot)}
    for key, word in (("name", "林远山"), ("ethnic_group", "汉族"), ("work_started", "1994.07")):
        left, _, right, _ = found[word]
        assert (left + right) / 2 == pytest.approx(slots[key].left + slots[key].width / 2, abs=0.1)
    assert found["青石县委常委"][0] == pytest.approx(slots["proposed_post"].left, abs=0.1)


def test_twenty_lines_of_resume_stand_behind_their_dates_in_the_cell(tmp_path: Path) -> None:
    told = "\n".join(
        f"{year}.01--{year + 1}.01  某市人力资源和社会保障局副局长" for year in range(2000, 2020)
    )
    heard, places = spoken(paper.render(dataclasses.replace(FORM, resume=told), on=ON), tmp_path)
    lines = [box for word, box in zip(heard, places, strict=True) if word == "某市人力资源和社会保障局副局长"]
    dates = [
        box for word, box in zip(heard, places, strict=True) if re.fullmatch(r"20\d\d\.01--20\d\d\.01", word)
    ]
    assert len(lines) == len(dates) == 20
    cell = resume_box("A4")
    assert all(date[1] == line[1] and date[2] < line[0] for date, line in zip(dates, lines, strict=True))
    assert all(cell.top - 1 <= top and bottom <= cell.bottom + 1 for _, top, _, bottom in lines)


def test_markup_in_data_is_only_text(tmp_path: Path) -> None:
    trick = '#read("/etc/passwd") $x$ *粗* <a> @b // \\u{41} "'
    content = paper.render(dataclasses.replace(FORM, awards=trick, name="#张"), on=ON)
    assert re.sub(r"\s+", "", trick) in words(content, tmp_path)


@pytest.mark.parametrize("photo", [b"", png(), b"\xff\xd8\xff broken", b"BM something"])
def test_photos_never_stop_printing(photo: bytes) -> None:
    assert pages(paper.render(dataclasses.replace(FORM, photo=photo), on=ON)) == 2


def test_fonts_are_loaded_once_for_all_documents() -> None:
    pdf._compiler.cache_clear()
    pdf._fonts.cache_clear()
    for turn in range(3):
        paper.render(dataclasses.replace(FORM, name=f"林{turn}"), on=ON)
        official.render(official.Paper(f"通知{turn}"))
    assert pdf._fonts.cache_info().misses == 1
    assert pdf._compiler.cache_info().misses == 1


def test_official_paper(tmp_path: Path) -> None:
    table = official.Table(
        [official.Column("序号", 14), official.Column("姓名")],
        [[str(place), "林远山"] for place in range(60)],
    )
    content = official.render(
        dataclasses.replace(
            RED_HEAD, blocks=[*RED_HEAD.blocks, table], signature="某市委", on=date(2025, 3, 1)
        )
    )
    said = words(content, tmp_path)
    assert pages(content) >= 2
    assert "#strong[甲]$乙$*丙*" in said
    assert "2025年3月1日" in said
    assert said.count("序号姓名") == pages(content)
    assert "某委〔2025〕3号" in said


@pytest.mark.parametrize(
    "block",
    [
        official.Heading("一、要求"), official.Plain("此页无正文", "center"), official.Signing(["监票人："]),
        official.Picture(png()), official.Picture(b""), official.PageBreak(), official.Paragraph("重", is_strong=True),
        official.Table([official.Column("甲", align="right")], [["一", "多余"], []]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_wide", [False, True])
def test_every_block_can_be_set(block: official.Block, is_wide: bool) -> None:
    assert official.render(official.Paper("表", [block], is_wide=is_wide)).startswith(b"%PDF-")


def test_a_template_at_fault_is_refused_in_words() -> None:
    with pytest.raises(pdf.Refused, match="版式出错"):
        pdf.render("#nothing()", {})
