"""Organisations and posts, dated: nothing is overwritten when a unit is renamed, moved or closed."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from quanheng.access.models import Authority
from quanheng.registry.models.pieces import Pieces


class Organisation(models.Model):
    """机构（单位）: a body, department, institution or enterprise, and the authority that manages its leaders."""

    code = models.CharField("机构编码", max_length=60, unique=True)
    name = models.CharField("机构名称", max_length=120)
    short_name = models.CharField("机构简称", max_length=60, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级机构")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="organisations", verbose_name="管理权限主体")
    kind = models.CharField("机构类别", max_length=40, blank=True)
    level = models.CharField("机构级别", max_length=10, blank=True)
    place = models.CharField("所在政区", max_length=60, blank=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    staffing = models.JSONField("编制数", default=dict, blank=True)
    note = models.TextField("备注", blank=True)
    order = models.PositiveIntegerField("排序", default=0)
    from_on = models.DateField("设立", null=True, blank=True)
    until_on = models.DateField("撤销（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "机构"
        ordering = ["code"]
        indexes = [
            models.Index(fields=["order", "code"], name="organisation_in_order"),
            GinIndex(Pieces("name", "short_name"), name="organisation_pieces"),
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """职务（岗位）: one seat by name; level and role decide which rules apply to whoever fills it."""

    ROLES = [
        ("chief", "正职"),
        ("deputy", "副职"),
        ("inner_chief", "内设正职"),
        ("inner_deputy", "内设副职"),
        ("other", "其他"),
    ]
    MODES = [("elected", "选任制"), ("appointed", "委任制"), ("contract", "聘任制"), ("exam", "考任")]

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts", verbose_name="机构")
    name = models.CharField("职务名称", max_length=120)
    level = models.CharField("职务层次", max_length=10)
    role = models.CharField("职务类别", max_length=20, choices=ROLES)
    mode = models.CharField("任用方式", max_length=20, choices=MODES, default="appointed")
    is_leading = models.BooleanField("领导职务", default=True)
    key_functions = models.CharField("关键岗位类别", max_length=100, blank=True)
    duty = models.TextField("职责说明", blank=True)
    order = models.PositiveIntegerField("排序", default=0)
    from_on = models.DateField("设置", null=True, blank=True)
    until_on = models.DateField("撤销（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "职务"
        ordering = ["organisation__code", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name", "order"], name="one_row_a_seat")]
        indexes = [
            GinIndex(Pieces("name"), name="post_pieces"),
            models.Index(fields=["id"], condition=Q(key_functions__gt=""), name="post_key"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation.name}{self.name}"
