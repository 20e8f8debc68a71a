"""The screening of a case done beside the page: how far it is."""

from django.db import models
from django.db.models import Q

from quanheng.access.models.job import LIVE, Job
from quanheng.procedure.models import Case


class ScreeningJob(Job):
    """后台研判: everybody whom the asker may consider judged for the post of a case; one at a time for a case."""

    LOCK = 0x514D

    case = models.ForeignKey(Case, models.CASCADE, related_name="screenings", verbose_name="事项")
    seen = models.PositiveIntegerField("提交时的办理次数")
    """The version of the case that the asker looked at: when somebody acts in between, the screening is refused."""

    class Meta:
        verbose_name = "后台研判"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(state__in=LIVE), name="one_live_screening")
        ]
        indexes = [models.Index(fields=["id"], condition=Q(state__in=LIVE), name="live_screenings")]

    def __str__(self) -> str:
        return f"{self.case} {self.get_state_display()}"
