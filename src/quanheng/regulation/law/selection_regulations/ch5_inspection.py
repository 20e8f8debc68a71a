"""第五章 考察: number of targets, the team, the notice, the four musts."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions

plural_term = Rule(
    id="selection_regulations.25.term",
    catalogue="b-target-plural",
    subject="inspection",
    since=SECOND,
    term="差额考察（换届）",
    term_en="Differential inspection (change of term)",
    means="At a change of term: more inspection targets than posts.",
    means_zh="换届时，考察对象应当多于拟配备职位数。",
    when=fact("case_kind") == "change_of_term",
    requires=fact("target_people") > fact("seats"),
    effect=Effect.FORBID,
    cites=("25",),
)

plural = Rule(
    id="selection_regulations.25.individual",
    catalogue="b-target-plural",
    subject="inspection",
    since=SECOND,
    term="差额考察（个别提拔）",
    term_en="Differential inspection (single promotion)",
    means="Single promotions: more targets than posts unless opinion is concentrated.",
    means_zh="个别提拔的，考察对象一般多于拟配备职位数，意见比较集中的可以等额。",
    when=fact("case_kind") == "individual",
    requires=(fact("target_people") > fact("seats")) | fact("is_opinion_concentrated"),
    effect=Effect.WARN,
    cites=("25",),
)

team = Rule(
    id="selection_regulations.33.team",
    catalogue="b-inspection-team",
    subject="inspection",
    since=SECOND,
    term="考察组两人以上",
    term_en="Two or more inspectors",
    means="An inspection team has two or more members.",
    means_zh="考察组由两名以上成员组成。",
    requires=fact("team_size") >= param("selection_regulations.team_least"),
    effect=Effect.FORBID,
    cites=("33",),
)

inspector_recusal = Rule(
    id="selection_regulations.53.inspector",
    catalogue="b-recusal",
    subject="inspection",
    since=FIRST,
    term="考察回避",
    term_en="Recusal of inspectors",
    means="No inspector is kin of a target.",
    means_zh="考察组成员与考察对象有亲属关系的，必须回避。",
    requires=~fact("has_related_inspector"),
    effect=Effect.FORBID,
    cites=("53",),
)

announced = Rule(
    id="selection_regulations.inspection_notice",
    catalogue="b-inspection-notice",
    subject="inspection",
    since=FIRST,
    term="考察预告",
    term_en="Inspection notice",
    means="The inspection is announced beforehand.",
    means_zh="考察前发布考察预告。",
    requires=fact("has_inspection_notice"),
    effect=Effect.WARN,
    cites=("inspection_notice",),
)

four_musts = Rule(
    id="selection_regulations.31.four_musts",
    catalogue="b-four-musts",
    subject="inspection",
    since=THIRD,
    term="凡提四必",
    term_en="The four musts",
    means="File reviewed, personal matters verified, discipline body heard, specific petitions checked, integrity opinion signed by both.",
    means_zh="干部档案必审、个人有关事项报告必核、纪检监察机关意见必听、线索具体的信访举报必查，廉洁自律情况有双签字结论性意见。",
    requires=fact("is_file_reviewed")
    & fact("is_matters_verified")
    & fact("is_discipline_consulted")
    & (~fact("has_specific_petition") | fact("is_petition_checked"))
    & fact("has_integrity_opinion"),
    effect=Effect.FORBID,
    cites=("31",),
)

audit_first = Rule(
    id="selection_regulations.31.audit",
    catalogue="b-audit-before-inspect",
    subject="inspection",
    since=THIRD,
    term="先审后考",
    term_en="Audit before inspection",
    means="Where an economic-responsibility audit is due it comes first.",
    means_zh="须作经济责任审计的，先行审计。",
    when=fact("is_audit_required"),
    requires=fact("is_audit_done"),
    effect=Effect.FORBID,
    cites=("31",),
)
