"""Labels of codes in the language of the page."""

from datetime import date

import pytest
from django.utils.translation import override

from quanheng.registry.queries.labels import label_of, posts_of, span
from quanheng.registry.tests import factories as make


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        ("132", "县处级副职", "County/division level, deputy"),
        ("县处级副职", "县处级副职", "County/division level, deputy"),
        ("总会计师级", "总会计师级", "总会计师级"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_code_words_and_words_of_no_table(said, zh, en):
    with override("zh-hans"):
        assert label_of("post_level", said) == zh
    with override("en"):
        assert label_of("post_level", said) == en


@pytest.mark.django_db
def test_the_words_of_the_form_serve_while_no_line_is_on_file():
    chen = make.person("陈建国", current_post="云岭市交通运输局副局长")
    assert posts_of(chen, make.ON) == "云岭市交通运输局副局长"
    make.assignment(chen, make.post(name="局长"), until_on=date(2026, 1, 1))
    assert posts_of(type(chen).objects.get(pk=chen.pk), make.ON) == ""


@pytest.mark.django_db
def test_an_end_still_to_come_is_not_known_on_the_day():
    line = make.assignment(make.person(), make.post(), from_on=date(2020, 5, 10), until_on=date(2024, 5, 10))
    assert [span(line, day) for day in (date(2024, 5, 9), date(2024, 5, 10))] == [
        "2020.05 — 至今",
        "2020.05 — 2024.05",
    ]
