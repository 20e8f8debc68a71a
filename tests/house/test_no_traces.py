"""Nothing in the repository points at a machine, a registry, a place on the network or a real person."""

import re
from collections.abc import Iterator

from tests.house import tree

# The examples that the standard GB 11643 publishes itself, without their check digits (tests spoil those).
PUBLISHED = {"11010519491231002", "44052418800101001"}
IDENTITY = re.compile(
    r"(?<![0-9A-Za-z.])[1-9]\d{5}(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])"
)
MACHINE = re.compile(
    "|".join(
        [
            r"(?<![\w.])/" + "work/",
            r"(?<![\w.])/" + r"root\b",
            r"(?<![\w.$}])/" + r"home/\w",
            r"/" + r"tmp/q\b",
            r"[A-Z]:\\" + "Users",
        ]
    )
)
REGISTRY = re.compile(
    "|".join(["pypi" + r"\.", "python" + "hosted", "/" + r"simple/?\b", r"//registry\.", "index" + "-url"])
)
OUTSIDE = re.compile(r"""(?:https?:)?//[\w.-]+\.\w+[^\s"'<>)]*""")
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")


def _found(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in tree.files():
        if path.name == "test_no_traces.py":
            continue
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        ):
            for match in pattern.finditer(line):
                yield f"{tree.named(path)}:{number}: {match.group()}"


def test_no_machine_paths() -> None:
    tree.nothing(_found(MACHINE))


def test_no_registry_hosts() -> None:
    tree.nothing(_found(REGISTRY))


def test_identity_numbers_have_no_real_area() -> None:
    found = {each: each.rsplit(" ", 1)[1] for each in _found(IDENTITY)}
    tree.nothing(
        each
        for each, number in found.items()
        if not number.startswith("999") and number[:17] not in PUBLISHED
    )


def test_pages_ask_nothing_of_the_outside() -> None:
    served = [
        path
        for path in tree.files()
        if path.suffix in (".html", ".css", ".js", ".svg") and path.is_relative_to(tree.PACKAGE)
    ]
    asked = {(path, url) for path in served for url in OUTSIDE.findall(path.read_text(encoding="utf-8"))}
    tree.nothing(f"{tree.named(path)}: {url}" for path, url in asked if not url.startswith(NAMESPACES))
