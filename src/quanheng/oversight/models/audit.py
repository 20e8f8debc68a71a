"""A special inspection of selection work and what it found."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account, Authority, SealedText
from quanheng.procedure.models import Case


class Audit(models.Model):
    """专项检查: what was done in the cases of one authority in a period, both its days included, put to the law."""

    LAW_DAYS = [("step", "各环节当日有效的规定")]

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="audits", verbose_name="管理权限主体"
    )
    from_on = models.DateField("检查期间起")
    to_on = models.DateField("检查期间止（含）")
    ordered_by = models.CharField("部署依据", max_length=200)
    law_day = models.CharField("适用规定", max_length=20, choices=LAW_DAYS, default="step")
    layers = models.JSONField("地方规定", default=list, blank=True)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="检查人")
    made_at = models.DateTimeField("检查时间")
    cases = models.PositiveIntegerField("检查事项数", default=0)
    steps = models.PositiveIntegerField("检查环节数", default=0)

    class Meta:
        verbose_name = "专项检查"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=models.F("from_on")), name="audit_period")
        ]

    def __str__(self) -> str:
        return f"{self.authority} {self.from_on:%Y-%m-%d}—{self.to_on:%Y-%m-%d}"


class AuditFinding(models.Model):
    """检查发现问题: one rule that a step of a case does not pass, or that its record leaves undecided.

    What was done about it is sealed; the finding itself names nobody.
    """

    LIGHTS = [("warning", "提示"), ("superior", "须报上级"), ("unknown", "待核"), ("forbidden", "不得")]
    STATES = [("open", "未整改"), ("rectified", "已整改")]

    audit = models.ForeignKey(Audit, models.PROTECT, related_name="findings", verbose_name="专项检查")
    case = models.ForeignKey(Case, models.PROTECT, related_name="audit_findings", verbose_name="事项")
    stage = models.CharField("环节", max_length=30)
    on = models.DateField("环节日期")
    rule = models.CharField("规则", max_length=120)
    light = models.CharField("结论", max_length=20, choices=LIGHTS)
    cites = models.JSONField("依据")
    why = models.JSONField("理由")
    evidence = models.JSONField("纪实条目", default=list)
    kept = models.JSONField("判定明细")
    state = models.CharField("整改情况", max_length=20, choices=STATES, default="open")
    note = SealedText("整改说明")
    rectified_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    rectified_at = models.DateTimeField("登记时间", null=True, blank=True)

    class Meta:
        verbose_name = "检查发现问题"
        ordering = ["audit", "case__number", "on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["audit", "case", "stage", "rule"], name="audit_finding_once"),
            models.CheckConstraint(
                condition=Q(state="open")
                | (Q(rectified_by__isnull=False, rectified_at__isnull=False) & ~Q(note=b"")),
                name="rectified_findings_say_how",
            ),
        ]
        indexes = [models.Index(fields=["audit", "light", "rule"])]

    def __str__(self) -> str:
        return f"{self.case_id} {self.rule}"
