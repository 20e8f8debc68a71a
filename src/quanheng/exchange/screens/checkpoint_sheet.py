"""A checkpoint of the log on paper: what it states, its text, its QR code, lines to sign on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header

from quanheng.access.core.notes import read_checkpoint, read_note
from quanheng.access.core.qr import qr_svg
from quanheng.access.models import Account, Checkpoint
from quanheng.access.queries.log import checkpoints, log_keys
from quanheng.exchange.core.official import Drawing, Heading, Paper, Plain, Signing, render
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("log/<int:size>/sheet.pdf", name="checkpoint_sheet", permission="access.journal")
def checkpoint_sheet(request: HttpRequest, size: int) -> HttpResponse:
    """One page for the paper archive: a week's printed checkpoint finds out a database put back."""
    assert isinstance(request.user, Account)
    found = get_object_or_404(checkpoints(by=request.user, on=clock.today()), size=size)
    response = HttpResponse(render(_paper(found)), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, f"检查点{size}.pdf") or ""
    return response


def _paper(checkpoint: Checkpoint) -> Paper:
    said = read_checkpoint(read_note(checkpoint.note)[0])
    signed = timezone.localtime(checkpoint.at)
    witnesses = [f"见证：{each.witness}　{timezone.localtime(each.at):%Y-%m-%d %H:%M}" for each in checkpoint.cosignatures.all()]
    keys = [f"签名密钥指纹：{key.fingerprint}" for key in log_keys()]
    return Paper(
        title="日志检查点",
        blocks=[
            Plain(f"日志：{said.origin}"),
            Plain(f"记录至第{said.size}条，签署于{signed:%Y-%m-%d %H:%M:%S}"),
            *(Plain(line) for line in (witnesses or ["见证：无"])),
            Drawing(qr_svg(checkpoint.note), 80, 80, "center"),
            Heading("全文", 2),
            *(Plain(line) for line in checkpoint.note.split("\n") if line),
            *(Plain(line) for line in keys),
            Signing(["打印人", "存档人"]),
        ],
        on=clock.today(),
    )
