"""How a fact is described, and the words that its values have. The facts themselves are in `facts_person` and `facts_case`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class FactEntry:
    """事实条目. `words` are the possible values with their Chinese words; `grows` is True for clocks that grow with time."""

    name: str
    subject: str
    zh: str
    en: str
    type: type
    source: str
    unit: str = ""
    words: Mapping[object, str] = field(default_factory=dict)
    grows: bool = False
    least: int = 0


SUBJECTS: Mapping[str, str] = {
    "date": "日期",
    "person": "人选",
    "candidacy": "人选与拟任职位",
    "post": "职位",
    "case": "选任案",
    "recommendation": "民主推荐",
    "inspection": "考察",
    "meeting": "讨论决定会议",
    "notice": "任前公示",
    "appointment": "任职",
}
TIERS: Mapping[object, str] = {
    "national": "国家级",
    "provincial": "省部级",
    "bureau": "厅局级",
    "county": "县处级",
    "township": "乡科级",
}
EDUCATION: Mapping[object, str] = {1: "高中及以下", 2: "中专", 3: "大学专科", 4: "大学本科", 5: "研究生"}
GRADES: Mapping[object, str] = {
    "excellent": "优秀",
    "competent": "称职",
    "basically_competent": "基本称职",
    "incompetent": "不称职",
    "ungraded": "不定等次",
    "absent": "未参加考核",
}
STEPS: Mapping[object, str] = {
    "deputy_to_chief": "副职提任正职",
    "chief_to_upper_deputy": "下级正职提任上级副职",
    "rank_to_leader": "职级公务员担任领导职务",
    "same_level": "同一层次",
    "skip": "越级",
    "down": "降低层次",
}
MOVES: Mapping[object, str] = {
    "promotion": "提拔",
    "further_use": "进一步使用",
    "same_level": "平职调整",
    "down": "降职",
}
ROLES: Mapping[object, str] = {"chief": "正职", "deputy": "副职"}
KINDS: Mapping[object, str] = {"change_of_term": "换届", "individual": "个别提拔任职"}
GROUNDS: Mapping[object, str] = {"outstanding": "特别优秀", "special_need": "工作特殊需要", "none": "无"}
PARTY_SEATS: Mapping[object, str] = {
    "none": "非党的委员会成员",
    "county": "县级党委委员",
    "city": "市级党委委员",
    "province": "省级党委委员",
}
REPLIES: Mapping[object, str] = {
    "not_needed": "无须报告",
    "not_sent": "未报告",
    "pending": "未批复",
    "agreed": "同意",
    "refused": "不同意",
}


def yes(name: str, subject: str, zh: str, en: str, source: str) -> FactEntry:
    return FactEntry(name, subject, zh, en, bool, source)


def number(name: str, subject: str, zh: str, en: str, source: str, unit: str, *, least: int = 0) -> FactEntry:
    return FactEntry(name, subject, zh, en, int, source, unit, least=least)


def clock(name: str, subject: str, zh: str, en: str, source: str) -> FactEntry:
    return FactEntry(name, subject, zh, en, int, source, "个月", grows=True)


def day(name: str, subject: str, zh: str, en: str, source: str) -> FactEntry:
    return FactEntry(name, subject, zh, en, date, source)


def word(name: str, subject: str, zh: str, en: str, source: str, words: Mapping[object, str]) -> FactEntry:
    return FactEntry(name, subject, zh, en, str, source, words=words)
