"""Keys by managing authority: node keys in a tree, account keys, what is handed to whom, data keys of records."""

from django.db import models
from django.db.models import Q

from quanheng.access.core.key_tree import RECOVERY, Node
from quanheng.access.models.account import Account
from quanheng.access.models.authority import Authority
from quanheng.access.models.grant import Grant


class NodeKey(models.Model):
    """节点密钥: one version of the key of an authority; without an authority the recovery key, sealed to nobody."""

    authority = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="keys", verbose_name="管理权限主体")
    version = models.PositiveIntegerField("版本")
    profile = models.CharField("算法套件", max_length=10)
    public = models.BinaryField("公钥")
    above = models.ForeignKey("self", models.PROTECT, null=True, related_name="below", verbose_name="上级密钥")
    sealed = models.BinaryField("私钥密文", default=b"")
    made_at = models.DateTimeField("建立时间")

    class Meta:
        verbose_name = "节点密钥"
        ordering = ["authority__path", "version"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "version"], name="one_node_key_a_version", nulls_distinct=False),
            models.CheckConstraint(condition=Q(authority__isnull=True) | Q(above__isnull=False), name="node_key_below_another"),
        ]

    def __str__(self) -> str:
        return f"{self.authority.code if self.authority else RECOVERY}@{self.version}"

    @property
    def node(self) -> Node:
        """As the pure tree knows it; needs `authority` and `above__authority` loaded."""
        return Node(str(self), bytes(self.public), str(self.above) if self.above else "", bytes(self.sealed))


class AccountKey(models.Model):
    """账号密钥: the pair of one account; the private key is locked with the password and changes its lock with it."""

    account = models.OneToOneField(Account, models.PROTECT, related_name="account_key", verbose_name="账号")
    profile = models.CharField("算法套件", max_length=10)
    public = models.BinaryField("公钥")
    salt = models.BinaryField("盐值")
    locked = models.BinaryField("私钥密文")
    memory_kib = models.PositiveIntegerField("内存代价")
    passes = models.PositiveIntegerField("迭代次数")
    lanes = models.PositiveIntegerField("并行度")

    class Meta:
        verbose_name = "账号密钥"

    def __str__(self) -> str:
        return self.account.username


class KeyGrant(models.Model):
    """密钥授予: a node's private key sealed to an account, for as long as the role it was given for."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="key_grants", verbose_name="账号")
    node = models.ForeignKey(NodeKey, models.PROTECT, related_name="key_grants", verbose_name="节点密钥")
    grant = models.ForeignKey(Grant, models.PROTECT, related_name="key_grants", verbose_name="授权")
    sealed = models.BinaryField("私钥密文")
    given_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", verbose_name="交接人")
    given_at = models.DateTimeField("交接时间")

    class Meta:
        verbose_name = "密钥授予"
        constraints = [models.UniqueConstraint(fields=["account", "node", "grant"], name="one_key_grant")]

    def __str__(self) -> str:
        return f"{self.account} {self.node}"


class DataKey(models.Model):
    """数据密钥: the key of one record and one writing, sealed to the authority that owned the record then."""

    record = models.CharField("档案", max_length=100)
    version = models.PositiveIntegerField("版本")
    owner = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name="管理权限主体")
    node = models.ForeignKey(NodeKey, models.PROTECT, related_name="data_keys", verbose_name="节点密钥")
    sealed = models.BinaryField("密钥密文")

    class Meta:
        verbose_name = "数据密钥"
        constraints = [models.UniqueConstraint(fields=["record", "version"], name="one_data_key_a_version")]

    def __str__(self) -> str:
        return f"{self.record} {self.version}"


class KeyOrder(models.Model):
    """密钥事项: a change of keys that one person asks for and another carries out."""

    KINDS = [("rotate", "更换密钥"), ("move", "调整上级")]

    kind = models.CharField("事项", max_length=10, choices=KINDS)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name="管理权限主体")
    parent = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="新的上级")
    reason = models.CharField("理由", max_length=200)
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="提出人")
    asked_at = models.DateTimeField("提出时间")
    done_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    done_at = models.DateTimeField("办理时间", null=True)
    is_refused = models.BooleanField("未同意", default=False)

    class Meta:
        verbose_name = "密钥事项"
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(condition=Q(done_by__isnull=True) | ~Q(done_by=models.F("asked_by")), name="key_order_of_two_people"),
            models.CheckConstraint(condition=Q(kind="rotate", parent__isnull=True) | Q(kind="move", parent__isnull=False), name="key_order_parent"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.authority}"
