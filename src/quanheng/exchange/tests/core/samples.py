"""Invented people and files for the tests of the exchange core; identity numbers use the area 999 that does not exist."""

import base64
import io
import struct
import zipfile
import zlib

from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.registry.core.identity import check_character

RESUME = """1990.09--1994.07  云岭师范大学政治系思想政治教育专业学习
1994.07--2000.05  青石县第二中学教师
2000.05--2011.04  青石县县委办公室副主任
                  （其间：2007.09--2010.06在省委党校在职研究生班经济管理专业学习）
2011.04--         青石县副县长

青石县第十六届人民代表大会代表"""


def number(born: str = "19720518", sequence: int = 1) -> str:
    """A valid identity number of nobody."""
    body = f"999001{born}{sequence:03d}"
    return body + check_character(body)


def png(width: int = 8, height: int = 10) -> bytes:
    """A small grey picture."""
    raw = b"".join(b"\0" + b"\x80" * (width * 3) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(raw)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


FORM = AppointmentForm(
    name="林远山",
    sex="男",
    born="197205",
    ethnic_group="汉族",
    native_place="云岭青石",
    birth_place="云岭青石",
    party_joined="199806",
    work_started="199407",
    health="健康",
    speciality="公路与铁路建设管理",
    full_time_education="大学",
    full_time_degree="法学学士",
    full_time_school="云岭师范大学政治系思想政治教育专业",
    in_service_education="省（区、市）委党校研究生",
    in_service_school="云岭省委党校经济管理专业",
    current_post="青石县副县长",
    proposed_post="青石县委常委",
    resume=RESUME,
    awards="无",
    assessment="2022年：优秀\n2023年：称职",
    reason="工作需要",
    family=(
        FamilyMember("妻子", "苏兰", "197308", "中共党员", "青石县人民医院护师"),
        FamilyMember("父亲", "林大山", "194501", "群众", "青石县农民（已去世）"),
    ),
    reporting_unit="云岭市委组织部",
    age_reference="20240601",
    filled_on="20240603",
    filled_by="赵笔",
    identity_number=number(),
    photo=png(),
    version="3.2.1.16",
)

# A provincial system: no Version, omitted tags, family near the end, bare ampersands and quotes.
PROVINCIAL = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Person>
    <XingMing>林远山</XingMing><XingBie>男</XingBie><ChuShengNianYue>197205</ChuShengNianYue><MinZu>汉族</MinZu>
    <XianRenZhiWu>云岭A&B研究院"专职"副院长</XianRenZhiWu>
    <JianLi>2001.01--         云岭R&D中心主任，考核得分<90分的另议</JianLi>
    <JiangChengQingKuang>(无)</JiangChengQingKuang>
    <ShenFenZheng>{number().lower()}</ShenFenZheng>
    <JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>苏兰</XingMing></Item></JiaTingChengYuan>
    <ZhaoPian>{base64.b64encode(png()).decode()}</ZhaoPian>
</Person>""".encode()

# A commercial e-HR system: 至今, half-width brackets, XingMing before ChengWei, empty Version.
COMMERCIAL = """<?xml version="1.0" encoding="UTF-8"?><Person><XingMing>林远山</XingMing><XingBie>男</XingBie>
<ChuShengNianYue>19720518</ChuShengNianYue><JianLi>1994.07-2000.05 青石县第二中学教师&#13;
2000.05-至今 青石县县委办公室副主任
                  (其间:2007.09-2010.06在省委党校学习)</JianLi>
<JiaTingChengYuan><Item><XingMing>苏兰</XingMing><ChengWei>妻子</ChengWei><ChuShengRiQi>19730801</ChuShengRiQi>
<ZhengZhiMianMao>群众</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>无</GongZuoDanWeiJiZhiWu></Item></JiaTingChengYuan>
<ZhengZhiMianMao>中共党员</ZhengZhiMianMao><Version/></Person>""".encode()

# The official editor: every tag, whitespace for empty ones, CRLF.
OFFICIAL = b"\xef\xbb\xbf" + """<?xml version="1.0" encoding="utf-8"?>
<Person>
  <XingMing>林远山</XingMing>
  <XingBie>男</XingBie>
  <RuDangShiJian>200108；民建</RuDangShiJian>
  <ZhuanYeJiShuZhiWu>
  </ZhuanYeJiShuZhiWu>
  <JianLi>1994.07--2000.05  教师
2000.05--         副主任</JianLi>
  <JiaTingChengYuan />
  <ZhaoPian></ZhaoPian>
  <Version>3.2.1.16</Version>
</Person>
""".replace("\n", "\r\n").encode()


def zipped(files: dict[str, bytes], *, encoding: str = "utf-8") -> bytes:
    """A zip whose names are written in an encoding, without the UTF-8 mark when it is another."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if encoding == "utf-8":
                archive.writestr(name, content)
            else:
                archive.writestr(_RawName(name.encode(encoding).decode("latin-1")), content)
    return buffer.getvalue()


class _RawName(zipfile.ZipInfo):
    """An entry whose name bytes go out as they are (原样字节文件名)."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  the standard library's own name
        return self.filename.encode("latin-1"), self.flag_bits & ~0x800
