"""Persons. What changes over time is in dated rows of their own (`career`, `facts`), never overwritten here."""

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When

from quanheng.access.models import Authority, HouseKept, KeptJSON, KeptWords, SealedText
from quanheng.registry.core.workforces import CATEGORIES, REST, spelled, written
from quanheng.registry.models.organisation import Organisation
from quanheng.registry.models.pieces import PiecesOf

LEVELLED = Case(When(level__isnull=True, then=Value("999")), default=F("level"))
"""The level as lists are ordered by it: who has none comes last. Written here once, as an index answers only to its very words.

Not COALESCE: below a policy the database takes that for something that might tell what is hidden, and asks no index.
"""

OLD_AGE_ON = Func(
    F("born_on"),
    Func(
        Case(When(level__lt="140", then=Value(60)), When(sex="2", then=Value(55)), default=Value(60)),
        function="make_interval",
        template="%(function)s(years => %(expressions)s)",
        output_field=models.DurationField(),
    ),
    arg_joiner=" + ",
    template="(%(expressions)s)::date",
    output_field=models.DateField(),
)
"""The day of the old age at the level of today, which puts retirements in order; women of county level and above as men. For an index too."""

WORKFORCE = Case(
    *(When(category__in=spelled(each), then=Value(each)) for each in CATEGORIES),
    When(category="", then=Value("")),
    default=Value(REST),
)
"""队伍: worked out by the database itself from the category, so that a list of one workforce has an order an index answers."""


class Person(models.Model):
    """干部: one person, managed by one authority (not by the unit where the person works)."""

    SEXES = [("1", "男"), ("2", "女")]

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="persons", verbose_name="管理权限主体")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="staff", verbose_name="统计关系所在单位")
    name = models.CharField("姓名", max_length=60)
    pinyin = models.CharField("全拼", max_length=120, blank=True)
    initials = models.CharField("简拼", max_length=30, blank=True)
    sex = models.CharField("性别", max_length=1, choices=SEXES)
    born_on = models.DateField("出生年月")
    id_number = SealedText("身份证号")
    number_index = models.BinaryField("身份证号索引", null=True, unique=True, editable=False)
    number_flags = models.CharField("身份证号核对结果", max_length=10, blank=True, editable=False)
    number_against = models.CharField("身份证号核对依据", max_length=10, blank=True, editable=False)
    ethnic_group = models.CharField("民族", max_length=30, blank=True)
    native_place = models.CharField("籍贯", max_length=60, blank=True)
    birth_place = models.CharField("出生地", max_length=60, blank=True)
    growth_place = models.CharField("成长地", max_length=60, blank=True)
    health = models.CharField("健康状况", max_length=60, blank=True)
    work_started_on = models.DateField("参加工作时间", null=True, blank=True)
    party_joined_on = models.DateField("入党时间", null=True, blank=True)
    party_text = models.CharField("入党时间（文字）", max_length=60, blank=True)
    political_status = models.CharField("政治面貌", max_length=40, blank=True)
    category = models.CharField("人员类别", max_length=40, blank=True)
    status = models.CharField("人员管理状态", max_length=40, blank=True)
    workforce = models.GeneratedField(
        expression=WORKFORCE, output_field=models.CharField("队伍", max_length=10), db_persist=True
    )
    registered_on = models.DateField("公务员登记时间", null=True, blank=True)
    staffing_type = models.CharField("编制类型", max_length=40, blank=True)
    professional_title = models.CharField("专业技术职务", max_length=120, blank=True)
    speciality = models.CharField("熟悉专业有何专长", max_length=200, blank=True)
    level = models.CharField("现职务层次", max_length=10, null=True, blank=True, editable=False)
    current_post = models.CharField("现任职务", max_length=400, blank=True)
    resume = models.TextField("简历", blank=True)
    awards = KeptWords("奖惩情况", of="key", blank=True)
    appraisals = KeptWords("年度考核结果", of="key", blank=True)
    photo = HouseKept("照片", of="key", null=True, blank=True)
    form_extra = KeptJSON("任免审批表其他项", of="key", default=dict, blank=True)

    class Meta:
        verbose_name = "干部"
        ordering = ["name", "key"]
        # The authority at the end: whoever sees a part of the people walks past the others in the index, and fetches none of them.
        indexes = [
            models.Index(fields=["authority", "name"]),
            models.Index(fields=["pinyin", "name", "key", "authority"], name="person_by_name"),
            models.Index(fields=["born_on", "key", "authority"], name="person_by_age"),
            models.Index(LEVELLED, F("pinyin"), F("name"), F("key"), F("authority"), name="person_by_level"),
            models.Index(F("authority"), LEVELLED, F("pinyin"), F("name"), F("key"), name="person_of_authority"),
            models.Index(F("status"), LEVELLED, F("pinyin"), F("name"), F("key"), F("authority"), name="person_of_status"),
            models.Index(F("workforce"), LEVELLED, F("pinyin"), F("name"), F("key"), F("authority"), name="person_of_workforce"),
            models.Index(OLD_AGE_ON, F("key"), condition=Q(status__in=written("person_status", ("1",))), name="person_old_age"),
            models.Index(fields=["name"], opclasses=["varchar_pattern_ops"], include=["authority", "key"], name="person_name_begins"),
            models.Index(fields=["pinyin", "authority"], opclasses=["varchar_pattern_ops", "int8_ops"], name="person_pinyin_begins"),
            models.Index(fields=["initials", "authority"], opclasses=["varchar_pattern_ops", "int8_ops"], name="person_initials_begin"),
            GinIndex(PiecesOf("authority", "name", "current_post"), name="person_pieces"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_photo(self) -> bool:
        """Told without opening it."""
        return bool(self.photo if "photo" in self.get_deferred_fields() else vars(self)["photo"])
