"""Take on a local instrument for an authority, and give it up. What would loosen the national law never loads at all."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.library import library, local_layers
from quanheng.regulation.models import LayerAdoption

ADOPT, END = "采用地方规定", "停止采用地方规定"


@action(
    "regulation.layer_adoption.begin",
    label=ADOPT,
    permission="regulation.adopt",
    of=lambda given: given["authority"].path,
    keeps=("authority", "layer", "document", "from_on"),
)
def adopt_layer(
    *, by: Account, at: datetime, authority: Authority, layer: str, document: str, from_on: date
) -> LayerAdoption:
    """From `from_on` the layer's figures and rules bind the authority and those under it. Refused while it already does."""
    if layer not in local_layers():
        titles = "、".join(library(name).instruments[name].zh for name in local_layers())
        raise Refused(
            text(ADOPT),
            why=text("没有收录“{layer}”", layer=layer),
            remedy=text("可采用：{layers}", layers=titles),
        )
    begun = library(layer).instruments[layer].versions[0].from_on
    if from_on < begun:
        raise Refused(
            text(ADOPT),
            why=text("该规定自{day}起施行，不能早于这一天采用", day=begun),
            remedy=text("更正施行日期"),
        )
    held = LayerAdoption.objects.filter(authority=authority, layer=layer).order_by("-from_on").first()
    if held is not None and (held.until_on is None or held.until_on > from_on):
        raise Refused(
            text(ADOPT),
            why=text(
                "{authority}自{day}起已采用该规定（{document}）",
                authority=authority.name,
                day=held.from_on,
                document=held.document,
            ),
            remedy=Text("先停止原有的采用，再按新文号采用"),
        )
    return LayerAdoption.objects.create(
        authority=authority, layer=layer, document=document, from_on=from_on, adopted_by=by, adopted_at=at
    )


@action(
    "regulation.layer_adoption.end",
    label=END,
    permission="regulation.adopt",
    of=lambda given: given["adoption"].authority.path,
    keeps=("until_on", "document"),
    also=lambda given: {"authority": given["adoption"].authority, "layer": given["adoption"].layer},
)
def end_adoption(
    *, by: Account, at: datetime, adoption: LayerAdoption, until_on: date, document: str
) -> LayerAdoption:
    """From `until_on` the layer binds no longer; what was judged under it before stays so judged."""
    row = LayerAdoption.objects.select_for_update().get(pk=adoption.pk)
    if row.until_on is not None:
        raise Refused(
            text(END),
            why=text("已于{day}停止采用", day=row.until_on),
            remedy=text("先前的登记已保留，不必重复办理"),
        )
    if until_on <= row.from_on:
        raise Refused(
            text(END), why=text("停止日期须晚于施行日期{day}", day=row.from_on), remedy=text("更正停止日期")
        )
    row.until_on = until_on
    row.save(update_fields=["until_on"])
    return row
