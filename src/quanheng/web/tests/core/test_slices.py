"""Marks of a page in an address: read back as written, and anything else is no mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.tests.letters import ANY
from quanheng.web.core.slices import Mark, Slice


@given(st.integers(1, 10**9), st.lists(st.text(ANY)))
def test_a_mark_reads_as_it_was_written(number, values):
    made = Mark(number, tuple(values))
    try:
        said = made.written()
    except UnicodeEncodeError:
        return
    assert Mark.read(said) == made


@given(st.text(ANY))
def test_anything_is_read_without_a_fault(said):
    assert Mark.read(said) is None or isinstance(Mark.read(said), Mark)


@pytest.mark.parametrize("said", ["", "W10", "WzFd=x", "WyIxIl0", "bnVsbA", "[1]"])
def test_no_mark(said):
    assert Mark.read(said) is None


def test_pages_are_counted_as_far_as_the_count_goes():
    assert Slice([], 1, 0).num_pages == 1
    assert Slice([1], 2, 31, size=30).num_pages == 2
