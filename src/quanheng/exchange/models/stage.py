"""What a confirmed import will write, worked out with its preview: rows ready for the database, table by table."""

from django.db import models

from quanheng.access.models import HouseSealed
from quanheng.exchange.models.batch import ImportBatch


class ImportStage(models.Model):
    """待写内容: some thousands of rows of one table in COPY's text form, packed and sealed; gone when the file is written or given up."""

    VERBS = [
        ("hold", "锁定"),
        ("add", "新增"),
        ("change", "变更"),
        ("settle", "缺项已补"),
        ("note", "更正说明"),
    ]

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="stages", verbose_name="批次")
    number = models.PositiveIntegerField("序号")
    verb = models.CharField("写法", max_length=10, choices=VERBS)
    model = models.CharField("表", max_length=60)
    columns = models.JSONField("列", default=list)
    rows = models.PositiveIntegerField("行数")
    data = HouseSealed("内容")

    class Meta:
        verbose_name = "待写内容"
        ordering = ["batch", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="one_stage_a_number")]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} {self.model} {self.rows}"
