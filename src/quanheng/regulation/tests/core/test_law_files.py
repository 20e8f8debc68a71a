"""Faulty law files are refused when they are read; facts that the law computes."""

from datetime import date

import pytest

from quanheng.regulation.core.catalogue import subjects
from quanheng.regulation.core.derived import is_probation_post, probation_until, recommended_until
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.instruments import NotInForce, read_instrument
from quanheng.regulation.core.library import library, local_layers
from quanheng.regulation.core.parameters import read_parameters

SOURCE = {"zh": "某条例", "en": "Some rules", "versions": [{"key": "2019", "from": date(2019, 3, 3)}]}
START = date(2019, 3, 3)


def test_versions_and_clauses() -> None:
    read = read_instrument(
        "some", SOURCE | {"clauses": {"8": {"zh": "资格", "en": "x", "evidence": "unverified"}}}
    )
    assert read.cite("8", START).is_verified is False
    with pytest.raises(NotInForce, match="2019-03-03"):
        read.version_on(date(2019, 3, 2))


@pytest.mark.parametrize(
    ("clause", "said"),
    [({"evidence": "hearsay"}, "evidence is one of"), ({"numbers": {"1999": "1"}}, "no version 1999")],
)
def test_faulty_clauses(clause: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_instrument("some", SOURCE | {"clauses": {"8": {"zh": "资格", "en": "x"} | clause}})


@pytest.mark.parametrize(
    "values",
    [
        [],
        [{"from": START, "value": 1, "cites": "8"}, {"from": START, "value": 2, "cites": "8"}],
        [{"from": START, "until": START, "value": 1, "cites": "8"}],
    ],
)
def test_faulty_figures(values: list[dict[str, object]]) -> None:
    with pytest.raises(ValueError, match=r"some\.figure"):
        read_parameters("some", {"figure": {"zh": "数", "en": "n", "values": values}})


def test_a_repeal_is_a_value() -> None:
    days = library().parameters["selection_regulations.notice_days_least"]
    assert days.figure_on(date(2014, 1, 13)) is not None
    assert days.figure_on(date(2014, 1, 14)) is None


def test_every_fact_belongs_to_a_subject_and_every_catalogued_fact_is_used() -> None:
    law = library(*local_layers())
    used = {name for rule in (*law.rules.values(), *law.derivations.values()) for name in rule.fact_names}
    assert {entry.subject for entry in CATALOGUE.values()} <= set(subjects())
    assert set(CATALOGUE) == used | {"judged_on"}


def test_facts_the_law_computes() -> None:
    assert recommended_until(date(2024, 6, 30)) == date(2025, 6, 30)
    assert probation_until(date(2024, 3, 1)) == date(2025, 2, 28)
    with pytest.raises(NotInForce):
        recommended_until(date(2001, 1, 1))
    bureau_deputy = {
        "body": "government",
        "tier": "county",
        "is_internal": False,
        "is_deputy": True,
        "is_elected": False,
    }
    assert is_probation_post(**bureau_deputy)
    assert not is_probation_post(**bureau_deputy | {"is_elected": True})
    assert not is_probation_post(**bureau_deputy | {"body": "court"})
    assert is_probation_post(**bureau_deputy | {"body": "court", "is_internal": True})
    assert not is_probation_post(**bureau_deputy | {"tier": "provincial"})
