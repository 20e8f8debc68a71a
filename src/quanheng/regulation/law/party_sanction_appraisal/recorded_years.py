"""The result due to the Party sanctions on record, the heaviest of them."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.law.civil_servant_appraisal.outcomes import heaviest
from quanheng.regulation.law.civil_servant_appraisal.recorded_years import Records, is_revoked, standing
from quanheng.regulation.law.party_sanction_appraisal.years import FIRST, REPLY, party_outcome

KINDS = {
    "warning": "warning",
    "serious_warning": "serious_warning",
    "party_post_removal": "removal",
    "party_probation": "probation",
    "party_expulsion": "expulsion",
}


def reckon_party(
    *, assessment_year: int, sanctions: Records, is_sanction_duty_related: bool | None, on: date
) -> str | None:
    """The heaviest outcome of the Party sanctions on record; None when one cannot be told."""
    outcomes = [
        party_outcome(
            assessment_year,
            KINDS[each["kind"]],
            each["effective_on"],
            is_sanction_duty_related,
            each.get("months"),
            each.get("extended_to") is not None,
            by_reply=assessment_year >= REPLY.year,
        )
        for each in standing(sanctions, ("party",), on)
        if not is_revoked(each, on)
    ]
    return None if None in outcomes else heaviest("free", *outcomes)


party = Derivation(
    id="party_sanction_appraisal.recorded",
    catalogue="k-party-sanction-year",
    subject="appraisal",
    since=FIRST,
    term="党纪处分记录对考核的影响",
    term_en="Party sanctions on record",
    means="The heaviest outcome of the Party sanctions on record, years before 2016 by the opinion of 1998.",
    means_zh="按处分记录中对考核影响最重的党纪处分确定，2016年以前的年度适用1998年意见。",
    fact="party_year_outcome",
    reads=("assessment_year", "sanctions"),
    optional=("is_sanction_duty_related",),
    reckon=reckon_party,
    cites=("1", "2", "3", "4", "5"),
)
