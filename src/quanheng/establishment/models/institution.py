"""Posts of public institutions by class and grade, who holds which grade, and the contracts they rest on."""

from django.db import models
from django.db.models import Q

from quanheng.establishment.models.period import PERIOD
from quanheng.registry.models import Organisation, Person

CLASSES = [("management", "管理岗位"), ("technical", "专业技术岗位"), ("worker", "工勤技能岗位")]


class PostScheme(models.Model):
    """岗位设置方案: how many posts of each class and grade an institution may set, as approved (O01)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="post_schemes", verbose_name="单位")
    document = models.CharField("批准文号", max_length=80)
    approved_on = models.DateField("批准日期")
    main_class = models.CharField("主体岗位", max_length=20, choices=CLASSES, default="technical")
    ratio_document = models.CharField("结构比例批准文号", max_length=80, blank=True)
    from_on = models.DateField("生效")
    until_on = models.DateField("失效（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "岗位设置方案"
        ordering = ["organisation__code", "-from_on"]
        constraints = [
            models.UniqueConstraint(fields=["organisation"], condition=Q(until_on__isnull=True), name="one_post_scheme_in_force"),
            models.CheckConstraint(condition=PERIOD, name="post_scheme_period"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.document}"


class GradeQuota(models.Model):
    """岗位等级数: the approved number of one grade of one class in a scheme."""

    scheme = models.ForeignKey(PostScheme, models.CASCADE, related_name="grades", verbose_name="方案")
    post_class = models.CharField("岗位类别", max_length=20, choices=CLASSES)
    grade = models.PositiveSmallIntegerField("等级")
    number = models.PositiveIntegerField("核准数")

    class Meta:
        verbose_name = "岗位等级数"
        ordering = ["scheme", "post_class", "grade"]
        constraints = [models.UniqueConstraint(fields=["scheme", "post_class", "grade"], name="grade_once_a_scheme")]

    def __str__(self) -> str:
        return f"{self.get_post_class_display()}{self.grade}级 {self.number}"


class Engagement(models.Model):
    """岗位聘用: a person holds a grade of a class in an institution for a period (O02)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="engagements", verbose_name="人员")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="engagements", verbose_name="单位")
    post_class = models.CharField("岗位类别", max_length=20, choices=CLASSES)
    grade = models.PositiveSmallIntegerField("等级")
    title = models.CharField("岗位名称", max_length=120, blank=True)
    from_on = models.DateField("聘用起")
    until_on = models.DateField("聘用止（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "岗位聘用"
        ordering = ["organisation__code", "post_class", "grade", "from_on"]
        constraints = [models.CheckConstraint(condition=PERIOD, name="engagement_period")]

    def __str__(self) -> str:
        return f"{self.get_post_class_display()}{self.grade}级"


class Contract(models.Model):
    """聘用合同: signed, runs, is renewed or ends; a renewal is a new contract that names the one before (O03)."""

    KINDS = [("short", "短期"), ("medium", "中期"), ("long", "长期（至退休）"), ("project", "以完成一定工作为期限")]
    ENDS = [("expired", "期满终止"), ("renewed", "续签"), ("agreed", "协商解除"), ("person", "个人解除"), ("unit", "单位解除"), ("retired", "退休终止"), ("died", "死亡终止"), ("succeeded", "单位合并承继")]

    person = models.ForeignKey(Person, models.CASCADE, related_name="contracts", verbose_name="人员")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="contracts", verbose_name="单位")
    kind = models.CharField("合同类别", max_length=10, choices=KINDS)
    is_full_time = models.BooleanField("全日制", default=True)
    signed_on = models.DateField("签订日期")
    from_on = models.DateField("起")
    until_on = models.DateField("止（不含）", null=True, blank=True)
    probation_until_on = models.DateField("试用期止（不含）", null=True, blank=True)
    before = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="renewal", verbose_name="前一合同")
    ended_on = models.DateField("终止（解除）日期", null=True, blank=True)
    end_cause = models.CharField("终止（解除）原因", max_length=10, choices=ENDS, blank=True)

    class Meta:
        verbose_name = "聘用合同"
        ordering = ["organisation__code", "person", "-from_on"]
        constraints = [
            models.CheckConstraint(condition=PERIOD, name="contract_period"),
            models.UniqueConstraint(fields=["person"], condition=Q(ended_on__isnull=True), name="one_contract_in_force"),
        ]
        indexes = [
            models.Index(fields=["until_on", "id"], name="contract_ends"),
            models.Index(fields=["from_on", "id"], name="contract_begins"),
            models.Index(fields=["probation_until_on", "id"], name="contract_trial_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.from_on}"
