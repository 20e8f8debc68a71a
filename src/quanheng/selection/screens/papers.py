"""Download a paper of a case, or the whole case as a folder that proves itself."""


import io
import zipfile

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.selection.actions.export_case import export_case, export_paper
from quanheng.selection.screens.found import found_case
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("cases/<str:number>/papers/<str:name>", name="paper", permission="procedure.view", is_export=True)
def paper(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """One paper by its file name; taking it is on record, as reading is."""
    assert isinstance(request.user, Account)
    case = found_case(number, by=request.user, on=clock.today())
    try:
        found, content = export_paper(by=request.user, at=clock.now(), case=case, name=name, ring=_ring(request))
    except Refused as refused:
        raise Http404(str(refused)) from refused
    response = HttpResponse(content, content_type=found.content_type)
    response["Content-Disposition"] = content_disposition_header(True, f"{case.number}-{found.name}") or ""
    response["Cache-Control"] = "private, no-store"
    return response


@screen("cases/<str:number>/folder.zip", name="case_folder", permission="procedure.view", is_export=True)
def folder(request: HttpRequest, number: str) -> HttpResponse:
    """The whole case as a zip; unpacked, `quanheng verify` checks it anywhere, offline. On record."""
    assert isinstance(request.user, Account)
    case = found_case(number, by=request.user, on=clock.today())
    files, _root = export_case(by=request.user, at=clock.now(), case=case, ring=_ring(request))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{case.number}/{name}", content, _packing(name))
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(True, f"{case.number}.zip") or ""
    response["Cache-Control"] = "private, no-store"
    return response


def _ring(request: HttpRequest) -> Ring | None:
    """The reader's keys, when they are open."""
    assert isinstance(request.user, Account)
    cookie = request.COOKIES.get(COOKIE, "")
    return opened_ring(request.session, cookie=cookie, account=request.user, at=clock.now())


def _packing(name: str) -> int:
    """A PDF is compressed inside already: packing it again takes as long as all the reading and saves a quarter."""
    return zipfile.ZIP_STORED if name.endswith(".pdf") else zipfile.ZIP_DEFLATED
