"""Nothing typed is ever run: no evaluation, no shell, no pickles, no templates made of words; XML readers shut; scripts write text only."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house import tree

CALLS = {"eval", "exec", "__import__"}
METHODS = {
    "os.system",
    "os.popen",
    "pickle.loads",
    "pickle.load",
    "marshal.loads",
    "shelve.open",
    "yaml.load",
    "engines.from_string",
}
TEMPLATES = {"Template", "from_string", "xpath"}
WORTH_READING = re.compile(r"\b(?:eval|exec|__import__|system|popen|pickle|marshal|shelve|yaml|shell|Template|from_string|xpath)\b")
STARTS_PROGRAMS = {"cli/screens/beside.py", "cli/screens/demo.py", "cli/screens/keeper.py", "cli/screens/check_machine.py", "site/database.py"}
"""Commands that start other programs: their own, and none named by a user; the last one only catches what starting the server raises."""
READERS = ("XMLParser", "HTMLParser", "iterparse")
SHUT = ("resolve_entities=False", "no_network=True", "load_dtd=False")
SCRIPTS = tuple(path for path in tree.files() if path.suffix == ".js" and path.is_relative_to(tree.PACKAGE))
MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|postMessage"
)
KEPT = re.compile(r"(?:localStorage|sessionStorage)\.\w+\(\s*[\"'](\w+)|(indexedDB|document\.cookie)")


def test_nothing_runs_words_as_a_program() -> None:
    tree.nothing(
        f"{tree.named(path)}:{line} {said}" for path in tree.product_files() for line, said in _dangers(path)
    )
    starting = {
        path.relative_to(tree.PACKAGE).as_posix()
        for path in tree.product_files()
        if "subprocess" in path.read_text(encoding="utf-8")
    }
    assert starting == STARTS_PROGRAMS


def _dangers(path: Path) -> Iterator[tuple[int, str]]:
    if not WORTH_READING.search(path.read_text(encoding="utf-8")):
        return
    for node in ast.walk(tree.syntax(path)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        said = _said(node.func)
        if said in CALLS | METHODS or said.rsplit(".", 1)[-1] in TEMPLATES:
            yield node.lineno, said
        if any(each.arg == "shell" and ast.unparse(each.value) != "False" for each in node.keywords):
            yield node.lineno, f"{said}(shell)"


def _said(called: ast.expr) -> str:
    """`os.system` of its last two words: enough to know it by."""
    if isinstance(called, ast.Attribute):
        return f"{called.value.id}.{called.attr}" if isinstance(called.value, ast.Name) else called.attr
    return called.id if isinstance(called, ast.Name) else ""


def test_every_xml_reader_is_shut() -> None:
    found = []
    for path in (each for each in tree.product_files() if "lxml" in each.read_text(encoding="utf-8")):
        for node in ast.walk(tree.syntax(path)):
            if isinstance(node, ast.Call) and _said(node.func).rsplit(".", 1)[-1] in READERS:
                found.append((path, ast.unparse(node)))
    assert len(found) > 2
    tree.nothing(f"{tree.named(path)} {said}" for path, said in found for shut in SHUT if shut not in said)


def test_scripts_write_text_only() -> None:
    assert SCRIPTS
    tree.nothing(
        f"{tree.named(path)}: {said}"
        for path in SCRIPTS
        for said in MARKUP.findall(path.read_text(encoding="utf-8"))
    )


def test_the_browser_keeps_the_look_only() -> None:
    kept = {"".join(names) for path in SCRIPTS for names in KEPT.findall(path.read_text(encoding="utf-8"))}
    assert kept == {"rail", "theme"}
