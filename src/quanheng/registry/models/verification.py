"""The paper file behind a person's data: its items, what they prove, where the file is, and what others report."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account, KeptWords, SealedText
from quanheng.registry.models.person import Person


class FileItem(models.Model):
    """档案材料: one paper of the personal file, by class of the catalogue and number."""

    CLASSES = [
        ("1", "履历类"),
        ("2", "自传和思想类"),
        ("3", "考核鉴定类"),
        ("4", "学历学位、专业技术职务、学术评鉴、培训类"),
        ("5", "政审、审计和审核类"),
        ("6", "党、团类"),
        ("7", "表彰奖励类"),
        ("8", "违规违纪违法处理处分类"),
        ("9", "工资、任免、出国和会议代表类"),
        ("10", "其他"),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="file_items", verbose_name="干部")
    item_class = models.CharField("类别", max_length=2, choices=CLASSES)
    number = models.CharField("序号", max_length=20, blank=True)
    title = models.CharField("材料名称", max_length=200)
    made_on = models.DateField("形成时间", null=True, blank=True)
    pages = models.PositiveIntegerField("页数", null=True, blank=True)
    received_on = models.DateField("归档日期", null=True, blank=True)
    is_loose = models.BooleanField("零散材料（未整理入册）", default=False)

    class Meta:
        verbose_name = "档案材料"
        ordering = ["person", "item_class", "number", "pk"]
        indexes = [models.Index(fields=["person"], condition=Q(is_loose=True), name="file_item_loose")]

    def __str__(self) -> str:
        return self.title


class FileLoan(models.Model):
    """档案流转: the file goes out or is consulted, and comes back (A13)."""

    KINDS = [("consult", "查阅"), ("borrow", "借阅"), ("transfer_out", "转出"), ("transfer_in", "转入")]

    person = models.ForeignKey(Person, models.CASCADE, related_name="file_loans", verbose_name="干部")
    kind = models.CharField("事项", max_length=20, choices=KINDS)
    on = models.DateField("日期")
    counterpart = models.CharField("查（借）阅、转递单位", max_length=200)
    purpose = models.CharField("事由", max_length=200)
    approved_by = models.CharField("批准人", max_length=60, blank=True)
    due_on = models.DateField("应还日期", null=True, blank=True)
    returned_on = models.DateField("归还（回执）日期", null=True, blank=True)

    class Meta:
        verbose_name = "档案流转"
        ordering = ["person", "-on"]
        indexes = [models.Index(fields=["due_on"], condition=Q(returned_on__isnull=True), name="file_loan_out")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"


class Verification(models.Model):
    """档案审核: one of the three ages, two histories or the identity: as claimed, as the file shows, as adopted (A12)."""

    FIELDS = [
        ("born_on", "出生日期"),
        ("work_started_on", "参加工作时间"),
        ("party_joined_on", "入党时间"),
        ("education", "学历学位"),
        ("career", "工作经历"),
        ("cadre_status", "干部身份"),
        ("family", "家庭主要成员及重要社会关系"),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="verifications", verbose_name="干部")
    field = models.CharField("审核项目", max_length=30, choices=FIELDS)
    claimed = KeptWords("自填", of="person_id", max_length=200, blank=True)
    evidenced = KeptWords("档案记载", of="person_id", max_length=200, blank=True)
    item = models.ForeignKey(FileItem, models.PROTECT, null=True, blank=True, related_name="verifications", verbose_name="依据材料")
    adopted = KeptWords("认定", of="person_id", max_length=200, blank=True)
    document = models.CharField("认定文号", max_length=80, blank=True)
    opened_on = models.DateField("发现日期")
    settled_on = models.DateField("认定日期", null=True, blank=True)
    note = KeptWords("说明", of="person_id", max_length=300, blank=True)

    class Meta:
        verbose_name = "档案审核"
        ordering = ["person", "field", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "field"], condition=Q(settled_on__isnull=True), name="one_open_verification_a_field"
            )
        ]

    def __str__(self) -> str:
        return self.get_field_display()


class FileReading(models.Model):
    """档案记载: what one paper of the file says of one matter, as it is written, and whether it looks altered."""

    item = models.ForeignKey(FileItem, models.CASCADE, related_name="readings", verbose_name="材料")
    field = models.CharField("审核项目", max_length=30, choices=Verification.FIELDS)
    value = KeptWords("记载", of="item_id", max_length=200)
    is_altered = models.BooleanField("有涂改", default=False)

    class Meta:
        verbose_name = "档案记载"
        verbose_name_plural = "档案记载"
        ordering = ["field", "item"]
        constraints = [models.UniqueConstraint(fields=["item", "field"], name="one_reading_a_paper_and_field")]

    def __str__(self) -> str:
        return f"{self.get_field_display()} {self.value}"


class AgencyFact(models.Model):
    """有关机关提供的信息: what another agency says of a person, with its source and date (A11)."""

    AGENCIES = [
        ("discipline", "纪检监察"),
        ("audit", "审计"),
        ("statistics", "统计"),
        ("personnel", "人力资源社会保障"),
        ("petition", "信访"),
        ("family_planning", "卫生健康"),
        ("inspection", "巡视巡察"),
        ("court", "法院"),
        ("tax", "税务"),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="agency_facts", verbose_name="干部")
    agency = models.CharField("提供机关", max_length=20, choices=AGENCIES)
    on = models.DateField("提供日期")
    matter = models.CharField("事项", max_length=120)
    content = SealedText("内容")
    document = models.CharField("来源文号", max_length=80)
    is_adverse = models.BooleanField("影响使用", null=True, blank=True)

    class Meta:
        verbose_name = "有关机关信息"
        verbose_name_plural = "有关机关信息"
        ordering = ["person", "-on"]

    def __str__(self) -> str:
        return f"{self.get_agency_display()} {self.matter}"


class CorrectionRequest(models.Model):
    """更正申请: what a person finds wrong in the own file, and the answer (A18)."""

    STATES = [("open", "待核"), ("accepted", "已更正"), ("refused", "不予更正"), ("withdrawn", "已撤回")]

    person = models.ForeignKey(Person, models.CASCADE, related_name="correction_requests", verbose_name="干部")
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="申请人")
    asked_at = models.DateTimeField("申请时间")
    matter = models.CharField("栏目", max_length=60)
    held = KeptWords("现记载", of="person_id", max_length=400, blank=True)
    wanted = KeptWords("应为", of="person_id", max_length=400)
    reason = KeptWords("理由和依据材料", of="person_id")
    state = models.CharField("状态", max_length=10, choices=STATES, default="open")
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    answer = KeptWords("答复", of="person_id", blank=True)

    class Meta:
        verbose_name = "更正申请"
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "matter"], condition=Q(state="open"), name="one_open_request_a_matter"
            )
        ]

    def __str__(self) -> str:
        return f"{self.matter} {self.get_state_display()}"
