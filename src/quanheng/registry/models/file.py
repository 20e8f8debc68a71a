"""What else a person's file holds: education, training, yearly grades, awards and sanctions, family, titles."""

from django.db import models

from quanheng.access.models import KeptJSON, KeptWords, SealedDay, SealedText
from quanheng.registry.models.person import Person


class Education(models.Model):
    """学历学位。"""

    MODES = [("fulltime", "全日制教育"), ("inservice", "在职教育")]

    person = models.ForeignKey(Person, models.CASCADE, related_name="educations", verbose_name="干部")
    mode = models.CharField("教育类别", max_length=10, choices=MODES)
    level = models.CharField("学历", max_length=60, blank=True)
    degree = models.CharField("学位", max_length=60, blank=True)
    school = models.CharField("学校（单位）名称", max_length=120, blank=True)
    major = models.CharField("所学专业名称", max_length=120, blank=True)
    from_on = models.DateField("入学时间", null=True, blank=True)
    until_on = models.DateField("毕（肄）业时间", null=True, blank=True)
    is_printed = models.BooleanField("输出标识", default=True)

    class Meta:
        verbose_name = "学历学位"
        ordering = ["person", "until_on", "pk"]

    def __str__(self) -> str:
        return f"{self.level}{self.degree}"


class Training(models.Model):
    """教育培训。"""

    person = models.ForeignKey(Person, models.CASCADE, related_name="trainings", verbose_name="干部")
    name = models.CharField("培训班名称", max_length=120)
    from_on = models.DateField("培训起始日期")
    until_on = models.DateField("培训结束日期")
    hours = models.DecimalField("培训学时", max_digits=6, decimal_places=1)
    organiser = models.CharField("主办单位", max_length=120, blank=True)

    class Meta:
        verbose_name = "教育培训"
        ordering = ["person", "-from_on"]

    def __str__(self) -> str:
        return self.name


class YearGrade(models.Model):
    """年度考核结果。"""

    person = models.ForeignKey(Person, models.CASCADE, related_name="year_grades", verbose_name="干部")
    year = models.PositiveIntegerField("考核年度")
    grade = models.CharField("考核结论", max_length=20)

    class Meta:
        verbose_name = "年度考核"
        ordering = ["person", "-year"]
        constraints = [models.UniqueConstraint(fields=["person", "year"], name="one_grade_a_year")]

    def __str__(self) -> str:
        return f"{self.year} {self.grade}"


class Reward(models.Model):
    """奖励。"""

    person = models.ForeignKey(Person, models.CASCADE, related_name="rewards", verbose_name="干部")
    name = models.CharField("奖励名称", max_length=120)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    approved_by = models.CharField("批准机关", max_length=120, blank=True)

    class Meta:
        verbose_name = "奖励"
        ordering = ["person", "-approved_on"]

    def __str__(self) -> str:
        return self.name


class Sanction(models.Model):
    """处分、组织处理、诫勉: `code` is that of the code table `discipline` (P1 党内警告 … A5 诫勉)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sanctions", verbose_name="干部")
    code = models.CharField("种类", max_length=10)
    name = models.CharField("名称", max_length=120)
    effective_on = models.DateField("生效日期")
    approved_by = models.CharField("批准机关", max_length=120, blank=True)
    months = models.PositiveIntegerField("影响期（月）", null=True, blank=True)
    conduct_from_on = models.DateField("违纪行为起", null=True, blank=True)
    conduct_until_on = models.DateField("违纪行为止", null=True, blank=True)
    lifted_on = models.DateField("解除日期", null=True, blank=True)

    class Meta:
        verbose_name = "处分处理"
        ordering = ["person", "-effective_on"]

    def __str__(self) -> str:
        return self.name


class Relative(models.Model):
    """家庭主要成员及重要社会关系; `other` when the relative has a file of their own.

    What names or describes the relative is sealed; the three columns at the end stand beside it (`registry/core/held_family.py`).
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="relatives", verbose_name="干部")
    other = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="本人亦为干部")
    name = SealedText("姓名", max_length=60, blank=False)
    relation = models.CharField("称谓", max_length=40)
    born_on = SealedDay("出生年月")
    political_status = SealedText("政治面貌", max_length=40)
    post = SealedText("工作单位及职务", max_length=200)
    is_abroad = models.BooleanField("移居国（境）外", null=True, blank=True)
    order = models.PositiveIntegerField("排序", default=0)
    name_index = models.BinaryField("姓名索引", default=b"", editable=False)
    marks = models.BinaryField("内容标记", default=b"", editable=False)
    gone_flags = models.CharField("已故标志", max_length=2, blank=True, default="", editable=False)

    class Meta:
        verbose_name = "家庭成员"
        ordering = ["person", "order", "pk"]

    def __str__(self) -> str:
        return self.relation


class ProfessionalTitle(models.Model):
    """专业技术资格。"""

    person = models.ForeignKey(Person, models.CASCADE, related_name="titles", verbose_name="干部")
    name = models.CharField("资格名称", max_length=120)
    gained_on = models.DateField("获得资格日期", null=True, blank=True)
    route = models.CharField("取得资格途径", max_length=60, blank=True)

    class Meta:
        verbose_name = "专业技术资格"
        ordering = ["person", "-gained_on"]

    def __str__(self) -> str:
        return self.name


class FileGap(models.Model):
    """档案缺口: a line of the file that an import could not take; what it would have settled stays unknown until mended."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="gaps", verbose_name="干部")
    noun = models.CharField("对象", max_length=40)
    source = KeptWords("出处", of="person_id", max_length=200)
    message = KeptJSON("原因", of="person_id", default=dict)

    class Meta:
        verbose_name = "档案缺口"
        ordering = ["person", "noun", "pk"]

    def __str__(self) -> str:
        return f"{self.noun} {self.source}"
