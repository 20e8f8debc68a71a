"""The verifier as one file each: `verify.py` put together from our own modules, `verify.html` with its script inside.

One code: what `quanheng verify` runs is what the folder carries. The page is a second implementation, in JavaScript.
"""

import ast
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[2]
_MODULES = (
    "access/core/chain.py",
    "access/core/merkle.py",
    "access/core/ed25519.py",
    "access/core/notes.py",
    "procedure/core/record.py",
    "procedure/core/folder_check.py",
)
_HEAD = '''"""Check this folder: python3 verify.py

Needs Python 3.8 or later and nothing else; no network. Put together from the sources of Quanheng (Apache-2.0).
Whoever could change the folder could change this file too: to be sure, use a copy that you had before.
"""

from __future__ import annotations

'''
_TAIL = '\n\nif __name__ == "__main__":\n    sys.exit(main(sys.argv[1:]))\n'


@cache
def program() -> str:
    """The source of `verify.py`; ValueError when two modules use one name for two things."""
    imports: dict[str, set[str]] = {}
    bodies: list[str] = []
    names: set[str] = set()
    for path in _MODULES:
        source = (_PACKAGE / path).read_text(encoding="utf-8")
        module = ast.parse(source)
        own = {name for node in module.body for name in _named(node)}
        if own & names:
            raise ValueError(f"{path} gives {sorted(own & names)} a second meaning")
        names |= own
        for node in module.body:
            _import(node, imports)
        bodies.append(f"# --- {path}\n\n{_body(source, module)}")
    lines = [f"from {module} import {', '.join(sorted(given))}" for module, given in sorted(imports.items()) if given]
    plain = [f"import {module}" for module, given in sorted(imports.items()) if not given]
    return _HEAD + "\n".join([*plain, *lines]) + "\n\n" + "\n\n\n".join(bodies) + _TAIL


@cache
def page() -> str:
    """The page `verify.html`, its script inside; opened from the folder it asks for the folder's files and nothing else."""
    folder = _PACKAGE / "procedure" / "data" / "verify"
    parts = ("hashing.js", "signatures.js", "reading.js", "folder.js", "page.js")
    script = "\n".join((folder / name).read_text(encoding="utf-8") for name in parts)
    return (folder / "page.html").read_text(encoding="utf-8").replace("/* script */", script)


def _body(source: str, module: ast.Module) -> str:
    """A module without its docstring and imports, as it was written."""
    lines = source.split("\n")
    first = next(node for node in module.body[1:] if not _is_import(node))
    return "\n".join(lines[_begin(first) - 1 :]).strip()


def _begin(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def _import(node: ast.stmt, imports: dict[str, set[str]]) -> None:
    """Note what a module imports of the standard library; our own modules are all in the file."""
    if isinstance(node, ast.Import):
        imports.update({alias.name: set() for alias in node.names})
    elif isinstance(node, ast.ImportFrom) and node.module and not node.module.startswith("quanheng"):
        imports.setdefault(node.module, set()).update(alias.name for alias in node.names)


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def _named(node: ast.stmt) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
