"""Beside the record: how every clock was reckoned, what the quality rules find, and the ways to file, verification, requests."""

from datetime import date
from typing import Any

from quanheng.registry.queries.careers import ranks_of
from quanheng.registry.queries.file import File
from quanheng.registry.queries.quality import kept_issues
from quanheng.registry.screens.clock_panel import clock_panel
from quanheng.registry.screens.quality import issue_line
from quanheng.registry.screens.reader import address
from quanheng.web.screens.links import link


def person_checks(found: File, *, as_of: date, today: date) -> dict[str, Any]:
    """`as_of` for the clocks; the quality rules always speak of the record as it is today."""
    return {
        **clock_panel(found.person, on=as_of),
        "quality_issues": _issues(found, today) if found.may_edit else [],
        "file_links": _links(found),
    }


def _issues(found: File, today: date) -> list[dict[str, str]]:
    """As the last count kept them, asked about again; the page of one person's issues asks every rule."""
    now = kept_issues(found.person.pk, on=today)
    return [issue_line(rule, shows, found.person.pk) for rule, shows in now.items()]


def _links(found: File) -> list[dict[str, str]]:
    """Where else the file is worked on: only what this reader may open."""
    key = found.person.pk
    links = []
    if found.is_own:
        links.append({"label": "申请更正", "url": link("corrections_mine")})
    if not found.is_own or found.may_edit:
        if (clock_url := address("rank_clock", key)) and any(each.kind == "rank" for each in ranks_of(found.person)):
            links.append({"label": "晋升职级", "url": clock_url})
        links.append({"label": "档案审核", "url": link("person_verification", key)})
        links.append({"label": "档案目录和流转", "url": link("person_file", key)})
    if found.may_see_sensitive:
        links.append({"label": "有关机关信息", "url": link("person_agencies", key)})
    if found.may_edit:
        links.append({"label": "数据质量", "url": link("person_quality", key)})
    if found.may_edit and found.person.resume:
        links.append({"label": "按简历登记经历", "url": link("person_resume", key)})
    return links
