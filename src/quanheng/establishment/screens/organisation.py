"""The page of one organisation: quota board, posts and holders, structure, quota orders."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, pgettext

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.core.board import Row
from quanheng.establishment.permissions.institutions import is_institution
from quanheng.establishment.queries.board import Quota, boards, quotas
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.texts import Text, text
from quanheng.registry.models import Organisation, Post
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.organisation_history import rows_below
from quanheng.registry.queries.organisation_versions import as_they_were
from quanheng.registry.queries.organisations import Holder, Seat, organisation, parents_of, posts_of
from quanheng.registry.queries.structure import BANDS, Structure, structure
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import bar_figure, pyramid_figure
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

BELOW = 30
"""Units below this one that the page lists at once."""


@screen("organisations/<str:code>/", name="organisation", permission="establishment.view")
def organisation_page(request: HttpRequest, code: str) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    unit = as_they_were([found(by=by, on=today, as_of=as_of, code=code)], as_of=as_of)[0]
    rows = boards(by=by, on=today, as_of=as_of, organisation=unit)
    people = structure(by=by, on=today, as_of=as_of, unit=unit)
    lower = slice_of(
        rows_below(unit, by=by, on=today, as_of=as_of), request, order=("order", "code"), size=BELOW
    )
    context = {
        "unit": unit,
        "is_institution": is_institution(unit),
        "parents": parents_of(unit, by=by, on=today),
        "children": [_child(each) for each in as_they_were(lower, as_of=as_of)],
        "lower": lower,
        "facts": _facts(unit),
        "board": [board_line(row) for row in rows],
        "posts": [
            _post(post, who) for post, who in posts_of(unit, by=by, on=today, as_of=as_of)
        ],
        "orders": [_order(quota) for quota in quotas(by=by, on=today, organisation=unit)],
        "order_columns": _order_columns(),
        "may_edit": rights_of(by, on=today).may("establishment.edit", unit.authority.path),
        **_charts(people),
    }
    return render(request, "establishment/organisation.html", context)


def found(*, by: Account, on: date, as_of: date | None = None, code: str) -> Organisation:
    """The unit; 404 when the reader may not see it."""
    unit = organisation(by=by, on=on, as_of=as_of, code=code)
    if unit is None:
        raise Http404
    return unit


def board_line(row: Row) -> dict[str, object]:
    """A row of the board component; notes say what is not approved and who is about to leave."""
    return {
        "label": f"{label_of('post_level', row.cell.level)} · {role_of(row.cell.role)}",
        "approved": row.approved or 0,
        "held": row.held,
        "held_url": "#posts",
        "note": _note(row),
    }


def role_of(role: str) -> str:
    known = dict(Post.ROLES)
    return gettext(known[role]) if role in known else role


def _note(row: Row) -> Text | str:
    if row.approved is None:
        return text("未见核定文件")
    if row.falling:
        names = "、".join(f"{seat.name}（{seat.period.until_on:%Y-%m-%d}）" for seat in row.falling)
        return text("一年内将空缺：{names}", names=names)
    return ""


def _child(unit: Organisation) -> dict[str, object]:
    return {"label": unit.name, "url": link("organisation", unit.code)}


def _facts(unit: Organisation) -> list[dict[str, object]]:
    staffing = (
        "、".join(f"{label} {number}" for label, number in unit.staffing.items()) if unit.staffing else ""
    )
    return [
        {"label": gettext("机构编码"), "value": unit.code},
        {"label": gettext("机构简称"), "value": unit.short_name},
        {"label": gettext("机构类别"), "value": label_of("organisation_category", unit.kind)},
        {"label": gettext("机构级别"), "value": label_of("organisation_level", unit.level)},
        {"label": gettext("管理权限主体"), "value": unit.authority.name},
        {"label": gettext("统一社会信用代码"), "value": unit.credit_code},
        {"label": gettext("编制数"), "value": staffing},
        {"label": gettext("设立"), "value": unit.from_on},
        {"label": gettext("备注"), "value": unit.note},
    ]


def _post(post: Seat, holders: list[Holder]) -> dict[str, object]:
    return {
        "name": post.name,
        "level": label_of("post_level", post.level),
        "role": role_of(post.role),
        "mode": pgettext("任职方式", dict(Post.MODES).get(post.mode, post.mode)),
        "is_leading": post.is_leading,
        "pk": post.pk,
        "holders": [
            {"name": line.name, "url": link("person", line.person), "since": line.from_on}
            for line in holders
        ],
    }


def _order(quota: Quota) -> dict[str, object]:
    return {
        "level": label_of("post_level", quota.level),
        "role": role_of(quota.role),
        "number": quota.number,
        "document": quota.document,
        "from_on": quota.from_on,
        "until_on": quota.until_on,
    }


def _order_columns() -> list[Column]:
    return [
        Column("level", "职务层次"),
        Column("role", "职务类别"),
        Column("number", "核定职数", is_number=True),
        Column("document", "批准文号"),
        Column("from_on", "生效"),
        Column("until_on", "失效（不含）"),
    ]


def _charts(people: Structure) -> dict[str, object]:
    """Figures and the rows of the tables beneath them; nothing when nobody is there."""
    if not people.people:
        return {"has_structure": False}
    levels = [
        {"label": label_of("post_level", code) if code != "999" else gettext("未注明"), "value": number}
        for code, number in people.levels.items()
    ]
    ages = [
        {"label": _band(*band), "men": men, "women": women}
        for band, men, women in zip(BANDS, people.men, people.women, strict=True)
    ]
    men, women = gettext("男"), gettext("女")
    return {
        "has_structure": True,
        "level_rows": levels,
        "level_figure": bar_figure(
            [str(row["label"]) for row in levels], [people.levels[code] for code in people.levels]
        ),
        "level_columns": [Column("label", "职务层次"), Column("value", "人数", is_number=True)],
        "age_rows": ages,
        "age_figure": pyramid_figure(
            [str(row["label"]) for row in ages], {men: people.men}, {women: people.women}
        ),
        "age_columns": [
            Column("label", "年龄"),
            Column("men", men, is_number=True),
            Column("women", women, is_number=True),
        ],
    }


def _band(least: int, most: int) -> str:
    if least == 0:
        return gettext("{most}岁以下").format(most=most)
    return (
        gettext("{least}岁以上").format(least=least)
        if most > 100
        else gettext("{least}—{most}岁").format(least=least, most=most)
    )
