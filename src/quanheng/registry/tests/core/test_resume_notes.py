"""Notes inside periods, proposals from a résumé, and the writer: nothing is lost, reading again gives the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.tests.letters import ANY
from quanheng.registry.core.resume import Resume, ResumeLine, read
from quanheng.registry.core.resume_notes import note_problems, notes_of
from quanheng.registry.core.resume_proposal import HELD, MEETS, NEW, HeldLine, kind_of, proposed
from quanheng.registry.core.resume_text import canonical, write

months = st.dates(date(1950, 1, 1), date(2030, 12, 1)).map(lambda day: day.replace(day=1))
words = st.text(alphabet="某县局科员长副党组书记学习挂职、", min_size=1, max_size=16)
HABITS = [
    str,
    lambda said: said.replace("\n", "\r\n"),
    lambda said: said.replace("\n", "\r"),
    lambda said: said.replace("\n", "&#13;&#10;"),
    lambda said: said.replace("\n", "\u2028"),
    lambda said: said.replace("--         ", "--至今　"),
    lambda said: said.replace("--", "—"),
    lambda said: said.replace("--", "～"),
    lambda said: said.replace("--", "－"),
    lambda said: said.replace("  ", "\u3000"),
    lambda said: said.replace("  ", "\u00a0\u00a0"),
    lambda said: said.replace("（", "(").replace("）", ")"),
    lambda said: "\ufeff" + said.replace("某", "某\u200b"),
]
lines = st.builds(ResumeLine, months, st.one_of(st.none(), months), words)
resumes = st.builds(Resume, st.lists(lines, min_size=1, max_size=5).map(tuple))


@given(resumes, st.sampled_from(HABITS))
def test_every_habit_of_writing_reads_as_the_canonical_text(resume: Resume, habit) -> None:
    assert read(habit(write(resume))) == resume


@given(resumes)
def test_the_canonical_text_stays_as_it_is(resume: Resume) -> None:
    assert canonical(write(resume)) == write(resume)


@given(st.text(ANY, max_size=200))
def test_nothing_makes_it_fail_and_every_line_has_a_number(said: str) -> None:
    resume = read(said)
    assert all(line.number >= 1 for line in resume.lines)
    assert {problem.number for problem in resume.problems} <= {line.number for line in resume.lines}
    assert len(proposed(resume, ())) >= 0
    note_problems(resume)


@given(st.lists(st.tuples(months, months, words), min_size=1, max_size=3))
def test_notes_in_one_pair_of_brackets_are_taken_apart(spells) -> None:
    inside = "；".join(f"{one:%Y.%m}--{other:%Y.%m}{said}" for one, other, said in spells)
    line = read(f"1990.01--2000.01  某局科员（其间：{inside}）").lines[0]
    assert [(note.from_on, note.until_on, note.text) for note in notes_of(line)] == spells


def test_a_note_without_dates_keeps_its_words() -> None:
    line = read("1990.01--2000.01  某局科员（其中：参加扶贫）").lines[0]
    assert [(note.kind, note.from_on, note.text) for note in notes_of(line)] == [("其中", None, "参加扶贫")]
    assert "起止年月无法识别" in str(note_problems(Resume((line,)))[0].message)


@pytest.mark.parametrize(
    ("until", "is_told"), [("1999.12", False), ("2000.01", False), ("2000.02", True), ("至今", True)]
)
def test_a_note_ends_within_its_period(until: str, is_told: bool) -> None:
    assert bool(note_problems(read(f"1990.01--2000.01  科员（其间：1998.01--{until}学习）"))) is is_told


@pytest.mark.parametrize(
    "said", ["1991.01--2000.01  科员 2000.01--2005.01  科长", "1991.01--2000.01  科员；2000.01--至今科长"]
)
def test_a_lost_line_break_is_flagged(said: str) -> None:
    assert ["可能缺少换行" in str(problem.message) for problem in read(said).problems] == [True]


def test_a_period_without_words_is_flagged() -> None:
    assert [str(problem.message) for problem in read("1991.01--2000.01").problems] == [
        "只有起止年月，没有内容"
    ]


def test_what_is_on_file_is_not_proposed_anew_and_what_meets_it_is_told() -> None:
    resume = read(
        "2000.01--2005.01  某局科员\n2005.01--2010.01  某局科长（其间：2006.01--2007.01在某县挂职）\n2010.01--         某局局长"
    )
    held = [
        HeldLine(date(2000, 1, 15), date(2005, 1, 1), "某局科员", "main"),
        HeldLine(date(2009, 6, 1), date(2011, 1, 1), "某县县长", "main"),
    ]
    assert [(line.state, line.kind, line.is_note) for line in proposed(resume, held)] == [
        (HELD, "work", False), (MEETS, "work", False), (NEW, "secondment", True), (MEETS, "work", False),
    ]  # fmt: skip


def test_a_join_in_one_month_is_no_conflict() -> None:
    held = [HeldLine(date(2000, 1, 1), date(2005, 1, 20), "某局科员", "main")]
    assert proposed(read("2005.01--2010.01  某局科长"), held)[0].state == NEW


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("某大学学习", "study"),
        ("某县挂职副县长", "secondment"),
        ("副局长（主持工作）", "acting"),
        ("某局局长", "work"),
    ],
)
def test_the_kind_goes_by_the_words(said: str, kind: str) -> None:
    assert kind_of(said) == kind
