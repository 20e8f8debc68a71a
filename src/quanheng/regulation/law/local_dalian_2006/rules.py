"""大连: the reserve, reception days, the qualification exam, inspection targets made public."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

START = date(2006, 2, 24)

reserve_chiefs = Rule(
    id="local_dalian_2006.reserve_chiefs",
    catalogue="kpi-reserve-5432",
    subject="indicator",
    since=START,
    term="一把手后备五十名",
    term_en="Fifty reserve chiefs",
    means="At least 50 of the kind are newly chosen for the reserve each year; one person may count in several kinds.",
    means_zh="每年新选拔该类后备干部不少于50名；一人可以计入几类。",
    requires=fact("reserve_chiefs") >= param("local_dalian_2006.reserve_chiefs_least"),
    effect=Effect.WARN,
    cites=("reserve",),
)

reserve_young = Rule(
    id="local_dalian_2006.reserve_young",
    catalogue="kpi-reserve-5432",
    subject="indicator",
    since=START,
    term="年轻后备四十名",
    term_en="Forty young",
    means="At least 40 of the kind are newly chosen for the reserve each year; one person may count in several kinds.",
    means_zh="每年新选拔该类后备干部不少于40名；一人可以计入几类。",
    requires=fact("reserve_young") >= param("local_dalian_2006.reserve_young_least"),
    effect=Effect.WARN,
    cites=("reserve",),
)

reserve_women = Rule(
    id="local_dalian_2006.reserve_women",
    catalogue="kpi-reserve-5432",
    subject="indicator",
    since=START,
    term="女后备三十名",
    term_en="Thirty women",
    means="At least 30 of the kind are newly chosen for the reserve each year; one person may count in several kinds.",
    means_zh="每年新选拔该类后备干部不少于30名；一人可以计入几类。",
    requires=fact("reserve_women") >= param("local_dalian_2006.reserve_women_least"),
    effect=Effect.WARN,
    cites=("reserve",),
)

reserve_nonparty = Rule(
    id="local_dalian_2006.reserve_nonparty",
    catalogue="kpi-reserve-5432",
    subject="indicator",
    since=START,
    term="党外后备二十名",
    term_en="Twenty non-party",
    means="At least 20 of the kind are newly chosen for the reserve each year; one person may count in several kinds.",
    means_zh="每年新选拔该类后备干部不少于20名；一人可以计入几类。",
    requires=fact("reserve_nonparty") >= param("local_dalian_2006.reserve_nonparty_least"),
    effect=Effect.WARN,
    cites=("reserve",),
)

reception = Rule(
    id="local_dalian_2006.reception",
    catalogue="kpi-petition-reception",
    subject="indicator",
    since=START,
    term="领导接访",
    term_en="Leaders receive petitioners",
    means="A leader of each district receives petitioners every working day.",
    means_zh="各区每个工作日都有领导干部接访。",
    when=fact("reception_days_due") > 0,
    requires=fact("reception_days_held") >= fact("reception_days_due"),
    effect=Effect.WARN,
    cites=("reception",),
)

exam = Rule(
    id="local_dalian_2006.exam",
    catalogue="seed-exam-fail",
    subject="candidacy",
    since=START,
    term="任职资格考试",
    term_en="Qualification exam",
    means="Whoever fails the qualification exam for the intended leading post loses the qualification.",
    means_zh="未通过任职资格考试的，取消任职资格。",
    when=fact("is_post_exam_required"),
    requires=fact("has_passed_post_exam"),
    effect=Effect.FORBID,
    cites=("exam",),
)

public_target = Rule(
    id="local_dalian_2006.public_target",
    catalogue="b-inspection-notice",
    subject="inspection",
    since=START,
    term="考察对象公示",
    term_en="Targets made public",
    means="Inspection targets are made public, beyond the national notice of the inspection.",
    means_zh="考察对象须公示（严于全国的考察预告）。",
    requires=fact("is_target_published"),
    effect=Effect.WARN,
    cites=("public_target",),
)
