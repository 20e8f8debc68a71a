"""申诉人、材料: who may file, when the papers are complete, and the conditions of acceptance."""

from datetime import date

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _may_file(appeal_applicant: str, is_appellant_incapable: bool | None, on: date) -> bool | None:
    """The person himself; near relatives only for one who died or lost capacity; agents never."""
    if appeal_applicant == "near_relative":
        return is_appellant_incapable
    return appeal_applicant == "self"


def _are_complete(
    appeal_papers_asked_on: date, appeal_papers_completed_on: date | None, papers_days: int, on: date
) -> bool | None:
    """Complete from the start, or completed within fifteen days."""
    if appeal_papers_asked_on == NO_DATE:
        return True
    if appeal_papers_asked_on == OPEN_ENDED:
        return None
    last = answer_deadline(appeal_papers_asked_on, days=papers_days)
    if appeal_papers_completed_on is None:
        return None if on <= last else False
    return appeal_papers_completed_on <= last


art_40_applicant_2008 = Derivation(
    id="civil_servant_appeals.40.applicant_2008",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="有权提出申诉的人",
    term_en="Who may file",
    means="The person; spouse, parents, children or siblings when he died or lost capacity; no agents.",
    means_zh="由本人提出；本人死亡或者丧失行为能力的，由配偶、父母、子女、兄弟姐妹提出；不得代理。",
    fact="may_file_appeal",
    reads=("appeal_applicant",),
    optional=("is_appellant_incapable",),
    reckon=_may_file,
    cites=(
        "40",
        "42",
    ),
)

art_40_applicant = Derivation(
    id="civil_servant_appeals.40.applicant",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2022, 3, 19),
    term="有权提出申诉的人",
    term_en="Who may file",
    means="The person; spouse, parents, children or siblings when he died or lost capacity; no agents.",
    means_zh="由本人提出；本人死亡或者丧失行为能力的，由配偶、父母、子女、兄弟姐妹提出；不得代理。",
    fact="may_file_appeal",
    reads=("appeal_applicant",),
    optional=("is_appellant_incapable",),
    reckon=_may_file,
    cites=(
        "40",
        "42",
    ),
    verified=False,
)

art_21_papers_2008 = Derivation(
    id="civil_servant_appeals.21.papers_2008",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="补正材料",
    term_en="Papers completed",
    means="Missing papers are completed within 15 days.",
    means_zh="材料不齐备的，自通知之日起十五日内补正。",
    fact="are_appeal_papers_complete",
    reads=("appeal_papers_asked_on",),
    optional=("appeal_papers_completed_on",),
    params=("civil_servant_appeals.papers_days",),
    reckon=_are_complete,
    cites=("21",),
)

art_21_papers = Derivation(
    id="civil_servant_appeals.21.papers",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2022, 3, 19),
    term="补正材料",
    term_en="Papers completed",
    means="Missing papers are completed within 15 days.",
    means_zh="材料不齐备的，自通知之日起十五日内补正。",
    fact="are_appeal_papers_complete",
    reads=("appeal_papers_asked_on",),
    optional=("appeal_papers_completed_on",),
    params=("civil_servant_appeals.papers_days",),
    reckon=_are_complete,
    cites=("21",),
    verified=False,
)

art_17_conditions_2008 = Rule(
    id="civil_servant_appeals.17.conditions_2008",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="受理条件",
    term_en="Conditions of acceptance",
    means="Accepted only from the right person, for a listed act, in time, at the right body, with complete papers.",
    means_zh="由有权的人提出、属于申诉范围、在期限内、属于管辖且材料齐备的，方可受理。",
    when=fact("is_appeal_accepted"),
    requires=fact("may_file_appeal")
    & fact("is_appealable_act")
    & fact("is_appeal_in_time")
    & fact("is_right_venue")
    & fact("are_appeal_papers_complete"),
    effect=Effect.WARN,
    cites=(
        "17",
        "40",
    ),
)

art_17_conditions = Rule(
    id="civil_servant_appeals.17.conditions",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2022, 3, 19),
    term="受理条件",
    term_en="Conditions of acceptance",
    means="Accepted only from the right person, for a listed act, in time, at the right body, with complete papers.",
    means_zh="由有权的人提出、属于申诉范围、在期限内、属于管辖且材料齐备的，方可受理。",
    when=fact("is_appeal_accepted"),
    requires=fact("may_file_appeal")
    & fact("is_appealable_act")
    & fact("is_appeal_in_time")
    & fact("is_right_venue")
    & fact("are_appeal_papers_complete"),
    effect=Effect.WARN,
    cites=(
        "17",
        "40",
    ),
    verified=False,
)
