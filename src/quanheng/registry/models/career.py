"""A person's dated lines: posts held, levels and ranks. Periods are half-open; an open end is still running."""

from typing import Any

from django.db import models
from django.db.models import Case, F, Q, When

from quanheng.access.models import Authority
from quanheng.registry.models.organisation import Organisation, Post
from quanheng.registry.models.person import Person

PERIOD = Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on"))
LEADING = Q(kind="main", is_leading=True)
"""Lines that early warnings look through: by when they began while they run, by when they end once that is known."""

KEPT_AUTHORITY: Any = {
    "null": True, "editable": False, "related_name": "+", "db_index": False, "db_constraint": False, "verbose_name": "管理机关",
}  # fmt: skip
"""The person's own: the database puts it right, so that it needs neither a check nor a look at the person."""

LED_UNDER = Case(When(is_leading=True, then=F("authority")))
"""Whose leading line it is, in the words of an index: the database then counts the authorities among leading lines, not among the others' blanks."""


class Assignment(models.Model):
    """任职经历: one line of a career; `post` when the seat is one of ours, the words always.

    `counted_from_on` is set on a line that a merger or a division of units made: the same seat goes on from that day.
    The person's authority stands on leading lines, as it does on every `Rank`.
    """

    KINDS = [("main", "任职"), ("concurrent", "兼任"), ("acting", "主持工作"), ("secondment", "挂职"), ("exchange", "交流任职"), ("study", "学习"), ("work", "工作")]

    person = models.ForeignKey(Person, models.CASCADE, related_name="assignments", verbose_name="干部")
    authority = models.ForeignKey(Authority, models.DO_NOTHING, **KEPT_AUTHORITY)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="assignments", verbose_name="机构")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="assignments", verbose_name="职务")
    kind = models.CharField("任职形式", max_length=20, choices=KINDS, default="main")
    organisation_text = models.CharField("任职机构名称", max_length=200, blank=True)
    title = models.CharField("职务名称", max_length=200)
    level = models.CharField("职务层次", max_length=10, blank=True)
    role = models.CharField("职务类别", max_length=20, choices=Post.ROLES, blank=True)
    is_leading = models.BooleanField("领导职务", default=False)
    is_grassroots = models.BooleanField("基层工作", null=True, blank=True)
    from_on = models.DateField("任职时间")
    until_on = models.DateField("免职时间（不含）", null=True, blank=True)
    counted_from_on = models.DateField("任现职起算", null=True, blank=True, editable=False)
    mode = models.CharField("选拔任用方式", max_length=40, blank=True)
    is_exceptional = models.BooleanField("破格提拔", default=False)
    decided_by = models.CharField("决定机关", max_length=120, blank=True)
    document = models.CharField("任职文号", max_length=80, blank=True)
    removal_document = models.CharField("免职文号", max_length=80, blank=True)
    probation_from_on = models.DateField("试用期起", null=True, blank=True)
    probation_result = models.CharField("试用期结论", max_length=20, blank=True)

    class Meta:
        verbose_name = "任职经历"
        ordering = ["person", "from_on", "pk"]
        constraints = [models.CheckConstraint(condition=PERIOD, name="assignment_period")]
        indexes = [
            models.Index(fields=["post", "until_on"]),
            models.Index(fields=["level", "person"], condition=Q(kind="main"), include=["from_on", "until_on"], name="assignment_at_level"),
            models.Index(fields=["from_on"], condition=LEADING & Q(until_on__isnull=True), name="assignment_leading_since"),
            models.Index(fields=["until_on"], condition=LEADING & Q(until_on__isnull=False), name="assignment_leading_until"),
            models.Index(fields=["counted_from_on"], condition=Q(counted_from_on__isnull=False), name="assignment_counted_from"),
            models.Index(fields=["person"], condition=Q(is_leading=True), include=["kind", "from_on", "until_on"], name="assignment_leading"),
            models.Index(LED_UNDER, F("from_on"), condition=LEADING, include=["person", "role", "until_on", "authority", "is_leading"], name="assignment_leading_of"),
            models.Index(fields=["organisation"], condition=LEADING, include=["person", "post", "from_on", "until_on"], name="assignment_leading_of_unit"),
            models.Index(fields=["probation_from_on"], condition=Q(probation_from_on__isnull=False, probation_result=""), name="assignment_on_probation"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_text}{self.title}"


class Rank(models.Model):
    """职务层次或职级: a spell at one level (kind level) or in one rank (kind rank).

    The person's authority stands here once more, as with `DayValue`: the database keeps it, whatever a row is saved with.
    """

    KINDS = [("level", "职务层次"), ("rank", "职级")]

    person = models.ForeignKey(Person, models.CASCADE, related_name="ranks", verbose_name="干部")
    authority = models.ForeignKey(Authority, models.DO_NOTHING, **KEPT_AUTHORITY)
    kind = models.CharField("类别", max_length=10, choices=KINDS)
    code = models.CharField("层次（职级）", max_length=20)
    from_on = models.DateField("批准日期")
    until_on = models.DateField("终止日期（不含）", null=True, blank=True)
    document = models.CharField("批准文号", max_length=80, blank=True)

    class Meta:
        verbose_name = "职务职级"
        ordering = ["person", "kind", "from_on"]
        constraints = [models.CheckConstraint(condition=PERIOD, name="rank_period")]
        indexes = [
            models.Index(fields=["code", "person"], condition=Q(kind="level"), include=["from_on", "until_on"], name="rank_at_level"),
            models.Index(fields=["from_on"], condition=Q(kind="level", until_on__isnull=True), name="rank_level_since"),
            models.Index(fields=["from_on", "id"], condition=Q(kind="level", code__lt="140"), include=["person", "until_on", "code", "authority"], name="rank_high_since"),
            models.Index(fields=["person"], condition=Q(kind="level", code__lt="140"), include=["from_on", "until_on", "code", "authority", "id"], name="rank_high_held"),
            models.Index(fields=["from_on", "id"], condition=Q(kind="rank"), include=["person", "until_on", "code", "authority"], name="rank_since"),
            models.Index(fields=["code", "from_on", "id"], condition=Q(kind="rank"), include=["person", "until_on", "authority"], name="rank_of_code"),
            models.Index(fields=["authority", "code", "from_on", "id"], condition=Q(kind="rank"), include=["person", "until_on"], name="rank_of_authority"),
            models.Index(fields=["person"], condition=Q(kind="rank"), include=["code", "from_on", "until_on", "authority"], name="rank_held"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}"
