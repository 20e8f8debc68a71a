"""申诉受理机关: the frame of the law; the detail by kind of body is in civil_servant_appeals."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

art_95_venue = Rule(
    id="civil_servant_law.95.venue",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2006, 1, 1),
    term="申诉受理机关的范围",
    term_en="Bodies that may take an appeal",
    means="Appeals go to the civil-service authority or the organ above the one that acted, those of leaders to the managing body.",
    means_zh="申诉由同级公务员主管部门或者作出人事处理的机关的上一级机关受理，领导成员按管理权限。",
    when=fact("appeal_filed_with") != "administrative_supervision",
    requires=fact("appeal_filed_with").isin(("same_level_authority", "authority_above", "organ_above"))
    | ((fact("appeal_filed_with") == "managing_body") & (fact("appellant_kind") == "leader")),
    effect=Effect.FORBID,
    cites=(
        "95",
        "civil_servant_appeals:8",
    ),
)
