"""The register of the kinds of dated line a record may have: fields, what is sensitive, which dates must agree.

One entry here gives a kind its form, its acts, its versions and its checks; nothing is written per noun.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.texts import Text, text

TAKES_A_SEAT = ("main", "concurrent", "exchange")
"""Kinds of post held that put somebody in a seat; acting, secondment and study do not."""
LEADING = ("chief", "deputy", "inner_chief", "inner_deputy")


@dataclass(frozen=True)
class LineKind:
    """一类档案记录: `key` names it in addresses and versions, `model` is its table, `fields` what may be written."""

    key: str
    label: str
    model: str
    fields: tuple[str, ...]
    start: str = ""
    """The field of the day it begins or happened; "" when the kind has none."""
    end: str = ""
    """The field that ends a running line; "" when lines of this kind do not run."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Further dates of which the second may not be before the first."""
    happened: tuple[str, ...] = ()
    """Dates and years that cannot lie in the future: the thing has been done."""
    codes: tuple[tuple[str, str], ...] = ()
    """Fields chosen from a code table."""
    sensitive: tuple[str, ...] = ()
    """Fields masked until opened; needs `registry.sensitive` to write the kind at all."""
    is_sensitive: bool = False
    """The whole kind is shown only to who may see what is sensitive."""
    is_internal: bool = False
    """What is masked stays masked for the person it is about."""
    alone: tuple[str, ...] | None = None
    """Lines of one person that agree in these fields may not overlap; None: they may."""
    once: tuple[str, ...] = ()
    """Fields that together stand once in a record."""

    @property
    def nouns(self) -> tuple[str, ...]:
        """How versions name the kind: by its key, or as an import does by its table."""
        return tuple({self.key: 1, self.model.lower(): 1})

    @property
    def needs_sensitive(self) -> bool:
        return self.is_sensitive or bool(self.sensitive)

    @property
    def ordered(self) -> tuple[tuple[str, str], ...]:
        """Every pair of dates in order of time."""
        return (((self.start, self.end),) if self.start and self.end else ()) + self.pairs


_ALL = (
    LineKind(
        "assignment", "任职经历", "Assignment",
        ("kind", "organisation_text", "title", "level", "role", "is_leading", "is_grassroots", "from_on", "until_on", "mode",
         "is_exceptional", "decided_by", "document", "removal_document", "probation_from_on"),
        start="from_on", end="until_on", codes=(("level", "post_level"),),
    ),
    LineKind(
        "rank", "职务职级", "Rank", ("kind", "code", "from_on", "until_on", "document"),
        start="from_on", end="until_on", alone=("kind",),
    ),
    LineKind(
        "education", "学历学位", "Education", ("mode", "level", "degree", "school", "major", "from_on", "until_on", "is_printed"),
        pairs=(("from_on", "until_on"),), codes=(("level", "education"), ("degree", "degree")),
    ),
    LineKind(
        "training", "教育培训", "Training", ("name", "from_on", "until_on", "hours", "organiser"),
        start="from_on", pairs=(("from_on", "until_on"),),
    ),
    LineKind(
        "year_grade", "年度考核", "YearGrade", ("year", "grade"),
        happened=("year",), codes=(("grade", "appraisal_result"),), once=("year",),
    ),
    LineKind(
        "reward", "奖励", "Reward", ("name", "approved_on", "approved_by"),
        start="approved_on", happened=("approved_on",), is_sensitive=True,
    ),
    LineKind(
        "sanction", "处分处理", "Sanction",
        ("code", "name", "effective_on", "approved_by", "months", "conduct_from_on", "conduct_until_on", "lifted_on"),
        start="effective_on", end="lifted_on", pairs=(("conduct_from_on", "conduct_until_on"),),
        happened=("effective_on",), codes=(("code", "discipline"),), is_sensitive=True,
    ),
    LineKind(
        "relative", "家庭成员", "Relative", ("relation", "name", "born_on", "political_status", "post", "is_abroad", "order"),
        happened=("born_on",), codes=(("relation", "kinship"), ("political_status", "political_status")),
        sensitive=("name", "born_on", "political_status", "post", "is_abroad"),
    ),
    LineKind(
        "title", "专业技术资格", "ProfessionalTitle", ("name", "gained_on", "route"),
        start="gained_on", happened=("gained_on",), codes=(("route", "qualification_route"),),
    ),
    LineKind(
        "delegateship", "代表委员身份", "Delegateship",
        ("kind", "body", "term", "electoral_unit", "from_on", "until_on", "end_cause"),
        start="from_on", end="until_on", alone=("kind", "body", "term"),
    ),
    LineKind(
        "programme", "服务基层项目", "ServiceProgramme", ("kind", "batch", "place", "from_on", "until_on", "is_completed"),
        start="from_on", end="until_on", alone=("kind",),
    ),
    LineKind(
        "outside_post", "兼职", "OutsidePost",
        ("organisation_text", "title", "is_paid", "approved_on", "approved_by", "document", "from_on", "until_on"),
        start="from_on", end="until_on", happened=("approved_on",), alone=("organisation_text", "title"),
    ),
    LineKind(
        "intake", "录用调转", "Intake", ("kind", "on", "from_text", "to_text", "document", "exam_year"),
        start="on", happened=("on", "exam_year"),
    ),
    LineKind(
        "talk", "谈话", "Talk", ("kind", "held_on", "by_text", "summary"),
        start="held_on", happened=("held_on",), sensitive=("summary",), is_internal=True,
    ),
    LineKind(
        "care", "关怀事项", "Care", ("kind", "year", "days_due", "days_taken", "done_on", "note"),
        end="done_on", happened=("done_on",), sensitive=("note",), once=("kind", "year"),
    ),
)  # fmt: skip

