"""Queries that somebody keeps: the conditions as they stand in an address, under a name."""

from django.db import models

from quanheng.access.models import Account, Authority


class SavedQuery(models.Model):
    """常用查询: conditions over persons or posts, kept for oneself or shared with those who hold the same authority (X02).

    Of a statistical table the conditions also say what its lines and columns are (X03).
    """

    NOUNS = [("people", "干部"), ("posts", "职位"), ("tables", "统计表")]

    name = models.CharField("名称", max_length=80)
    noun = models.CharField("对象", max_length=10, choices=NOUNS, default="people")
    conditions = models.TextField("条件")
    owner = models.ForeignKey(Account, models.CASCADE, related_name="saved_queries", verbose_name="保存人")
    shared_with = models.ForeignKey(Authority, models.CASCADE, null=True, blank=True, related_name="shared_queries", verbose_name="共享范围")
    saved_at = models.DateTimeField("保存时间")

    class Meta:
        verbose_name = "常用查询"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="one_saved_query_a_name")]

    def __str__(self) -> str:
        return self.name
