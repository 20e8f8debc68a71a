"""What selection offers to those who keep the house running: traces of screenings that have had their time."""

from datetime import datetime

from quanheng.access.models.job import LIVE
from quanheng.kernel.upkeep import Clearing
from quanheng.selection.models import ScreeningJob


def old_screenings(before: datetime) -> int:
    """Jobs that ended before then; what they found stays with the case. How many went."""
    return int(ScreeningJob.objects.exclude(state__in=LIVE).filter(asked_at__lt=before).delete()[0])


SCREENINGS = Clearing("screening_jobs", "已办结的后台研判", days=30, clear=old_screenings)
