"""What was, kept: earlier versions of corrected lines, and of organisations that were renamed, moved, merged or split."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account
from quanheng.registry.models.organisation import Organisation
from quanheng.registry.models.person import Person


class Revision(models.Model):
    """更正: a line of a record before and after, the reason, who and when. `before` or `after` null: added, withdrawn."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="revisions", verbose_name="干部")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="revisions", verbose_name="机构")
    noun = models.CharField("对象", max_length=40)
    line = models.CharField("行", max_length=60)
    before = models.JSONField("更正前", null=True)
    after = models.JSONField("更正后", null=True)
    reason = models.CharField("理由", max_length=300)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("办理时间")

    class Meta:
        verbose_name = "更正"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation__isnull=True) | Q(person__isnull=True, organisation__isnull=False),
                name="revision_of_one",
            )
        ]
        indexes = [models.Index(fields=["noun", "line"])]

    def __str__(self) -> str:
        return f"{self.noun} {self.line}"


class OrganisationVersion(models.Model):
    """机构沿革: how an organisation was called and where it stood before a change; the present is on the organisation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="versions", verbose_name="机构")
    name = models.CharField("机构名称", max_length=120)
    short_name = models.CharField("机构简称", max_length=60, blank=True)
    parent = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="上级机构")
    kind = models.CharField("机构类别", max_length=40, blank=True)
    level = models.CharField("机构级别", max_length=10, blank=True)
    from_on = models.DateField("起", null=True, blank=True)
    until_on = models.DateField("止（不含）")

    class Meta:
        verbose_name = "机构沿革"
        ordering = ["organisation", "until_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_on__isnull=True) | Q(until_on__gte=models.F("from_on")), name="organisation_version_period"
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationChange(models.Model):
    """机构变动: one order that founds, renames, moves, merges, splits or ends organisations (B01)."""

    KINDS = [
        ("founded", "设立"),
        ("renamed", "更名"),
        ("moved", "调整隶属关系"),
        ("merged", "合并"),
        ("split", "分设"),
        ("ended", "撤销"),
    ]

    kind = models.CharField("变动类别", max_length=10, choices=KINDS)
    on = models.DateField("生效日期")
    document = models.CharField("批准文号", max_length=80)
    reason = models.CharField("说明", max_length=300, blank=True)
    before = models.ManyToManyField(Organisation, related_name="changes_out", blank=True, verbose_name="变动前机构")
    after = models.ManyToManyField(Organisation, related_name="changes_in", blank=True, verbose_name="变动后机构")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("办理时间")

    class Meta:
        verbose_name = "机构变动"
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"


class PlannedChange(models.Model):
    """待生效的机构变动: an order whose day has not come; carried out on that day, or the reason is kept why it could not be."""

    ACTS = [
        ("found", "设立"),
        ("rename", "更名"),
        ("move", "调整隶属关系"),
        ("merge", "合并"),
        ("split", "分设"),
        ("end", "撤销"),
    ]
    STATES = [("waiting", "待生效"), ("done", "已生效"), ("refused", "未能办理"), ("withdrawn", "已撤回")]

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="planned_changes", verbose_name="机构")
    act = models.CharField("变动类别", max_length=10, choices=ACTS)
    on = models.DateField("生效日期")
    document = models.CharField("批准文号", max_length=80)
    given = models.JSONField("变动内容", default=dict)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="办理人")
    at = models.DateTimeField("登记时间")
    state = models.CharField("状态", max_length=10, choices=STATES, default="waiting")
    settled_at = models.DateTimeField("办结时间", null=True, blank=True)
    outcome = models.JSONField("未能办理的原因", null=True, blank=True)

    class Meta:
        verbose_name = "待生效的机构变动"
        verbose_name_plural = "待生效的机构变动"
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["on", "id"], condition=Q(state="waiting"), name="planned_change_waiting")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_act_display()} {self.organisation}"
