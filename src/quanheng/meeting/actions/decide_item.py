"""Count an item and freeze the decision with its figures and clauses."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.core.count import Tally
from quanheng.meeting.core.law import (
    MEETING_CLAUSE,
    QUORUM,
    RECUSAL,
    attendance,
    cites_of,
    clause,
    decision,
    findings,
    refuse_if_forbidden,
)
from quanheng.meeting.models import BodyMember, Item
from quanheng.meeting.queries.conflicts import related
from quanheng.meeting.queries.session import law_of, tally, undecided, voters

_WHAT = Text("作出决定")


@action(
    "meeting.item.decide",
    label="作出决定",
    permission="meeting.run",
    of=lambda given: given["item"].meeting.body.authority.path,
    cites=(
        "《党政领导干部选拔任用工作条例》（2019年）第三十八条",
        "《党政领导干部选拔任用工作条例》（2019年）第三十九条",
    ),
    keeps=("item", "form"),
)
def decide_item(*, by: Account, at: datetime, item: Item, form: str = "oral") -> Item:
    """The result by the count against those who should attend: passed, failed or deferred. It is final.

    Refused without a quorum, while a present member has not spoken, and when a relative has not stepped aside.
    """
    if form not in dict(Item.FORMS):
        raise ValueError(f"unknown form of voting {form!r}")
    found = undecided(item, what=_WHAT)
    day = timezone.localtime(at).date()
    present, figures = voters(found), tally(found)
    refuse_if_forbidden(
        QUORUM,
        attendance(figures),
        on=day,
        law=law_of(found, day),
        what=_WHAT,
        why=text(
            "应到{should}人，实到{present}人，不足三分之二（须{quorum}人），决定无效",
            should=figures.base,
            present=figures.attending,
            quorum=figures.quorum,
        ),
        remedy=text("再有{n}名成员到会，或另行召集会议", n=figures.quorum - figures.attending),
    )
    _no_relative(found, present, day)
    _all_spoke(found, present, day)
    rest = findings(decision(figures, is_chief_last=_chief_last(found, present)), on=day, law=law_of(found, day))
    return _frozen(found, figures, by=by, at=at, form=form, cites=cites_of(rest))


def _no_relative(item: Item, present: list[BodyMember], day: date) -> None:
    for member, ground in related(item.person, present).items():
        refuse_if_forbidden(
            RECUSAL,
            {"has_related_attendee": True},
            on=day,
            law=law_of(item, day),
            what=_WHAT,
            why=text(
                "{name}与本议题有利害关系（{ground}），应当回避",
                name=member.account.name,
                ground=ground.word,
            ),
            remedy=text("先登记{name}回避，回避后不参加本议题的讨论和表决", name=member.account.name),
        )


def _all_spoke(item: Item, present: list[BodyMember], day: date) -> None:
    expressed = set(item.expressions.values_list("member_id", flat=True))
    silent = [member.account.name for member in present if member.pk not in expressed]
    if silent:
        raise Refused(
            _WHAT,
            why=text(
                "到会且未回避的{n}人中，尚有{silent}人未表态：{names}",
                n=len(present),
                silent=len(silent),
                names="、".join(silent),
            ),
            cites=clause(MEETING_CLAUSE, on=day),
            remedy=Text("到会成员逐一表态后再作决定"),
        )


def _chief_last(item: Item, present: list[BodyMember]) -> bool | None:
    """None when no chief took part: there is nobody who must speak last."""
    chief = next((member for member in present if member.is_chief), None)
    last = item.expressions.order_by("-order").first()
    return last.member_id == chief.pk if chief and last else None


def _frozen(
    item: Item, figures: Tally, *, by: Account, at: datetime, form: str, cites: tuple[str, ...]
) -> Item:
    item.state, item.form, item.cites = figures.result, form, list(cites)
    item.should, item.present, item.recused = figures.should, figures.present, figures.recused
    item.agree, item.disagree, item.defer = figures.agree, figures.disagree, figures.defer
    item.quorum, item.needed = figures.quorum, figures.needed
    item.decided_at, item.decided_by = at, by
    item.save()
    return item
