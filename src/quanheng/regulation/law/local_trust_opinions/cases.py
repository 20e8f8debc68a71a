"""选任案: what a single case owes under the opinions."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

START = date(2008, 1, 1)

ballot = Rule(
    id="local_trust_opinions.ballot",
    catalogue="b-ballot-form",
    subject="meeting",
    since=START,
    term="任用票决",
    term_en="Ballot on appointments",
    means="District standing committees and department groups decide appointments by ballot.",
    means_zh="区县党委常委会、市级部门党组（党委）任用干部须票决。",
    when=fact("is_ballot_body"),
    requires=fact("decision_form") == "secret",
    effect=Effect.FORBID,
    cites=("ballot",),
)

attendance = Rule(
    id="local_trust_opinions.attendance",
    catalogue="r-supervisor-attends",
    subject="supervision",
    since=START,
    term="上级派员列席",
    term_en="Superior staff attend",
    means="Superior staff attend a meeting on important appointments.",
    means_zh="讨论决定重要干部任免的会议，上级组织部门干部监督机构派人列席。",
    when=fact("is_attendance_required"),
    requires=fact("is_superior_attending"),
    effect=Effect.FORBID,
    cites=("process",),
)

record = Rule(
    id="local_trust_opinions.record",
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
    cites=("process",),
)

report_special = Rule(
    id="local_trust_opinions.report_special",
    catalogue="seed-report-special",
    subject="case",
    since=START,
    term="特殊任用事前报告",
    term_en="Special promotions reported first",
    means="Exceptional and skipping promotions and the return of people dismissed for mistakes are reported and consented to first.",
    means_zh="破格、越级提拔和犯错误免职干部重新启用，须报上级组织部门同意。",
    when=fact("special_promotion").isin(("exceptional", "skip", "reinstated")),
    requires=fact("prior_report") == "agreed",
    effect=Effect.ASK_SUPERIOR,
    cites=("process",),
)

nominated_promotion = Rule(
    id="local_trust_opinions.nominated_promotion",
    catalogue="seed-nominate-recommended",
    subject="candidacy",
    since=START,
    term="提拔须经民主推荐",
    term_en="Promotion after recommendation",
    means="Whoever is nominated for promotion has passed democratic recommendation.",
    means_zh="拟提拔人选应当经过民主推荐。",
    when=fact("move") == "promotion",
    requires=fact("has_meeting_recommendation") | fact("has_talk_recommendation"),
    effect=Effect.WARN,
    cites=("nomination",),
)

nominated_transfer = Rule(
    id="local_trust_opinions.nominated_transfer",
    catalogue="seed-nominate-recommended",
    subject="candidacy",
    since=START,
    term="交流重用须经谈话推荐",
    term_en="Important transfer after talks",
    means="Whoever is nominated for a more important post has passed individual-talk recommendation.",
    means_zh="交流重用人选应当经过个别谈话推荐。",
    when=fact("move") == "further_use",
    requires=fact("has_talk_recommendation"),
    effect=Effect.WARN,
    cites=("nomination",),
)

extra_evaluators = Rule(
    id="local_trust_opinions.extra_evaluators",
    catalogue="seed-extra-evaluators",
    subject="recommendation",
    since=START,
    term="扩大推荐人员",
    term_en="More people recommend",
    means="Party delegates, deputies and CPPCC members take part in recommending for important posts.",
    means_zh="重要领导岗位人选的民主推荐增加党代表、人大代表、政协委员。",
    when=fact("is_important_post"),
    requires=fact("has_party_delegates") & fact("has_congress_deputies") & fact("has_cppcc_members"),
    effect=Effect.WARN,
    cites=("ballot",),
)

media_notice = Rule(
    id="local_trust_opinions.media_notice",
    catalogue="b-public-notice",
    subject="notice",
    since=START,
    term="媒体公示",
    term_en="Notice in the media",
    means="The public notice also goes through the news media.",
    means_zh="任前公示同时通过新闻媒体向社会公示。",
    requires=fact("is_in_media"),
    effect=Effect.WARN,
    cites=("nomination",),
)

deputy_differential = Rule(
    id="local_trust_opinions.deputy_differential",
    catalogue="kpi-differential-inspect",
    subject="inspection",
    since=START,
    term="副职人选差额考察",
    term_en="More targets than seats",
    means="An inspection for a deputy post in principle has more targets than seats.",
    means_zh="党政班子副职人选原则上差额考察。",
    when=fact("is_deputy_post"),
    requires=fact("target_people") > fact("seats"),
    effect=Effect.WARN,
    cites=("nomination",),
)
