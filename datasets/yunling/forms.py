"""任免审批表.zip: `.lrmx` forms as three producers write them. The habits differ on purpose; the people are the roster's."""

import base64
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from datasets.yunling.dates import AS_OF, dotted, first_day, month_of, retirement, six
from datasets.yunling.model import Person, Study
from datasets.yunling.people import limit_years
from datasets.yunling.portrait import portrait
from datasets.yunling.resume import PAD, award_text, form_degree, grade_text, present_post, resume
from datasets.yunling.rows import PARTY_LABEL

COUNT = 180
STAMP = (AS_OF.year, AS_OF.month, AS_OF.day, 9, 0, 0)
FAMILY = [("ChengWei", "kinship"), ("XingMing", "name"), ("ChuShengRiQi", "birth"), ("ZhengZhiMianMao", "politics"), ("GongZuoDanWeiJiZhiWu", "work")]
PROPOSED = {"周景行": "云岭市交通运输局副局长"}
TAIL = ["ChengBaoDanWei", "JiSuanNianLingShiJian", "TianBiaoShiJian", "TianBiaoRen", "ShenFenZheng"]
LATE = ["DaoLingNianYue", "GaiGeQianRenZhiNianLingJieXian"]

Values = dict[str, str]


class GbkInfo(zipfile.ZipInfo):
    """An entry whose name is GBK bytes without the UTF-8 flag, as older Windows tools write it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the name zipfile calls
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def _school(study: Study | None) -> str:
    return f"{study.school}{study.major}专业" if study else ""


def _education(person: Person) -> Values:
    full = [study for study in person.studies if study.mode == "全日制"]
    part = [study for study in person.studies if study.mode == "在职"]
    values: Values = {}
    for tag, studies in (("QuanRiZhiJiaoYu", full), ("ZaiZhiJiaoYu", part)):
        last = studies[-1] if studies else None
        level = last.level.replace("省（区、市）", "滇岭省") if last else ""
        values[f"{tag}_XueLi"] = level if tag == "QuanRiZhiJiaoYu" or not last else last.level
        values[f"{tag}_XueWei"] = form_degree(last.degree) if last else ""
        values[f"{tag}_XueLi_BiYeYuanXiaoXi"] = _school(last)
        values[f"{tag}_XueWei_BiYeYuanXiaoXi"] = ""
    order = ["XueLi", "XueWei", "XueLi_BiYeYuanXiaoXi", "XueWei_BiYeYuanXiaoXi"]
    return {f"{kind}_{part_}": values[f"{kind}_{part_}"] for kind in ("QuanRiZhiJiaoYu", "ZaiZhiJiaoYu") for part_ in order}


def _remarks(person: Person) -> list[tuple[date, str]]:
    """What the form tells beyond the roster: a spell of secondment inside a long enough period."""
    rng = Random(f"表:{person.identity}")
    spells = person.main
    for spell, later in pairwise(spells):
        if spell.organisation.code.startswith("001.004") and month_of(later.start) - month_of(spell.start) > 20:
            begin = month_of(spell.start) + rng.randint(2, 6)
            start, end = first_day(begin), first_day(begin + rng.randint(6, 12))
            return [(end, f"（其间：{dotted(start)}--{dotted(end)}在青石县云台镇挂职锻炼）")]
    return []


def values(person: Person) -> Values:
    """All tags of the official skeleton in their order, photo and version apart."""
    rng = Random(f"代:{person.identity}")
    life = resume(person, _remarks(person))
    if person.current.category in {"正职", "副职"} and rng.random() < 0.4:
        life += f"\n\n{PAD}第{rng.choice('五六七')}届云岭市党代会代表"
    joined = six(person.party_join) if person.party_join else PARTY_LABEL.get(person.politics, "")
    limit = limit_years(person.sex, person.current.level, person.current.organisation)
    return {
        "XingMing": person.name, "XingBie": person.sex, "ChuShengNianYue": six(person.birth), "MinZu": person.ethnic,
        "JiGuan": person.native, "ChuShengDi": person.birthplace, "RuDangShiJian": joined, "CanJiaGongZuoShiJian": six(person.work_start),
        "DaoLingNianYue": six(retirement(person.birth, limit)), "JianKangZhuangKuang": person.health,
        "ZhuanYeJiShuZhiWu": person.title, "ShuXiZhuanYeYouHeZhuanChang": person.speciality, **_education(person),
        "XianRenZhiWu": present_post(person), "NiRenZhiWu": PROPOSED.get(person.name, ""), "NiMianZhiWu": "",
        "JianLi": life, "JiangChengQingKuang": award_text(person), "NianDuKaoHeJieGuo": grade_text(person, 3),
        "RenMianLiYou": "工作需要" if person.name in PROPOSED else "", "JiaTingChengYuan": "",
        "ChengBaoDanWei": "中共云岭市委组织部", "GaiGeQianRenZhiNianLingJieXian": f"改革前任职年龄界限为{limit}岁",
        "JiSuanNianLingShiJian": "20261113", "TianBiaoShiJian": "20261109", "TianBiaoRen": "陆小满", "ShenFenZheng": person.identity,
    }


def _family(person: Person, indent: str, order: list[int], quote: bool = True) -> str:
    items = []
    for relative in person.family:
        told = {**relative.__dict__, "birth": six(relative.birth) if relative.birth else ""}
        tags = [FAMILY[place] for place in order]
        inner = "".join(f"{indent * 3}<{tag}>{escape(str(told[key])) if quote else told[key]}</{tag}>\n" for tag, key in tags)
        items.append(f"{indent * 2}<Item>\n{inner}{indent * 2}</Item>\n")
    return "\n" + "".join(items) + indent if items else ""


def official(person: Person) -> bytes:
    """The official editor, edition 4.0: every tag, official order, proper escaping, JPEG place filled with our PNG."""
    out = ['<?xml version="1.0" encoding="utf-8"?>', "<Person>"]
    for tag, value in values(person).items():
        out.append(f"  <{tag}>{_family(person, '  ', [0, 1, 2, 3, 4]) if tag == 'JiaTingChengYuan' else escape(value)}</{tag}>")
    photo = base64.b64encode(portrait(person.identity)).decode()
    out += [f"  <ZhaoPian>{photo}</ZhaoPian>", "  <Version>4.0</Version>", "</Person>", ""]
    return "\n".join(out).encode()


def provincial(person: Person) -> bytes:
    """A provincial system: empty tags left out, family and photo last, a bare & in the text, no Version."""
    told = {tag: value for tag, value in values(person).items() if tag not in LATE}
    told["JiangChengQingKuang"] = told["JiangChengQingKuang"].replace("无", "(无)") if told["JiangChengQingKuang"] == "无" else told["JiangChengQingKuang"]
    told["ShuXiZhuanYeYouHeZhuanChang"] = told["ShuXiZhuanYeYouHeZhuanChang"] and told["ShuXiZhuanYeYouHeZhuanChang"] + "、R&D管理"
    told["TianBiaoRen"] = "云岭市委组织部"
    tags = [tag for tag in told if tag not in TAIL and tag != "JiaTingChengYuan"] + TAIL
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', "<Person>"]
    out += [f"<{tag}>{told[tag]}</{tag}>" for tag in tags if told[tag]]
    out.append(f"<JiaTingChengYuan>{_family(person, '', [0, 1, 2, 3, 4], quote=False)}</JiaTingChengYuan>")
    out.append(f"<ZhaoPian>{base64.b64encode(portrait(person.identity)).decode()}</ZhaoPian></Person>")
    return "\n".join(out).encode()


def suite(person: Person) -> bytes:
    """A commercial personnel suite: 至今, half-width brackets, remarks on lines of their own, name before relation, CRLF."""
    told = {tag: value for tag, value in values(person).items() if tag not in LATE}
    told["JianLi"] = told["JianLi"].replace("--         ", "--至今  ").replace("（", "(").replace("）", ")")
    told["JiangChengQingKuang"] = told["JiangChengQingKuang"].replace("无", "") if told["JiangChengQingKuang"] == "无" else told["JiangChengQingKuang"]
    told["TianBiaoRen"] = ""
    out = ['<?xml version="1.0" encoding="UTF-8"?>', "<Person>"]
    for tag, value in told.items():
        out.append(f"    <{tag}>{_family(person, '    ', [1, 0, 2, 3, 4], quote=False) if tag == 'JiaTingChengYuan' else value}</{tag}>")
    photo = base64.encodebytes(portrait(person.identity)).decode().strip()
    out += [f"    <ZhaoPian>{photo}</ZhaoPian>", "    <Version></Version>", "</Person>", ""]
    return "\n".join(out).replace("\n", "\r\n").encode()


PRODUCERS = [("编辑器4.0", official, zipfile.ZipInfo), ("省系统", provincial, zipfile.ZipInfo), ("人事软件", suite, GbkInfo)]


def chosen(people: list[Person], cast: set[str]) -> list[Person]:
    """The named people, then others at even steps through the roster; none whose roster row is blank on purpose."""
    people = [person for person in people if not person.blanks]
    named = [person for person in people if person.identity in cast]
    others = [person for person in people if person.identity not in cast]
    step = len(others) // (COUNT - len(named))
    return named + others[: step * (COUNT - len(named)) : step]


def write_forms(path: Path, people: list[Person], cast: set[str]) -> None:
    """One zip, a folder a producer; entry times are fixed."""
    with zipfile.ZipFile(path, "w") as archive:
        for place, person in enumerate(chosen(people, cast)):
            folder, write, info_of = PRODUCERS[place % len(PRODUCERS)]
            info = info_of(f"{folder}/{person.name}{person.identity}.lrmx", STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, write(person))


