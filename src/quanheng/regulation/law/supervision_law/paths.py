"""监察决定的救济: which path a sanction has, and what a review must decide."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

WRONG = {
    "none": "upheld",
    "too_heavy": "changed",
    "wrong_rule": "changed",
    "unproven": "cancelled",
    "steps_broken": "cancelled",
    "beyond_powers": "cancelled",
}


def _path(sanction_decider: str, on: date) -> str:
    return "supervisory" if sanction_decider == "supervisory_body" else "civil_appeal"


def _remedy(wrong_sanction_kind: str, on: date) -> str:
    return WRONG[wrong_sanction_kind]


art_56_path = Derivation(
    id="supervision_law.56.path",
    catalogue="rm-supervisory-path",
    subject="appeal",
    since=date(2018, 3, 20),
    term="处分的救济途径",
    term_en="Remedy against the sanction",
    means="Decisions of a supervisory organ: review within a month, then the organ above within a month, decided in two; an employer's own sanction follows the civil servants' appeal.",
    means_zh="监察机关的决定，一个月内申请复审、再一个月内向上一级申请复核，复核两个月内作出决定；任免机关、单位的处分按公务员申诉办理。",
    fact="sanction_remedy_path",
    reads=("sanction_decider",),
    reckon=_path,
    cites=("56",),
)

art_57_remedy = Derivation(
    id="supervision_law.57.remedy",
    catalogue="rm-correct-and-pay",
    subject="appeal",
    since=date(2020, 7, 1),
    term="复审复核应当作出的决定",
    term_en="What a review must decide",
    means="Too heavy or wrong rule: changed; unproven, badly made or beyond powers: cancelled and redone.",
    means_zh="处分明显过重、适用法律错误的变更；事实不清、违反程序、超越职权的撤销并重新作出；正确的维持。",
    fact="wrong_sanction_remedy",
    reads=("wrong_sanction_kind",),
    reckon=_remedy,
    cites=("state_sanctions:57",),
)

art_57 = Rule(
    id="supervision_law.57",
    catalogue="rm-correct-and-pay",
    subject="appeal",
    since=date(2020, 7, 1),
    term="错误处分的纠正",
    term_en="A wrong sanction is put right",
    means="The review decides as the fault of the sanction requires.",
    means_zh="复审、复核决定应当与处分的错误相符。",
    requires=fact("wrong_sanction_decision") == fact("wrong_sanction_remedy"),
    effect=Effect.WARN,
    cites=("state_sanctions:57",),
)
