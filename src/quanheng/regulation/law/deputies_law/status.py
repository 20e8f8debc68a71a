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


def _is_any(names: tuple[str, ...], known: dict[str, bool | None]) -> bool | None:
    """Whether one of them happened; what is not stated did not, unless nothing is stated at all."""
    if all(value is None for value in known.values()):
        return None
    return any(known[name] for name in names)


def _ended(
    names: tuple[str, ...], missed_sessions: int | None, most: int, known: dict[str, bool | None]
) -> bool | None:
    if missed_sessions is not None and missed_sessions >= most:
        return True
    found = _is_any(names, known)
    return False if found is None and missed_sessions is not None else found


def ended_2015(
    *, absences_without_leave: int | None, absences: int, on: date, **known: bool | None
) -> bool | None:
    """Whether a mandate ended by the law of 2015."""
    return _ended(ENDED, absences_without_leave, absences, known)


def ended_2025(
    *, absences_without_leave: int | None, absences: int, on: date, **known: bool | None
) -> bool | None:
    """As before, and by an accepted ordered resignation or by death."""
    return _ended(ENDED_SINCE_2025, absences_without_leave, absences, known)


def suspended(*, is_mandate_ended: bool | None, on: date, **known: bool | None) -> bool | None:
    """Whether a mandate that has not ended is suspended."""
    return False if is_mandate_ended else _is_any(SUSPENDED, known)


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
    term="代表资格是否终止（2015年）",
    term_en="Whether a mandate ended (2015)",
    means="Ended by the causes of 2015.",
    means_zh="有2015年所列情形之一的，代表资格终止。",
    fact="is_mandate_ended",
    reads=(),
    optional=(
        "absences_without_leave",
        "has_left_area",
        "is_resignation_accepted",
        "is_deputy_recalled",
        "is_nationality_lost",
        "is_deprived_of_rights",
        "is_incapacitated",
    ),
    params=("deputies_law.absences",),
    reckon=ended_2015,
    cites=("62",),
)

article_62 = Derivation(
    id="deputies_law.62",
    catalogue="el-deputy-status",
    subject="deputy",
    since=NEWEST,
    term="代表资格是否终止",
    term_en="Whether a mandate ended",
    means="Ended by the causes of 2025, an accepted ordered resignation and death among them.",
    means_zh="有2025年所列情形之一的终止，含责令辞职被接受和死亡。",
    fact="is_mandate_ended",
    reads=(),
    optional=(
        "absences_without_leave",
        "has_left_area",
        "is_resignation_accepted",
        "is_deputy_recalled",
        "is_nationality_lost",
        "is_deprived_of_rights",
        "is_incapacitated",
        "is_ordered_resignation_accepted",
        "has_died",
    ),
    params=("deputies_law.absences",),
    reckon=ended_2025,
    cites=("62",),
)

article_61_suspended = Derivation(
    id="deputies_law.61.suspended",
    catalogue="el-deputy-status",
    subject="deputy",
    since=OLDER,
    term="代表职务是否暂停",
    term_en="Whether a mandate is suspended",
    means="Suspended in criminal custody or while serving with rights kept, unless the mandate ended.",
    means_zh="因刑事案件被羁押或者服刑未剥夺政治权利的暂停；资格已终止的除外。",
    fact="is_mandate_suspended",
    reads=(),
    optional=("is_in_criminal_custody", "is_serving_with_rights", "is_mandate_ended"),
    reckon=suspended,
    cites=("61",),
)
