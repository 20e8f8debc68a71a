"""The paper count: sums that cannot be, two sheets that differ, and the result."""

from hypothesis import given
from hypothesis import strategies as st

from quanheng.selection.core.count import differences, faults, result

ISSUED = {"班子成员": 4, "干部职工代表": 14}
SHEET = {
    "班子成员": {"returned": 4, "valid": 4, "void": 0, "abstained": 0, "votes": {"p": 3, "q": 1}},
    "干部职工代表": {"returned": 13, "valid": 11, "void": 1, "abstained": 1, "votes": {"p": 8, "q": 3}},
}


def test_a_right_sheet_has_no_faults() -> None:
    assert faults(SHEET, ISSUED) == []


def test_more_returned_than_issued_is_a_fault() -> None:
    sheet = SHEET | {"班子成员": {"returned": 5, "valid": 5, "void": 0, "abstained": 0, "votes": {}}}
    assert [str(f) for f in faults(sheet, ISSUED)] == ["“班子成员”：收回5张，多于发出4张"]


def test_a_missing_and_a_strange_class_are_faults() -> None:
    sheet = {"班子成员": SHEET["班子成员"], "旁听": SHEET["班子成员"]}
    assert [str(f) for f in faults(sheet, ISSUED)] == ["缺少“干部职工代表”的票数", "“旁听”没有发票，不应有票数"]


def test_more_votes_than_valid_ballots_can_carry_is_a_fault() -> None:
    sheet = SHEET | {"班子成员": {"returned": 4, "valid": 4, "void": 0, "abstained": 0, "votes": {"p": 3, "q": 2}}}
    assert [str(f) for f in faults(sheet, ISSUED)] == ["“班子成员”：得票合计5多于有效票所能投的4"]


def test_two_sheets_differ_figure_by_figure() -> None:
    other = SHEET | {"干部职工代表": {**SHEET["干部职工代表"], "votes": {"p": 8, "q": 4}}}
    assert [str(d) for d in differences(SHEET, other, {"q": "陈若溪"})] == ["“干部职工代表”的“陈若溪”：一人录入3，另一人录入4"]
    assert differences(SHEET, SHEET, {}) == []


def test_the_result_sums_and_ranks() -> None:
    found = result(SHEET, ISSUED)
    assert {k: found[k] for k in ("issued", "returned", "valid", "void", "abstained")} == {
        "issued": 18, "returned": 17, "valid": 15, "void": 1, "abstained": 1,
    }  # fmt: skip
    assert [(r["person"], r["votes"], r["place"], r["by_class"]) for r in found["persons"]] == [
        ("p", 11, 1, {"班子成员": 3, "干部职工代表": 8}),
        ("q", 4, 2, {"班子成员": 1, "干部职工代表": 3}),
    ]


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 30), min_size=1))
def test_equal_votes_share_a_place_and_no_vote_is_lost(votes: dict[str, int]) -> None:
    valid = sum(votes.values())
    sheet = {"甲": {"returned": valid, "valid": valid, "void": 0, "abstained": 0, "votes": votes}}
    rows = result(sheet, {"甲": valid})["persons"]
    assert sum(row["votes"] for row in rows) == valid
    assert all((a["place"] == b["place"]) == (a["votes"] == b["votes"]) for a in rows for b in rows)
