"""第四章 民主推荐: forms and order, attendance, validity, reference candidates."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions

required_2002 = Rule(
    id="selection_regulations.16.2002",
    catalogue="b-recommendation-required",
    subject="recommendation",
    since=FIRST,
    repealed=SECOND,
    term="民主推荐（2002年）",
    term_en="Recommendation (2002)",
    means="Recommendation by meeting ballot and by talks.",
    means_zh="民主推荐包括会议投票推荐和个别谈话推荐。",
    requires=(fact("has_meeting_recommendation") & fact("has_talk_recommendation"))
    | fact("is_recommendation_waived"),
    effect=Effect.FORBID,
    cites=("16",),
)

required_2014 = Rule(
    id="selection_regulations.16.2014",
    catalogue="b-recommendation-required",
    subject="recommendation",
    since=SECOND,
    repealed=THIRD,
    term="民主推荐（2014年）",
    term_en="Recommendation (2014)",
    means="Meeting recommendation first, then talks.",
    means_zh="先会议推荐，再个别谈话推荐。",
    requires=(fact("has_meeting_recommendation") & fact("has_talk_recommendation") & ~fact("is_talk_first"))
    | fact("is_recommendation_waived"),
    effect=Effect.FORBID,
    cites=("16", "18"),
)

required = Rule(
    id="selection_regulations.16",
    catalogue="b-recommendation-required",
    subject="recommendation",
    since=THIRD,
    term="民主推荐",
    term_en="Recommendation",
    means="Talks and meeting, talks first at a change of term; the meeting may be dropped where the rules allow.",
    means_zh="谈话调研推荐和会议推荐；换届时谈话在先；符合规定的可以不再会议推荐。",
    requires=(
        fact("has_talk_recommendation")
        & (fact("has_meeting_recommendation") | fact("is_meeting_dropped"))
        & (fact("is_talk_first") | (fact("case_kind") == "individual"))
    )
    | fact("is_recommendation_waived"),
    effect=Effect.FORBID,
    cites=("16", "18", "20"),
)

attendance = Rule(
    id="selection_regulations.16.attendance",
    catalogue="b-recommendation-attendance",
    subject="recommendation",
    since=SECOND,
    term="推荐到会三分之二",
    term_en="Two thirds attend the recommendation",
    means="At least two thirds of the scope attend the recommendation.",
    means_zh="参加推荐的人数一般不少于应参加人数的三分之二。",
    requires=fact("people_attended") * param("selection_regulations.attendance_of")
    >= fact("people_in_scope") * param("selection_regulations.attendance_part"),
    effect=Effect.WARN,
    cites=("recommendation_attendance",),
)

validity = Rule(
    id="selection_regulations.16.validity",
    catalogue="b-recommendation-validity-1y",
    subject="recommendation",
    since=FIRST,
    term="推荐结果一年内有效",
    term_en="Recommendation valid for one year",
    means="A recommendation is used within a year and, if directed, for its own post.",
    means_zh="推荐结果一年内有效；定向推荐的，只用于确定该职位的考察对象。",
    requires=(fact("target_fixed_on") <= fact("recommended_until"))
    & (~fact("is_directed") | fact("is_recommended_post")),
    effect=Effect.FORBID,
    cites=("recommendation_validity",),
)

reference_term = Rule(
    id="selection_regulations.18.reference",
    catalogue="b-reference-candidates-plural",
    subject="recommendation",
    since=THIRD,
    term="参考人选差额（换届）",
    term_en="Plural reference candidates (change of term)",
    means="At a change of term: more reference candidates than posts.",
    means_zh="换届会议推荐的参考人选应当多于拟配备职位数。",
    when=fact("case_kind") == "change_of_term",
    requires=fact("reference_people") > fact("seats"),
    effect=Effect.FORBID,
    cites=("18",),
)

reference = Rule(
    id="selection_regulations.20.reference",
    catalogue="b-reference-candidates-plural",
    subject="recommendation",
    since=THIRD,
    term="参考人选差额（个别提拔）",
    term_en="Plural reference candidates (single promotion)",
    means="Single promotions with talks first: more reference candidates than posts.",
    means_zh="个别提拔先谈话后会议推荐的，参考人选应当多于拟配备职位数。",
    when=(fact("case_kind") == "individual") & fact("is_talk_first") & fact("has_meeting_recommendation"),
    requires=fact("reference_people") > fact("seats"),
    effect=Effect.WARN,
    cites=("20",),
)

dropped = Rule(
    id="selection_regulations.20.drop",
    catalogue="b-meeting-skip",
    subject="recommendation",
    since=THIRD,
    term="可不会议推荐",
    term_en="Meeting may be dropped",
    means="The meeting may be dropped only in a small unit, with like scopes and a clear result of the talks.",
    means_zh="单位人数较少、范围基本相同且谈话推荐意见集中的，方可不再会议推荐。",
    when=fact("is_meeting_dropped"),
    requires=fact("is_unit_small") & fact("is_scope_alike") & fact("is_talk_concentrated"),
    effect=Effect.WARN,
    cites=("20",),
)
