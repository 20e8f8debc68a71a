"""Supervision body, appraisal, disclosure, audit (articles 30 to 35)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

supervisor_kin = Rule(
    id="village_committees.32.kin",
    catalogue="vc-supervision-body",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="监督机构回避",
    term_en="Kin on the supervision body",
    means="Committee members and their near relatives do not sit on the supervision body.",
    means_zh="村民委员会成员及其近亲属不得担任村务监督机构成员。",
    requires=~fact("is_supervisor_committee_member") & fact("supervisor_kinship").isin(("none", "other_kin")),
    effect=Effect.FORBID,
    cites=("32",),
)

supervisor_skill = Rule(
    id="village_committees.32.skill",
    catalogue="vc-supervision-body",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="监督机构懂财会",
    term_en="Somebody knows accounts",
    means="A member of the supervision body knows accounts or management.",
    means_zh="村务监督机构成员中应有具备财会、管理知识的人员。",
    requires=fact("skilled_supervisors") >= 1,
    effect=Effect.FORBID,
    cites=("32",),
)

yearly = Rule(
    id="village_committees.33.yearly",
    catalogue="vc-appraisal",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="每年民主评议",
    term_en="Yearly appraisal",
    means="Members and paid helpers are appraised at least once a year.",
    means_zh="村民委员会成员和享受补贴的聘用人员，民主评议每年至少进行一次。",
    requires=fact("appraisals_this_year") >= 1,
    effect=Effect.WARN,
    cites=("33",),
)

appraiser = Rule(
    id="village_committees.33.chair",
    catalogue="vc-appraisal",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="评议由监督机构主持",
    term_en="Who runs the appraisal",
    means="The supervision body runs the appraisal.",
    means_zh="民主评议由村务监督机构主持。",
    requires=fact("is_appraisal_run_by_supervisors"),
    effect=Effect.WARN,
    cites=("33",),
)

disclosure = Rule(
    id="village_committees.30.interval",
    catalogue="vc-disclosure-audit",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="村务公开间隔",
    term_en="Disclosure interval",
    means="Ordinary matters are published at least quarterly, busy accounts monthly.",
    means_zh="一般事项至少每季度公布一次；财务往来较多的，财务收支情况应当每月公布一次。",
    requires=(
        ~fact("is_account_busy")
        & (fact("disclosure_gap_months") <= param("village_committees.disclosure_months"))
    )
    | (
        fact("is_account_busy")
        & (fact("disclosure_gap_months") <= param("village_committees.accounts_months"))
    ),
    effect=Effect.WARN,
    cites=("30",),
)

major = Rule(
    id="village_committees.30.major",
    catalogue="vc-disclosure-audit",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="重大事项随时公布",
    term_en="Major matters at once",
    means="Major matters are published at once.",
    means_zh="涉及村民利益的重大事项应当随时公布。",
    requires=fact("is_major_matter_published_at_once"),
    effect=Effect.WARN,
    cites=("30",),
)

audited = Rule(
    id="village_committees.35.audit",
    catalogue="vc-disclosure-audit",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="任期和离任审计",
    term_en="Term and leaving audits",
    means="Members are audited in their term and on leaving.",
    means_zh="对村民委员会成员实行任期和离任经济责任审计。",
    requires=fact("is_village_audit_done"),
    effect=Effect.WARN,
    cites=("35",),
)

audit_before = Rule(
    id="village_committees.35.published",
    catalogue="vc-disclosure-audit",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="离任审计选前公布",
    term_en="Leaving audit before the election",
    means="The result of the leaving audit is published before the next election.",
    means_zh="离任审计结果应当在下一届选举之前公布。",
    requires=fact("leaving_audit_published_on") < fact("village_election_on"),
    effect=Effect.WARN,
    cites=("35",),
)
