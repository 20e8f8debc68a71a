"""Versions in words: when, who, why, and each field that changed before → after. Masked values stay masked."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from quanheng.registry.core.lines import BY_NOUN
from quanheng.registry.models import Revision
from quanheng.registry.queries.file import File
from quanheng.registry.screens.line_panels import opens
from quanheng.registry.screens.line_words import label_of_field, said, said_of_person
from quanheng.web.core.formats import ABSENT


def version_rows(revisions: Iterable[Revision], file: File, *, is_open: bool) -> list[dict[str, Any]]:
    """One entry of the time-line component for each version."""
    return [
        {
            "at": each.at,
            "what": f"{noun_of(each)}：{gettext(_act(each))}",
            "result": gettext("；").join(differences(each, is_open=is_open and _opens(each, file))),
            "who": gettext("{who} · 理由：{reason}").format(who=each.by.name, reason=each.reason or ABSENT),
        }
        for each in revisions
    ]


def _opens(revision: Revision, file: File) -> bool:
    kind = BY_NOUN.get(revision.noun)
    return kind is None or opens(file, kind)


def noun_of(revision: Revision) -> str:
    return gettext(BY_NOUN[revision.noun].label) if revision.noun in BY_NOUN else gettext("基本情况")


def differences(revision: Revision, *, is_open: bool) -> list[str]:
    """`field: before → after` for each field that changed; everything it held when added or withdrawn."""
    before, after = revision.before or {}, revision.after or {}
    kind = BY_NOUN.get(revision.noun)
    names = kind.fields if kind else tuple(before or after)
    lines = []
    for name in names:
        if before.get(name) == after.get(name):
            continue
        one, other = (
            said(kind, name, state, is_open=is_open) if kind else said_of_person(name, state, is_open=is_open)
            for state in (before, after)
        )
        if revision.before is None or revision.after is None:
            lines.append(f"{label_of_field(revision.noun, name)} {one or other}" if one or other else "")
        else:
            lines.append(f"{label_of_field(revision.noun, name)} {one or ABSENT} → {other or ABSENT}")
    return [line for line in lines if line]


def _act(revision: Revision) -> str:
    if revision.before is None:
        return "补录"
    return "撤回" if revision.after is None else "更正"
