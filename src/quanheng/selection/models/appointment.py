"""The order that appoints, and the probation that follows it."""

from django.db import models

from quanheng.procedure.models import Case
from quanheng.registry.models import Assignment, Person, Post


class AppointmentOrder(models.Model):
    """任职通知（任免文件）。"""

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="order", verbose_name="事项")
    number = models.CharField("发文字号", max_length=80, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="orders", verbose_name="任职人")
    post = models.ForeignKey(Post, models.PROTECT, related_name="orders", verbose_name="职务")
    assignment = models.OneToOneField(Assignment, models.PROTECT, related_name="order", verbose_name="任职")
    decided_on = models.DateField("决定日期")
    issued_on = models.DateField("印发日期")
    talk_on = models.DateField("任前谈话日期", null=True, blank=True)
    talk_by = models.CharField("谈话人", max_length=60, blank=True)

    class Meta:
        verbose_name = "任职通知"
        ordering = ["-issued_on"]

    def __str__(self) -> str:
        return self.number


class Probation(models.Model):
    """任职试用期。"""

    OUTCOMES = [("confirmed", "正式任职"), ("removed", "免去试任职务")]

    order = models.OneToOneField(AppointmentOrder, models.PROTECT, primary_key=True, related_name="probation", verbose_name="任职通知")
    from_on = models.DateField("开始")
    last_on = models.DateField("最后一日")
    assessed_on = models.DateField("考核日期", null=True, blank=True)
    outcome = models.CharField("结论", max_length=20, choices=OUTCOMES, blank=True)
    note = models.TextField("考核意见", blank=True)

    class Meta:
        verbose_name = "试用期"
        ordering = ["last_on"]

    def __str__(self) -> str:
        return f"{self.order} {self.last_on}"
