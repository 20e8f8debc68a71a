"""Talks held with a person and the rounds of care: leave, health checks, recuperation, visits (A16)."""

from django.db import models

from quanheng.access.models import SealedText
from quanheng.registry.models.person import Person


class Talk(models.Model):
    """谈心谈话: who talked with whom, when, of what kind; what was said is sealed."""

    KINDS = [
        ("appointment", "任职谈话"),
        ("removal", "免职谈话"),
        ("heart", "谈心谈话"),
        ("reminder", "提醒谈话"),
        ("retirement", "退休谈话"),
        ("visit", "走访慰问谈话"),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="talks", verbose_name="干部")
    kind = models.CharField("谈话类别", max_length=20, choices=KINDS)
    held_on = models.DateField("谈话日期")
    by_text = models.CharField("谈话人", max_length=120)
    summary = SealedText("谈话要点")

    class Meta:
        verbose_name = "谈话"
        ordering = ["person", "-held_on"]

    def __str__(self) -> str:
        return f"{self.held_on} {self.get_kind_display()}"


class Care(models.Model):
    """关怀: one entitlement of a year and when it was taken up; due and not done is a line to chase."""

    KINDS = [("leave", "带薪年休假"), ("health_check", "健康体检"), ("recuperation", "疗养"), ("visit", "走访慰问")]

    person = models.ForeignKey(Person, models.CASCADE, related_name="care", verbose_name="干部")
    kind = models.CharField("事项", max_length=20, choices=KINDS)
    year = models.PositiveIntegerField("年度")
    days_due = models.PositiveIntegerField("应休天数", null=True, blank=True)
    days_taken = models.PositiveIntegerField("已休天数", null=True, blank=True)
    done_on = models.DateField("办理日期", null=True, blank=True)
    note = SealedText("说明")

    class Meta:
        verbose_name = "关怀事项"
        verbose_name_plural = "关怀事项"
        ordering = ["person", "-year", "kind"]
        constraints = [models.UniqueConstraint(fields=["person", "kind", "year"], name="one_care_a_year")]
        indexes = [
            models.Index(fields=["year", "id"], name="care_of_year"),
            models.Index(fields=["year", "id"], condition=models.Q(done_on__isnull=True), name="care_due"),
        ]

    def __str__(self) -> str:
        return f"{self.year}年{self.get_kind_display()}"
