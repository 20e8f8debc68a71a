"""What a person's dated lines come to, worked out ahead for judging everybody at once. Nothing here is a record.

The database itself throws a row away when any line it rests on changes (migration 0004), so none can be out of date.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from quanheng.registry.models.person import Person

_SEATS = models.IntegerField(null=True)


class Anchor(models.Model):
    """研判要点: right on every day from `holds_from` to `holds_until`, for the product that was `made_by`; clocks as `registry.queries.column_months` has them.

    The arrays have a place for each level of `registry.queries.column_careers.LEVELS`; `_most` counts doubtful lines too.
    """

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, related_name="anchor", verbose_name="干部"
    )
    made_by = models.IntegerField("整理规则")
    holds_from = models.DateField("适用起")
    holds_until = models.DateField("适用止（不含）", null=True)
    level = models.CharField("现层次", max_length=10, null=True)
    is_rank_only = models.BooleanField("只有职级")
    is_on_probation = models.BooleanField("试用期内", null=True)
    promoted_on = models.DateField("晋升现层次日期", null=True)
    had_exception = models.BooleanField("曾破格", null=True)
    has_line = models.BooleanField("有任职经历")
    has_rank = models.BooleanField("有职务职级")
    roots = models.IntegerField("基层工作时钟", null=True)
    roots_most = models.IntegerField("基层工作时钟上限", null=True)
    section = models.IntegerField("主任科员层次时钟", null=True)
    clerk = models.IntegerField("一级科员时钟", null=True)
    tenures = ArrayField(_SEATS, verbose_name="领导职务时钟")
    tenures_most = ArrayField(_SEATS, verbose_name="领导职务时钟上限")
    posts = ArrayField(_SEATS, verbose_name="任职职位数")
    posts_most = ArrayField(_SEATS, verbose_name="任职职位数上限")
    education = models.SmallIntegerField("学历档次", null=True)
    training_hours = models.IntegerField("五年培训学时", null=True)
    training_months = models.IntegerField("五年培训月数", null=True)
    grades = models.CharField("各年考核", max_length=200)
    has_spouse = models.BooleanField("有配偶", null=True)
    is_spouse_abroad = models.BooleanField("配偶移居", null=True)
    is_every_child_abroad = models.BooleanField("子女均移居", null=True)

    class Meta:
        verbose_name = "研判要点"

    def __str__(self) -> str:
        return f"{self.holds_from}–{self.holds_until or ''}"
