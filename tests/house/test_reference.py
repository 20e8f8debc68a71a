"""The generated pages under docs/reference say what the code says; `make docs` renews them."""

from io import StringIO
from pathlib import Path

from rich.console import Console

from quanheng.cli.screens import reference
from quanheng.regulation.core.library import library
from tests.house import tree


def test_no_page_is_stale() -> None:
    said = Console(file=StringIO())
    stale = reference.stale_in(reference.FOLDER, reference.pages())
    tree.nothing(f"docs/reference/{name}: run `make docs`" for name in stale)
    assert reference.run(said, is_check=True) == 0


def test_pages_come_out_the_same_twice() -> None:
    assert reference.pages() == reference.pages()


def test_a_changed_a_missing_and_a_left_over_page_are_stale(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "same.md").write_text("same", encoding="utf-8")
    (tmp_path / "changed.md").write_text("old", encoding="utf-8")
    (tmp_path / "law" / "left.md").write_text("left", encoding="utf-8")
    wanted = {"same.md": "same", "changed.md": "new", "missing.md": "missing"}
    assert reference.stale_in(tmp_path, wanted) == ["changed.md", "law/left.md", "missing.md"]


def test_every_rule_and_figure_has_its_place() -> None:
    law = "".join(text for name, text in reference.pages().items() if name.startswith("law/"))
    tree.nothing(rule for rule in library().rules if f"`{rule}`" not in law)
    tree.nothing(name for name in library().parameters if f"`{name.split('.', 1)[1]}`" not in law)
