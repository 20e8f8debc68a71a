"""Every Chinese word that a page can show has its English in some room's django.po, with the same blanks."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

from quanheng.access.core.roles import PERMISSIONS
from quanheng.regulation.core.english import law_english
from tests.house import tree

CHINESE = re.compile(r"[\u4e00-\u9fff]")
CALLS = {"gettext", "gettext_lazy", "ngettext", "pgettext", "_", "text", "Text"}
KEYWORDS = {"label", "menu", "help_text", "verbose_name"}
COUNTED = re.compile(r"""ngettext\(\s*u?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")""")
SAID = re.compile(r"""gettext\(\s*u?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")""")
TAG = re.compile(r"\{%\s*(?:ui|panel)\s(.*?)%\}", re.DOTALL)
QUOTED = re.compile(r'"([^"]*)"')
BLANK = re.compile(r"%\((\w+)\)[sd]|\{(\w+)(?:[:!][^}]*)?\}|%([sd])")
# The command line prints both languages at once, and the rehearsal and the generator speak Chinese to a terminal.
BILINGUAL = {"cli"}
SOURCES = {
    path.parents[3].name: path for path in sorted(tree.PACKAGE.glob("*/locale/en/LC_MESSAGES/django.po"))
}
CATALOGUES = {room: polib.pofile(str(path)) for room, path in SOURCES.items()}
ENGLISH = {entry.msgid for catalogue in CATALOGUES.values() for entry in catalogue} | set(law_english())


def test_every_catalogue_is_loaded() -> None:
    loaded = {*settings.ROOMS, *(Path(path).parent.name for path in settings.LOCALE_PATHS)}
    assert CATALOGUES.keys() <= loaded


def test_templates() -> None:
    tree.nothing(
        f"{tree.named(path)}: {said}"
        for path in tree.templates()
        for said in _in_template(path)
        if said not in ENGLISH
    )


def test_counted_sentences_have_two_forms() -> None:
    """A sentence that a template counts is looked for among those with a plural, and only there; any other only elsewhere."""
    plural = {entry.msgid for catalogue in CATALOGUES.values() for entry in catalogue if entry.msgid_plural}
    counted = {(path, each) for path in tree.templates() for each in _literals(COUNTED, path)}
    tree.nothing(f"{tree.named(path)}: {said}" for path, said in counted if said not in plural)
    tree.nothing(f"not counted in any template: {said}" for said in plural - {said for _, said in counted})


def test_python() -> None:
    paths = [
        path for path in tree.product_files() if not BILINGUAL & set(path.relative_to(tree.PACKAGE).parts)
    ]
    tree.nothing(
        f"{tree.named(path)}: {said}" for path in paths for said in _in_python(path) if said not in ENGLISH
    )


def test_permissions_and_procedures() -> None:
    tree.nothing(f"access.core.roles: {label}" for label in PERMISSIONS.values() if label not in ENGLISH)
    files = tree.PACKAGE.glob("*/data/procedures/*.toml")
    tree.nothing(
        f"{tree.named(path)}: {said}" for path in files for said in _in_procedure(path) if said not in ENGLISH
    )


def test_no_entry_is_empty_doubled_or_put_off() -> None:
    for room, catalogue in CATALOGUES.items():
        ids = [entry.msgid for entry in catalogue]
        tree.nothing(f"{room}: twice: {each}" for each in ids if ids.count(each) > 1)
        tree.nothing(
            f"{room}: no English: {entry.msgid}" for entry in catalogue if not _english(entry) or entry.fuzzy
        )


def test_one_english_for_one_chinese() -> None:
    said: dict[str, set[str]] = {}
    for catalogue in CATALOGUES.values():
        for entry in catalogue:
            said.setdefault(entry.msgid, set()).add(_english(entry))
    tree.nothing(f"{chinese}: {sorted(english)}" for chinese, english in said.items() if len(english) > 1)


def test_blanks_agree() -> None:
    for room, catalogue in CATALOGUES.items():
        tree.nothing(
            f"{room}: {entry.msgid}"
            for entry in catalogue
            if _blanks(entry.msgid) != _blanks(_english(entry))
        )


def _english(entry: polib.POEntry) -> str:
    plurals: dict[int, str] = entry.msgstr_plural
    return plurals[max(plurals)] if plurals else str(entry.msgstr)


def _blanks(sentence: str) -> set[str]:
    return {named or braced or plain for named, braced, plain in BLANK.findall(sentence)}


def _in_template(path: Path) -> Iterator[str]:
    yield from _literals(SAID, path)
    for inside in TAG.findall(path.read_text(encoding="utf-8")):
        yield from (said for said in QUOTED.findall(inside) if CHINESE.search(said))


def _literals(pattern: re.Pattern[str], path: Path) -> Iterator[str]:
    for literal in pattern.findall(templatize(path.read_text(encoding="utf-8"))):
        yield from (said for said in [ast.literal_eval(literal)] if CHINESE.search(said))


def _in_python(path: Path) -> Iterator[str]:
    for node in ast.walk(tree.syntax(path)):
        if isinstance(node, ast.Call):
            yield from (said for argument in _spoken(node) if CHINESE.search(said := argument))


def _spoken(call: ast.Call) -> Iterator[str]:
    """The strings a call gives to be translated: all of a translator's, the label of anything."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = [*call.args] if name in CALLS else call.args[1:2] if name == "Column" else []
    named = [keyword.value for keyword in call.keywords if keyword.arg in KEYWORDS and name != "ForeignKey"]
    for node in (*given, *(value for value in named if name != "model")):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _in_procedure(path: Path) -> Iterator[str]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    yield data["name"]
    for step in (step for version in data["version"] for step in version["step"]):
        yield from (step["name"], step["who"], *step.get("needs", []))
        yield from (said for said in (step.get("within", ""), *(act["name"] for act in step["act"])) if said)
