"""The verifier in one file: for an old Python, without a package, and the same code that we run."""

import ast
import sys

from quanheng.procedure.core.single_file import page, program


def test_it_is_python_3_8_and_imports_only_what_every_python_has() -> None:
    module = ast.parse(program(), feature_version=(3, 8))
    imported = {alias.name.split(".")[0] for node in ast.walk(module) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module).split(".")[0] for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)
    assert "datetime.UTC" not in program()


def test_nothing_in_it_needs_a_newer_python_when_it_runs() -> None:
    """Annotations are not evaluated; `|` of types and subscripted builtins elsewhere would be."""
    module = ast.parse(program())
    noted = {id(node) for each in ast.walk(module) for annotation in _annotations(each) for node in ast.walk(annotation)}
    subscripted = [
        ast.unparse(node)
        for node in ast.walk(module)
        if isinstance(node, ast.Subscript) and id(node) not in noted and ast.unparse(node.value) in ("list", "dict", "set", "tuple", "Callable")
    ]
    assert subscripted == []
    assert not any(isinstance(node, ast.Attribute) and node.attr in ("removeprefix", "removesuffix") for node in ast.walk(module))


def test_the_page_asks_nothing_of_the_outside() -> None:
    assert "default-src 'none'" in page()
    assert "/* script */" not in page()
    assert "http" not in page().replace("http-equiv", "")


def _annotations(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.FunctionDef):
        return [each for each in (node.returns, *(arg.annotation for arg in node.args.args + node.args.kwonlyargs)) if each]
    return [node.annotation] if isinstance(node, ast.AnnAssign) else []
