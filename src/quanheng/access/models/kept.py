"""Columns that whoever may read the row reads, and whoever has the database alone does not: sealed under the installation's key.

They are opened when they are read from a row, and sealed when it is saved, bound to the table, the column and what `of` names in the row.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute

from quanheng.access.core.house_seal import LONGER, HouseSeal
from quanheng.access.core.profiles import INTL, PROFILES, NotOpened, Profile
from quanheng.access.models.keys import NodeKey
from quanheng.access.models.sealed import HouseSealed
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

_BLOCK = 64  # lengths are told in steps
_KEPT = "kept"


class Shut(bytes):
    """封存值: as it lies in the database."""

    @property
    def length(self) -> int:
        """Of what is sealed, without opening it."""
        return max(0, len(self) - LONGER)


class _Opening(DeferredAttribute):
    """Opens a value the first time somebody reads it."""

    field: "HouseKept"

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is None or not isinstance(value, Shut):
            return value
        try:
            value = instance.__dict__[self.field.attname] = self.field.opened(instance, value)
        except Refused:
            if not self.field.instead:
                raise
            return self.field.instead
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class HouseKept(HouseSealed):
    """封存列: bytes. Nothing is found or ordered by it, and `update()` takes only what `shut` gave.

    What does not open is refused, or `instead` is shown: for what merely names a row that somebody must still be able to deal with.
    """

    descriptor_class = _Opening

    def __init__(self, *arguments: Any, of: str, instead: str = "", **given: Any) -> None:
        self.of, self.instead = of, instead
        super().__init__(*arguments, **given)

    def deconstruct(self) -> Any:
        name, path, arguments, given = super().deconstruct()
        return name, path, arguments, given | {"of": self.of} | ({"instead": self.instead} if self.instead else {})

    def to_python(self, value: Any) -> Any:
        return value

    def from_db_value(self, value: Any, *_: object) -> Shut | None:
        return None if value is None else Shut(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        return self.shut(model_instance, model_instance.__dict__[self.attname])

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        if value and not isinstance(value, Shut):
            raise TypeError(f"{self.model.__name__}.{self.name} must be sealed before it is stored")
        return super().get_db_prep_value(value if value is None else value or b"", connection, prepared)

    def get_lookup(self, lookup_name: str) -> Any:
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def shut(self, row: models.Model, value: Any, profile: Profile | None = None) -> Shut | None:
        """As it is stored: what is empty stays empty, what is sealed stays."""
        if value is None or isinstance(value, Shut):
            return value
        return self.shut_in(self._record(row), value, profile)

    def shut_in(self, record: str, value: Any, profile: Profile | None = None) -> Shut:
        """The same for a row known by its record alone."""
        data = self.written(value)
        return Shut(HouseSeal(settings.WORK_KEY, record, profile or house_profile()).seal(data, place=self.name) if data else b"")

    def opened(self, row: models.Model, sealed: bytes) -> Any:
        """Refused when it was changed, or the key is another."""
        return self.opened_in(self._record(row), sealed)

    def opened_in(self, record: str, sealed: bytes) -> Any:
        """The same for a row known by its record alone."""
        try:
            return self.read(HouseSeal(settings.WORK_KEY, record).open(bytes(sealed), place=self.name) if sealed else b"")
        except NotOpened as error:
            raise Refused(
                text("读取保存的内容"),
                why=text("保存的内容打不开：它被改动过，或者封存它的密钥不在本机"),
                remedy=text("把原数据文件夹中的 number_key 放回"),
            ) from error

    def written(self, value: Any) -> bytes:
        return bytes(value)

    def read(self, data: bytes) -> Any:
        return data

    def _record(self, row: models.Model) -> str:
        return f"{row._meta.label_lower}:{getattr(row, self.of)}"


class KeptWords(HouseKept):
    """封存文字: text; `max_length` is that of the words."""

    def __init__(self, *arguments: Any, **given: Any) -> None:
        usual: dict[str, Any] = {"default": ""}
        super().__init__(*arguments, **usual | given)

    def written(self, value: Any) -> bytes:
        return _padded(str(value).encode()) if value else b""

    def read(self, data: bytes) -> str:
        return data.rstrip(b"\0").decode()


class KeptJSON(HouseKept):
    """封存数据: what JSON holds."""

    def written(self, value: Any) -> bytes:
        return b"" if value == {} else _padded(json.dumps(value, ensure_ascii=False).encode())

    def read(self, data: bytes) -> Any:
        return json.loads(data.rstrip(b"\0")) if data else {}


def house_profile() -> Profile:
    """The algorithms that this house writes with: as the recovery key says, `intl` in a house that has none yet."""
    name = NodeKey.objects.filter(authority__isnull=True).order_by("-version").values_list("profile", flat=True).first()
    return PROFILES.get(name or "", INTL)


def shut_rows(rows: Iterable[models.Model], profile: Profile) -> None:
    """Seal what rows hold that are copied into the database instead of saved; a column that was not read stays as it is."""
    for row in rows:
        for field in kept_fields(type(row)).values():
            if field.attname in row.__dict__:
                setattr(row, field.attname, field.shut(row, row.__dict__[field.attname], profile))


def shut_values(row: models.Model, values: dict[str, Any], profile: Profile | None = None) -> dict[str, Any]:
    """Values for `update()` of this row, the kept ones sealed."""
    fields = kept_fields(type(row))
    return {name: fields[name].shut(row, value, profile) if name in fields else value for name, value in values.items()}


@cache
def kept_fields(model: type[models.Model]) -> Mapping[str, HouseKept]:
    """The kept columns of a table, by name."""
    return {field.name: field for field in model._meta.concrete_fields if isinstance(field, HouseKept)}


def as_found(row: models.Model, name: str) -> Any:
    """A value to compare with: opened, or, where it does not open, as it lies there, which equals nothing."""
    try:
        return getattr(row, name)
    except Refused:
        return type(row)._base_manager.only(name).get(pk=row.pk).__dict__[name]


def in_version(value: bytes | None) -> dict[str, str] | None:
    """As a kept version of a row holds a value that is sealed."""
    return {_KEPT: base64.b64encode(value).decode()} if value else None


def from_version(kept: object) -> bytes | None:
    """The sealed value again; None for anything else.

    >>> from_version(in_version(b"abc")), from_version("abc"), from_version({"reason": ""})
    (b'abc', None, None)
    """
    return base64.b64decode(str(kept[_KEPT])) if isinstance(kept, Mapping) and kept.keys() == {_KEPT} else None


def _padded(data: bytes) -> bytes:
    return data.ljust(-(-len(data) // _BLOCK) * _BLOCK, b"\0")
