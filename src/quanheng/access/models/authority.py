"""The tree of management authorities (干部管理权限): who manages whom. Ancestors see descendants, never the reverse."""

from django.db import models


class Authority(models.Model):
    """干部管理权限主体: a committee that manages people and posts."""

    code = models.CharField("代码", max_length=100, unique=True)
    name = models.CharField("名称", max_length=100)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级")
    path = models.CharField("路径", max_length=500, unique=True)

    class Meta:
        verbose_name = "管理权限主体"
        ordering = ["path"]
        constraints = [models.CheckConstraint(condition=models.Q(path__endswith="/"), name="authority_path_ends")]

    def __str__(self) -> str:
        return self.name
