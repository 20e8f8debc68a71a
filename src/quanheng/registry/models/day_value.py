"""What somebody's lines come to on any day, worked out ahead so that a million people are counted or narrowed at once.

Nothing here is a record. The database marks a row when a line it rests on changes; the lines themselves are then asked.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from quanheng.registry.models.person import Person


class DayValue(models.Model):
    """逐日要点: the days on which something changed, in order, and beside each what held from that day on.

    The person's authority stands here once more, as with `Anchor`: who counts a million of these need not look at a million persons to see them.
    """

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, related_name="day_value", verbose_name="干部"
    )
    authority = models.ForeignKey("access.Authority", models.CASCADE, related_name="+", db_index=False, verbose_name="管理机关")
    is_stale = models.BooleanField("待整理", default=True)
    days = ArrayField(models.DateField(), null=True, verbose_name="变动日期")
    levels = ArrayField(models.CharField(max_length=20, null=True), null=True, verbose_name="职务层次")
    level_since = ArrayField(models.DateField(null=True), null=True, verbose_name="层次批准之日")
    ranks = ArrayField(models.CharField(max_length=20, null=True), null=True, verbose_name="职级")
    post_since = ArrayField(models.DateField(null=True), null=True, verbose_name="任现职之日")
    education = ArrayField(models.SmallIntegerField(null=True), null=True, verbose_name="最高学历")

    class Meta:
        verbose_name = "逐日要点"
        indexes = [models.Index(fields=["person"], condition=Q(is_stale=True), name="day_value_stale")]

    def __str__(self) -> str:
        return f"{len(self.days or ())}"