LINES: Mapping[str, LineKind] = {kind.key: kind for kind in _ALL}
BY_NOUN: Mapping[str, LineKind] = {noun: kind for kind in _ALL for noun in kind.nouns}


def fault_of_dates(
    kind: LineKind, values: Mapping[str, object], labels: Mapping[str, str], *, born_on: date, today: date
) -> Text | None:
    """What is impossible about the dates of a line; None when they can be.

    `labels` are the Chinese names of the fields. Years are read as years.

    >>> reward = {"approved_on": date(1960, 1, 1)}
    >>> str(fault_of_dates(LINES["reward"], reward, {"approved_on": "批准日期"}, born_on=date(1980, 3, 1), today=date(2026, 1, 1)))
    '批准日期1960-01-01早于出生日期1980-03-01'
    """
    for first, last in kind.ordered:
        one, other = values.get(first), values.get(last)
        if isinstance(one, date) and isinstance(other, date) and other < one:
            return text(
                "{last}{end}早于{first}{start}",
                last=text(labels[last]), end=other, first=text(labels[first]), start=one,
            )  # fmt: skip
    return _before_birth(kind, values, labels, born_on) or _not_yet(kind, values, labels, today)


def overlap(
    spell: tuple[date, date | None], others: list[tuple[date, date | None]]
) -> tuple[date, date | None] | None:
    """The first of the half-open `others` that shares a day with `spell`.

    >>> overlap((date(2020, 1, 1), date(2021, 1, 1)), [(date(2021, 1, 1), None)])
    """
    begins, ends = spell
    return next(
        (
            (since, until)
            for since, until in others
            if (ends is None or since < ends) and (until is None or begins < until)
        ),
        None,
    )


def _before_birth(
    kind: LineKind, values: Mapping[str, object], labels: Mapping[str, str], born_on: date
) -> Text | None:
    """Nobody did anything before being born; a relative's own birth is another matter."""
    for field in kind.fields:
        value = values.get(field)
        is_theirs = field != "born_on" and isinstance(value, date) and value < born_on
        is_year = field in ("year", "batch", "exam_year") and isinstance(value, int) and value <= born_on.year
        if is_theirs or is_year:
            return text("{field}{on}早于出生日期{born}", field=text(labels[field]), on=value, born=born_on)
    return None


def _not_yet(
    kind: LineKind, values: Mapping[str, object], labels: Mapping[str, str], today: date
) -> Text | None:
    for field in kind.happened:
        value = values.get(field)
        is_later = isinstance(value, date) and value > today
        if is_later or (isinstance(value, int) and value > today.year):
            return text("{field}{on}尚未到", field=text(labels[field]), on=value)
    return None
