"""Addresses put together from what screens declare."""

import re
from uuid import UUID

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from quanheng.site.urls import load_screens
from quanheng.web.core.addresses import ADDRESSES
from quanheng.web.screens.links import link

VALUES = {"int": 407, "uuid": UUID(int=81), "str": "001.004-2 年/".rstrip("/") + "%?#&", "slug": "some-thing_1", "path": "甲/乙.pdf"}


def test_every_address_is_as_django_writes_it() -> None:
    load_screens()
    assert len(ADDRESSES) > 150
    for each in ADDRESSES:
        kinds = [(kind or "str", name) for kind, name in re.findall(r"<(?:(\w+):)?(\w+)>", each.path)]
        given = {name: VALUES[kind] for kind, name in kinds}
        expected = reverse(each.name, kwargs=given)
        assert link(each.name, *given.values()) == link(each.name, **given) == expected


def test_what_django_would_refuse_is_refused() -> None:
    load_screens()
    wrong = [("no_such_page", ()), ("organisation", ()), ("organisation", ("a/b",)), ("organisation", ("",)), ("public_notice", ("甲",)), ("meeting", (-1,))]
    for name, values in wrong:
        with pytest.raises(NoReverseMatch):
            link(name, *values)


def test_the_folder_we_are_mounted_in_comes_first() -> None:
    set_script_prefix("/inner/")
    try:
        assert link("organisation", "001") == reverse("organisation", args=["001"])
        assert link("organisation", "001").startswith("/inner/")
    finally:
        set_script_prefix("/")


def test_a_value_of_another_kind_is_left_to_django() -> None:
    key = UUID(int=7)
    assert link("person", str(key)) == reverse("person", args=[key])
    assert link("meeting", "12") == reverse("meeting", args=[12])
