"""主观认定: the class of a whole report, and how the motive changes it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.matters_verification.classes import OMISSIONS

MISTAKES = ("carelessness", "misunderstanding")


def _class_of_all(matter_findings: Sequence[Mapping[str, Any]], on: date) -> str | None:
    """One concealment makes the whole report one; no finding at all is consistent."""
    items = [each.get("item") for each in matter_findings]
    if None in items:
        return None
    if not items:
        return "consistent"
    return "omission" if all(item in OMISSIONS for item in items) else "concealment"


def _class_of_one(finding_item: str, on: date) -> str:
    return "omission" if finding_item in OMISSIONS else "concealment"


def _final(list_class: str, matter_motive: str | None, is_changed_jointly: bool | None, on: date) -> str:
    """The list class stands unless intent is proven, or a mistake is recognised by a recorded decision."""
    if list_class == "omission" and matter_motive == "intent":
        return "concealment"
    if list_class == "concealment" and matter_motive in MISTAKES and is_changed_jointly:
        return "omission"
    return list_class


def _is_changed(list_class: str, final_class: str, on: date) -> bool:
    return list_class != final_class


motive_all = Derivation(
    id="matters_verification.motive.all",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="按列举情形认定",
    term_en="Class by the lists",
    means="Any concealment item makes it concealment, else omission; no difference is consistent.",
    means_zh="各项差异中有隐瞒情形的认定隐瞒不报，均为漏报情形的认定漏报，无差异的为一致。",
    fact="list_class",
    reads=("matter_findings",),
    reckon=_class_of_all,
    cites=(
        "3",
        "4",
    ),
)

motive_all_now = Derivation(
    id="matters_verification.motive.all_now",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="按列举情形认定",
    term_en="Class by the lists",
    means="Any concealment item makes it concealment, else omission; no difference is consistent (by the text of 2017, not verified).",
    means_zh="各项差异中有隐瞒情形的认定隐瞒不报，均为漏报情形的认定漏报，无差异的为一致（按2017年文本，待核）。",
    fact="list_class",
    reads=("matter_findings",),
    reckon=_class_of_all,
    cites=(
        "3",
        "4",
    ),
    verified=False,
)

motive_one = Derivation(
    id="matters_verification.motive.one",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="单项差异的认定",
    term_en="Class of one difference",
    means="A single difference has the class of its list.",
    means_zh="单项差异按所在列举认定。",
    fact="list_class",
    reads=("finding_item",),
    reckon=_class_of_one,
    cites=(
        "3",
        "4",
    ),
)

motive_one_now = Derivation(
    id="matters_verification.motive.one_now",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="单项差异的认定",
    term_en="Class of one difference",
    means="A single difference has the class of its list (by the text of 2017, not verified).",
    means_zh="单项差异按所在列举认定（按2017年文本，待核）。",
    fact="list_class",
    reads=("finding_item",),
    reckon=_class_of_one,
    cites=(
        "3",
        "4",
    ),
    verified=False,
)

motive_final = Derivation(
    id="matters_verification.motive.final",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="最终认定",
    term_en="Final class",
    means="Intent turns an omission into concealment; a proven mistake may by decision turn concealment into omission; else the list class stands.",
    means_zh="漏报情形查明故意的认定隐瞒不报；隐瞒情形查明疏忽或者理解偏差的，经决定可以认定漏报；未查明的按列举认定。",
    fact="final_class",
    reads=("list_class",),
    optional=(
        "matter_motive",
        "is_changed_jointly",
    ),
    reckon=_final,
    cites=(
        "motive",
        "2",
    ),
)

motive_final_now = Derivation(
    id="matters_verification.motive.final_now",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="最终认定",
    term_en="Final class",
    means="Intent turns an omission into concealment; a proven mistake may by decision turn concealment into omission; else the list class stands (by the text of 2017, not verified).",
    means_zh="漏报情形查明故意的认定隐瞒不报；隐瞒情形查明疏忽或者理解偏差的，经决定可以认定漏报；未查明的按列举认定（按2017年文本，待核）。",
    fact="final_class",
    reads=("list_class",),
    optional=(
        "matter_motive",
        "is_changed_jointly",
    ),
    reckon=_final,
    cites=(
        "motive",
        "2",
    ),
    verified=False,
)

motive_changed = Derivation(
    id="matters_verification.motive.changed",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="是否改变认定",
    term_en="Whether the class was changed",
    means="A final class other than the list class is a change.",
    means_zh="最终认定与列举认定不同的，为改变认定。",
    fact="is_class_changed",
    reads=(
        "list_class",
        "final_class",
    ),
    reckon=_is_changed,
    cites=("motive",),
)

motive_changed_now = Derivation(
    id="matters_verification.motive.changed_now",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="是否改变认定",
    term_en="Whether the class was changed",
    means="A final class other than the list class is a change (by the text of 2017, not verified).",
    means_zh="最终认定与列举认定不同的，为改变认定（按2017年文本，待核）。",
    fact="is_class_changed",
    reads=(
        "list_class",
        "final_class",
    ),
    reckon=_is_changed,
    cites=("motive",),
    verified=False,
)

motive_change = Rule(
    id="matters_verification.motive.change",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="改变认定须会同决定",
    term_en="A change needs both bodies",
    means="A change of class needs a decision of the supervision body with the cadre body, with reasons.",
    means_zh="改变列举认定的，须由干部监督机构会同干部管理机构决定并有书面理由。",
    when=fact("is_class_changed"),
    requires=fact("is_changed_jointly") & fact("has_change_reasons"),
    effect=Effect.FORBID,
    cites=(
        "2",
        "motive",
    ),
)

motive_change_now = Rule(
    id="matters_verification.motive.change_now",
    catalogue="pm-motive",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="改变认定须会同决定",
    term_en="A change needs both bodies",
    means="A change of class needs a decision of the supervision body with the cadre body, with reasons (by the text of 2017, not verified).",
    means_zh="改变列举认定的，须由干部监督机构会同干部管理机构决定并有书面理由（按2017年文本，待核）。",
    when=fact("is_class_changed"),
    requires=fact("is_changed_jointly") & fact("has_change_reasons"),
    effect=Effect.FORBID,
    cites=(
        "2",
        "motive",
    ),
    verified=False,
)
