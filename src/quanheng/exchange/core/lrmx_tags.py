"""The tags of .lrmx in official order: which field of the form each fills, its label and its length limit."""

from dataclasses import dataclass

OFFICIAL_VERSION = "3.2.1.16"
FAMILY, PHOTO = "JiaTingChengYuan", "ZhaoPian"


@dataclass(frozen=True)
class Tag:
    """One tag (标签); `limit` in characters, 0 none; `is_single` when line breaks are not allowed."""

    name: str
    field: str
    label: str
    limit: int = 0
    is_single: bool = True
    is_new: bool = False
    """Edition 4.0 only: written when filled."""


TAGS: tuple[Tag, ...] = (
    Tag("XingMing", "name", "姓名", 18),
    Tag("XingBie", "sex", "性别", 1),
    Tag("ChuShengNianYue", "born", "出生年月"),
    Tag("MinZu", "ethnic_group", "民族", 18),
    Tag("JiGuan", "native_place", "籍贯", 18),
    Tag("ChuShengDi", "birth_place", "出生地", 18),
    Tag("RuDangShiJian", "party_joined", "入党时间", 18),
    Tag("CanJiaGongZuoShiJian", "work_started", "参加工作时间"),
    Tag("DaoLingNianYue", "age_limit_reached", "到龄年月", is_new=True),
    Tag("JianKangZhuangKuang", "health", "健康状况", 18),
    Tag("ZhuanYeJiShuZhiWu", "professional_title", "专业技术职务", 90),
    Tag("ShuXiZhuanYeYouHeZhuanChang", "speciality", "熟悉专业有何专长", 110),
    Tag("QuanRiZhiJiaoYu_XueLi", "full_time_education", "全日制教育学历", 54),
    Tag("QuanRiZhiJiaoYu_XueWei", "full_time_degree", "全日制教育学位", 54),
    Tag("QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi", "full_time_school", "全日制学历毕业院校系及专业", 90),
    Tag("QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", "full_time_degree_school", "全日制学位毕业院校系及专业", 90),
    Tag("ZaiZhiJiaoYu_XueLi", "in_service_education", "在职教育学历", 54),
    Tag("ZaiZhiJiaoYu_XueWei", "in_service_degree", "在职教育学位", 54),
    Tag("ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi", "in_service_school", "在职学历毕业院校系及专业", 90),
    Tag("ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", "in_service_degree_school", "在职学位毕业院校系及专业", 90),
    Tag("XianRenZhiWu", "current_post", "现任职务", 324),
    Tag("NiRenZhiWu", "proposed_post", "拟任职务", 324),
    Tag("NiMianZhiWu", "post_to_leave", "拟免职务", 324),
    Tag("JianLi", "resume", "简历", is_single=False),
    Tag("JiangChengQingKuang", "awards", "奖惩情况", 552, is_single=False),
    Tag("NianDuKaoHeJieGuo", "assessment", "年度考核结果", 414, is_single=False),
    Tag("RenMianLiYou", "reason", "任免理由", 552, is_single=False),
    Tag(FAMILY, "family", "家庭主要成员及重要社会关系"),
    Tag("ChengBaoDanWei", "reporting_unit", "呈报单位", 252),
    Tag("GaiGeQianRenZhiNianLingJieXian", "former_age_limit", "改革前任职年龄界限", is_new=True),
    Tag("JiSuanNianLingShiJian", "age_reference", "计算年龄时间"),
    Tag("TianBiaoShiJian", "filled_on", "填表时间"),
    Tag("TianBiaoRen", "filled_by", "填表人", 18),
    Tag("ShenFenZheng", "identity_number", "身份证号", 18),
    Tag(PHOTO, "photo", "照片"),
    Tag("Version", "version", "版本"),
)

FAMILY_TAGS: tuple[Tag, ...] = (
    Tag("ChengWei", "relation", "称谓", 18),
    Tag("XingMing", "name", "姓名", 18),
    Tag("ChuShengRiQi", "born", "出生日期"),
    Tag("ZhengZhiMianMao", "political_status", "政治面貌", 18),
    Tag("GongZuoDanWeiJiZhiWu", "work", "工作单位及职务", 124),
)

LABELS = {tag.name: tag.label for tag in TAGS}
"""Tag to label, for messages."""
