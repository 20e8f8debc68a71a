"""公开选拔: when it is used and its steps. The regulation's own conditions since 2014 are in `selection_regulations`."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

SINCE, REGULATION = date(2004, 4, 8), date(2014, 1, 14)  # the rules; the regulation of 2014

secret = Rule(
    id="open_selection.2.secret",
    catalogue="a-open-selection-need",
    subject="case",
    since=SINCE,
    term="涉密职位不得公开选拔",
    term_en="No open selection for secret posts",
    means="Secret and security posts are never filled by open selection.",
    means_zh="涉及国家秘密、国家安全的职位不得公开选拔。",
    when=fact("is_secret_post"),
    requires=fact("selection_method") != "public",
    effect=Effect.FORBID,
    cites=("2",),
)

vacancy = Rule(
    id="open_selection.4.vacancy",
    catalogue="a-open-selection-need",
    subject="case",
    since=SINCE,
    repealed=REGULATION,
    term="公开选拔须有空缺",
    term_en="A vacancy for open selection",
    means="Open selection is for a vacant post.",
    means_zh="公开选拔适用于空缺职位。",
    when=fact("selection_method") == "public",
    requires=fact("is_post_vacant"),
    effect=Effect.WARN,
    cites=("4",),
)

cases = Rule(
    id="open_selection.5.cases",
    catalogue="cv-open-selection-versions",
    subject="case",
    since=SINCE,
    repealed=REGULATION,
    term="一般应当公开选拔的情形",
    term_en="Cases for open selection",
    means="A vacant post in the listed cases is normally filled by open selection.",
    means_zh="职位空缺并有所列情形之一的，一般应当公开选拔。",
    when=fact("is_post_vacant")
    & (
        fact("is_structure_to_improve")
        | fact("has_many_vacancies")
        | ~fact("has_suitable_inside")
        | fact("needs_special_skills")
    ),
    requires=fact("selection_method") == "public",
    effect=Effect.WARN,
    cites=("5",),
)

steps = Rule(
    id="open_selection.6.steps",
    catalogue="cv-open-selection-versions",
    subject="case",
    since=SINCE,
    term="公开选拔程序",
    term_en="Steps of open selection",
    means="Announcement, registration and check, written exam and interview, inspection, decision.",
    means_zh="公开选拔经公告、报名审查、笔试面试、考察、决定各步骤。",
    when=fact("selection_method") == "public",
    requires=fact("has_selection_announcement")
    & fact("has_registration_check")
    & fact("has_selection_exam")
    & fact("has_selection_interview")
    & fact("has_selection_inspection")
    & fact("has_selection_decision"),
    effect=Effect.WARN,
    cites=("6",),
)
