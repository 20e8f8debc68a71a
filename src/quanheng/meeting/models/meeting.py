"""A meeting and its roll. What it discusses is in `item`."""

from django.db import models

from quanheng.access.models import Account
from quanheng.meeting.models.body import Body, BodyMember


class Meeting(models.Model):
    """会议: convened for a moment, opened by the roll, closed once every item is settled."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings", verbose_name="会议主体")
    title = models.CharField("会议名称", max_length=120)
    held_at = models.DateTimeField("召开时间")
    place = models.CharField("地点", max_length=100)
    recorder = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="记录人")
    convened_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="召集人")
    convened_at = models.DateTimeField("通知时间")
    opened_at = models.DateTimeField("开会时间", null=True, blank=True)
    closed_at = models.DateTimeField("散会时间", null=True, blank=True)

    class Meta:
        verbose_name = "会议"
        ordering = ["-held_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["body", "held_at"], name="one_meeting_a_moment")]

    def __str__(self) -> str:
        return self.title


class RollEntry(models.Model):
    """点名: one member who should attend, present or not, and why not."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="roll", verbose_name="会议")
    member = models.ForeignKey(BodyMember, models.PROTECT, related_name="attendances", verbose_name="成员")
    is_present = models.BooleanField("到会")
    reason = models.CharField("缺席原因", max_length=100, blank=True)
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "点名"
        ordering = ["meeting", "member__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="roll_once"),
            models.CheckConstraint(
                condition=models.Q(is_present=True) | ~models.Q(reason=""), name="absence_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}"
