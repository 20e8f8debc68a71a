"""The roster's sheets as plain rows: standard headers first, the city's extra columns behind them. Labels, not codes."""

from collections.abc import Callable, Iterator
from datetime import date

from datasets.yunling.careers import LADDER, REFORM, World
from datasets.yunling.dates import eight, six
from datasets.yunling.model import Organisation, Person, Post, Spell
from datasets.yunling.resume import (
    award_text,
    form_degree,
    grade_text,
    present_post,
    present_post_short,
    resume,
)

Row = list[str | int]

HEADERS = {
    "B01单位": "机构名称 机构简称 机构编码 所在政区 隶属关系 机构级别 机构类别 法人单位标识 行政编制数 事业编制数（参照） 事业编制数（非参照） 工勤编制数 其他编制数 参照公务员法管理审批时间 参照公务员法管理审批文号 内设机构领导职数 正职领导职数 副职领导职数 备注 同级排序号 统一社会信用代码",
    "A01人员": "姓名 身份证号 性别 出生年月 籍贯 出生地 成长地 民族 健康状况 参加工作时间 入党时间文字 政治面貌 入党时间 第二党派 第三党派 人员类别 人员管理状态 管理类别 熟悉专业有何特长 现工作单位及职务全称 现工作单位及职务简称 现职务层次 任现职务层次时间 现职级 任现职级时间 专业技术职务 是否具有两年以上基层工作经历 统计关系所在单位 简历 奖惩综述 年度考核结果综述 级别 编制类型 专业技术类公务员任职资格 公务员登记时间 备注",
    "A02职务": "姓名 身份证号 任职机构名称 是否领导成员 成员类别 职务名称 是否领导职务 职务排序 集体内排序 任职时间 任职文号 选拔任用方式 是否破格提拔 任职状态 免职时间 免职文号 职务变动原因综述 职务输出标识 主职务 是否基层工作 职务层次 职务类别 决定机关",
    "A05职务职级": "姓名 身份证号 类别 职务层次（职级） 批准日期 批准文号 终止日期 状态",
    "A06专业技术": "姓名 身份证号 专业技术资格代码 专业技术资格名称 获得资格日期 取得资格途径 评委会或考试名称 输出标识",
    "A08学历学位": "姓名 身份证号 学历名称 学历代码 学位名称 学位代码 入学时间 毕（肄）业时间 学位授予时间 学校（单位）名称 所学专业名称 所学专业类别 教育类别 学制年限 输出标识",
    "A14奖惩": "姓名 身份证号 奖惩名称 奖惩名称代码 批准日期 批准机关 批准机关级别 受奖惩时职务层次 撤销日期 批准机关性质 影响期(月)",
    "A15考核": "姓名 身份证号 考核结论 考核年度",
    "A36家庭及社会关系": "姓名 身份证号 家庭成员姓名 称谓 出生日期 政治面貌 工作单位及职务 排序 是否移居国（境）外",
    "A99Z1补充": "姓名 身份证号 是否考录 录用时间 是否选调生 进入选调生时间",
    "A11培训": "姓名 身份证号 培训班名称 培训起始日期 培训结束日期 培训学时 主办单位",
    "职数": "机构名称 机构编码 职务层次 职务类别 核定职数 批准文号 生效日期 失效日期",
    "职位": "机构名称 机构编码 职位名称 职务层次 职务类别 是否领导职务 任用方式 关键岗位类别 排序",
}
AFFILIATION = {"": "省辖市", "青石县": "县", "白水县": "县"}
KEYS = {"人事": "干部人事", "干部": "干部人事", "组织部": "干部人事", "审批": "项目审批", "投资": "项目审批", "审计": "审计", "财务": "资金物资管理", "预算": "资金物资管理", "国库": "资金物资管理", "执法": "执纪执法", "监督检查": "执纪执法", "案件": "执纪执法", "支队": "执纪执法"}
PARTY_LABEL = {"民盟": "民盟", "民建": "民建", "农工党": "农工党", "九三学社": "九三", "无党派": "无党派"}


def manager(person: Person) -> str:
    """Whose cadre this is (管理类别): 厅局级 the province's, 县处级 the city's wherever they work, the rest by place."""
    level, county = person.current.level, person.current.organisation.county
    if level.startswith("厅局级"):
        return "省级党委管理干部"
    return "县级党委管理干部" if county and not level.startswith("县处级") else "市级党委管理干部"


def decider(spell: Spell) -> str:
    if spell.organisation.kind == "private":
        return spell.organisation.name
    if spell.level.startswith("厅局级"):
        return "中共滇岭省委员会"
    county = spell.organisation.county
    return f"中共{county}委员会" if county and not spell.level.startswith("县处级") else "中共云岭市委员会"


def category(person: Person) -> str:
    family, kind = person.current.organisation.family, person.current.organisation.kind
    if family == "事业":
        return "事业单位专业技术人员" if person.title else "事业单位管理人员"
    if family == "企业":
        return "企业技术人员" if person.title and kind == "private" else "企业管理人员"
    return "参照管理的事业工作人员" if kind == "party_school" else "综合管理类公务员"


