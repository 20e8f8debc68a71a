"""What people report about somebody on notice, and what came of it."""

from django.db import models

from quanheng.access.models import Account, SealedText
from quanheng.disclosure.models.notice import PublicNotice


class Objection(models.Model):
    """公示期间的反映: who may be named or not; it blocks the appointment until it is concluded. What was said is sealed."""

    CHANNELS = [("web", "网页"), ("phone", "电话"), ("letter", "来信"), ("visit", "来访"), ("other", "其他")]

    notice = models.ForeignKey(PublicNotice, models.PROTECT, related_name="objections", verbose_name="公示")
    receipt = models.CharField("回执号", max_length=20, unique=True)
    received_at = models.DateTimeField("收到时间")
    channel = models.CharField("方式", max_length=10, choices=CHANNELS)
    is_named = models.BooleanField("署名")
    name = SealedText("反映人")
    contact = SealedText("联系方式")
    content = SealedText("反映内容")
    is_specific = models.BooleanField("线索具体", null=True, blank=True)
    checked_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核查人"
    )
    concluded_at = models.DateTimeField("办结时间", null=True, blank=True)
    conclusion = SealedText("核查结论")
    affects_appointment = models.BooleanField("影响任职", null=True, blank=True)

    class Meta:
        verbose_name = "反映"
        ordering = ["notice", "received_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(concluded_at__isnull=True)
                | models.Q(
                    checked_by__isnull=False, is_specific__isnull=False, affects_appointment__isnull=False
                ),
                name="concluded_objections_are_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(is_named=False) | ~models.Q(name=b""), name="named_objections_have_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.receipt
