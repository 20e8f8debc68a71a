"""Résumés: every habit of writing is read, nothing is lost, writing and reading again gives the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.registry.core.resume import Resume, ResumeLine, read
from quanheng.registry.core.resume_text import canonical, write

words = st.text(alphabet="某县局科员长副党组书记、，（）2003.年", min_size=1, max_size=20).filter(
    lambda said: said[0] not in "2003.年（）" and not said.endswith(("）", ")"))
)
months = st.dates(date(1950, 1, 1), date(2030, 12, 1)).map(lambda day: day.replace(day=1))
inside = st.text(alphabet="在某校学习（）2001.09--", min_size=1, max_size=20).filter(
    lambda said: not set("（）") & set(said.replace("（）", ""))
)
notes = st.lists(inside.map(lambda said: f"其间：{said}"), max_size=2).map(tuple)
lines = st.builds(ResumeLine, months, st.one_of(st.none(), months), words, notes)
resumes = st.builds(Resume, st.lists(lines, min_size=1, max_size=6).map(tuple), st.lists(words, max_size=2).map(tuple))


@given(resumes)
def test_written_and_read_again_it_is_the_same(resume: Resume) -> None:
    assert read(write(resume)) == resume


@given(st.text(alphabet="19203.-—~至今年月 \n\r\t　局长（）()其间:：", max_size=120))
def test_any_text_settles_and_keeps_its_words(said: str) -> None:
    once = canonical(said)
    assert canonical(once) == once
    assert once.count("局") == said.count("局")


@pytest.mark.parametrize("separator", ["--", "-", "—", "——", "–", "－", "~", "～", "至", " -- "])
@pytest.mark.parametrize("months", [("1991.01", "2000.01"), ("199101", "200001"), ("1991年1月", "2000年1月")])
def test_separators_and_dates(separator: str, months: tuple[str, str]) -> None:
    line = read(f"{months[0]}{separator}{months[1]}  某局科员").lines[0]
    assert (line.from_on, line.until_on, line.text) == (date(1991, 1, 1), date(2000, 1, 1), "某局科员")


@pytest.mark.parametrize("said", ["2015.04--至今 局长", "2015.04--         局长", "2015.04-　局长", "201504至今局长"])
def test_open_ends(said: str) -> None:
    line = read(said).lines[0]
    assert (line.from_on, line.until_on, line.text) == (date(2015, 4, 1), None, "局长")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "&#13;&#10;", "&#xD;\n"])
def test_line_breaks(line_break: str) -> None:
    found = read(f"1991.01--2000.01  科员{line_break}2000.01--         科长")
    assert [line.text for line in found.lines] == ["科员", "科长"]


def test_continuation_notes_and_closing() -> None:
    found = read(
        "2003.04--2008.01  交通局副局长、\n"
        "                  党组成员(其间:2004.09--2007.07在省委党校学习)\n"
        "                  （其中：2006.01--2006.12挂职）\n"
        "2008.01--         局长\n\n县委委员"
    )
    assert found.lines[0].text == "交通局副局长、党组成员"
    assert found.lines[0].notes == ("其间：2004.09--2007.07在省委党校学习", "其中：2006.01--2006.12挂职")
    assert found.closing == ("县委委员",)
    assert found.problems == ()


def test_an_indented_dated_line_belongs_to_the_period_above() -> None:
    found = read("2003.04--2008.01  副局长（其间：\n                  2006.01--2006.12挂职）")
    assert [line.notes for line in found.lines] == [("其间：2006.01--2006.12挂职",)]


def test_what_cannot_be_read_is_kept_and_flagged() -> None:
    found = read("简历如下\n2008.13--2009.01  错月\n2009.01--2010.01  局长")
    assert [line.is_read for line in found.lines] == [False, False, True]
    assert found.lines[1].text == "2008.13--2009.01  错月"
    assert [problem.number for problem in found.problems] == [1, 2]


def test_gaps_and_overlaps_are_told() -> None:
    found = read("1991.01--1992.01  甲\n1992.03--1995.01  乙\n1994.12--         丙")
    assert [str(problem.message) for problem in found.problems] == ["与上一段经历间断2个月", "与上一段经历重叠1个月"]
