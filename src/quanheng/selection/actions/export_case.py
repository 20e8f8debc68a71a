"""Take papers of a case, or the whole of it, out of the house; the journal keeps who took which, and the folder's root."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.models import Case
from quanheng.selection.queries.archive import case_folder
from quanheng.selection.queries.papers import PaperOf, papers

FOLDER, PAPER = "导出案卷", "下载案卷文件"


@action("selection.export_case", label=FOLDER, permission="procedure.view", of=lambda given: given["case"].authority.path)
def export_case(*, by: Account, at: datetime, case: Case, ring: Ring | None = None) -> tuple[dict[str, bytes], str]:
    """Every file of the folder, and its root. The line of the journal comes after: the folder cannot hold its own export.

    Sealed words are in its papers as far as `ring` opens them.
    """
    return case_folder(by=by, on=timezone.localdate(at), case=case, ring=ring)


@action(
    "selection.export_paper",
    label=PAPER,
    permission="procedure.view",
    of=lambda given: given["case"].authority.path,
    keeps=("name",),
)
def export_paper(*, by: Account, at: datetime, case: Case, name: str, ring: Ring | None = None) -> tuple[PaperOf, bytes]:
    """One paper by its file name; refused when the case has none of that name (yet)."""
    for found in papers(by=by, on=timezone.localdate(at), case=case, ring=ring):
        if found.name == name:
            return found, found.make()
    raise Refused(text(PAPER), why=text("本案还没有这份文件"), remedy=text("在“全程纪实”页查看现有文件"))
