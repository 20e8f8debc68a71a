"""Which sanctions there are, for whom, and which Party posts fall."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, FOURTH = date(2003, 12, 31), date(2024, 1, 1)
KINDS = ("warning", "serious_warning", "party_post_removal", "party_probation", "party_expulsion")
PARTY = fact("sanction_family") == "party"
REMOVED = fact("sanction_kind") == "party_post_removal"

five = Rule(
    id="party_discipline.kinds",
    catalogue="h-party-kinds",
    subject="sanction",
    since=FIRST,
    term="党纪处分种类",
    term_en="Kinds of Party sanctions",
    means="A Party sanction is one of five kinds; anything else belongs to another family.",
    means_zh="党纪处分只有警告、严重警告、撤销党内职务、留党察看、开除党籍五种；记过等属于政务处分。",
    when=PARTY,
    requires=fact("sanction_kind").isin(KINDS),
    effect=Effect.FORBID,
    cites=("kinds",),
)

full_members = Rule(
    id="party_discipline.kinds.full",
    catalogue="h-party-kinds",
    subject="sanction",
    since=FIRST,
    term="处分对象为正式党员",
    term_en="Only full members",
    means="The five sanctions are for full members; retirement is no bar.",
    means_zh="五种党纪处分只适用于正式党员；预备党员批评教育、延长预备期或者取消资格。退休不影响给予党纪处分。",
    when=PARTY,
    requires=fact("party_status") == "full",
    effect=Effect.FORBID,
    cites=("probationary",),
)

deceased = Rule(
    id="party_discipline.kinds.deceased",
    catalogue="h-party-kinds",
    subject="sanction",
    since=FIRST,
    term="死亡党员的处理",
    term_en="A member who died",
    means="After death before the decision only expulsion is still given.",
    means_zh="党员在处分前死亡的，应当开除党籍的仍予开除，其他只作书面结论。",
    when=PARTY & fact("is_deceased_before_decision"),
    requires=fact("sanction_kind").isin(("party_expulsion", "none")),
    effect=Effect.FORBID,
    cites=("deceased",),
)

organisations = Rule(
    id="party_discipline.kinds.organisations",
    catalogue="h-party-kinds",
    subject="sanction",
    since=FIRST,
    repealed=FOURTH,
    term="对党组织的处理措施",
    term_en="Measures against Party organisations",
    means="A Party organisation is reorganised or dissolved.",
    means_zh="对严重违纪的党组织，处理措施为改组、解散。",
    requires=fact("party_organisation_measure").isin(("reorganisation", "dissolution")),
    effect=Effect.FORBID,
    cites=("organisations",),
)

organisations_2023 = Rule(
    id="party_discipline.kinds.organisations_2023",
    catalogue="h-party-kinds",
    subject="sanction",
    since=FOURTH,
    term="对党组织的处理措施",
    term_en="Measures against Party organisations",
    means="A Party organisation is examined, criticised, reorganised or dissolved.",
    means_zh="对违纪党组织，可以责令检查、通报批评、改组、解散。",
    requires=fact("party_organisation_measure").isin(
        ("written_examination", "circulated_criticism", "reorganisation", "dissolution")
    ),
    effect=Effect.FORBID,
    cites=("organisations",),
)

party_post = Derivation(
    id="party_discipline.removal_posts.party_post",
    catalogue="h-party-removal-posts",
    subject="sanction",
    since=FIRST,
    term="是否党内职务",
    term_en="Whether it is a Party post",
    means="Posts by Party election or appointment are Party posts; a small group's head and a non-leading position are not.",
    means_zh="经党内选举或者党组织任命的为党内职务；党小组组长、党的机关非领导职务不是。",
    fact="is_party_post",
    reads=("post_in_party_kind",),
    reckon=lambda *, post_in_party_kind, on: post_in_party_kind in ("elected", "appointed"),
    cites=("removal_posts",),
)

has_party_post = Rule(
    id="party_discipline.removal_posts.held",
    catalogue="h-party-removal-posts",
    subject="sanction",
    since=FIRST,
    term="有党内职务可撤",
    term_en="There is a Party post to remove",
    means="Without a Party post a serious warning is given instead of removal.",
    means_zh="没有党内职务的，不给予撤销党内职务处分，而给予严重警告。",
    when=PARTY & REMOVED,
    requires=fact("party_posts_held") > 0,
    effect=Effect.FORBID,
    cites=("removal_posts",),
)

substitute = Rule(
    id="party_discipline.removal_posts.substitute",
    catalogue="h-party-removal-posts",
    subject="sanction",
    since=FIRST,
    term="代替处分的种类",
    term_en="What stands in for removal",
    means="What stands in for removal is a serious warning, and only where there is no Party post.",
    means_zh="代替撤销党内职务的只能是严重警告，且本人没有党内职务。",
    when=PARTY & fact("is_substitute_for_removal"),
    requires=(fact("sanction_kind") == "serious_warning") & (fact("party_posts_held") == 0),
    effect=Effect.FORBID,
    cites=("removal_posts",),
)

highest = Rule(
    id="party_discipline.removal_posts.highest",
    catalogue="h-party-removal-posts",
    subject="sanction",
    since=FIRST,
    term="撤职从最高职务起",
    term_en="From the highest post downward",
    means="All Party posts are removed, or some from the highest downward.",
    means_zh="有两个以上党内职务的，撤销一切职务，或者从最高职务起撤销一个、几个。",
    when=PARTY & REMOVED & (fact("party_posts_held") > 1),
    requires=(fact("party_posts_removed") >= 1)
    & ((fact("party_posts_removed") == fact("party_posts_held")) | fact("is_removed_from_highest_down")),
    effect=Effect.FORBID,
    cites=("removal_posts",),
)

outside = Rule(
    id="party_discipline.removal_posts.outside",
    catalogue="h-party-removal-posts",
    subject="sanction",
    since=FIRST,
    term="建议撤销党外职务",
    term_en="Proposal for outside posts",
    means="Removal from outside posts is proposed to the outside body.",
    means_zh="撤销党内职务、留党察看或者以严重警告代替撤职的，应当建议党外组织撤销其党外职务。",
    when=PARTY
    & fact("has_outside_post")
    & (
        fact("sanction_kind").isin(("party_post_removal", "party_probation"))
        | fact("is_substitute_for_removal")
    ),
    requires=fact("is_outside_removal_proposed"),
    effect=Effect.WARN,
    cites=("removal_posts",),
)

former_post = Rule(
    id="party_discipline.removal_posts.former",
    catalogue="h-party-removal-posts",
    subject="sanction",
    since=FIRST,
    term="按原任职务处分",
    term_en="By the former post",
    means="Who was removed during the inquiry is sanctioned by the former post.",
    means_zh="审查期间已被免职的，按原任职务给予处分。",
    when=PARTY & fact("is_removed_during_inquiry"),
    requires=fact("is_sanctioned_by_former_post"),
    effect=Effect.FORBID,
    cites=("removal_posts",),
)
