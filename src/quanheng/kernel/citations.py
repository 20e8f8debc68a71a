"""How a clause is named: title, version, article, paragraph, item. What the clauses say is in `regulation/law`."""

import re
from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Citation:
    """引用条款: "《…》（2019年）第八条第三项"; `is_verified` is False where the number was not seen in the text.

    `clause` is written "8" (article), "8.3" (item) or "20.p2" (paragraph); empty when only the instrument is known.

    >>> str(Citation("党政领导干部选拔任用工作条例", "8.3", "2019"))
    '《党政领导干部选拔任用工作条例》（2019年）第八条第三项'
    """

    title: str
    clause: str = ""
    version: str = ""
    is_verified: bool = True

    def __str__(self) -> str:
        version = f"（{self.version}年）" if self.version else ""
        return f"《{self.title}》{version}{clause_words(self.clause)}"


def clause_words(clause: str) -> str:
    """The clause in Chinese words; empty for an empty clause. Raises ValueError for another shape.

    >>> clause_words("20.p2.1")
    '第二十条第二款第一项'
    """
    if not clause:
        return ""
    if not re.fullmatch(r"\d+(\.p\d+)?(\.\d+)?", clause):
        raise ValueError(f"a clause is written 8, 8.3 or 20.p2, not {clause!r}")
    article, *rest = clause.split(".")
    parts = [f"第{chinese_number(int(article))}条"]
    for part in rest:
        number = chinese_number(int(part.removeprefix("p")))
        parts.append(f"第{number}款" if part.startswith("p") else f"第{number}项")
    return "".join(parts)


def chinese_number(number: int) -> str:
    """A whole number from 1 to 999 in Chinese numerals. Raises ValueError outside that range.

    >>> chinese_number(10), chinese_number(53), chinese_number(105)
    ('十', '五十三', '一百零五')
    """
    if not 1 <= number <= 999:
        raise ValueError(f"from 1 to 999, not {number}")
    hundreds, rest = divmod(number, 100)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if not rest:
        return head
    tens, ones = divmod(rest, 10)
    tail = _DIGITS[ones] if ones else ""
    if not tens:
        return f"{head}零{tail}" if head else tail
    return f"{head}{_DIGITS[tens] if tens > 1 or head else ''}十{tail}"