def staffing(person: Person) -> str:
    family, kind = person.current.organisation.family, person.current.organisation.kind
    return {"事业": "事业编制（其他）", "企业": "其他编制"}.get(family, "事业编制（参公）" if kind == "party_school" else "行政编制")


def organisation_row(organisation: Organisation, posts: list[Post]) -> Row:
    own = [post for post in posts if post.organisation == organisation]
    seats = {c: sum(p.seats for p in own if p.category.startswith(c)) for c in ("内设", "正职", "副职")}
    kind = "机构分组" if organisation.is_group else "法人单位"
    affiliation = "" if organisation.is_group else "乡" if organisation.short.endswith("乡") else "镇" if organisation.kind == "town" else AFFILIATION[organisation.county]
    size = sum(seats.values()) + organisation.staff
    family = organisation.family
    civil = "" if organisation.is_group or family in {"事业", "企业"} or organisation.kind == "party_school" else size
    by_reference = size if organisation.kind == "party_school" else ""
    return [
        organisation.name, organisation.short, organisation.code, "", affiliation, organisation.level, organisation.category, kind,
        civil, by_reference, size if family == "事业" else "", "", size if family == "企业" else "",
        "20080601" if by_reference else "", "滇人社发〔2008〕12号" if by_reference else "",
        seats["内设"] or "", seats["正职"] or "", seats["副职"] or "", "", int(organisation.code[-3:]), organisation.credit,
    ]


def level_since(person: Person) -> Spell | None:
    """The spell in which the present level began."""
    found = None
    for spell in person.main:
        found = found if found and found.level == spell.level else spell
    return found


def level_date(person: Person) -> str:
    since = level_since(person)
    blank = since is not None and "任职时间" in person.blank_spells.get(person.main.index(since), {})
    return eight(since.start) if since and not blank else ""


def grassroots(person: Person) -> str:
    """The summary answer: 是 from 24 months of grass-roots spells on."""
    spells = person.main
    ends = [spell.start for spell in spells[1:]] + [date(2026, 11, 21)]
    days = sum((end - spell.start).days for spell, end in zip(spells, ends, strict=True) if spell.grassroots == "是")
    return "是" if days >= 730 else "否"


def person_row(person: Person) -> Row:
    current, rank = person.current, person.ranks[-1] if person.ranks else None
    joined = six(person.party_join) if person.party_join else ""
    values: Row = [
        person.name, person.identity, person.sex, six(person.birth), person.native, person.birthplace, person.growth, person.ethnic, person.health,
        six(person.work_start), joined or PARTY_LABEL.get(person.politics, ""), person.politics, joined, "", "", category(person), person.status, manager(person),
        person.speciality, present_post(person), present_post_short(person), "" if unranked(current) else current.level, "" if unranked(current) else level_date(person),
        rank.name if rank else "", eight(rank.start) if rank and rank.start else "", person.title, grassroots(person), current.organisation.name,
        resume(person), award_text(person), grade_text(person), "", staffing(person), "",
        eight(person.work_start.replace(year=person.work_start.year + 1)) if category(person).endswith("公务员") else "", "",
    ]
    return blanked(values, "A01人员", person.blanks)


def blanked(values: Row, sheet: str, blanks: dict[str, str]) -> Row:
    """Replaces what the cast wants missing or wrong, by header."""
    headers = HEADERS[sheet].split(" ")
    for header, value in blanks.items():
        values[headers.index(header)] = value
    return values


def post_rows(person: Person) -> Iterator[Row]:
    spells = person.main
    for place, spell in enumerate(person.spells):
        place_main = spells.index(spell) if not spell.concurrent else -1
        later = spells[place_main + 1] if 0 <= place_main < len(spells) - 1 else None
        until = later.start if later else person.removed_on
        leading = spell.category in {"正职", "副职"}
        row: Row = [
            person.name, person.identity, spell.organisation.name, "是" if leading else "否", spell.category if leading else "其他" if spell.concurrent else "",
            spell.title, "是" if spell.category else "否", 2 if spell.concurrent else 1, "", eight(spell.start), number(spell), spell.mode, "否",
            "已免" if until else "在任", eight(until) if until else "", "", "", "是" if not until else "否", "否" if spell.concurrent else "是",
            spell.grassroots, spell.level, spell.category, decider(spell),
        ]
        yield blanked(row, "A02职务", person.blank_spells.get(place, {}))


def number(spell: Spell) -> str:
    """A document number for leading posts."""
    if not spell.category:
        return ""
    prefix = {"中共滇岭省委员会": "滇委干", "中共云岭市委员会": "云委干"}.get(decider(spell), "县委干")
    return f"{prefix}〔{spell.start.year}〕{(spell.start.toordinal() * 7) % 97 + 1}号"


def unranked(spell: Spell) -> bool:
    """A civil servant without a leading post: a level until the reform of June 2019, since then only a rank."""
    return spell.level == "科员级" and spell.organisation.family in {"机关", "群团"}


