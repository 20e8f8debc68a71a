"""What the public no longer sees of a notice that hangs: a whole item, or a passage of one. What was published is kept."""

from collections.abc import Mapping, Sequence

from quanheng.disclosure.core.profile import FIELDS, REQUIRED
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

COVER = "▇▇"
_WHAT = Text("遮盖公示内容")


def checked_redaction(profile: Mapping[str, object], item: str, passage: str) -> None:
    """Refused for what the notice does not show, and for a whole item without which it would be no notice."""
    if item not in profile:
        raise Refused(
            _WHAT,
            why=text("公示中没有“{item}”", item=Text(FIELDS.get(item, item))),
            remedy=Text("选择公示中有的项目"),
        )
    if passage and passage not in str(profile[item]):
        raise Refused(
            _WHAT,
            why=text("“{item}”中没有这段文字", item=Text(FIELDS[item])),
            remedy=Text("从公示内容中照抄要遮盖的文字"),
        )
    if not passage and item in REQUIRED:
        raise Refused(
            _WHAT,
            why=text("“{item}”是公示必备的项目，不能整项遮盖", item=Text(FIELDS[item])),
            remedy=Text("只遮盖其中的一段文字；内容有误的，撤下后重新公示"),
        )


def shown_profile(
    profile: Mapping[str, object], redactions: Sequence[Mapping[str, str]]
) -> dict[str, object]:
    """The items as the public sees them now.

    >>> shown_profile({"name": "甲", "resume": "住某街1号，任科长"}, [{"item": "resume", "passage": "住某街1号"}])
    {'name': '甲', 'resume': '▇▇，任科长'}
    """
    shown = dict(profile)
    for each in redactions:
        item, passage = each["item"], each["passage"]
        if item not in shown:
            continue
        if passage:
            shown[item] = str(shown[item]).replace(passage, COVER)
        else:
            del shown[item]
    return shown
