"""What is asked of a post by itself: tier, chief or deputy, leading, probation, special, a seat on a Party committee."""

from datetime import date

from quanheng.registry.core import codes
from quanheng.registry.core.ladder import side_of, tier_of
from quanheng.registry.models import Organisation, Post
from quanheng.regulation.core.derived import is_probation_post

PARTY_TIERS = {"104": "province", "105": "city", "106": "city", "107": "county", "108": "county"}
BODIES = {
    "1001": "party", "32": "party", "1003": "people_congress", "33": "people_congress", "1004": "government", "34": "government",
    "1005": "cppcc", "35": "cppcc", "1002": "discipline", "31": "discipline", "1006": "court", "36": "court",
    "1007": "procuratorate", "37": "procuratorate",
}  # fmt: skip
"""ZB04 categories, by their longest known beginning, to the law's kinds of body."""
MEMBERS = ("书记", "委员", "常委")


def post_facts(post: Post, on: date) -> dict[str, object]:
    """Facts of subject `post` that the registry can tell."""
    return {
        "post_tier": tier_of(post.level),
        "post_role": side_of(post.level),
        "is_leading_post": post.is_leading,
        "is_probation_post": _has_probation(post),
        "is_special_post": "特殊岗位" in post.key_functions,
        "party_seat": _party_seat(post),
    }


def _has_probation(post: Post) -> bool | None:
    """Unknown for a unit of no recorded category, and for a level off the ladder."""
    category = codes.find("organisation_category", post.organisation.kind) if post.organisation.kind else None
    tier = tier_of(post.level)
    if category is None or tier is None:
        return None
    body = next((BODIES[category[:size]] for size in (4, 2) if category[:size] in BODIES), "other")
    is_internal = post.role in ("inner_chief", "inner_deputy")
    return is_probation_post(
        body=body,
        tier=tier,
        is_internal=is_internal,
        is_deputy=post.role == "deputy",
        is_elected=post.mode == "elected",
    )


def _party_seat(post: Post) -> str | None:
    """Seats on a Party committee are the members' posts of the committee itself, not of its departments."""
    unit: Organisation = post.organisation
    kind = codes.find("organisation_category", unit.kind) if unit.kind else None
    is_committee = kind == "1001" or (
        kind is None and unit.name.startswith(("中共", "中国共产党")) and unit.name.endswith("委员会")
    )
    if not is_committee or not any(word in post.name for word in MEMBERS):
        return "none"
    level = codes.find("organisation_level", unit.level) or unit.level
    return PARTY_TIERS.get(level[:3], "none" if level[:3] in ("109", "110") else None)
