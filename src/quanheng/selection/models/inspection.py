"""The inspection of the targets: the team, the notice, the four musts, the report; and the consultation after it."""

from django.db import models

from quanheng.access.models import Account, SealedText
from quanheng.procedure.models import Case
from quanheng.selection.models.motion import Candidate


class Inspection(models.Model):
    """考察。"""

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="inspection", verbose_name="事项")
    plan = models.TextField("考察方案", blank=True)
    from_on = models.DateField("考察开始", null=True, blank=True)
    until_on = models.DateField("考察结束", null=True, blank=True)
    notice_on = models.DateField("考察预告日期", null=True, blank=True)
    notice = models.TextField("考察预告", blank=True)

    class Meta:
        verbose_name = "考察"

    def __str__(self) -> str:
        return f"{self.case}"


class Inspector(models.Model):
    """考察组成员。"""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="team", verbose_name="考察")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="考察人员")
    is_leader = models.BooleanField("组长", default=False)

    class Meta:
        verbose_name = "考察组成员"
        ordering = ["inspection", "-is_leader", "pk"]
        constraints = [models.UniqueConstraint(fields=["inspection", "account"], name="inspector_once")]

    def __str__(self) -> str:
        return str(self.account)


class Must(models.Model):
    """凡提四必: one of the four checks for one target, who answered, when and how."""

    KINDS = [
        ("file", "干部档案必审"),
        ("matters", "个人有关事项报告必核"),
        ("discipline", "纪检监察机关意见必听"),
        ("petition", "线索具体的信访举报必查"),
    ]
    RESULTS = [("clear", "无问题"), ("none", "无此情形"), ("doubt", "存疑"), ("dissent", "有不同意见")]

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="musts", verbose_name="考察对象")
    kind = models.CharField("事项", max_length=20, choices=KINDS)
    result = models.CharField("结论", max_length=20, choices=RESULTS)
    answered_by = models.CharField("回复单位（人）", max_length=100)
    answered_on = models.DateField("回复日期")
    document = models.CharField("文号", max_length=80, blank=True)
    note = SealedText("说明")
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="登记人")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "凡提四必"
        ordering = ["candidate", "kind", "recorded_at"]

    def __str__(self) -> str:
        return f"{self.candidate} {self.get_kind_display()}"


class InspectionReport(models.Model):
    """考察材料: one per target; what the team found is sealed, the rating as JSON {grade: votes}."""

    candidate = models.OneToOneField(Candidate, models.PROTECT, primary_key=True, related_name="report", verbose_name="考察对象")
    performance = SealedText("主要表现")
    shortcomings = SealedText("主要缺点和不足")
    wish = SealedText("本人意愿")
    talks = models.PositiveIntegerField("个别谈话人数")
    rating = SealedText("民主测评")

    class Meta:
        verbose_name = "考察材料"

    def __str__(self) -> str:
        return f"{self.candidate}"


class Opinion(models.Model):
    """酝酿意见: what a leader or body that must be asked answered, and when."""

    ANSWERS = [("agree", "同意"), ("disagree", "不同意"), ("deemed", "逾期未复视为同意")]

    case = models.ForeignKey(Case, models.PROTECT, related_name="opinions", verbose_name="事项")
    asked = models.CharField("征求对象", max_length=100)
    capacity = models.CharField("身份", max_length=100)
    received_on = models.DateField("收到日期")
    answered_on = models.DateField("答复日期")
    answer = models.CharField("意见", max_length=20, choices=ANSWERS)
    note = SealedText("说明")

    class Meta:
        verbose_name = "酝酿意见"
        ordering = ["case", "answered_on", "pk"]

    def __str__(self) -> str:
        return f"{self.asked} {self.get_answer_display()}"
