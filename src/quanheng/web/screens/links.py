"""Addresses of our own pages, put together from what their screens declare: a page may hold a hundred of them."""

import re
from functools import cache
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.urls import get_script_prefix, reverse

from quanheng.web.core.addresses import ADDRESSES

_VALUE = re.compile(r"<(?:(\w+):)?(\w+)>")
_KINDS: dict[str, tuple[type, re.Pattern[str]]] = {
    "str": (str, re.compile("[^/]+")),
    "slug": (str, re.compile("[-a-zA-Z0-9_]+")),
    "int": (int, re.compile("[0-9]+")),
    "uuid": (UUID, re.compile(".+")),
}
_KEPT = "!$&'()*+,;=/~:@"
"""What `reverse` leaves as it is."""

Pattern = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]
"""The words of an address, and between them the converter and the name of each value."""


def link(name: str, /, *args: Any, **given: Any) -> str:
    """The same as `django.urls.reverse`, which is asked where the address is not ours or a value is of another kind than declared."""
    words, values = _pattern(name)
    said = args if args else tuple(given.get(each) for _, each in values)
    if len(said) != len(values) or len(args) + len(given) != len(values) or not words:
        return reverse(name, args=args, kwargs=given)
    made = [get_script_prefix() + words[0]]
    for value, (kind, _), following in zip(said, values, words[1:], strict=True):
        of, form = _KINDS[kind]
        if not isinstance(value, of) or not form.fullmatch(str(value)):
            return reverse(name, args=args, kwargs=given)
        made += [quote(str(value), safe=_KEPT), following]
    return "".join(made)


@cache
def _pattern(name: str) -> Pattern:
    """What an address says between its values, and what these are; no words when it is not ours or of another kind."""
    path = next((each.path for each in ADDRESSES if each.name == name), None)
    values = tuple((kind or "str", value) for kind, value in _VALUE.findall(path or ""))
    if path is None or any(kind not in _KINDS for kind, _ in values):
        return (), ()
    return tuple(_VALUE.sub("\0", path).split("\0")), values
