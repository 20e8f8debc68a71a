"""The motion of a case and the people considered in it."""

from django.db import models

from quanheng.establishment.models import Vacancy
from quanheng.procedure.models import Case
from quanheng.registry.models import Person, Post


class Motion(models.Model):
    """动议: the post to fill, on whose proposal, why, from whom and how; opens the case."""

    KINDS = [("promotion", "个别提拔任职"), ("further_use", "进一步使用"), ("lateral", "平职调整")]

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="motion", verbose_name="事项")
    vacancy = models.ForeignKey(Vacancy, models.PROTECT, related_name="motions", verbose_name="职位空缺")
    post = models.ForeignKey(Post, models.PROTECT, related_name="motions", verbose_name="职务")
    kind = models.CharField("选任类型", max_length=20, choices=KINDS, default="promotion")
    proposer = models.CharField("动议主体", max_length=100)
    ground = models.TextField("动议理由")
    conditions = models.TextField("任职条件")
    scope = models.TextField("选拔范围")
    method = models.CharField("选拔方式", max_length=100)
    plan = models.TextField("工作方案", blank=True)
    is_directed = models.BooleanField("定向推荐", default=True)
    screened_on = models.DateField("研判日期", null=True, blank=True)

    class Meta:
        verbose_name = "动议"

    def __str__(self) -> str:
        return str(self.case)


class KeptFinding(models.Model):
    """研判明细: what one rule said, kept with a case as it was found that day; all of whom it said the same point to it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="findings", verbose_name="事项")
    digest = models.CharField("摘要", max_length=64)
    said = models.JSONField("内容")

    class Meta:
        verbose_name = "研判明细"
        constraints = [models.UniqueConstraint(fields=["case", "digest"], name="kept_finding_once")]

    def __str__(self) -> str:
        return self.digest


class Candidate(models.Model):
    """人选: a person considered for the post of a case, with the verdict of the screening and how far they came."""

    STAGES = [
        ("screened", "纳入研判"),
        ("forecast", "酝酿人选"),
        ("target", "考察对象"),
        ("proposed", "拟任人选"),
        ("appointed", "已任职"),
        ("out", "不再考虑"),
    ]
    LIGHTS = [("passed", "通过"), ("warning", "提示"), ("superior", "须报上级"), ("forbidden", "不得"), ("unknown", "待核")]

    case = models.ForeignKey(Case, models.PROTECT, related_name="candidates", verbose_name="事项")
    person = models.ForeignKey(Person, models.PROTECT, related_name="candidacies", verbose_name="人选")
    stage = models.CharField("阶段", max_length=20, choices=STAGES, default="screened")
    light = models.CharField("研判结论", max_length=20, choices=LIGHTS, blank=True)
    findings = models.JSONField("研判明细", default=list, blank=True)
    """The numbers of the `KeptFinding`s, the worst first."""
    reason = models.JSONField("首要理由", default=dict, blank=True)
    """The first of the findings that is not passed, in short: lists of a thousand people read this, not the findings."""
    note = models.TextField("说明", blank=True)

    class Meta:
        verbose_name = "人选"
        ordering = ["case", "person__name"]
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="candidate_once")]
        indexes = [models.Index(fields=["case", "light"])]

    def __str__(self) -> str:
        return f"{self.person}"
