"""Link an account to its holder's own file. The system administrator types the identity number and learns nothing else."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.accounts import link_account
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.queries.numbers import key_of_holder
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class LinkForm(forms.Form):
    """关联本人档案。"""

    account = forms.ModelChoiceField(Account.objects.filter(person_key=None), label=gettext_lazy("账号"))
    id_number = forms.CharField(label=gettext_lazy("身份证号"), max_length=18, help_text=gettext_lazy("与账号姓名一致的本人档案"))


@screen("accounts/link/", name="account_link", permission="access.accounts", menu="关联档案", order=83)
def account_link(request: HttpRequest) -> HttpResponse:
    """Name and number must be of one person; otherwise refused without saying which of the two is wrong."""
    assert isinstance(request.user, Account)
    form = LinkForm(request.POST or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        account: Account = form.cleaned_data["account"]
        try:
            key = key_of_holder(name=account.name, id_number=form.cleaned_data["id_number"])
            if key is None:
                raise Refused(text("关联本人档案"), why=text("没有姓名和身份证号都相符的档案"), remedy=text("核对姓名和身份证号；档案尚未导入的先导入"))
            link_account(by=request.user, at=clock.now(), account=account, person_key=key)
            messages.success(request, _("已关联"))
            return redirect("account_link")
        except Refused as refusal:
            refused = refusal
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "registry/account_link.html", {"form": form, "refused": refused}, status=status)
