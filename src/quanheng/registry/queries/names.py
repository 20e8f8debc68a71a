"""Names as they are searched: full pinyin and initials. Nothing is read from the database here."""

import re

# Characters that sound different as a family name; the most frequent ones. 复姓 stand as two characters.
SURNAMES = {
    "单": "shan", "仇": "qiu", "任": "ren", "区": "ou", "华": "hua", "召": "shao", "尉": "wei", "查": "zha", "曾": "zeng",
    "朴": "piao", "秘": "bi", "种": "chong", "繁": "po", "解": "xie", "盖": "ge", "覃": "qin", "乐": "yue", "员": "yun",
    "万俟": "mo qi", "尉迟": "yu chi", "单于": "chan yu", "长孙": "zhang sun",
}  # fmt: skip


def spellings(name: str) -> tuple[str, str]:
    """Full pinyin and initials of a name, lower case, letters and digits only; ü is written v.

    >>> spellings("曾建国"), spellings("阿里·买买提")
    (('zengjianguo', 'zjg'), ('alimaimaiti', 'almmt'))
    """
    from pypinyin import lazy_pinyin  # noqa: PLC0415  a third of a second that only imports and new names need

    family = next((said for said in (name[:2], name[:1]) if said in SURNAMES), "")
    syllables = [*SURNAMES.get(family, "").split(), *lazy_pinyin(name[len(family) :])]
    plain = [part for part in (_letters(syllable) for syllable in syllables) if part]
    return "".join(plain), "".join(part[0] for part in plain)


def typed(words: str) -> str:
    """What somebody typed for a pinyin, made comparable with `spellings`: letters only, ü as v; "" for Chinese.

    >>> typed("Lü Jian'guo"), typed("吕建国")
    ('lvjianguo', '')
    """
    return "" if any(ord(sign) > 0x2E80 for sign in words) else _letters(words)


def _letters(said: str) -> str:
    return re.sub(r"[^a-z0-9]", "", said.lower().replace("ü", "v"))
