"""What a person's dated lines come to, worked out ahead for judging everybody at once. Nothing here is a record.

The database itself throws a row away when any line it rests on changes (`migrations/_watch.py`), so none can be out of date.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from quanheng.registry.models.person import Person


class Anchor(models.Model):
    """研判要点: right on every day from `holds_from` to `holds_until`, for the product that was `made_by`.

    The person's authority stands here once more: under row-level security a hundred thousand rows then need no look at their persons.
    `line` has the figures of `core.anchor_columns.PLAIN` as one text: built once, it is read a hundred thousand times a second.
    `levels` has those of `ARRAYS`, a text for each of `LEVELS`: a post asks about three of them.
    """

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, related_name="anchor", verbose_name="干部"
    )
    authority = models.ForeignKey("access.Authority", models.CASCADE, related_name="+", verbose_name="管理机关")
    made_by = models.IntegerField("整理规则")
    holds_from = models.DateField("适用起")
    holds_until = models.DateField("适用止（不含）", null=True)
    line = models.TextField("要点")
    levels = ArrayField(models.TextField(), verbose_name="各层次要点")

    class Meta:
        verbose_name = "研判要点"

    def __str__(self) -> str:
        return f"{self.holds_from}–{self.holds_until or ''}"
