"""What the registry offers to those who keep the house running: answers that have had their time."""

from datetime import datetime

from quanheng.kernel.upkeep import Clearing
from quanheng.registry.models import Reckoning


def old_answers(before: datetime) -> int:
    """Reckonings of some days ago are of no use to anybody. How many went."""
    return int(Reckoning.objects.filter(asked_at__lt=before).delete()[0])


ANSWERS = Clearing("reckonings", "后台统计的结果", days=3, clear=old_answers)
