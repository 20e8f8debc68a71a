"""第三章 分析研判和动议: the written record, no sudden motion, vacancies that are still to come. Seats are in `ch3_motion`."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

SECOND, THIRD = date(2014, 1, 14), date(2019, 3, 3)  # the versions of 2014 and 2019

record_2014 = Rule(
    id="selection_regulations.motion.2014",
    catalogue="b-motion-record",
    subject="motion",
    since=SECOND,
    repealed=THIRD,
    term="动议记录（2014年）",
    term_en="Record of the motion (2014)",
    means="A motion is written, with posts, conditions, scope and method, reported to the chief leader, and collective.",
    means_zh="动议应当有书面记录，写明职位、条件、范围和方式，向主要领导报告并集体研究。",
    requires=fact("is_motion_recorded") & fact("is_motion_reported") & fact("is_motion_collective"),
    effect=Effect.FORBID,
    cites=("motion",),
)

record = Rule(
    id="selection_regulations.motion",
    catalogue="b-motion-record",
    subject="motion",
    since=THIRD,
    term="分析研判和动议记录",
    term_en="Analysis and motion on record",
    means="An analysis comes before the motion; the motion is written, reported to the chief leader and collective.",
    means_zh="先分析研判，再动议；动议有书面记录，向主要领导报告并集体研究。",
    requires=fact("has_motion_analysis")
    & fact("is_motion_recorded")
    & fact("is_motion_reported")
    & fact("is_motion_collective"),
    effect=Effect.FORBID,
    cites=("motion",),
)

sudden = Rule(
    id="selection_regulations.motion.sudden",
    catalogue="b-motion-record",
    subject="motion",
    since=SECOND,
    term="不得临时动议",
    term_en="No sudden motion",
    means="No motion is raised inside the decision meeting.",
    means_zh="不得在讨论决定会议上临时动议。",
    requires=~fact("is_motion_raised_at_meeting"),
    effect=Effect.FORBID,
    cites=("sudden_motion", "motion"),
)

early_check = Rule(
    id="selection_regulations.motion.check",
    catalogue="b-check-before-motion",
    subject="motion",
    since=THIRD,
    term="动议即审",
    term_en="Check at the motion",
    means="Somebody whose file is in doubt (ages, records, status) is held back until it is cleared.",
    means_zh="档案（三龄两历一身份）存疑的，查清前不列为考察对象。",
    requires=~fact("is_file_in_doubt"),
    effect=Effect.WARN,
    cites=("early_check",),
    verified=False,
)

coming_vacancy = Rule(
    id="selection_regulations.vacancy.coming",
    catalogue="b-vacancy-required",
    subject="case",
    since=SECOND,
    term="预计空缺",
    term_en="A vacancy to come",
    means="For a vacancy still to come: the incumbent is removed on or before the day of appointment.",
    means_zh="预计出现的空缺，原任职者免职日期不得晚于任职日期。",
    when=fact("is_vacancy_to_come"),
    requires=fact("incumbent_removed_on") <= fact("appointment_planned_on"),
    effect=Effect.FORBID,
    cites=("quota",),
)

same_day = Rule(
    id="selection_regulations.quota.same_day",
    catalogue="a-quota",
    subject="post",
    since=SECOND,
    term="先免后任",
    term_en="Removal before appointment",
    means="On the day the incumbent leaves, the removal takes effect before the appointment.",
    means_zh="原任职者离任当日任用的，免职应当先于任职生效。",
    when=fact("is_post_being_left"),
    requires=(fact("incumbent_removed_on") < fact("appointment_planned_on"))
    | ((fact("incumbent_removed_on") == fact("appointment_planned_on")) & fact("is_removal_first")),
    effect=Effect.FORBID,
    cites=("quota",),
)
