"""What a person serves as beside a post: delegateships, service programmes, posts outside, and how they came in."""

from django.db import models

from quanheng.registry.models.career import PERIOD
from quanheng.registry.models.person import Person


class Delegateship(models.Model):
    """代表、委员身份: delegate or member of a body for a term; read as electorate and as who is to be told (A17)."""

    KINDS = [
        ("party_delegate", "党代会代表"),
        ("committee_member", "党委委员"),
        ("committee_alternate", "党委候补委员"),
        ("discipline_member", "纪委委员"),
        ("deputy", "人大代表"),
        ("standing_member", "人大常委会委员"),
        ("consultative_member", "政协委员"),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="delegateships", verbose_name="干部")
    kind = models.CharField("身份", max_length=30, choices=KINDS)
    body = models.CharField("机构（大会）名称", max_length=120)
    term = models.PositiveIntegerField("届次", null=True, blank=True)
    electoral_unit = models.CharField("选举单位", max_length=120, blank=True)
    from_on = models.DateField("任职（当选）时间")
    until_on = models.DateField("终止时间（不含）", null=True, blank=True)
    end_cause = models.CharField("终止原因", max_length=120, blank=True)

    class Meta:
        verbose_name = "代表委员身份"
        ordering = ["person", "-from_on"]
        constraints = [models.CheckConstraint(condition=PERIOD, name="delegateship_period")]
        indexes = [
            models.Index(fields=["body", "term"], name="delegateship_of_body"),
            models.Index(fields=["until_on"], name="delegateship_until"),
        ]

    def __str__(self) -> str:
        return f"{self.body}{self.get_kind_display()}"


class ServiceProgramme(models.Model):
    """基层服务项目: a spell in one of the programmes that send graduates to the grassroots (A08)."""

    KINDS = [
        ("selected_graduate", "选调生"),
        ("village_official", "大学生村官"),
        ("three_supports", "三支一扶"),
        ("western_volunteer", "大学生志愿服务西部计划"),
        ("special_teacher", "特岗教师"),
        ("enlisted_student", "大学生退役士兵"),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="programmes", verbose_name="干部")
    kind = models.CharField("项目", max_length=30, choices=KINDS)
    batch = models.PositiveIntegerField("批次（年）")
    place = models.CharField("服务地", max_length=120, blank=True)
    from_on = models.DateField("服务起始")
    until_on = models.DateField("服务期满（不含）", null=True, blank=True)
    is_completed = models.BooleanField("服务期满考核合格", null=True, blank=True)

    class Meta:
        verbose_name = "服务基层项目"
        ordering = ["person", "-from_on"]
        constraints = [models.CheckConstraint(condition=PERIOD, name="programme_period")]
        indexes = [
            models.Index(fields=["batch", "id"], name="programme_of_batch"),
            models.Index(fields=["kind", "batch", "id"], name="programme_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.batch}年{self.get_kind_display()}"


class OutsidePost(models.Model):
    """兼职: a post in an enterprise or association held beside office or after it, with its approval (A14, A15)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="outside_posts", verbose_name="干部")
    organisation_text = models.CharField("兼职单位", max_length=200)
    title = models.CharField("兼任职务", max_length=120)
    is_paid = models.BooleanField("取酬", default=False)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    approved_by = models.CharField("批准机关", max_length=120, blank=True)
    document = models.CharField("批准文号", max_length=80, blank=True)
    from_on = models.DateField("兼职起始")
    until_on = models.DateField("兼职终止（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "兼职"
        ordering = ["person", "-from_on"]
        constraints = [models.CheckConstraint(condition=PERIOD, name="outside_post_period")]

    def __str__(self) -> str:
        return f"{self.organisation_text}{self.title}"


class Intake(models.Model):
    """进入机关记录: how and when a person came into the service or was moved within it (凡进必考, A20)."""

    KINDS = [
        ("examined", "考试录用"),
        ("transferred_in", "调任"),
        ("moved", "转任"),
        ("demobilised", "军转安置"),
        ("chosen", "公开遴选"),
        ("appointed_expert", "聘任"),
        ("other", "其他"),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="intakes", verbose_name="干部")
    kind = models.CharField("进入方式", max_length=30, choices=KINDS)
    on = models.DateField("办理日期")
    from_text = models.CharField("来源单位", max_length=200, blank=True)
    to_text = models.CharField("进入单位", max_length=200, blank=True)
    document = models.CharField("批准文号", max_length=80, blank=True)
    exam_year = models.PositiveIntegerField("考试年度", null=True, blank=True)

    class Meta:
        verbose_name = "录用调转"
        ordering = ["person", "-on"]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"
