"""Rules beside the main line: basics no exception lifts, a related chair, petitions still open, late objections, demotion, resignation."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2002, 7, 9), date(2014, 1, 14)  # the versions of 2002 and 2014


def _open(*, has_specific_petition: bool, is_petition_checked: bool, on: date) -> bool:
    return has_specific_petition and not is_petition_checked


basics = Rule(
    id="selection_regulations.9.basics",
    catalogue="a-exceptional",
    subject="candidacy",
    since=SECOND,
    term="破格不得突破基本条件",
    term_en="Basics no exception lifts",
    means="No exception lifts the basic conditions or the Party seniority.",
    means_zh="破格提拔不得突破基本条件和党章规定的党龄要求。",
    when=fact("is_exceptional"),
    requires=fact("meets_basic_conditions") & fact("meets_party_seniority"),
    effect=Effect.FORBID,
    cites=("9",),
)

chair = Rule(
    id="selection_regulations.53.chair",
    catalogue="b-recusal",
    subject="meeting",
    since=FIRST,
    term="主持人回避",
    term_en="A related chair",
    means="A chair who is the candidate or kin is replaced for the item and does not vote.",
    means_zh="会议主持人系人选本人或其亲属的，由他人主持，本人离场、不参加表决。",
    when=fact("is_chair_related"),
    requires=fact("is_chair_replaced"),
    effect=Effect.FORBID,
    cites=("53",),
)

petition = Derivation(
    id="selection_regulations.36.petition",
    catalogue="b-not-to-meeting",
    subject="meeting",
    since=SECOND,
    term="信访举报是否未查清",
    term_en="Whether a petition is open",
    means="A specific petition is open until it is checked; one without facts is recorded and does not hold the item.",
    means_zh="线索具体的信访举报未查核的为未查清；没有具体事实的作记录，不影响上会。",
    fact="is_petition_open",
    reads=("has_specific_petition", "is_petition_checked"),
    reckon=_open,
    cites=("31",),
)

late = Rule(
    id="selection_regulations.42.late",
    catalogue="b-notice-objections",
    subject="appointment",
    since=FIRST,
    term="公示期满后的反映",
    term_en="Objections after the notice",
    means="A specific objection that comes after the notice is handed to supervision.",
    means_zh="公示期满后收到的具体反映，转入监督程序核查。",
    when=fact("has_late_objection"),
    requires=fact("is_late_objection_handed_on"),
    effect=Effect.WARN,
    cites=("42",),
)

demotion = Rule(
    id="selection_regulations.demotion",
    catalogue="cv-demotion",
    subject="removal",
    since=FIRST,
    term="降职的工资待遇",
    term_en="Pay after a demotion",
    means="A leader demoted for weak ability or other unfitness has the pay of the new post.",
    means_zh="因工作能力较弱等不适宜任现职而降职的，按新任职务确定待遇。",
    when=fact("is_demotion"),
    requires=fact("is_pay_by_new_post"),
    effect=Effect.WARN,
    cites=("demotion",),
    verified=False,
)

resignation = Rule(
    id="selection_regulations.resignation",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=FIRST,
    term="辞职须书面提出",
    term_en="Resignation in writing",
    means="Resignation for duty, voluntary, in blame or by order is asked for in writing and follows the procedure.",
    means_zh="因公、自愿、引咎、责令辞职，均须书面提出并履行程序。",
    when=fact("resignation_kind").isin(("duty", "voluntary", "blame", "ordered")),
    requires=fact("has_written_request"),
    effect=Effect.WARN,
    cites=("resignation",),
)

special_post = Rule(
    id="selection_regulations.24.5.special",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="特殊岗位例外报批",
    term_en="Approval of a special post",
    means="Somebody whose spouse or children moved abroad takes a special post only with recorded approval.",
    means_zh="配偶或者子女已移居而因特殊岗位需要任用的，须经批准并记录。",
    when=fact("is_special_post")
    & (fact("is_spouse_abroad") | (~fact("has_spouse") & fact("is_every_child_abroad")))
    & fact("move").isin(("promotion", "further_use")),
    requires=fact("is_abroad_exception_approved"),
    effect=Effect.ASK_SUPERIOR,
    cites=("24.5",),
)
