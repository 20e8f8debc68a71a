"""Recruitment by examination: channel, conditions, announcement (articles 13, 23 to 28, 33)."""

from datetime import date

from quanheng.kernel.dates import age_on
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

channel_before = Rule(
    id="civil_servant_law.23.channel.2005",
    catalogue="rt-scope",
    subject="recruitment",
    since=date(2006, 1, 1),
    repealed=date(2019, 6, 1),
    term="录用适用范围（2005年）",
    term_en="What is recruitment (2005)",
    means="Entry to section head and below is by open examination; higher posts by transfer in.",
    means_zh="录用主任科员以下非领导职务的，采取公开考试；担任更高职务的，通过调任等途径。",
    requires=(
        fact("entry_rank").isin(("clerk", "section_member", "deputy_section", "section_head"))
        & fact("recruit_channel").isin(("exam", "simplified"))
    )
    | ((fact("entry_rank") == "higher") & (fact("recruit_channel") == "transfer_in")),
    effect=Effect.FORBID,
    cites=("23",),
)


channel = Rule(
    id="civil_servant_law.23.channel",
    catalogue="rt-scope",
    subject="recruitment",
    since=date(2019, 6, 1),
    term="录用适用范围",
    term_en="What is recruitment",
    means=(
        "Entry to first-grade section member and below is by open examination; higher ranks by transfer in."
    ),
    means_zh="录用一级主任科员以下职级的，采取公开考试；担任更高职务职级的，通过调任等途径。",
    requires=(
        fact("entry_rank").isin(
            ("second_clerk", "first_clerk", "section_four", "section_three", "section_two", "section_one")
        )
        & fact("recruit_channel").isin(("exam", "simplified"))
    )
    | ((fact("entry_rank") == "higher") & (fact("recruit_channel") == "transfer_in")),
    effect=Effect.FORBID,
    cites=("23",),
)


simplified = Rule(
    id="civil_servant_law.33.simplified",
    catalogue="rt-scope",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="特殊职位简化程序",
    term_en="Special posts simplified",
    means="Steps are simplified only for special posts and with provincial consent.",
    means_zh="只有特殊职位，经省级以上主管部门批准，方可简化录用程序。",
    when=fact("recruit_channel") == "simplified",
    requires=fact("is_special_recruit_post") & fact("has_provincial_consent"),
    effect=Effect.FORBID,
    cites=("33",),
)


def _age(applicant_born_on: date, applied_on: date, *, on: date) -> int:
    return age_on(applicant_born_on, applied_on)


age = Derivation(
    id="civil_servant_law.13.age",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="报考年龄",
    term_en="Age of the applicant",
    means="Age in full years by month of birth.",
    means_zh="年龄以周岁计算，按出生年月计到月。",
    fact="applicant_age",
    reads=(
        "applicant_born_on",
        "applied_on",
    ),
    reckon=_age,
    cites=("13",),
)


person = Rule(
    id="civil_servant_law.13.person",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="国籍和年龄",
    term_en="Citizenship and age",
    means="An applicant is a citizen of at least eighteen who meets the conditions of the post.",
    means_zh="报考人须为中国公民，年满十八周岁，并具备职位要求的条件。",
    requires=fact("is_chinese_citizen")
    & (fact("applicant_age") >= param("civil_servant_law.recruit_age_least"))
    & fact("meets_post_conditions"),
    effect=Effect.FORBID,
    cites=(
        "13",
        "25",
    ),
)


bars_before = Rule(
    id="civil_servant_law.26.bars.2005",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2006, 1, 1),
    repealed=date(2019, 6, 1),
    term="不得录用（2005年）",
    term_en="Bars (2005)",
    means="Not recruited: a criminal penalty, expulsion from public office, other bars by law.",
    means_zh="受过刑事处罚的、被开除公职的、有法律规定不得录用的其他情形的，不得录用。",
    requires=~fact("has_criminal_penalty")
    & ~fact("was_expelled_from_office")
    & ~fact("has_other_recruit_bar"),
    effect=Effect.FORBID,
    cites=("26",),
)


bars = Rule(
    id="civil_servant_law.26.bars",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2019, 6, 1),
    term="不得录用",
    term_en="Bars",
    means=(
        "Not recruited: a criminal penalty, expulsion from the Party or from public office, "
        "listing for joint punishment of dishonesty, other bars by law."
    ),
    means_zh=(
        "因犯罪受过刑事处罚的、被开除中国共产党党籍的、被开除公职的、被依法列为失信联合惩戒对"
        "象的、有法律规定不得录用的其他情形的，不得录用。"
    ),
    requires=~fact("has_criminal_penalty")
    & ~fact("was_expelled_from_party")
    & ~fact("was_expelled_from_office")
    & ~fact("is_listed_dishonest")
    & ~fact("has_other_recruit_bar"),
    effect=Effect.FORBID,
    cites=("26",),
)


ended = Rule(
    id="civil_servant_law.26.ended",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2020, 7, 1),
    term="被解除人事劳动关系的不得录用",
    term_en="Labour relation ended by a sanction",
    means="A person whose labour relation was ended under the sanctions law is not recruited.",
    means_zh="依照政务处分法被解除人事关系、劳动关系的，不得录用为公务员。",
    requires=~fact("was_ended_by_sanction_law"),
    effect=Effect.FORBID,
    cites=(
        "26",
        "state_sanctions:24",
    ),
)


vacancy = Rule(
    id="civil_servant_law.27.vacancy",
    catalogue="rt-announcement",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="编制和空缺",
    term_en="Establishment and vacancy",
    means="Recruitment is within the establishment and to a real vacancy.",
    means_zh="录用须在规定的编制限额内，并有相应的职位空缺。",
    requires=fact("is_within_establishment") & fact("has_post_vacancy"),
    effect=Effect.FORBID,
    cites=("27",),
)


announced = Rule(
    id="civil_servant_law.28.announcement",
    catalogue="rt-announcement",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="招考公告内容",
    term_en="What the announcement says",
    means="The announcement names posts, places, conditions, papers to hand in and other notes.",
    means_zh="招考公告应当载明招考职位、名额、报考资格条件、需要提交的申请材料和其他须知事项。",
    requires=fact("is_announcement_complete"),
    effect=Effect.FORBID,
    cites=("28",),
)


again = Rule(
    id="civil_servant_law.28.again",
    catalogue="rt-announcement",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="条件变更重新公告",
    term_en="New announcement",
    means="Conditions changed after publication are announced anew.",
    means_zh="公告后收紧资格条件的，应当重新公告。",
    when=fact("were_conditions_changed"),
    requires=fact("is_announced_again"),
    effect=Effect.FORBID,
    cites=("28",),
)
