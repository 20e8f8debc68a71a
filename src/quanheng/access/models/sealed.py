"""A column for words that only key holders read. It refuses to store anything that is not sealed."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from quanheng.access.core.profiles import NotOpened, profile_of

if TYPE_CHECKING:
    Binary = models.BinaryField[Any, Any]
else:
    Binary = models.BinaryField


class SealedText(Binary):
    """密文: bytes as sealed by `access.actions.seal`; on an instance not yet saved it may hold the words to be sealed.

    `max_length` is that of the words, and has them typed on one line.
    """

    def __init__(self, *arguments: Any, **given: Any) -> None:
        usual: dict[str, Any] = {"default": b"", "blank": True}
        super().__init__(*arguments, **usual | given)

    def deconstruct(self) -> Any:
        """Said always: it is not what Django takes for usual."""
        name, path, arguments, given = super().deconstruct()
        return name, path, arguments, given | {"blank": self.blank}

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """How long words are and whether there must be some; sealed bytes are told by opening them."""
        if not self.blank and not value:
            raise ValidationError(self.error_messages["blank"], code="blank")
        if self.max_length and isinstance(value, str):
            MaxLengthValidator(self.max_length)(value)
        return value

    def from_db_value(self, value: Any, *_: object) -> bytes:
        return bytes(value) if value is not None else b""

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Words fail here, so that no act can write them in plain by forgetting to seal them."""
        if isinstance(value, str | date) and value:
            raise TypeError(f"{self.model.__name__}.{self.name} must be sealed before it is stored")
        return super().get_db_prep_value(value or b"", connection, prepared)

    def formfield(self, **given: Any) -> forms.Field:
        usual: dict[str, Any] = {"label": self.verbose_name, "required": not self.blank}
        if self.max_length:
            return forms.CharField(max_length=self.max_length, **usual | given)
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), **usual | given)


class SealedDay(SealedText):
    """密文日期: the same for a day, as 1986-04-01."""

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """A day, or bytes."""
        if isinstance(value, str) and value:
            return date.fromisoformat(value)
        return super().clean(value, model_instance)

    def formfield(self, **given: Any) -> forms.Field:
        return forms.DateField(label=self.verbose_name, required=not self.blank, **given)


class HouseSealed(Binary):
    """封存: bytes sealed by a `HouseSeal`; what does not begin as those do is refused."""

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """A file in plain fails here, whoever forgot to seal it."""
        if value:
            try:
                profile_of(bytes(value[:1]))
            except NotOpened:
                raise TypeError(f"{self.model.__name__}.{self.name} must be sealed before it is stored") from None
        return super().get_db_prep_value(value, connection, prepared)


def record_name(row: models.Model) -> str:
    """How data keys and the journal name a row."""
    return f"{row._meta.label_lower}:{row.pk}"


def sealed_names(model: type[models.Model] | models.Model) -> tuple[str, ...]:
    """The sealed columns of a table."""
    return tuple(field.name for field in model._meta.concrete_fields if isinstance(field, SealedText))