def level_rows(person: Person) -> Iterator[Row]:
    """A05: each level with its span, then each rank with its span."""
    spells = [(place, spell) for place, spell in enumerate(person.main)]
    begun = [(place, spell) for place, spell in spells if place == 0 or person.main[place - 1].level != spell.level]
    for order, (place, spell) in enumerate(begun):
        blanks = person.blank_spells.get(place, {})
        end = begun[order + 1][1].start if order + 1 < len(begun) else person.removed_on
        if unranked(spell):
            end = min(end or REFORM, REFORM)
        if not spell.level or spell.start == end or (unranked(spell) and spell.start >= REFORM):
            continue
        since = "" if "任职时间" in blanks else eight(spell.start)
        yield [person.name, person.identity, "职务层次", spell.level, since, number(spell), eight(end) if end else "", "已免" if end else "在任"]
    for order, rank in enumerate(person.ranks):
        after = person.ranks[order + 1].start if order + 1 < len(person.ranks) else person.removed_on
        yield [person.name, person.identity, "职级", rank.name, eight(rank.start) if rank.start else "", "", eight(after) if after else "", "已免" if after else "在任"]


def title_rows(person: Person) -> Iterator[Row]:
    if person.title:
        yield [person.name, person.identity, person.title, person.title, six(person.work_start.replace(year=min(2025, person.work_start.year + 9))), "评审", "滇岭省专业技术职务评审委员会", "是"]


def study_rows(person: Person) -> Iterator[Row]:
    for study in person.studies:
        end = six(study.end)
        yield [
            person.name, person.identity, study.level, study.level, form_degree(study.degree), study.degree, six(study.start), end, end if study.degree else "",
            study.school, study.major, "", study.mode, study.end.year - study.start.year, "是",
        ]


def award_rows(person: Person) -> Iterator[Row]:
    for award in person.awards:
        yield [
            person.name, person.identity, award.name, award.code_label, eight(award.decided_on) if award.decided_on else "", award.body, award.body_level,
            award.post_level, eight(award.ended_on) if award.ended_on else "", award.body_kind, "" if award.months is None else award.months,
        ]


def grade_rows(person: Person) -> Iterator[Row]:
    for year in sorted(person.grades):
        yield [person.name, person.identity, person.grades[year], str(year)]


def family_rows(person: Person) -> Iterator[Row]:
    for place, relative in enumerate(person.family, 1):
        birth = six(relative.birth) if relative.birth else ""
        yield [person.name, person.identity, relative.name, relative.kinship, birth, relative.politics, relative.work, place, relative.abroad]


def entry_rows(person: Person) -> Iterator[Row]:
    if category(person).endswith("公务员"):
        chosen = person.work_start.year > 2008 and sum(map(ord, person.name)) % 17 == 0
        start = six(person.work_start)
        yield [person.name, person.identity, "是", start, "是" if chosen else "否", start if chosen else ""]


def training_rows(person: Person) -> Iterator[Row]:
    for training in person.trainings:
        yield [person.name, person.identity, training.name, eight(training.start), eight(training.end), "" if training.hours is None else training.hours, training.organiser]


def quota_rows(world: World) -> Iterator[Row]:
    """Seats by organisation, level and category; an older order that has lapsed stands before its successor."""
    for organisation in world.organisations:
        own = [post for post in world.posts if post.organisation == organisation]
        for level, kind in sorted({(p.level, p.category) for p in own}, key=lambda key: (-LADDER.index(key[0]), key[1])):
            fitting = [post for post in own if (post.level, post.category) == (level, kind)]
            seats, old = sum(p.seats for p in fitting), sum(p.old_seats or 0 for p in fitting)
            head: Row = [organisation.name, organisation.code, level, kind]
            if old:
                yield [*head, old, "云编〔2015〕6号", "20150101", "20241231"]
            yield [*head, seats, "云编〔2025〕3号" if old else "云编〔2019〕8号", "20250101" if old else "20190301", ""]


def place_rows(world: World) -> Iterator[Row]:
    for order, post in enumerate(world.posts, 1):
        key = next((label for word, label in KEYS.items() if word in post.title), "")
        yield [post.organisation.name, post.organisation.code, post.title, post.level, post.category, "是", post.mode, key, order]


PER_PERSON: dict[str, Callable[[Person], Iterator[Row]]] = {
    "A02职务": post_rows, "A05职务职级": level_rows, "A06专业技术": title_rows, "A08学历学位": study_rows, "A14奖惩": award_rows, "A15考核": grade_rows,
    "A36家庭及社会关系": family_rows, "A99Z1补充": entry_rows, "A11培训": training_rows,
}


def sheet_rows(sheet: str, world: World, people: list[Person]) -> Iterator[Row]:
    """The data rows of one sheet."""
    if sheet == "B01单位":
        yield from (organisation_row(organisation, world.posts) for organisation in world.organisations)
    elif sheet == "A01人员":
        yield from (person_row(person) for person in people)
    elif sheet in PER_PERSON:
        for person in people:
            yield from PER_PERSON[sheet](person)
    else:
        yield from (quota_rows if sheet == "职数" else place_rows)(world)
