"""Cases, their full-process record and the tasks that fall out of them. Knows steps and words, never persons."""

from django.db import models

from quanheng.access.models import Account, Authority


class Case(models.Model):
    """选任事项（案卷）: one run of a procedure, from its opening to its close."""

    number = models.CharField("编号", max_length=40, unique=True)
    title = models.CharField("事项", max_length=200)
    procedure = models.CharField("程序", max_length=60)
    procedure_since = models.DateField("程序版本")
    authority = models.ForeignKey(Authority, models.PROTECT, verbose_name="管理权限主体")
    opened_at = models.DateTimeField("启动时间")
    opened_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="启动人")
    step = models.CharField("当前环节", max_length=60, blank=True)
    version = models.PositiveIntegerField("版次", default=0)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)

    class Meta:
        verbose_name = "选任事项"
        ordering = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class RecordEntry(models.Model):
    """纪实（全程纪实的一条）: time, place, who answers, what, result; chained per case, never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="record", verbose_name="事项")
    number = models.PositiveIntegerField("序号")
    verb = models.CharField("动作", max_length=80)
    matter = models.CharField("事项", max_length=200)
    step = models.CharField("环节", max_length=60)
    outcome = models.CharField("结论代码", max_length=40, default="done")
    happened_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=200, blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="责任人")
    by_name = models.CharField("责任人姓名", max_length=60)
    result = models.TextField("结果")
    cites = models.JSONField("依据", default=list)
    facts = models.JSONField("要素", default=dict)
    documents = models.JSONField("材料", default=list)
    recorded_at = models.DateTimeField("记录时间")
    is_late = models.BooleanField("补记", default=False)
    is_salted = models.BooleanField("按承诺值相扣", default=False, db_default=False)
    previous = models.CharField(max_length=64)
    digest = models.CharField("摘要", max_length=64, unique=True)

    class Meta:
        verbose_name = "纪实"
        ordering = ["case", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="record_number_once")]
        indexes = [models.Index(fields=["-recorded_at"], condition=models.Q(is_late=True), name="record_late")]

    def __str__(self) -> str:
        return f"{self.case_id}-{self.number} {self.matter}"


class Task(models.Model):
    """待办: what falls due, by when, for whom (a permission over an authority, or one account)."""

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name="事项")
    authority = models.ForeignKey(Authority, models.PROTECT, verbose_name="管理权限主体")
    what = models.CharField("事由", max_length=200)
    cites = models.CharField("依据", max_length=200, blank=True)
    permission = models.CharField("由谁办", max_length=60)
    due_on = models.DateField("期限")
    done_at = models.DateTimeField("办结", null=True, blank=True)

    class Meta:
        verbose_name = "待办"
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.what
