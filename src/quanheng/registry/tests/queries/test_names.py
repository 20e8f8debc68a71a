"""Spellings of names."""

import pytest

from quanheng.registry.queries.names import spellings, typed


@pytest.mark.parametrize(("name", "pinyin", "initials"), [
    ("陈建国", "chenjianguo", "cjg"),
    ("单志强", "shanzhiqiang", "szq"),
    ("尉迟恭", "yuchigong", "ycg"),
    ("吕梁", "lvliang", "ll"),
    ("欧阳娜娜", "ouyangnana", "oynn"),
    ("阿卜杜热合曼·买买提明", "abodurehemanmaimaitiming", "abdrhmmmtm"),
    ("", "", ""),
])  # fmt: skip
def test_spellings(name, pinyin, initials):
    assert spellings(name) == (pinyin, initials)


@pytest.mark.parametrize(
    ("words", "letters"), [("Chen Jianguo", "chenjianguo"), ("LÜ", "lv"), ("陈jg", ""), ("c.j.g", "cjg")]
)
def test_typed(words, letters):
    assert typed(words) == letters
