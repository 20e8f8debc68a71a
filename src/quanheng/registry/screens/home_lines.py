"""What the registry puts on the home page: requests for correction to answer, and answers to one's own."""

from datetime import date
from typing import Any

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.texts import Text, text
from quanheng.registry.queries.correction_requests import MOST, answered_lately, count_to_answer, matter_label
from quanheng.web.screens.links import link


def registry_lines(*, by: Account, on: date) -> list[dict[str, Any]]:
    """Lines for the list of what waits: `name` in words, `url` of the page."""
    lines = []
    if rights_of(by, on=on).may("registry.edit") and (waiting := count_to_answer(by=by, on=on)):
        count = f"{MOST}+" if waiting >= MOST else str(waiting)
        lines.append(_line(text("答复更正申请（{n}）", n=count), link("correction_requests")))
    for row in answered_lately(by=by, on=on):
        said = text("更正申请已答复：{matter}", matter=matter_label(row.matter))
        lines.append(_line(said, link("corrections_mine")))
    return lines


def _line(name: Text, url: str) -> dict[str, Any]:
    return {"name": name, "case": {"number": "", "title": ""}, "url": url}
