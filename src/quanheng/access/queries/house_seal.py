"""The seal of a record under the installation's key: for reading, and for writing in the algorithms of the house."""

from django.conf import settings
from django.db.models import Model

from quanheng.access.core.house_seal import HouseSeal
from quanheng.access.models import record_name
from quanheng.access.models.kept import house_profile


def seal_of(record: Model) -> HouseSeal:
    """What opens the pieces of a record, whichever algorithms they were sealed with."""
    return HouseSeal(settings.WORK_KEY, record_name(record))


def new_seal_of(record: Model) -> HouseSeal:
    """What seals them: as the recovery key says, `intl` in a house that has none yet."""
    return HouseSeal(settings.WORK_KEY, record_name(record), house_profile())
