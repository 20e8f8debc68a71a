"""The résumé text (简历) and the other summaries printed on forms, in the editor's own layout."""

from datetime import date

from datasets.yunling.dates import dotted
from datasets.yunling.model import Person, Spell, Study

PAD = " " * 18


def form_degree(label: str) -> str:
    """法学学士学位 is printed 法学学士, 公共管理硕士专业学位 公共管理硕士."""
    return label.removesuffix("学位").removesuffix("专业")


def lines(person: Person) -> list[tuple[date, date | None, str]]:
    """Start, end (None while it lasts) and text of every period: studies first, then work."""
    found: list[tuple[date, date | None, str]] = [
        (study.start, study.end, f"{study.school}{study.major}专业学习") for study in person.studies if study.mode == "全日制"
    ]
    spells = person.main
    for place, spell in enumerate(spells):
        end = spells[place + 1].start if place + 1 < len(spells) else person.removed_on
        found.append((spell.start, end, spell_text(spell)))
    if person.removed_on:
        found.append((person.removed_on, None, "退休"))
    return found


def spell_text(spell: Spell) -> str:
    """云岭市交通运输局副局长; of a committee the short form, 中共云岭市委书记."""
    name = spell.organisation.name
    if spell.organisation.kind.endswith("_committee"):
        name = name.removesuffix("员会")
    return f"{name}{spell.title}"


def note(study: Study) -> str:
    """The remark for a study beside work."""
    gained = f"，获{form_degree(study.degree)}学位" if study.degree else ""
    return f"（其间：{dotted(study.start)}--{dotted(study.end)}在{study.school}{study.major}专业在职学习{gained}）"


def resume(person: Person, extra: list[tuple[date, str]] | None = None) -> str:
    """Periods joined month to month; a remark stands in the period in which what it tells ended."""
    notes = [(study.end, note(study)) for study in person.studies if study.mode == "在职"] + (extra or [])
    out = []
    for start, end, text in lines(person):
        head = f"{dotted(start)}--{dotted(end)}" if end else f"{dotted(start)}--{' ' * 7}"
        out.append(f"{head}  {text}")
        out += [PAD + remark for on, remark in notes if start < on and (end is None or on <= end)]
    return "\n".join(out)


def present_post(person: Person) -> str:
    """现工作单位及职务全称, concurrent posts included."""
    if person.removed_on:
        return f"原{spell_text(person.current)}（已退休）"
    seat = [spell for spell in person.spells if spell.concurrent]
    current = person.current
    if seat and seat[0].title == "党组成员":
        return f"{current.organisation.name}党组成员、{current.title}"
    return "、".join([*(spell_text(spell) for spell in seat), spell_text(current).removeprefix("中共云岭市委" if seat else "")])


def present_post_short(person: Person) -> str:
    current = person.current
    return f"{current.organisation.short}{current.title}"


def award_text(person: Person) -> str:
    """奖惩综述; 无 when there is nothing."""
    told = [
        f"{award.decided_on.year}年{award.decided_on.month}月，经{award.body}批准，{_verb(award.name)}"
        for award in person.awards if award.decided_on
    ]
    return "；".join(told) + "。" if told else "无"


def _verb(name: str) -> str:
    return name if name.startswith("记") else f"获{name}" if name == "嘉奖" else f"受{name}处分" if name[:2] in {"党内", "政务"} else f"受到{name}"


def grade_text(person: Person, years: int = 3) -> str:
    """The last years' appraisals."""
    last = sorted(person.grades)[-years:]
    return "；".join(f"{year}年年度考核为{person.grades[year]}" for year in last) + ("。" if last else "")
