"""The log that proves itself: one leaf for each line of the journal and each entry of a record, checkpoints, cosignatures.

Rows are only added. Which tables and what the database refuses: `core/insert_only.py`.
"""

from django.db import models


class LogLeaf(models.Model):
    """记录叶: the salted commitment to one event, in the order of writing; `kind` and `ref` say whose."""

    seq = models.BigIntegerField("顺序号", primary_key=True)
    kind = models.PositiveSmallIntegerField("种类")
    ref = models.BigIntegerField("所指")
    at = models.DateTimeField("时间")
    commitment = models.BinaryField("承诺值", max_length=32)

    class Meta:
        verbose_name = "记录叶"
        ordering = ["seq"]
        constraints = [models.UniqueConstraint(fields=["kind", "ref"], name="log_leaf_once")]

    def __str__(self) -> str:
        return str(self.seq)


class LogSalt(models.Model):
    """盐值: what a commitment cannot be opened without; gone when the content has been erased."""

    seq = models.BigIntegerField("顺序号", primary_key=True)
    salt = models.BinaryField("盐", max_length=16)

    class Meta:
        verbose_name = "盐值"

    def __str__(self) -> str:
        return str(self.seq)


class LogTile(models.Model):
    """树片: the root of a full tile of 256 hashes, so that the root of all is worked out from few."""

    level = models.PositiveSmallIntegerField("层")
    number = models.BigIntegerField("序号")
    root = models.BinaryField("摘要", max_length=32)

    class Meta:
        verbose_name = "树片"
        constraints = [models.UniqueConstraint(fields=["level", "number"], name="log_tile_once")]

    def __str__(self) -> str:
        return f"{self.level}/{self.number}"


class LogErasure(models.Model):
    """内容删除: which leaf lost its content, and the line of the journal that says who did it and why."""

    seq = models.BigIntegerField("顺序号", primary_key=True)
    at = models.DateTimeField("时间")
    why = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = "内容删除"

    def __str__(self) -> str:
        return str(self.seq)


class Checkpoint(models.Model):
    """检查点: the signed statement of the log's size and root at a moment, as the signing process wrote it."""

    size = models.BigIntegerField("条数", primary_key=True)
    at = models.DateTimeField("时间")
    note = models.TextField("签名文本")

    class Meta:
        verbose_name = "检查点"
        ordering = ["-size"]

    def __str__(self) -> str:
        return str(self.size)


class Cosignature(models.Model):
    """见证签名: a witness's signature over a checkpoint, made on another machine."""

    checkpoint = models.ForeignKey(Checkpoint, models.PROTECT, related_name="cosignatures", verbose_name="检查点")
    witness = models.CharField("见证方", max_length=120)
    line = models.CharField("签名行", max_length=400)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "见证签名"
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["checkpoint", "witness"], name="cosignature_once")]

    def __str__(self) -> str:
        return f"{self.checkpoint_id} {self.witness}"


class LogKey(models.Model):
    """日志公钥: a signing key taken into use, a witness admitted or dismissed; the journal's line of the act says who did it."""

    ADOPTED, ADMITTED, DISMISSED = "adopted", "admitted", "dismissed"

    what = models.CharField("事项", max_length=10, choices=[(ADOPTED, "启用"), (ADMITTED, "登记"), (DISMISSED, "停止")])
    key = models.CharField("公钥", max_length=300)
    note = models.TextField("更换书", blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "日志公钥"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.what} {self.key}"
