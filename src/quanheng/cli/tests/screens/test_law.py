"""`quanheng law …` answers, compares and explains; what it cannot read it says with file and line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from quanheng.cli.screens.law import app
from quanheng.regulation.core.facts import FactError

DEPUTY = "selection_regulations.8.3.deputy"
FACTS = '"任职步骤" = "副职提任正职"\npost_tier = "county"\nmonths_as_deputy = 23\nis_exceptional = false\n'


@pytest.fixture
def question(tmp_path: Path) -> Path:
    path = tmp_path / "facts.toml"
    path.write_text(FACTS, encoding="utf-8")
    return path


def _said(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_a_verdict_names_clause_reason_and_remedy(question: Path) -> None:
    said = _said("judge", str(question), "--on", "2026-11-21", "--rule", DEPUTY)
    assert said.splitlines()[0].split() == ["■", "不得", "2026-11-21", "■不得", "1"]
    assert "《党政领导干部选拔任用工作条例》（2019年）第八条第三项" in said
    assert "同层次副职任职年限：23个月（须≥24个月）" in said
    assert "→ 2026-12起符合" in said


def test_in_english(question: Path) -> None:
    said = _said("judge", str(question), "--on", "2026-11-21", "--rule", DEPUTY, "--english")
    assert "In deputy posts of the target tier: 23 months (must be ≥ 24 months)" in said


def test_without_rules_named_those_that_the_facts_speak_to(question: Path) -> None:
    said = _said("judge", str(question), "--on", "2026-11-21")
    assert DEPUTY in said
    assert "selection_regulations.42" not in said


def test_two_versions_beside_each_other(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text(
        '{"post_tier": "county", "move": "promotion", "notice_workdays": 4, "notice_days": 7,'
        ' "is_notice_exempt": false, "is_posted_after_decision": true}',
        encoding="utf-8",
    )
    said = _said("compare", str(path), "--on", "2013-06-01", "--on", "2026-11-21")
    assert "b-public-notice：结论变化" in said
    with pytest.raises(ValueError, match="--on"):
        _said("compare", str(path), "--on", "2013-06-01")


def test_a_rule_is_explained_with_figures_and_examples() -> None:
    said = _said("explain", DEPUTY, "--on", "2026-11-21")
    assert "selection_regulations.deputy_months：2002-07-09：24" in said
    assert "例外：破格提拔" in said
    assert "差一个月" in said
    with pytest.raises(ValueError, match="no rule 'nothing'"):
        _said("explain", "nothing", "--on", "2026-11-21")


def test_rules_of_a_day_and_facts_by_word() -> None:
    assert DEPUTY not in _said("list", "--on", "2002-07-08")
    assert DEPUTY in _said("list", "--on", "2002-07-09")
    assert "months_as_deputy" in _said("facts", "副职")
    with pytest.raises(ValueError, match="no such fact"):
        _said("facts", "没有的")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text("seats = 1\nmonth_as_deputy = 3\n", encoding="utf-8")
    with pytest.raises(FactError, match=r"wrong\.toml, line 2: unknown fact 'month_as_deputy'"):
        _said("judge", str(path), "--on", "2026-11-21")
    path.write_bytes("任职 = 1".encode("gbk"))
    with pytest.raises(FactError, match="UTF-8"):
        _said("judge", str(path), "--on", "2026-11-21")
