"""Appointment forms (.lrmx, .lrm, or a zip of them) against the registry: one form, one person; a bad form stops only itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from quanheng.access.models import Authority
from quanheng.exchange.core import form_files
from quanheng.exchange.core.form import AppointmentForm
from quanheng.exchange.core.lrmx_tags import LABELS, TAGS
from quanheng.exchange.core.months import read_month
from quanheng.exchange.queries.form_lines import FormLines, plan_form_lines
from quanheng.exchange.queries.form_person import person_values
from quanheng.exchange.queries.kin import link_kin
from quanheng.exchange.queries.plan import Place, Plan, RowError, column_said
from quanheng.exchange.queries.registry_now import People, note_photos, people_now
from quanheng.kernel.progress import Progress, silent
from quanheng.kernel.texts import Text, text
from quanheng.registry.core import codes, identity
from quanheng.registry.models import Person
from quanheng.registry.queries.names import spellings

_EVERY = 100
_NOUN = str(Person._meta.verbose_name)
_TAG_OF = {tag.field: tag.name for tag in TAGS}


@dataclass
class _Into:
    """What the forms are read against (比对)."""

    plan: Plan
    authority: Authority
    paths: tuple[str, ...]
    people: People
    lines: FormLines
    seen: dict[object, str] = field(default_factory=dict)


def forms_plan(
    content: bytes, *, file_name: str, authority: Authority, paths: tuple[str, ...], on: date, progress: Progress = silent
) -> Plan:
    """The plan for a zip or a single form; Refused when a zip cannot be opened at all."""
    plan = Plan()
    progress("read", 0, 1)
    forms = list(_forms(content, file_name, plan))
    people = people_now(
        numbers=[form.identity_number for _, form in forms if form.identity_number],
        names={form.name for _, form in forms} | {member.name for _, form in forms for member in form.family if member.born},
    )
    if any(form.photo for _, form in forms):
        note_photos(people)
    into = _Into(plan, authority, paths, people, FormLines(people))
    for number, (name, form) in enumerate(forms):
        if number % _EVERY == 0:
            progress("compare", number, len(forms))
        try:
            _form(name, form, into)
        except RowError as fault:
            plan.reject(_NOUN, form.name, Place(name, None, tag_said(fault.key)), fault.message)
    link_kin(plan, people)
    return plan


def tag_said(field_name: str) -> str:
    """`ShenFenZheng（身份证号）`."""
    tag = _TAG_OF.get(field_name, "")
    return column_said(tag, LABELS.get(tag, ""))


def _forms(content: bytes, file_name: str, plan: Plan) -> Iterator[tuple[str, AppointmentForm]]:
    for name, found in form_files.read(content, file_name=file_name):
        if isinstance(found, AppointmentForm):
            yield name, found
        else:
            plan.reject(_NOUN, "", Place(name), found)


def _form(name: str, form: AppointmentForm, into: _Into) -> None:
    born_on = _checked(form)
    found = _known(form, born_on, into)
    key = found.pk if found else (form.name, born_on)
    if key in into.seen:
        raise RowError("", text("与“{name}”是同一人", name=into.seen[key]))
    if found is not None and not found.authority.path.startswith(into.paths):
        raise RowError("", text("由{authority}管理，不在您的管理权限内", authority=found.authority.name))
    into.seen[key] = name
    values = person_values(form, found, born_on)
    if found is not None and form.photo and into.people.has_photo(found, form.photo):
        values["photo"] = None
    if found is None:
        values |= {"authority": into.authority}
        values["pinyin"], values["initials"] = spellings(form.name)
    made = into.plan.settle(Person, found, values, label=form.name, place=Place(name))
    assert isinstance(made, Person)
    into.people.add(made)
    into.seen[made.pk] = name
    if (made.born_on.year, made.born_on.month) != (born_on.year, born_on.month):
        message = text("出生年月为{said}，系统中为{held}，未变更；请以干部档案认定为准", said=f"{born_on:%Y.%m}", held=f"{made.born_on:%Y.%m}")
        into.plan.warn(_NOUN, form.name, Place(name, None, tag_said("born")), message)
    for problem in form.problems:
        into.plan.warn(_NOUN, form.name, Place(name, None, column_said(problem.tag, problem.label)), problem.message)
    plan_form_lines(name, form, made, into.lines, into.plan)


def _checked(form: AppointmentForm) -> date:
    """The month of birth; without a name, a month and a sex there is no person, with a wrong number a wrong one."""
    if not form.name:
        raise RowError("name", text("没有填写"))
    born_on = read_month(form.born)
    if born_on is None:
        raise RowError("born", text("“{said}”不是年月，应为6位或8位数字", said=form.born) if form.born else text("没有填写"))
    if codes.find("sex", form.sex) not in ("1", "2"):
        raise RowError("sex", text("“{said}”应为男或女", said=form.sex) if form.sex else text("没有填写"))
    fault: Text | None = identity.fault(form.identity_number) if form.identity_number else None
    if fault is not None:
        raise RowError("identity_number", text("身份证号“{said}”不正确：{fault}", said=identity.mask(form.identity_number), fault=fault))
    return born_on


def _known(form: AppointmentForm, born_on: date, into: _Into) -> Person | None:
    known = into.people.known(form.identity_number, form.name, born_on)
    if len(known) > 1:
        raise RowError("identity_number", text("系统中有{count}名同名同出生年月的人，请填写身份证号", count=len(known)))
    if known and known[0].name != form.name:
        raise RowError("name", text("与身份证号所属的“{name}”姓名不一致", name=known[0].name))
    return known[0] if known else None
