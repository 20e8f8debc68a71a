"""Steps and their order in the versions of 2007 and 2019 (articles 5 and 6)."""

from datetime import date
from itertools import pairwise
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

STEPS = ("announce", "register", "exam", "inspection", "physical", "notice", "clearance")
ORDER_2007 = {
    "announce": 1,
    "register": 2,
    "exam": 3,
    "inspection": 4,
    "physical": 4,
    "notice": 5,
    "clearance": 6,
}
ORDER_2019 = {
    "announce": 1,
    "register": 2,
    "exam": 3,
    "physical": 4,
    "inspection": 5,
    "notice": 6,
    "clearance": 7,
}


def _skipped(recruit_steps: list[dict[str, Any]], *, on: date) -> int:
    return len(set(STEPS) - {each["name"] for each in recruit_steps})


skipped = Derivation(
    id="recruitment.5.skipped",
    catalogue="rt-steps-2007",
    subject="recruitment",
    since=date(2007, 11, 6),
    term="缺少的录用环节",
    term_en="Steps left out",
    means=(
        "How many of the steps have no record: announcement, register and check, "
        "examination, inspection, physical, notice, approval or filing."
    ),
    means_zh="公告、报名审查、考试、考察、体检、公示、审批备案各环节中没有记录的个数。",
    fact="skipped_recruit_steps",
    reads=("recruit_steps",),
    reckon=_skipped,
    cites=(
        "5",
        "6",
    ),
)


def _is_in_order(recruit_steps: list[dict[str, Any]], order: dict[str, int]) -> bool:
    held = sorted(recruit_steps, key=lambda each: order[each["name"]])
    return all(
        earlier["on"] <= later_one["on"] or order[earlier["name"]] == order[later_one["name"]]
        for earlier, later_one in pairwise(held)
    )


def _simplified(
    is_special_recruit_post: bool | None, has_provincial_consent: bool | None, *, on: date
) -> bool:
    return bool(is_special_recruit_post and has_provincial_consent)


simplified = Derivation(
    id="recruitment.5.simplified",
    catalogue="rt-steps-2007",
    subject="recruitment",
    since=date(2007, 11, 6),
    term="可否简化程序",
    term_en="Whether steps may be simplified",
    means="Special posts with provincial consent; neither on record is no.",
    means_zh="特殊职位且经省级以上主管部门批准的可以简化；没有记录的按没有批准对待。",
    fact="is_simplified_lawfully",
    reads=(),
    optional=(
        "is_special_recruit_post",
        "has_provincial_consent",
    ),
    reckon=_simplified,
    cites=(
        "5",
        "civil_servant_law:33",
    ),
)


def _adjusted(has_provincial_consent: bool | None, *, on: date) -> bool:
    return bool(has_provincial_consent)


adjusted = Derivation(
    id="recruitment.5.adjusted",
    catalogue="rt-steps-2007",
    subject="recruitment",
    since=date(2007, 11, 6),
    term="次序是否经批准调整",
    term_en="Whether the order was adjusted",
    means="The provincial authority may adjust the order; no consent on record is no.",
    means_zh="次序调整须经省级以上主管部门同意；没有记录的按没有同意对待。",
    fact="is_order_adjusted",
    reads=(),
    optional=("has_provincial_consent",),
    reckon=_adjusted,
    cites=("5",),
)


def _in_order_2007(recruit_steps: list[dict[str, Any]], *, on: date) -> bool:
    return _is_in_order(recruit_steps, ORDER_2007)


order_before = Derivation(
    id="recruitment.5.in_order",
    catalogue="rt-steps-2007",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定另有次序，见第六条。",
    term="录用环节次序（2007年）",
    term_en="Order of the steps (2007)",
    means=(
        "Whether the steps were held in order; inspection and physical are one step, either may come first."
    ),
    means_zh="各环节是否依次进行；考察与体检为同一环节，先后均可。",
    fact="is_recruit_order_kept",
    reads=("recruit_steps",),
    reckon=_in_order_2007,
    cites=("5",),
)


def _in_order_2019(recruit_steps: list[dict[str, Any]], *, on: date) -> bool:
    return _is_in_order(recruit_steps, ORDER_2019)


order_now = Derivation(
    id="recruitment.6.in_order",
    catalogue="rt-steps-2019",
    subject="recruitment",
    since=date(2019, 11, 26),
    term="录用环节次序",
    term_en="Order of the steps",
    means="Whether the seven steps were held in order: the physical comes before the inspection.",
    means_zh="七个环节是否依次进行：先体检，后考察。",
    fact="is_recruit_order_kept",
    reads=("recruit_steps",),
    reckon=_in_order_2019,
    cites=("6",),
)


whole_before = Rule(
    id="recruitment.5.whole",
    catalogue="rt-steps-2007",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的程序见第六条。",
    term="录用环节不得缺少（2007年）",
    term_en="No step left out (2007)",
    means="No step is left out, save for special posts with provincial consent.",
    means_zh="录用各环节不得缺少；特殊职位经省级以上主管部门批准的除外。",
    requires=(fact("skipped_recruit_steps") == 0) | fact("is_simplified_lawfully"),
    effect=Effect.FORBID,
    cites=(
        "5",
        "civil_servant_law:33",
    ),
)


order_kept_before = Rule(
    id="recruitment.5.order",
    catalogue="rt-steps-2007",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的次序见第六条。",
    term="录用环节依次进行（2007年）",
    term_en="Steps in order (2007)",
    means="The steps are held in order unless the provincial authority adjusts it.",
    means_zh="录用各环节应当依次进行；省级以上主管部门可以调整。",
    requires=fact("is_recruit_order_kept") | fact("is_order_adjusted"),
    effect=Effect.WARN,
    cites=("5",),
)


whole = Rule(
    id="recruitment.6.whole",
    catalogue="rt-steps-2019",
    subject="recruitment",
    since=date(2019, 11, 26),
    term="录用环节不得缺少（2019年）",
    term_en="No step left out (2019)",
    means="No step is left out, save for special posts with provincial consent.",
    means_zh="录用各环节不得缺少；特殊职位经省级以上主管部门批准的除外。",
    requires=(fact("skipped_recruit_steps") == 0) | fact("is_simplified_lawfully"),
    effect=Effect.FORBID,
    cites=(
        "6",
        "civil_servant_law:33",
    ),
)


order_kept = Rule(
    id="recruitment.6.order",
    catalogue="rt-steps-2019",
    subject="recruitment",
    since=date(2019, 11, 26),
    term="录用环节依次进行（2019年）",
    term_en="Steps in order (2019)",
    means="The steps are held in order unless the provincial authority adjusts it.",
    means_zh="录用各环节应当依次进行；省级以上主管部门可以调整。",
    requires=fact("is_recruit_order_kept") | fact("is_order_adjusted"),
    effect=Effect.WARN,
    cites=("6",),
)
