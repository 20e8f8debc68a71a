"""The forms of appraisal of leading members."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

forms = Rule(
    id="leader_appraisal.2",
    catalogue="k-assess-kinds",
    subject="appraisal",
    since=date(2019, 4, 7),
    term="领导干部考核方式",
    term_en="Forms of appraisal of leaders",
    means="Leading members are assessed regularly, annually, specially and for their term.",
    means_zh="领导干部考核分为平时考核、年度考核、专项考核和任期考核。",
    when=fact("is_member_of_leading_body"),
    requires=fact("appraisal_form").isin(("regular", "annual", "special", "term")),
    effect=Effect.WARN,
    cites=("2",),
)
