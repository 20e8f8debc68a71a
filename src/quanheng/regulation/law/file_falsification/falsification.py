"""档案造假: what it is, who is responsible, what follows."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

MEASURES = {"light": "admonition", "heavier": "restriction", "grave": "removal"}


def _is_false(
    falsified_item: str, is_falsified_for_gain: bool | None, is_file_data_untrue: bool | None, on: date
) -> bool | None:
    """For improper gain and making data untrue; a slip is a correction."""
    if falsified_item == "clerical" or is_falsified_for_gain is False or is_file_data_untrue is False:
        return False
    return None if None in (is_falsified_for_gain, is_file_data_untrue) else True


def _is_falsifier(falsification_role: str, on: date) -> bool | None:
    """What relatives did and what was used knowingly is for a person to judge: the clause was not seen whole."""
    if falsification_role in ("relative", "used"):
        return None
    return falsification_role in ("did", "asked")


def _measure(falsification_severity: str, on: date) -> str:
    return MEASURES[falsification_severity]


def _is_due(retirement_corrected_on: date, on: date) -> bool:
    return retirement_corrected_on <= on


art_3_kind = Derivation(
    id="file_falsification.3.kind",
    catalogue="fl-falsification-kinds",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="档案造假",
    term_en="Falsification of the file",
    means="For improper gain and making data untrue, in one of the listed kinds; a slip is a correction.",
    means_zh="为谋取不正当利益，篡改、伪造档案致信息不实，内容为所列各类的；笔误不属于造假。",
    fact="is_file_falsification",
    reads=("falsified_item",),
    optional=(
        "is_falsified_for_gain",
        "is_file_data_untrue",
    ),
    reckon=_is_false,
    cites=(
        "3",
        "5",
    ),
)

art_6_role = Derivation(
    id="file_falsification.6.role",
    catalogue="fl-falsification-kinds",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="造假责任人",
    term_en="Who is responsible",
    means="Who did it or asked for it; relatives' acts and knowing use are for inquiry.",
    means_zh="本人实施或者授意的为责任人；亲属实施或者明知而使用的须查明。",
    fact="is_falsifier",
    reads=("falsification_role",),
    reckon=_is_falsifier,
    cites=("6",),
)

art_3 = Rule(
    id="file_falsification.3",
    catalogue="fl-falsification-kinds",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="造假问题须查处",
    term_en="Falsification is handled",
    means="A falsification is inquired into and handled.",
    means_zh="构成档案造假的，应当调查处理。",
    when=fact("is_file_falsification"),
    requires=fact("is_falsification_handled"),
    effect=Effect.WARN,
    cites=(
        "3",
        "9",
    ),
)

art_9_measure = Derivation(
    id="file_falsification.9.measure",
    catalogue="fl-falsification-outcome",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="应当给予的处理",
    term_en="What follows",
    means="Light: criticism, check, admonition; heavier: suspended, moved, restricted; grave: resignation, removal, demotion.",
    means_zh="较轻的批评教育、检查、诫勉，较重的停职、调离、限制提拔，严重的引咎或者责令辞职、免职、降职。",
    fact="falsification_measure",
    reads=("falsification_severity",),
    reckon=_measure,
    cites=("9",),
)

art_9_taken = Rule(
    id="file_falsification.9.taken",
    catalogue="fl-falsification-outcome",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="处理与情节相当",
    term_en="The measure fits",
    means="The measure fits the severity; telling it before the audit may make it lighter, unverified.",
    means_zh="对责任人的处理与情节相当；审核前主动说明的可以从轻（未经核实）。",
    when=fact("is_falsifier"),
    requires=(fact("falsification_measure_taken") == fact("falsification_measure"))
    | fact("is_confessed_before_audit"),
    effect=Effect.WARN,
    cites=("9",),
)

art_9_promotion = Rule(
    id="file_falsification.9.promotion",
    catalogue="fl-falsification-outcome",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="未处理完毕不得提拔",
    term_en="No promotion while open",
    means="No promotion while the matter is open.",
    means_zh="档案造假问题未处理完毕的，不得提拔。",
    when=fact("is_promotion_intended"),
    requires=~fact("is_falsification_open"),
    effect=Effect.FORBID,
    cites=("9",),
)

art_9_gains = Rule(
    id="file_falsification.9.gains",
    catalogue="fl-falsification-outcome",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="更正信息、纠正利益",
    term_en="Data right, gains back",
    means="Data are put right and gains in post, pay and retirement taken back.",
    means_zh="按真实情况更正信息，由此取得的职务、工资、退休时间等利益依规纠正。",
    when=fact("is_file_falsification"),
    requires=fact("is_file_data_corrected") & fact("are_file_gains_taken_back"),
    effect=Effect.WARN,
    cites=("9",),
)

art_9_retirement = Derivation(
    id="file_falsification.9.retirement",
    catalogue="fl-falsification-outcome",
    subject="personnel_file",
    since=date(2015, 1, 1),
    term="更正后立即退休",
    term_en="Retirement due at once",
    means="Due at once when the corrected month has passed.",
    means_zh="更正后的退休月份已过的，立即办理退休。",
    fact="is_retirement_due_at_once",
    reads=("retirement_corrected_on",),
    reckon=_is_due,
    cites=("9",),
)
