"""The contracts of pyproject.toml hold: rooms form a staircase, floors too, cores are pure, only site mounts screens."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house import tree

LINTER = Path(sys.executable).with_name("lint-imports")


def test_the_contracts_hold(tmp_path: Path) -> None:
    command = [str(LINTER), "--cache-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_with_floors_is_under_the_contract_of_floors() -> None:
    settings = tomllib.loads((tree.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {each["id"]: each for each in settings["tool"]["importlinter"]["contracts"]}
    assert {"staircase", "floors", "pure", "screens", "acyclic"} <= contracts.keys()
    floored = {f"quanheng.{room}" for room in tree.ROOMS if room not in ("kernel", "site")}
    assert set(contracts["floors"]["containers"]) == floored
    cores = {f"quanheng.{path.parent.name}.core" for path in tree.PACKAGE.glob("*/core")}
    assert cores <= set(contracts["pure"]["source_modules"])
    screens = {f"quanheng.{path.parent.name}.screens" for path in tree.PACKAGE.glob("*/screens")}
    assert screens - {"quanheng.web.screens", "quanheng.cli.screens", "quanheng.site.screens"} <= set(
        contracts["screens"]["protected_modules"]
    )
