"""Checkpoints, keys and witnesses of the log, for the audit administrator; a checkpoint as a sheet with its QR code."""

from base64 import b64encode
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.log_keys import admit_witness, adopt_key, compare_checkpoint, dismiss_witness
from quanheng.access.core.notes import ALGORITHMS, Key, read_checkpoint, read_note
from quanheng.access.core.qr import qr_svg
from quanheng.access.models import Account
from quanheng.access.queries.log import checkpoints, log_keys, log_state, witnesses
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of


class NewKey(forms.Form):
    """启用签名密钥。"""

    key = forms.CharField(label=gettext_lazy("公钥"), max_length=300, help_text=gettext_lazy("签名机上 quanheng log key 显示的一整行"))
    note = forms.CharField(
        label=gettext_lazy("更换书"),
        max_length=2000,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("更换密钥时填写 quanheng log rotate 显示的全文；首次启用不填"),
    )


class NewWitness(forms.Form):
    """登记见证方。"""

    key = forms.CharField(label=gettext_lazy("公钥"), max_length=300, help_text=gettext_lazy("见证方机器上 quanheng log key --witness 显示的一整行"))


class KeptNote(forms.Form):
    """对照检查点。"""

    note = forms.CharField(
        label=gettext_lazy("另存的检查点"),
        max_length=4000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("扫描纸上的二维码，把全文原样粘贴在此"),
    )


FORMS: dict[str, tuple[type[forms.Form], Callable[..., Any], str]] = {
    "adopt": (NewKey, adopt_key, "签名密钥已启用"),
    "admit": (NewWitness, admit_witness, "见证方已登记"),
    "dismiss": (NewWitness, dismiss_witness, "见证方已停止"),
}


@screen("log/", name="checkpoints", permission="access.journal", menu="检查点", order=91)
def checkpoint_list(request: HttpRequest) -> HttpResponse:
    """How far the log is signed and witnessed, its keys, its checkpoints; forms that take keys and witnesses into use."""
    assert isinstance(request.user, Account)
    asked = request.POST.get("do", "")
    made, refused = {name: kind(auto_id=f"{name}_%s") for name, (kind, _act, _done) in FORMS.items()}, None
    if request.method == "POST" and asked in FORMS:
        kind, act, done = FORMS[asked]
        form = made[asked] = kind(request.POST, auto_id=f"{asked}_%s")
        try:
            if form.is_valid():
                act(by=request.user, at=clock.now(), **form.cleaned_data)
                messages.success(request, _(done))
                return redirect("checkpoints")
        except Refused as refusal:
            refused = refusal
    page = slice_of(checkpoints(by=request.user, on=clock.today()), request, order=("-size",), size=20)
    context = {
        "state": log_state(now=clock.now()),
        "keys": [_key(each) for each in log_keys()],
        "witnesses": [_key(each) for each in witnesses()],
        "page": page,
        "rows": list(page),
        "adopt": made["adopt"],
        "admit": made["admit"],
        "refused": refused,
    }
    return render(request, "access/checkpoints.html", context, status=409 if refused else 422 if asked in made else 200)


@screen("log/compare/", name="checkpoint_compare", permission="access.journal")
def compare(request: HttpRequest) -> HttpResponse:
    """A checkpoint from paper or from a witness against today's log: the only way to find a whole database put back."""
    assert isinstance(request.user, Account)
    form, refused, is_extended = KeptNote(request.POST or None), None, None
    if request.method == "POST" and form.is_valid():
        try:
            is_extended = compare_checkpoint(by=request.user, at=clock.now(), note=form.cleaned_data["note"])
        except Refused as refusal:
            refused = refusal
    context = {"form": form, "refused": refused, "is_extended": is_extended}
    return render(request, "access/checkpoint_compare.html", context, status=409 if refused else 200)


@screen("log/<int:size>/", name="checkpoint", permission="access.journal")
def checkpoint(request: HttpRequest, size: int) -> HttpResponse:
    """One checkpoint as a sheet for the paper archive: its text, who cosigned, its QR code."""
    assert isinstance(request.user, Account)
    found = get_object_or_404(checkpoints(by=request.user, on=clock.today()), size=size)
    context = {
        "checkpoint": found,
        "said": read_checkpoint(read_note(found.note)[0]),
        "cosignatures": list(found.cosignatures.all()),
        "keys": [_key(each) for each in log_keys()],
        "qr": b64encode(qr_svg(found.note).encode()).decode(),
    }
    return render(request, "access/checkpoint.html", context)


def _key(key: Key) -> dict[str, str]:
    return {"name": key.name, "algorithm": ALGORITHMS[key.algorithm], "fingerprint": key.fingerprint, "spelt": key.spelt}
