"""The one question before something is opened that a page keeps masked: for which work."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PurposeForm(forms.Form):
    """查阅用途."""

    purpose = forms.CharField(
        label=_("查阅用途"), max_length=200, help_text=_("写明为哪项工作查阅；本次查阅连同用途记入操作日志。")
    )
