"""What a meeting discusses: an item, who steps aside from it, who says what, and the decision with its figures frozen."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account, SealedText
from quanheng.meeting.models.body import BodyMember
from quanheng.meeting.models.meeting import Meeting
from quanheng.procedure.models import Case
from quanheng.registry.models import Person, Post


class Item(models.Model):
    """议题: one person for one post. Once decided nothing in the row changes; a reopened matter is a new item."""

    STATES = [("open", "待议"), ("passed", "通过"), ("failed", "未通过"), ("deferred", "缓议")]
    FORMS = [("oral", "口头表决"), ("hands", "举手表决")]

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items", verbose_name="会议")
    number = models.PositiveIntegerField("序号")
    title = models.CharField("议题", max_length=200)
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="items", verbose_name="选任事项"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="items", verbose_name="拟任人选")
    post = models.ForeignKey(Post, models.PROTECT, related_name="items", verbose_name="拟任职务")
    reopens = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reopened_as", verbose_name="复议的议题"
    )
    reopened_by = models.PositiveIntegerField("同意复议人数", null=True, blank=True)
    state = models.CharField("结果", max_length=10, choices=STATES, default="open")
    form = models.CharField("表决方式", max_length=10, choices=FORMS, blank=True)
    should = models.PositiveIntegerField("应到", null=True, blank=True)
    present = models.PositiveIntegerField("实到", null=True, blank=True)
    recused = models.PositiveIntegerField("回避", null=True, blank=True)
    quorum = models.PositiveIntegerField("法定到会人数", null=True, blank=True)
    agree = models.PositiveIntegerField("同意", null=True, blank=True)
    disagree = models.PositiveIntegerField("不同意", null=True, blank=True)
    defer = models.PositiveIntegerField("缓议", null=True, blank=True)
    needed = models.PositiveIntegerField("通过所需", null=True, blank=True)
    reason = models.CharField("缓议（暂缓表决）理由", max_length=200, blank=True)
    cites = models.JSONField("依据", default=list, blank=True)
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    decided_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )

    class Meta:
        verbose_name = "议题"
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="item_number_once"),
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True)
                | Q(~Q(state="open"), decided_at__isnull=False),
                name="decided_items_are_dated",
            ),
        ]
        indexes = [models.Index(fields=["case", "person"])]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Recusal(models.Model):
    """回避: a member who leaves for one item because it concerns himself or a relative."""

    GROUNDS = [("self", "本人"), ("relative", "亲属"), ("other", "其他可能影响公正的情形")]

    item = models.ForeignKey(Item, models.PROTECT, related_name="recusals", verbose_name="议题")
    member = models.ForeignKey(BodyMember, models.PROTECT, related_name="recusals", verbose_name="成员")
    ground = models.CharField("事由", max_length=10, choices=GROUNDS)
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "回避"
        ordering = ["item", "at", "pk"]
        constraints = [models.UniqueConstraint(fields=["item", "member"], name="recusal_once")]

    def __str__(self) -> str:
        return f"{self.member} {self.get_ground_display()}"


class Expression(models.Model):
    """表态: what one member said on one item, in which place, entered by himself or for him by the recorder. His remark is sealed."""

    STANCES = [("agree", "同意"), ("disagree", "不同意"), ("defer", "缓议")]

    item = models.ForeignKey(Item, models.PROTECT, related_name="expressions", verbose_name="议题")
    member = models.ForeignKey(BodyMember, models.PROTECT, related_name="expressions", verbose_name="成员")
    order = models.PositiveIntegerField("次序")
    stance = models.CharField("意见", max_length=10, choices=STANCES)
    remark = SealedText("说明")
    entered_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "表态"
        ordering = ["item", "order"]
        constraints = [
            models.UniqueConstraint(fields=["item", "member"], name="expression_once"),
            models.UniqueConstraint(fields=["item", "order"], name="expression_order_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.get_stance_display()}"
