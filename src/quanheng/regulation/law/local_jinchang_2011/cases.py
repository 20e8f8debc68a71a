"""选任案: what each case owes under the plan, from the two-open-three-differential way to the review of three duties."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

START = date(2011, 4, 25)

two_open = Rule(
    id="local_jinchang_2011.two_open",
    catalogue="seed-two-open-three-differential",
    subject="case",
    since=START,
    term="两公开三差额",
    term_en="Two public, three differential",
    means="Differential selection makes posts and information public and recommends, inspects and consults on more people than posts.",
    means_zh="差额选任须公开选任职位、公开选任信息，差额推荐、差额考察、差额酝酿。",
    when=fact("is_differential_selection"),
    requires=fact("is_selection_post_public")
    & fact("is_selection_news_public")
    & fact("is_recommendation_differential")
    & fact("is_inspection_differential")
    & fact("is_consultation_differential"),
    effect=Effect.WARN,
    cites=("differential",),
)

two_push = Rule(
    id="local_jinchang_2011.two_push",
    catalogue="seed-two-push-one-talk",
    subject="case",
    since=START,
    term="两推一述",
    term_en="Two recommendations, one statement",
    means="On the chosen posts the statement follows the first recommendation and the second follows the statement.",
    means_zh="试行两推一述的职位，先首轮民主推荐，再个人陈述，再二轮民主推荐。",
    when=fact("is_two_push_post"),
    requires=(fact("first_push_on") <= fact("personal_statement_on"))
    & (fact("personal_statement_on") <= fact("second_push_on")),
    effect=Effect.WARN,
    cites=("push",),
)

notice_content = Rule(
    id="local_jinchang_2011.notice_content",
    catalogue="seed-notice-content",
    subject="notice",
    since=START,
    term="公示内容",
    term_en="What the notice shows",
    means="The public notice also carries photo, career, main results, rewards and punishments.",
    means_zh="任前公示增加照片、简历、主要工作实绩、奖惩情况。",
    requires=fact("has_notice_photo")
    & fact("has_notice_career")
    & fact("has_notice_results")
    & fact("has_notice_awards"),
    effect=Effect.WARN,
    cites=("notice",),
)

conduct_pledge = Rule(
    id="local_jinchang_2011.conduct_pledge",
    catalogue="seed-notice-content",
    subject="appointment",
    since=START,
    term="作风公开承诺",
    term_en="Conduct pledge",
    means="A newly promoted leader signs a public conduct pledge.",
    means_zh="新提拔领导干部须作作风公开承诺。",
    when=fact("is_new_leader"),
    requires=fact("has_conduct_pledge"),
    effect=Effect.WARN,
    cites=("notice",),
)

integrity_report = Rule(
    id="local_jinchang_2011.integrity_report",
    catalogue="seed-integrity-report",
    subject="case",
    since=START,
    term="廉政报告",
    term_en="Integrity report",
    means="In the pilot, whoever is to be promoted hands in a written integrity report.",
    means_zh="试点范围内拟提拔干部须书面报告廉政情况。",
    when=fact("is_integrity_pilot"),
    requires=fact("has_integrity_report"),
    effect=Effect.WARN,
    cites=("integrity",),
)

prefile = Rule(
    id="local_jinchang_2011.prefile",
    catalogue="seed-prefile",
    subject="case",
    since=START,
    term="竞争性选拔方案事前备案",
    term_en="Plans filed beforehand",
    means="The plan of a competitive selection is filed with the superior organisation department before it starts.",
    means_zh="竞争性选拔方案须在启动之前向上级党委组织部门备案。",
    when=fact("is_competitive_selection"),
    requires=fact("competition_filed_on") < fact("competition_started_on"),
    effect=Effect.WARN,
    cites=("competitive",),
)

circular = Rule(
    id="local_jinchang_2011.circular",
    catalogue="seed-prefile",
    subject="supervision",
    since=START,
    term="年度通报",
    term_en="Yearly circular",
    means="The competitive selections of the year are reported in a circular.",
    means_zh="年度竞争性选拔工作情况须通报。",
    when=fact("competitive_selections") > 0,
    requires=fact("has_competition_circular"),
    effect=Effect.WARN,
    cites=("competitive",),
)

record = Rule(
    id="local_jinchang_2011.record",
    catalogue="r-documentation",
    subject="supervision",
    since=START,
    term="全程记实",
    term_en="The full record",
    means="Every stage is recorded with time, place, person, cause and result and signed by a recorder who is not the candidate.",
    means_zh="各环节如实记录时间、地点、责任人、事由、结果，由记录人签字存档，记录人不得为人选本人。",
    requires=(fact("documented_stages") >= fact("required_stages"))
    & fact("is_record_complete")
    & fact("is_record_signed")
    & ~fact("is_recorder_candidate"),
    effect=Effect.FORBID,
    cites=("record",),
)

three_duties_review = Rule(
    id="local_jinchang_2011.three_duties_review",
    catalogue="seed-three-duty-audit",
    subject="supervision",
    since=START,
    term="三责联审",
    term_en="Joint review of three duties",
    means="County and district Party and government chiefs are reviewed for selection, establishment and economic duties together.",
    means_zh="对县区党政正职实行用人责任审查、编制责任审核、经济责任审计“三责联审”。",
    when=fact("is_three_duty_review"),
    requires=fact("is_selection_duty_reviewed")
    & fact("is_establishment_duty_reviewed")
    & fact("is_economic_duty_reviewed"),
    effect=Effect.WARN,
    cites=("three_duties",),
)

interviews = Rule(
    id="local_jinchang_2011.interviews",
    catalogue="seed-three-duty-audit",
    subject="supervision",
    since=START,
    term="选人用人定期约谈",
    term_en="Regular interviews",
    means="The county secretary and the organisation head are regularly interviewed on selection.",
    means_zh="县区委书记、组织部长选人用人定期约谈。",
    requires=fact("is_selection_interviewed"),
    effect=Effect.WARN,
    cites=("three_duties",),
)

public_direct_case = Rule(
    id="local_jinchang_2011.public_direct_case",
    catalogue="n-public-recommend",
    subject="party_election",
    since=START,
    term="公推直选范围",
    term_en="Where public recommendation is due",
    means="Organs, enterprises, primary and secondary schools change term by public recommendation and direct election; elsewhere it is a pilot.",
    means_zh="机关、企业、中小学校基层党组织换届实行公推直选；村、社区、乡镇为试点。",
    when=fact("public_organ_kind").isin(("organ", "enterprise", "school")),
    requires=fact("is_public_direct"),
    effect=Effect.WARN,
    cites=("public_direct",),
)
