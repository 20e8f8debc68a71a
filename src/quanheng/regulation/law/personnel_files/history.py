"""学历、经历、身份: papers, overlaps, gaps, cadre status."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, calendar_months
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _unproven(education_records: Sequence[Mapping[str, Any]], on: date) -> int | None:
    papers = [
        [row.get(name) for name in ("has_register", "has_results", "has_certificate")]
        for row in education_records
    ]
    if any(None in row and False not in row for row in papers):
        return None
    return sum(False in row for row in papers)


def _study_overlap(
    education_records: Sequence[Mapping[str, Any]], history_jobs: Sequence[Mapping[str, Any]], on: date
) -> int | None:
    """Months in which full-time study ran beside a full-time job; days count as months, ends shared do not."""
    study = [row for row in education_records if row.get("is_full_time")]
    work = [row for row in history_jobs if not row.get("is_concurrent")]
    if any(row.get("from_on") is None or row.get("until_on") is None for row in (*study, *work)):
        return None
    return sum(_shared(one, other) for one in study for other in work)


def _shared(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    start, end = max(one["from_on"], other["from_on"]), min(one["until_on"], other["until_on"])
    return max(calendar_months(start, end), 0) if start < end else 0


def _line(history_jobs: Sequence[Mapping[str, Any]], on: date) -> list[tuple[date, date]] | None:
    """The principal jobs in order, the open one until today: only the last may be without an end."""
    jobs = [row for row in history_jobs if not row.get("is_concurrent")]
    if not jobs or any(row.get("from_on") is None for row in jobs):
        return None
    *earlier, last = sorted(jobs, key=lambda row: row["from_on"])
    if any(row.get("until_on") is None for row in earlier):
        return None
    return [(row["from_on"], _until(row, on)) for row in (*earlier, last)]


def _until(job: Mapping[str, Any], on: date) -> date:
    until: date = job.get("until_on") or OPEN_ENDED
    return on if until == OPEN_ENDED else until


def _gap(history_jobs: Sequence[Mapping[str, Any]], work_started_on: date, on: date) -> int | None:
    """The most whole months between two jobs, from the start of work until today."""
    line = _line(history_jobs, on)
    if line is None or work_started_on in (NO_DATE, OPEN_ENDED):
        return None
    longest, end = 0, work_started_on
    for start, until in [*line, (on, on)]:
        longest = max(longest, calendar_months(end, start) - 1)
        end = max(end, until)
    return longest


def _job_overlap(history_jobs: Sequence[Mapping[str, Any]], on: date) -> int | None:
    line = _line(history_jobs, on)
    if line is None:
        return None
    months, end = 0, line[0][1]
    for start, until in line[1:]:
        months += max(calendar_months(start, min(end, until)), 0) if start < end else 0
        end = max(end, until)
    return months


def _without_paper(history_jobs: Sequence[Mapping[str, Any]], on: date) -> int | None:
    told = [row.get("has_paper") for row in history_jobs]
    return None if None in told else told.count(False)


def _is_status_asked(entered_service_on: date, on: date) -> bool:
    """Recruitment under the law since 2006 answers the question."""
    return entered_service_on < date(2006, 1, 1)


education_unproven_entry = Derivation(
    id="personnel_files.education.unproven",
    catalogue="fl-education",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="材料不全的学历",
    term_en="Education without papers",
    means="Each row needs the student register, results and certificate registration.",
    means_zh="每个学历学位须有学籍、成绩、登记材料。",
    fact="education_rows_unproven",
    reads=("education_records",),
    reckon=_unproven,
    cites=("education",),
)

education_overlap_entry = Derivation(
    id="personnel_files.education.overlap",
    catalogue="fl-education",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="全日制学习与工作重叠",
    term_en="Study and work at once",
    means="Months of full-time study beside a full-time job.",
    means_zh="全日制学习与全职工作重叠的月数。",
    fact="education_work_overlap_months",
    reads=(
        "education_records",
        "history_jobs",
    ),
    reckon=_study_overlap,
    cites=("education",),
)

education_entry = Rule(
    id="personnel_files.education",
    catalogue="fl-education",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="学历学位材料齐全",
    term_en="Education papers complete",
    means="All rows have their papers, full-time and in-service kept apart.",
    means_zh="学历学位须有完整材料，全日制与在职分栏填写。",
    requires=(fact("education_rows_unproven") == 0) & fact("is_in_service_kept_apart"),
    effect=Effect.WARN,
    cites=("education",),
)

education_overlap_asked_entry = Rule(
    id="personnel_files.education.overlap_asked",
    catalogue="fl-education",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="学习与工作重叠须说明",
    term_en="Overlap of study and work",
    means="Full-time study beside a full-time job is a doubt, but for approved paid study.",
    means_zh="全日制学习与全职工作重叠的存疑，经批准脱产带薪学习的除外。",
    requires=(fact("education_work_overlap_months") == 0) | fact("is_paid_study_approved"),
    effect=Effect.WARN,
    cites=("education",),
)

education_degree_entry = Rule(
    id="personnel_files.education.degree",
    catalogue="fl-education",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="学位须有证书",
    term_en="A degree needs its certificate",
    means="A degree is entered only with its certificate; study without one leaves the column empty.",
    means_zh="有研究生学历而无学位的，学位栏空白；填写学位须有学位证书。",
    when=fact("is_degree_entered"),
    requires=fact("has_degree_certificate"),
    effect=Effect.WARN,
    cites=("education",),
)

education_party_school_entry = Rule(
    id="personnel_files.education.party_school",
    catalogue="fl-education",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="党校学历注明",
    term_en="Party-school study shown as such",
    means="Party-school study is shown as such.",
    means_zh="党校学历按党校学历注明。",
    when=fact("has_party_school_study"),
    requires=fact("is_shown_as_party_school"),
    effect=Effect.WARN,
    cites=("education",),
)

history_gap_months_entry = Derivation(
    id="personnel_files.history.gap_months",
    catalogue="fl-history-gaps",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="经历间断",
    term_en="Gap in the history",
    means="The longest gap from the start of work until today by months; the same month is none.",
    means_zh="自参加工作至今各段之间的最长间断，按月计算，同月衔接不算。",
    fact="history_gap_months",
    reads=(
        "history_jobs",
        "work_started_on",
    ),
    reckon=_gap,
    cites=("history",),
)

history_gap_entry = Rule(
    id="personnel_files.history.gap",
    catalogue="fl-history-gaps",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="经历不得间断",
    term_en="No gap in the history",
    means="A gap of more than one month is asked about.",
    means_zh="间断超过一个月的，须说明。",
    requires=fact("history_gap_months") <= param("personnel_files.gap_months_most"),
    effect=Effect.WARN,
    cites=("history",),
)

history_overlap_months_entry = Derivation(
    id="personnel_files.history.overlap_months",
    catalogue="fl-history-gaps",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="全职岗位重叠",
    term_en="Two full-time jobs at once",
    means="Months of two principal jobs at once, concurrent posts apart.",
    means_zh="除注明的兼职外，两个全职岗位重叠的月数。",
    fact="history_overlap_months",
    reads=("history_jobs",),
    reckon=_job_overlap,
    cites=("history",),
)

history_overlap_entry = Rule(
    id="personnel_files.history.overlap",
    catalogue="fl-history-gaps",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="经历不得重叠",
    term_en="No overlap in the history",
    means="Two full-time jobs at once are asked about.",
    means_zh="同时有两个全职岗位的，须说明。",
    requires=fact("history_overlap_months") == 0,
    effect=Effect.WARN,
    cites=("history",),
)

history_papers_missing_entry = Derivation(
    id="personnel_files.history.papers_missing",
    catalogue="fl-history-gaps",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="缺任职文件的经历",
    term_en="Jobs without a paper",
    means="How many jobs have no appointing paper.",
    means_zh="没有任职文件的经历段数。",
    fact="history_jobs_without_paper",
    reads=("history_jobs",),
    reckon=_without_paper,
    cites=("history",),
)

history_papers_entry = Rule(
    id="personnel_files.history.papers",
    catalogue="fl-history-gaps",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="每段经历有任职文件",
    term_en="A paper for each job",
    means="Each job has its appointing paper.",
    means_zh="每段经历须有任职文件。",
    requires=fact("history_jobs_without_paper") == 0,
    effect=Effect.WARN,
    cites=("history",),
)

status_asked_entry = Derivation(
    id="personnel_files.status.asked",
    catalogue="fl-cadre-status",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="须核实干部身份",
    term_en="Whether cadre status is asked",
    means="Recruitment since 2006 replaces the question.",
    means_zh="2006年公务员法施行后录用的，不再核实干部身份。",
    fact="is_cadre_status_asked",
    reads=("entered_service_on",),
    reckon=_is_status_asked,
    cites=("status",),
)

status_entry = Rule(
    id="personnel_files.status",
    catalogue="fl-cadre-status",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="干部身份有材料",
    term_en="A paper of cadre status",
    means="One of the listed papers; a worker made a cadre without one is a doubt.",
    means_zh="须有毕业分配、录干聘干、军转、公务员录用或者其他规定材料；工人身份无材料转干的存疑。",
    when=fact("is_cadre_status_asked"),
    requires=fact("cadre_entry_paper") != "none",
    effect=Effect.WARN,
    cites=("status",),
)
