"""Facts from the family records: a spouse, and who has moved abroad. A family not recorded at all is unknown."""

from quanheng.registry.models import Person, Relative

SPOUSES = ("丈夫", "妻子", "配偶", "爱人", "夫", "妻")
CHILDREN = (
    "儿子",
    "女儿",
    "长子",
    "次子",
    "三子",
    "四子",
    "五子",
    "长女",
    "次女",
    "三女",
    "四女",
    "五女",
    "养子",
    "养女",
    "继子",
    "继女",
    "其他女儿",
    "子",
    "女",
)

def family_facts(person: Person) -> dict[str, object]:
    """has_spouse, is_spouse_abroad, is_every_child_abroad."""
    family = [line for line in person.relatives.all() if not _is_gone(line)]
    if not person.relatives.all():
        return {"has_spouse": None, "is_spouse_abroad": None, "is_every_child_abroad": None}
    spouses = [line for line in family if line.relation in SPOUSES]
    children = [line for line in family if line.relation in CHILDREN]
    return {
        "has_spouse": bool(spouses),
        "is_spouse_abroad": spouses[0].is_abroad if spouses else False,
        "is_every_child_abroad": _all_abroad(children),
    }


def _all_abroad(children: list[Relative]) -> bool | None:
    said = [child.is_abroad for child in children]
    if not said or False in said:
        return False
    return None if None in said else True


def _is_gone(line: Relative) -> bool:
    return bool(line.gone_flags)
