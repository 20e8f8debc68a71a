"""A column for words that only key holders read. It refuses to store anything that is not sealed."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    Binary = models.BinaryField[Any, Any]
else:
    Binary = models.BinaryField


class SealedText(Binary):
    """密文: bytes as sealed by `access.actions.seal`; on an instance not yet saved it may hold the words to be sealed."""

    def __init__(self, *arguments: Any, **given: Any) -> None:
        usual: dict[str, Any] = {"default": b"", "blank": True}
        super().__init__(*arguments, **usual | given)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Nothing to check: words are words, and sealed bytes are told by opening them."""
        return value

    def from_db_value(self, value: Any, *_: object) -> bytes:
        return bytes(value) if value is not None else b""

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Words fail here, so that no act can write them in plain by forgetting to seal them."""
        if isinstance(value, str) and value:
            raise TypeError(f"{self.model.__name__}.{self.name} must be sealed before it is stored")
        return super().get_db_prep_value(value or b"", connection, prepared)

    def formfield(self, **given: Any) -> forms.Field:
        return forms.CharField(
            label=self.verbose_name, required=False, widget=forms.Textarea(attrs={"rows": 4}), **given
        )


def record_name(row: models.Model) -> str:
    """How data keys and the journal name a row."""
    return f"{row._meta.label_lower}:{row.pk}"


def sealed_names(model: type[models.Model] | models.Model) -> tuple[str, ...]:
    """The sealed columns of a table."""
    return tuple(field.name for field in model._meta.concrete_fields if isinstance(field, SealedText))
