"""免职、辞职、降职: grounds of removal by version. Coming back is in `ch11_after_removal`, resignation in its own instrument."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions

AGE = fact("has_reached_age_limit")
ACCOUNTABLE = fact("is_accountability_removal")
GONE = fact("has_resigned_or_moved")
STUDY = (fact("study_leave_months") > param("selection_regulations.study_months")) & ~fact(
    "is_study_organised"
)
NEEDED = fact("is_work_need_removal")
UNFIT_VOTES = is_share(fact("unfit_votes"), Share.GT_1_3, of=fact("valid_appraisal_votes"))


grounds_2002 = Rule(
    id="selection_regulations.removal.2002",
    catalogue="cv-removal-grounds",
    subject="removal",
    since=FIRST,
    repealed=SECOND,
    term="免职情形（2002年）",
    term_en="Grounds of removal (2002)",
    means="Removal is due at the age limit, when the incompetent votes exceed a third and the organisation finds the person unfit, or by need of work.",
    means_zh="达到任职或者退休年龄界限，不称职票超过三分之一且组织认定不称职，或者因工作需要等，一般应当免职。",
    requires=~(AGE | (UNFIT_VOTES & fact("is_found_unfit")) | NEEDED),
    effect=Effect.WARN,
    cites=("removal",),
)

grounds_2014 = Rule(
    id="selection_regulations.removal.2014",
    catalogue="cv-removal-grounds",
    subject="removal",
    since=SECOND,
    repealed=THIRD,
    term="免职情形（2014年）",
    term_en="Grounds of removal (2014)",
    means="Removal is due at the age limit, by accountability, when resigned or moved, or by need of work.",
    means_zh="达到年龄界限，受到责任追究应当免职，辞职或者调出，或者因工作需要等，一般应当免职。",
    requires=~(AGE | ACCOUNTABLE | GONE | NEEDED),
    effect=Effect.WARN,
    cites=("removal",),
)

grounds = Rule(
    id="selection_regulations.removal",
    catalogue="cv-removal-grounds",
    subject="removal",
    since=THIRD,
    term="免职情形",
    term_en="Grounds of removal",
    means="Removal is due at the age limit, by accountability, as unfit, for a breach, when resigned or moved, or by need of work.",
    means_zh="达到年龄界限，责任追究，不适宜担任现职，违纪违法，辞职或者调出，或者因工作需要等，一般应当免职。",
    requires=~(AGE | ACCOUNTABLE | fact("is_found_unfit") | fact("is_breach_removal") | GONE | NEEDED),
    effect=Effect.WARN,
    cites=("removal",),
)

study = Rule(
    id="selection_regulations.removal.study",
    catalogue="cv-removal-grounds",
    subject="removal",
    since=SECOND,
    term="离职学习超过一年",
    term_en="Study away over a year",
    means="Removal is due on study away for more than a year that the organisation did not order.",
    means_zh="非组织选派，离职学习期限超过一年的，一般应当免职。",
    requires=~STUDY,
    effect=Effect.WARN,
    cites=("removal",),
)

health = Rule(
    id="selection_regulations.removal.health",
    catalogue="cv-removal-grounds",
    subject="removal",
    since=THIRD,
    term="因健康原因一年以上不能履职",
    term_en="A year unable for health",
    means="Removal is due after a year of ill health that keeps the person from the duties.",
    means_zh="因健康原因，无法正常履行工作职责一年以上的，一般应当免职。",
    requires=fact("unable_months") < param("selection_regulations.unable_months"),
    effect=Effect.WARN,
    cites=("removal",),
)

unfit_votes = Rule(
    id="selection_regulations.removal.unfit_votes",
    catalogue="cv-unfit-votes-third",
    subject="removal",
    since=FIRST,
    repealed=SECOND,
    gone="2014年版免职情形不再列不称职票",
    term="不称职票超过三分之一",
    term_en="Incompetent votes over a third",
    means="More than a third incompetent votes with a finding of the organisation: removal is due.",
    means_zh="不称职票超过三分之一并经组织认定不称职的，一般应当免职。",
    requires=~(UNFIT_VOTES & fact("is_found_unfit")),
    effect=Effect.WARN,
    cites=("removal",),
)
