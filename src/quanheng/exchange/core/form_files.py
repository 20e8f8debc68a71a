"""A file of appointment forms: one .lrmx, one .lrm, or a zip of .lrmx and of .lrm with their photos beside them."""

from collections.abc import Iterator, Mapping

from quanheng.exchange.core import archive, lrm, lrmx
from quanheng.exchange.core.form import AppointmentForm
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

ENDINGS = (".lrmx", ".lrm", ".zip")


def read(content: bytes, *, file_name: str) -> Iterator[tuple[str, AppointmentForm | Text]]:
    """Every form by the name of its file, or why that file is none; Refused when a zip cannot be opened at all.

    >>> [(name, form.name) for name, form in read("<Person><XingMing>张三</XingMing></Person>".encode(), file_name="a.lrmx")]
    [('a.lrmx', '张三')]
    """
    if not content.startswith(b"PK"):
        yield file_name, _one(file_name, content, {})
        return
    opened = archive.read(content)
    pictures = {_stem(each.name): each for each in opened.entries if each.name.lower().endswith(lrm.PICTURES)}
    used: set[str] = set()
    for entry in opened.entries:
        if entry.name.lower().endswith((".lrmx", ".lrm")):
            beside = pictures.get(_stem(entry.name)) if entry.name.lower().endswith(".lrm") else None
            picture = {} if beside is None else {_stem(entry.name): opened.read(beside) or b""}
            used |= set(picture)
            found = opened.read(entry)
            if found is not None:
                yield entry.name, _one(entry.name, found, picture)
        elif _stem(entry.name) not in pictures:
            yield entry.name, text("不是.lrmx或.lrm文件，未读取")
    for stem, entry in pictures.items():
        if stem not in used:
            yield entry.name, text("照片没有同名的.lrm文件，未读取")
    for skipped in opened.skipped:
        yield skipped.name, skipped.message


def _one(name: str, content: bytes, pictures: Mapping[str, bytes]) -> AppointmentForm | Text:
    """What the content is decides, not its name: a form renamed is read all the same."""
    try:
        if content.lstrip(b" \t\r\n").startswith(b'"') or (
            name.lower().endswith(".lrm") and b"<Person" not in content
        ):
            return lrm.read(content, picture=pictures.get(_stem(name), b""))
        return lrmx.read(content)
    except Refused as refused:
        return text("{what}：{why}", what=refused.what, why=refused.why)


def _stem(name: str) -> str:
    return (name.rpartition(".")[0] or name).lower()
