"""The chained digest: one spelling of a record, and no two records with one digest."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from quanheng.access.core.chain import GENESIS, canonical, digest, moment
from quanheng.kernel.tests.letters import ANY

values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(ANY), lambda inner: st.lists(inner) | st.dictionaries(st.text(ANY), inner), max_leaves=6)


def test_one_moment_has_one_spelling_in_every_zone() -> None:
    utc = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
    assert moment(utc) == moment(utc.astimezone(timezone(timedelta(hours=8)))) == "2026-11-21T01:00:00.000000Z"


@given(st.dictionaries(st.text(ANY), values), st.dictionaries(st.text(ANY), values))
def test_different_records_have_different_digests(one: dict[str, object], two: dict[str, object]) -> None:
    assert (digest(GENESIS, one) == digest(GENESIS, two)) == (canonical(one) == canonical(two))


def test_the_digest_covers_what_came_before() -> None:
    assert digest(GENESIS, {"a": 1}) != digest("1" * 64, {"a": 1})
