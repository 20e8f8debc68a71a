"""复核、申诉: what may be appealed, by which route; nothing is suspended or made heavier; wrong acts are corrected."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

ITEMS = {
    "sanction": 1,
    "grade_sanction": 1,
    "dismissal": 2,
    "recruit_cancellation": 2,
    "demotion": 3,
    "incompetent_grade": 4,
    "removal": 5,
    "resignation_refused": 6,
    "early_retirement_refused": 6,
    "pay_cut": 7,
    "other_by_law": 8,
}

OWN_RULES = {"leader": "leaders_rules", "special_office": "special_rules"}


def _item(appeal_act: str, on: date) -> int:
    return ITEMS.get(appeal_act, 0)


def _is_listed(appealable_item: int, on: date) -> bool:
    return appealable_item > 0


def _route(
    appellant_kind: str, appeal_act: str, appealable_item: int, is_supervisory_decision: bool | None, on: date
) -> str | None:
    """Leaders and judges by their own rules; the supervisory organ's decisions; contracts; the list; the rest."""
    if appellant_kind in OWN_RULES:
        return OWN_RULES[appellant_kind]
    if appeal_act == "contract_dispute":
        return "arbitration" if appellant_kind == "contract_hire" else None
    if appealable_item == 1 and is_supervisory_decision is None:
        return None
    if is_supervisory_decision:
        return "supervisory"
    return "appeal" if appealable_item else "complaint"


art_95_item = Derivation(
    id="civil_servant_law.95.item",
    catalogue="rm-appealable",
    subject="appeal",
    since=date(2006, 1, 1),
    term="可申诉的事项",
    term_en="Item of the list",
    means="The eight items of the list; 0 when it is not there.",
    means_zh="处分，辞退或者取消录用，降职，不称职，免职，不批准辞职或者提前退休，工资福利保险，法律法规规定的其他情形。",
    fact="appealable_item",
    reads=("appeal_act",),
    reckon=_item,
    cites=(
        "95",
        "civil_servant_appeals:14",
    ),
)

art_95_listed = Derivation(
    id="civil_servant_law.95.listed",
    catalogue="rm-appealable",
    subject="appeal",
    since=date(2006, 1, 1),
    term="可以申诉的人事处理",
    term_en="Acts that may be appealed",
    means="An act of the list may be contested.",
    means_zh="所列八项人事处理可以复核、申诉。",
    fact="is_appealable_act",
    reads=("appealable_item",),
    reckon=_is_listed,
    cites=(
        "95",
        "civil_servant_appeals:14",
    ),
)

art_95_route = Derivation(
    id="civil_servant_law.95.route",
    catalogue="rm-appealable",
    subject="appeal",
    since=date(2006, 1, 1),
    term="救济途径",
    term_en="Route of remedy",
    means="Leaders and judges by their own rules, supervisory decisions to review there, contracts to arbitration, the list to appeal, the rest by complaint or petition.",
    means_zh="领导成员和法官、检察官、监察官按各自规定，监察机关的决定申请复审，聘任合同争议申请仲裁，所列事项申诉，其他控告或者信访。",
    fact="remedy_route",
    reads=(
        "appellant_kind",
        "appeal_act",
        "appealable_item",
    ),
    optional=("is_supervisory_decision",),
    reckon=_route,
    cites=(
        "95",
        "98",
        "105",
    ),
)

art_95_accept = Rule(
    id="civil_servant_law.95.accept",
    catalogue="rm-appealable",
    subject="appeal",
    since=date(2006, 1, 1),
    term="不得拒绝所列事项",
    term_en="An act of the list is not refused",
    means="An act of the list may not be refused as not appealable.",
    means_zh="属于申诉范围的人事处理，不得以不属于范围为由不予受理。",
    when=fact("is_appealable_act"),
    requires=~fact("is_refused_as_unlisted"),
    effect=Effect.FORBID,
    cites=(
        "95",
        "civil_servant_appeals:14",
    ),
)

art_96_not_suspended = Rule(
    id="civil_servant_law.96.not_suspended",
    catalogue="rm-no-suspension",
    subject="appeal",
    since=date(2006, 1, 1),
    term="复核申诉期间不停止执行",
    term_en="Not suspended by review or appeal",
    means="The act is carried out while review or appeal is pending.",
    means_zh="复核、申诉期间不停止人事处理的执行。",
    when=fact("is_remedy_pending"),
    requires=~fact("is_act_stayed"),
    effect=Effect.FORBID,
    cites=(
        "96",
        "civil_servant_appeals:5",
    ),
)

art_96_not_heavier = Rule(
    id="civil_servant_law.96.not_heavier",
    catalogue="rm-no-suspension",
    subject="appeal",
    since=date(2006, 1, 1),
    term="不因复核申诉加重",
    term_en="Never heavier for asking",
    means="The outcome of review or appeal is not heavier.",
    means_zh="不得因申请复核、提出申诉而加重处理。",
    when=fact("is_remedy_pending"),
    requires=~fact("is_outcome_heavier"),
    effect=Effect.FORBID,
    cites=(
        "96",
        "civil_servant_appeals:5",
    ),
)

art_97_corrected = Rule(
    id="civil_servant_law.97.corrected",
    catalogue="rm-correct-and-pay",
    subject="appeal",
    since=date(2006, 1, 1),
    term="纠正错误的人事处理",
    term_en="Wrong acts are corrected",
    means="The deciding body corrects, restores reputation and compensates.",
    means_zh="认定人事处理有错误的，原处理机关纠正，恢复名誉，赔偿损失。",
    when=fact("is_act_found_wrong"),
    requires=fact("is_act_corrected") & fact("is_reputation_restored") & fact("is_loss_compensated"),
    effect=Effect.WARN,
    cites=(
        "97",
        "110",
    ),
)

art_97_restored = Rule(
    id="civil_servant_law.97.restored",
    catalogue="rm-correct-and-pay",
    subject="appeal",
    since=date(2006, 1, 1),
    term="恢复职务职级及任职年限",
    term_en="Post, rank and tenure restored",
    means="A rank lost through a cancelled act is restored with its tenure, by a correcting entry and not by an edit.",
    means_zh="撤销降职、免职等处理的，恢复职务职级和任职年限，以更正记录登记而不涂改原记录。",
    when=fact("is_act_found_wrong") & fact("has_lost_rank_by_act"),
    requires=fact("is_rank_restored_with_tenure") & fact("is_restored_by_new_entry"),
    effect=Effect.WARN,
    cites=("97",),
)
