"""What Django asks of a new password beyond its own rules: kinds of characters, and none of the former ones."""

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quanheng.access.core.passwords import kinds_in
from quanheng.access.models import Account, FormerPassword


class Composition:
    """口令组成: of the four kinds of characters at least so many."""

    def __init__(self, kinds: int) -> None:
        self.kinds = kinds

    def validate(self, password: str, user: object = None) -> None:
        if kinds_in(password) < self.kinds:
            raise ValidationError(self.get_help_text(), code="password_composition")

    def get_help_text(self) -> str:
        return _("口令须含大写字母、小写字母、数字、符号中的至少{kinds}种").format(kinds=self.kinds)


class NotFormer:
    """不得重复旧口令: neither the present one nor the newest former ones."""

    def __init__(self, remembered: int) -> None:
        self.remembered = remembered

    def validate(self, password: str, user: object = None) -> None:
        if not isinstance(user, Account) or not user.pk:
            return
        former = FormerPassword.objects.filter(account=user).order_by("-left_at")
        kept = [user.password, *former.values_list("password", flat=True)[: self.remembered]]
        if any(check_password(password, each) for each in kept):
            raise ValidationError(self.get_help_text(), code="password_former")

    def get_help_text(self) -> str:
        return _("不得使用最近{remembered}次用过的口令").format(remembered=self.remembered)
