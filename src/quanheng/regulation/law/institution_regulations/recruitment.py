"""公开招聘、竞聘上岗、争议途径: open recruitment and its steps, internal competition, the route of disputes."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

ARBITRATED = ("resignation", "dismissal", "contract")


def _route(institution_dispute: str, is_managed_like_civil_service: bool | None, on: date) -> str:
    """Ending and performing the contract to arbitration, the rest to review and appeal; 参公 like civil servants."""
    if is_managed_like_civil_service:
        return "civil_service"
    return "arbitration" if institution_dispute in ARBITRATED else "review_appeal"


art_8 = Rule(
    id="institution_regulations.8",
    catalogue="o-open-recruit",
    subject="institution",
    since=date(2014, 7, 1),
    term="公开招聘",
    term_en="Open recruitment",
    means="New staff are openly recruited but for policy placement, appointment by the superior and confidential posts.",
    means_zh="新聘用工作人员应当公开招聘，政策性安置、上级任命、涉密岗位除外。",
    requires=fact("is_openly_recruited") | (fact("recruit_exemption") != "none"),
    effect=Effect.FORBID,
    cites=("8",),
)

art_9 = Rule(
    id="institution_regulations.9",
    catalogue="o-open-recruit",
    subject="institution",
    since=date(2014, 7, 1),
    term="公开招聘程序",
    term_en="Steps of open recruitment",
    means="All seven steps are done.",
    means_zh="公开招聘依次制定方案、公布信息、审查资格、考试考察、体检、公示、订立合同。",
    when=fact("is_openly_recruited"),
    requires=fact("institution_recruit_steps") >= param("institution_regulations.recruit_steps"),
    effect=Effect.FORBID,
    cites=("9",),
)

art_10 = Rule(
    id="institution_regulations.10",
    catalogue="o-open-recruit",
    subject="institution",
    since=date(2014, 7, 1),
    term="竞聘上岗程序",
    term_en="Steps of internal competition",
    means="All six steps are done.",
    means_zh="竞聘上岗依次制定方案、公布、审查、考评、公示、办理聘任。",
    when=fact("is_internal_competition_used"),
    requires=fact("institution_competition_steps") >= param("institution_regulations.competition_steps"),
    effect=Effect.FORBID,
    cites=("10",),
)

art_37_route = Derivation(
    id="institution_regulations.37.route",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2014, 7, 1),
    term="事业单位人员的救济途径",
    term_en="Route for institution staff",
    means="Resignation, dismissal and contract to arbitration; assessment, sanctions, posts and titles to review and appeal; bodies run like the civil service by its path.",
    means_zh="辞职、辞退、履行聘用合同的争议申请仲裁；考核、处分、岗位、职称复核申诉；参公单位按公务员办理。",
    fact="institution_route",
    reads=("institution_dispute",),
    optional=("is_managed_like_civil_service",),
    reckon=_route,
    cites=(
        "37",
        "38",
    ),
)
