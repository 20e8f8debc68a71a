"""How a post ends, is filled and handed over (articles 17 to 20, 33)."""

from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

void_win = Rule(
    id="village_committees.17.void",
    catalogue="vc-void-win",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="当选无效",
    term_en="A win that is void",
    means="A win by violence, threat, fraud, bribery, forged ballots or false counts is void.",
    means_zh="以暴力、威胁、欺骗、贿赂、伪造选票、虚报选举票数等不正当手段当选的，当选无效。",
    when=fact("has_village_vote_fraud"),
    requires=fact("is_win_declared_void"),
    effect=Effect.FORBID,
    cites=("17",),
)


void_check = Rule(
    id="village_committees.17.check",
    catalogue="vc-void-win",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="不正当手段的调查",
    term_en="Who investigates",
    means="The township or county government investigates.",
    means_zh="以不正当手段当选的，由乡级或者县级人民政府负责调查。",
    when=fact("has_village_vote_fraud"),
    requires=fact("village_fraud_investigator").isin(("township", "county")),
    effect=Effect.WARN,
    cites=("17",),
)


def _in_row(village_appraisals: list[dict[str, Any]], *, on: date) -> int:
    """The longest run of consecutive years; a year without appraisal breaks it."""
    unfit = sorted({each["year"] for each in village_appraisals if each["result"] == "unfit"})
    longest = run = 0
    for before, year in zip([None, *unfit], unfit, strict=False):
        run = run + 1 if before is not None and year == before + 1 else 1
        longest = max(longest, run)
    return longest


unfit_run = Derivation(
    id="village_committees.33.unfit_run",
    catalogue="vc-appraisal",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="连续不称职次数",
    term_en="Unfit appraisals in a row",
    means="How many yearly appraisals in a row were unfit.",
    means_zh="年度民主评议连续被评为不称职的次数。",
    fact="unfit_appraisals_in_row",
    reads=("village_appraisals",),
    reckon=_in_row,
    cites=("33",),
)


def _ended(
    village_person_kind: str,
    has_lost_capacity: bool | None,
    has_criminal_penalty: bool | None,
    unfit_appraisals_in_row: int | None,
    *,
    on: date,
) -> bool | None:
    if village_person_kind != "member":
        return False
    twice = None if unfit_appraisals_in_row is None else unfit_appraisals_in_row >= 2
    grounds = (has_lost_capacity, has_criminal_penalty, twice)
    if True in grounds:
        return True
    return None if None in grounds else False


ended = Derivation(
    id="village_committees.18.ended",
    catalogue="vc-automatic-end",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="职务依法终止",
    term_en="Post ended by law",
    means=(
        "A member's post ends on loss of capacity, a criminal penalty (suspended or not) or "
        "two unfit appraisals in a row."
    ),
    means_zh=(
        "村民委员会成员丧失行为能力、被判处刑罚（含缓刑）或者连续两次民主评议不称职的，职务终"
        "止；行政拘留、党纪处分本身不终止职务；其他受补贴人员只评议，不因此终止。"
    ),
    fact="is_village_post_ended",
    reads=("village_person_kind",),
    optional=(
        "has_lost_capacity",
        "has_criminal_penalty",
        "unfit_appraisals_in_row",
    ),
    reckon=_ended,
    cites=(
        "18",
        "33",
    ),
)


ended_acts = Rule(
    id="village_committees.18.acts",
    catalogue="vc-automatic-end",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="职务终止后不得履职",
    term_en="No acts after the post has ended",
    means="A member whose post has ended does not act.",
    means_zh="职务已经终止的成员不得继续履行职务。",
    when=fact("is_village_post_ended"),
    requires=~fact("is_village_member_acting"),
    effect=Effect.FORBID,
    cites=(
        "18",
        "33",
    ),
)


by_election = Rule(
    id="village_committees.19.body",
    catalogue="vc-by-election",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="补选",
    term_en="By-election",
    means="A vacancy is filled by the assembly or the representatives' meeting.",
    means_zh="村民委员会成员出缺，由村民会议或者村民代表会议补选。",
    requires=fact("by_election_body").isin(("assembly", "representatives")),
    effect=Effect.WARN,
    cites=("19",),
)


def _rest_of_term(village_term_ends_on: date, *, on: date) -> date:
    return village_term_ends_on


by_term = Derivation(
    id="village_committees.19.term",
    catalogue="vc-by-election",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="补选成员任期",
    term_en="Term of those by-elected",
    means="A by-elected member serves to the end of the current term.",
    means_zh="补选的成员任期到本届任期届满时止。",
    fact="by_elected_until",
    reads=("village_term_ends_on",),
    reckon=_rest_of_term,
    cites=("19",),
)


handover = Rule(
    id="village_committees.20.handover",
    catalogue="vc-handover",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="工作移交十日",
    term_en="Hand-over within ten days",
    means="The outgoing committee hands over within ten days of the new one.",
    means_zh="村民委员会应当自新一届产生之日起十日内完成工作移交。",
    requires=fact("village_handed_over_on")
    <= later(fact("new_committee_on"), days=param("village_committees.handover_days")),
    effect=Effect.WARN,
    cites=("20",),
)


handover_chair = Rule(
    id="village_committees.20.chair",
    catalogue="vc-handover",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="移交的主持和监督",
    term_en="Who chairs the hand-over",
    means="The election committee chairs the hand-over, the township supervises.",
    means_zh="工作移交由村民选举委员会主持，由乡级人民政府监督。",
    requires=fact("is_handover_chaired") & fact("is_handover_supervised"),
    effect=Effect.WARN,
    cites=("20",),
)
