"""Keys: one's own (open, shut), handing them over, and the changes that take two people."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.account_keys import make_own_key
from quanheng.access.actions.key_grants import hand_over_key
from quanheng.access.actions.key_orders import ask_key_order, decline_key_order, do_key_order
from quanheng.access.actions.open_keys import keep_open
from quanheng.access.core.key_tree import Ring
from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, AccountKey, Authority, KeyOrder
from quanheng.access.queries.keys import held_keys, key_orders, waiting_grants
from quanheng.access.screens.open_keys import ring_for, shut_keys
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

SHOWN = 50


class Password(forms.Form):
    """打开密钥."""

    password = forms.CharField(
        label=gettext_lazy("口令"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class NewOrder(forms.Form):
    """提出密钥事项."""

    kind = forms.ChoiceField(label=gettext_lazy("事项"))
    authority = forms.ModelChoiceField(Authority.objects.all(), label=gettext_lazy("管理权限主体"))
    parent = forms.ModelChoiceField(
        Authority.objects.all(), label=gettext_lazy("新的上级"), required=False, help_text=gettext_lazy("只有调整上级时填写")
    )
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=200)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["kind"].choices = [(code, _(label)) for code, label in KeyOrder.KINDS]  # type: ignore[attr-defined]


@screen("keys/", name="keys", permission="access.keys", menu="密钥", order=83)
def keys(request: HttpRequest) -> HttpResponse:
    """What one holds; POST with the password opens it for this browser."""
    form = Password(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, password = _actor(request), form.cleaned_data["password"]
        try:
            if not AccountKey.objects.filter(account=by).exists():
                make_own_key(by=by, at=clock.now(), password=password)
        except Refused as refusal:
            return _page(request, form, refusal)
        if not by.check_password(password) or not keep_open(request.session, account=by, password=password):
            return _page(request, form, Refused(text("打开密钥"), why=text("口令不对"), remedy=text("核对后重新输入")))
        messages.success(request, _("密钥已打开"))
        return redirect("keys")
    return _page(request, form, None)


@screen("keys/shut/", name="keys_shut", permission="access.keys")
def keys_shut(request: HttpRequest) -> HttpResponse:
    """POST forgets the opened key."""
    response = redirect("keys")
    if request.method == "POST":
        shut_keys(request, response)
        messages.success(request, _("密钥已关闭"))
    return response


@screen("keys/<int:pk>/hand-over/", name="key_hand_over", permission="registry.sensitive")
def key_hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """POST seals the key of the authority to who waits for it."""
    by = _actor(request)
    grant = get_object_or_404(waiting_grants(by=by, on=clock.today()), pk=pk)

    def act(ring: Ring | None) -> None:
        if ring is None:
            raise _shut("交接密钥")
        hand_over_key(by=by, at=clock.now(), grant=grant, ring=ring)

    return _done(request, act, "密钥已交接")


@screen("keys/orders/<int:pk>/<slug:answer>/", name="key_order_answer", permission="registry.sensitive")
def key_order_answer(request: HttpRequest, pk: int, answer: str) -> HttpResponse:
    """POST carries an order out, or declines it."""
    by = _actor(request)
    order = get_object_or_404(key_orders(by=by, on=clock.today()), pk=pk)

    def act(ring: Ring | None) -> None:
        if answer == "do":
            do_key_order(by=by, at=clock.now(), order=order, ring=ring)
        else:
            decline_key_order(by=by, at=clock.now(), order=order)

    return _done(request, act, "已办理")


@screen("keys/orders/", name="key_orders", permission="access.grants", menu="密钥事项", order=83)
def key_order_list(request: HttpRequest) -> HttpResponse:
    """Ask for a change of keys; a holder of the key carries it out."""
    form, refused = NewOrder(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            ask_key_order(by=_actor(request), at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("已提出，等待密钥持有人办理"))
            return redirect("key_orders")
    rows = key_orders(by=_actor(request), on=clock.today())[:SHOWN]
    context = {"form": form, "refused": refused, "orders": [_order(row) for row in rows]}
    return render(request, "access/key_orders.html", context, status=409 if refused else 200)


def _page(request: HttpRequest, form: forms.Form, refused: Refused | None) -> HttpResponse:
    by, today = _actor(request), clock.today()
    context = {
        "form": form,
        "refused": refused,
        "is_open": refused is None and ring_for(request) is not None,
        "held": [
            {
                "authority": row.node.authority.name if row.node.authority else "",
                "version": row.node.version,
                "role": ROLES[row.grant.role].name,
                "given_by": row.given_by.name if row.given_by else _("恢复份额"),
                "given_at": row.given_at,
            }
            for row in held_keys(by=by, on=today)
        ],
        "waiting": [
            {"pk": row.pk, "name": row.account.name, "role": ROLES[row.role].name, "authority": row.authority.name}
            for row in waiting_grants(by=by, on=today)[:SHOWN]
        ],
        "orders": [_order(row) for row in key_orders(by=by, on=today).filter(done_by__isnull=True)[:SHOWN]],
    }
    return render(request, "access/keys.html", context, status=409 if refused else 200)


def _order(row: KeyOrder) -> dict[str, Any]:
    state = "未同意" if row.is_refused else "已办理" if row.done_by else "待办理"
    return {
        "pk": row.pk, "kind": _(row.get_kind_display()), "authority": row.authority.name,
        "parent": row.parent.name if row.parent else "", "reason": row.reason, "asked_by": row.asked_by.name,
        "asked_at": row.asked_at, "done_by": row.done_by.name if row.done_by else "", "state": _(state),
    }  # fmt: skip


def _done(request: HttpRequest, act: Callable[[Ring | None], None], said: str) -> HttpResponse:
    if request.method == "POST":
        try:
            act(ring_for(request))
        except Refused as refusal:
            return _page(request, Password(), refusal)
        messages.success(request, _(said))
    return redirect(link("keys"))


def _shut(what: str) -> Refused:
    return Refused(text(what), why=text("您的密钥没有打开"), remedy=text("在本页输入口令打开后再办"))


def _actor(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)
    return request.user
