"""代表资格: suspension and end of the mandate, absences."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation

OLDER = date(2015, 8, 29)
NEWEST = date(2025, 3, 12)


ENDED = (
    "has_left_area",
    "is_resignation_accepted",
    "is_deputy_recalled",
    "is_nationality_lost",
    "is_deprived_of_rights",
    "is_incapacitated",
)
ENDED_SINCE_2025 = (*ENDED, "is_ordered_resignation_accepted", "has_died")
SUSPENDED = ("is_in_criminal_custody", "is_serving_with_rights")


def missed(*, session_absences: list[dict[str, str]], on: date) -> int | None:
    """The sessions missed without leave, each once however long it lasted."""
    if any("session" not in each or "leave" not in each for each in session_absences):
        return None
    return len({each["session"] for each in session_absences if each["leave"] != "granted"})


def _status(
    ends: tuple[str, ...], absences_without_leave: int | None, absences: int, **known: bool | None
) -> str | None:
    if any(known[name] for name in ends) or (absences_without_leave or 0) >= absences:
        return "ended"
    if any(known[name] for name in SUSPENDED):
        return "suspended"
    is_known = absences_without_leave is not None or any(value is not None for value in known.values())
    return "active" if is_known else None


def status_2015(
    *, absences_without_leave: int | None, absences: int, on: date, **known: bool | None
) -> str | None:
    """The state of a mandate by the law of 2015; what is not stated did not happen."""
    return _status(ENDED, absences_without_leave, absences, **known)


def status_2025(
    *, absences_without_leave: int | None, absences: int, on: date, **known: bool | None
) -> str | None:
    """As before, and ended by an accepted ordered resignation or by death."""
    return _status(ENDED_SINCE_2025, absences_without_leave, absences, **known)


article_62_absences = Derivation(
    id="deputies_law.62.absences",
    catalogue="el-deputy-status",
    subject="deputy",
    since=OLDER,
    term="未经批准缺席次数",
    term_en="Sessions missed without leave",
    means="Sessions missed without leave, one long session once.",
    means_zh="未经批准不出席会议的次数，一次会议只计一次。",
    fact="absences_without_leave",
    reads=("session_absences",),
    reckon=missed,
    cites=("62",),
)

article_62_2015 = Derivation(
    id="deputies_law.62.2015",
    catalogue="el-deputy-status",
    subject="deputy",
    since=OLDER,
    repealed=NEWEST,
    term="代表职务状态（2015年）",
    term_en="State of the mandate (2015)",
    means="Suspended in custody or while serving with rights kept; ended by the causes of 2015.",
    means_zh="被羁押、服刑的暂停；有2015年所列情形的终止。",
    fact="deputy_status",
    reads=(),
    optional=(
        "absences_without_leave",
        "has_left_area",
        "is_resignation_accepted",
        "is_deputy_recalled",
        "is_nationality_lost",
        "is_deprived_of_rights",
        "is_incapacitated",
        "is_in_criminal_custody",
        "is_serving_with_rights",
    ),
    params=("deputies_law.absences",),
    reckon=status_2015,
    cites=("61", "62"),
)

article_62 = Derivation(
    id="deputies_law.62",
    catalogue="el-deputy-status",
    subject="deputy",
    since=NEWEST,
    term="代表职务状态",
    term_en="State of the mandate",
    means="Suspended in custody or while serving with rights kept; ended by the causes of 2025.",
    means_zh="被羁押、服刑的暂停；有2025年所列情形的终止，含责令辞职被接受和死亡。",
    fact="deputy_status",
    reads=(),
    optional=(
        "absences_without_leave",
        "has_left_area",
        "is_resignation_accepted",
        "is_deputy_recalled",
        "is_nationality_lost",
        "is_deprived_of_rights",
        "is_incapacitated",
        "is_in_criminal_custody",
        "is_serving_with_rights",
        "is_ordered_resignation_accepted",
        "has_died",
    ),
    params=("deputies_law.absences",),
    reckon=status_2025,
    cites=("61", "62"),
)
