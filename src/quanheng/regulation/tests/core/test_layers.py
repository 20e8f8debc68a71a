"""Local layers: they tighten, they never loosen, they count only when asked for, and they say where a figure comes from."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.examples import all_examples
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Verdict, judge
from quanheng.regulation.core.layers import LoosensError, overlaid, tightened
from quanheng.regulation.core.library import examples, library, local_layers
from quanheng.regulation.core.parameters import Figure, Parameter

JINCHANG, MAIJI, OPINIONS = "local_jinchang_2011", "local_maiji", "local_trust_opinions"
ISSUED = date(2011, 4, 25)
PLAN = "《金昌市贯彻〈2010—2020年深化干部人事制度改革规划纲要〉实施方案》（2011年）"
AUDIT = "economic_audit.mid_term_months"
FIRST, SECOND, LOCAL = date(2014, 1, 14), date(2019, 3, 3), date(2016, 7, 1)


def _nation(*figures: tuple[date, int | None], stricter: str = "more") -> Parameter:
    told = tuple(Figure(on, value, "42", True) for on, value in figures)
    return Parameter("nation.days", "天数", "Days", "天", told, stricter)


def _city(*figures: tuple[date, int | None]) -> Parameter:
    told = tuple(Figure(on, value, "3", True) for on, value in figures)
    return Parameter("city.days", "天数", "Days", "天", told, tightens="nation.days")


def _values(parameter: Parameter, *days: date) -> list[int | None]:
    return [figure.value if (figure := parameter.figure_on(on)) else None for on in days]


@pytest.mark.parametrize(("stricter", "value"), [("more", 7), ("less", 3), ("more", 5), ("less", 5)])
def test_a_stricter_or_equal_figure_stands_in(stricter: str, value: int) -> None:
    made = tightened(_nation((FIRST, 5), stricter=stricter), _city((LOCAL, value)))
    assert _values(made, date(2014, 1, 13), FIRST, date(2016, 6, 30), LOCAL) == [None, 5, 5, value]
    assert [figure.cites for figure in made.figures] == ["42", "city:3"]
    assert (made.name, made.stricter) == ("nation.days", stricter)


@pytest.mark.parametrize(("stricter", "value"), [("more", 4), ("less", 6)])
def test_a_looser_figure_is_refused_on_its_first_day(stricter: str, value: int) -> None:
    with pytest.raises(
        LoosensError, match=rf"city\.days \({value}\) loosens nation\.days \(5\) on 2016-07-01"
    ):
        tightened(_nation((FIRST, 5), stricter=stricter), _city((LOCAL, value)))


def test_a_figure_becomes_looser_on_the_day_the_nation_goes_beyond_it() -> None:
    nation = _nation((FIRST, 5), (SECOND, 10))
    with pytest.raises(LoosensError, match=r"city\.days \(7\) loosens nation\.days \(10\) on 2019-03-03"):
        tightened(nation, _city((LOCAL, 7)))
    followed = tightened(nation, _city((LOCAL, 7), (SECOND, 10)))
    assert _values(followed, date(2019, 3, 2), SECOND) == [7, 10]


def test_the_national_figure_returns_when_the_local_one_ends() -> None:
    nation, ended = _nation((FIRST, 5)), date(2018, 1, 1)
    repealed = tightened(nation, _city((LOCAL, 7), (ended, None)))
    stopped = tightened(nation, _city((LOCAL, 7)), ended=ended)
    for made in (repealed, stopped):
        assert _values(made, date(2017, 12, 31), ended) == [7, 5]
        assert made.figures[-1].cites == "42"


def test_an_older_local_figure_waits_for_the_national_one() -> None:
    made = tightened(_nation((LOCAL, 5), (SECOND, None)), _city((FIRST, 7)))
    assert made.figures[0].from_on == LOCAL
    assert _values(made, date(2016, 6, 30), LOCAL, SECOND) == [None, 7, None]


def test_what_cannot_be_stricter_cannot_be_tightened() -> None:
    with pytest.raises(ValueError, match=r"nation\.days does not say which way is stricter"):
        tightened(_nation((FIRST, 5), stricter=""), _city((LOCAL, 7)))


def test_a_layer_of_the_law_that_loosens_is_refused() -> None:
    whole, name = library(JINCHANG), f"{JINCHANG}.audit_months"
    loose = replace(whole.parameters[name], figures=(Figure(ISSUED, 48, "audit", True),))
    parameters: Mapping[str, Parameter] = {**library().parameters, name: loose}
    with pytest.raises(LoosensError, match=rf"{name} \(48\) loosens {AUDIT} \(36\) on 2011-04-25"):
        overlaid(parameters, whole.instruments, [JINCHANG])
    strict = replace(loose, figures=(Figure(ISSUED, 24, "audit", True),))
    made = overlaid({**parameters, name: strict}, whole.instruments, [JINCHANG])
    assert _values(made[AUDIT], date(2011, 4, 24), ISSUED) == [36, 24]


def test_every_layer_has_parents_an_authority_and_examples() -> None:
    assert set(local_layers()) >= {JINCHANG, MAIJI, OPINIONS, "local_bazhong_2015", "local_dalian_2006"}
    whole = library(*local_layers())
    for name in local_layers():
        layer = whole.instruments[name].layer
        assert layer
        assert layer.authority_zh
        assert set(layer.parents) <= set(library().instruments)
        assert examples(name)


def test_a_layer_counts_only_when_it_is_asked_for() -> None:
    nation, city = library(), library(JINCHANG)
    assert not {rule.split(".")[0] for rule in nation.rules} & set(local_layers())
    assert {rule.split(".")[0] for rule in city.rules} & set(local_layers()) == {JINCHANG}
    assert JINCHANG not in nation.instruments
    assert library(JINCHANG, MAIJI).layers == (JINCHANG, MAIJI)
    with pytest.raises(KeyError, match="no rule"):
        judge({}, on=FIRST, rules=[f"{JINCHANG}.rotation"])
    with pytest.raises(KeyError, match="no local layer local_nowhere"):
        library("local_nowhere")


def test_a_figure_says_where_it_comes_from() -> None:
    told = {law: law.figure(AUDIT, ISSUED) for law in (library(), library(JINCHANG))}
    assert [figure.cites for figure in told.values() if figure] == ["mid_term", f"{JINCHANG}:audit"]
    before = library(JINCHANG).figure(AUDIT, date(2011, 4, 24))
    assert before
    assert before.cites == "mid_term"


def test_a_national_rule_names_the_layer_whose_figure_it_uses() -> None:
    rule = "leader_exchange.5.ten_years"
    facts = {"is_local_team_leader": True, "months_in_same_post": 120, "is_exchange_relaxed": False}
    nation = judge(facts, on=FIRST, rules=[rule]).findings[0]
    city = judge(facts, on=FIRST, rules=[rule], law=library(JINCHANG)).findings[0]
    assert city.light is nation.light is Light.FORBIDDEN
    assert city.cites == (*nation.cites, PLAN)


def _rotation(on: date, months: int) -> Verdict:
    facts = {"is_city_middle_leader": True, "months_in_same_post": months}
    return judge(facts, on=on, rules=[f"{JINCHANG}.rotation"], law=library(JINCHANG))


def test_a_local_rule_has_its_period_and_its_citation() -> None:
    finding = _rotation(ISSUED, 60).findings[0]
    assert finding.light is Light.WARNING
    assert finding.cites == (PLAN,)
    assert _rotation(ISSUED, 59).light is Light.PASSED
    with pytest.raises(NotInForce, match="encoded from 2011-04-25"):
        _rotation(date(2011, 4, 24), 60)


def test_before_its_first_day_a_layer_leaves_the_national_law_alone() -> None:
    facts = {"is_key_chief": True, "months_in_same_post": 130}
    on = date(2011, 4, 24)
    asked = {law: judge(facts, on=on, subject="tenure", law=law) for law in (library(), library(JINCHANG))}
    nation, city = ([each.rule.id for each in verdict.findings] for verdict in asked.values())
    assert nation == city


def test_the_stricter_outcome_is_reported_beside_the_national_one() -> None:
    facts = {
        "case_kind": "individual",
        "seats": 1,
        "target_people": 1,
        "is_opinion_concentrated": True,
        "is_section_promotion": True,
    }
    rules = ["selection_regulations.25.individual", f"{MAIJI}.one_to_two"]
    verdict = judge(facts, on=FIRST, rules=rules, law=library(MAIJI))
    assert {each.rule.id: each.light for each in verdict.findings} == {
        rules[0]: Light.PASSED,
        rules[1]: Light.WARNING,
    }
    assert verdict.light is Light.WARNING


def test_targets_of_competitive_selection_are_history_since_2014() -> None:
    facts = {"indicator_year": 2013, "middle_posts_competed": 10, "middle_posts_filled": 100}
    rule, law = f"{JINCHANG}.competitive_middle", library(JINCHANG)
    assert judge(facts, on=date(2014, 1, 13), rules=[rule], law=law).light is Light.WARNING
    assert judge(facts, on=FIRST, rules=[rule], law=law).not_in_force == (rule,)


def test_what_is_damaged_in_the_text_only_advises() -> None:
    facts = {
        "opinions_year": 2,
        "selection_ballots": 100,
        "selection_satisfied": 49,
        "selection_basically_satisfied": 30,
        "selection_dissatisfied": 5,
    }
    verdict = judge(facts, on=FIRST, rules=[f"{OPINIONS}.selection_two"], law=library(OPINIONS))
    finding = verdict.findings[0]
    assert (finding.light, finding.is_advisory) == (Light.WARNING, True)


def test_examples_run_with_their_own_layer() -> None:
    laws = {example.rule.split(".")[0]: example.law.layers for example in all_examples()}
    assert {name: layers for name, layers in laws.items() if layers} == {
        name: (name,) for name in local_layers()
    }
