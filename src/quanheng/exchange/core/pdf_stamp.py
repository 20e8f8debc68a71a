"""A drawing laid over every page of a PDF that Typst has made, by its bytes: nothing that is on the page is read or written anew.

Such a file is one object after another and a plain table of their places. Of any other file `stamped` says None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_TABLE = re.compile(rb"xref\n0 \d+\n((?:\d{10} \d{5} [fn]\r\n)+)trailer\n<<(/Size \d+)(/Root [^\x00]*)>>\nstartxref\n\d+\n%%EOF\s*")
_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_SIZE = re.compile(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]")
_RESOURCES = re.compile(rb"/Resources (\d+) 0 R")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_COUNT = re.compile(rb"<</Type/Pages/Count (\d+)/Kids\b")
_PAGE = b"<</Type/Page/"


@dataclass
class Plain:
    """PDF对象: what stands before the first object, the objects by number from 1, the rest of the trailer."""

    head: bytes
    objects: list[bytes]
    trailer: bytes

    def add(self, content: bytes) -> int:
        """Its number."""
        self.objects.append(content)
        return len(self.objects)

    def pages(self) -> list[int]:
        return [number for number, each in enumerate(self.objects, 1) if each.startswith(_PAGE)]

    def written(self) -> bytes:
        made, places = bytearray(self.head), []
        for number, each in enumerate(self.objects, 1):
            places.append(len(made))
            made += b"%d 0 obj\n%bendobj\n" % (number, each)
        table = b"".join(b"%010d 00000 n\r\n" % place for place in places)
        size = len(self.objects) + 1
        return bytes(made) + b"xref\n0 %d\n0000000000 65535 f\r\n%btrailer\n<</Size %d%b>>\nstartxref\n%d\n%%%%EOF" % (
            size, table, size, self.trailer, len(made)
        )  # fmt: skip


def plain(content: bytes) -> Plain | None:
    """The objects of a file as Typst writes it."""
    place = content.rfind(b"\nxref\n") + 1
    table = _TABLE.fullmatch(content, place) if place else None
    if table is None:
        return None
    places = [int(line[:10]) for line in table[1].split(b"\r\n")[1:-1]]
    found = []
    for number, (begin, end) in enumerate(zip(places, [*places[1:], place], strict=True), 1):
        head = b"%d 0 obj\n" % number
        if not content.startswith(head, begin) or not content.endswith(b"endobj\n", begin, end):
            return None
        found.append(content[begin + len(head) : end - len(b"endobj\n")])
    return Plain(content[: places[0]], found, table[3])


def stamped(content: bytes, drawn: Callable[[float, float], bytes]) -> bytes | None:
    """The file with the first page of `drawn(width, height)`, itself such a PDF, over each page; pages of one size share it."""
    paper = plain(content)
    if paper is None or not _is_whole(paper):
        return None
    begin = paper.add(_stream(b"q"))
    ends: dict[tuple[bytes, bytes], tuple[bytes, int, int]] = {}
    for number in paper.pages():
        page = paper.objects[number - 1]
        size, resources, contents = _SIZE.search(page), _RESOURCES.search(page), _CONTENTS.search(page)
        if not (size and resources and contents):
            return None
        both = (size[1], size[2])
        if both not in ends:
            over, name = plain(drawn(float(both[0]), float(both[1]))), b"/Stamp%d" % len(ends)
            if over is None:
                return None
            ends[both] = name, _form(paper, over), paper.add(_stream(b"Q q %b Do Q" % name))
        name, form, end = ends[both]
        _name(paper, int(resources[1]), name, form)
        paper.objects[number - 1] = page.replace(contents[0], b"/Contents[%d 0 R %b 0 R %d 0 R]" % (begin, contents[1], end))
    return paper.written()


def _is_whole(paper: Plain) -> bool:
    """Whether its pages are all where they are looked for."""
    counts = [int(count[1]) for each in paper.objects if (count := _COUNT.match(each))]
    return max(counts, default=0) == len(paper.pages())


def _stream(drawing: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%b\nendstream\n" % (len(drawing), drawing)


def _name(paper: Plain, resources: int, name: bytes, form: int) -> None:
    """Make a form known to the pages that have these resources; several may share them."""
    held, said = paper.objects[resources - 1], b"%b %d 0 R" % (name, form)
    if said in held:
        return
    opening, made = (b"/XObject<<", b"/XObject<<%b" % said) if b"/XObject<<" in held else (b"<<", b"<</XObject<<%b>>" % said)
    paper.objects[resources - 1] = held.replace(opening, made, 1)


def _form(paper: Plain, over: Plain) -> int:
    """The first page of `over` as a form of `paper`, with all it needs and nothing else."""
    page = over.objects[over.pages()[0] - 1]
    size, resources, contents = _SIZE.search(page), _RESOURCES.search(page), _CONTENTS.search(page)
    assert size
    assert resources
    assert contents
    needed = _moved(paper, over, int(resources[1]), {})
    about = b"<</Type/XObject/Subtype/Form/BBox[0 0 %b %b]/Resources %d 0 R" % (size[1], size[2], needed)
    return paper.add(over.objects[int(contents[1]) - 1].replace(b"<<", about, 1))


def _moved(paper: Plain, over: Plain, number: int, seen: dict[int, int]) -> int:
    """The number in `paper` of an object of `over`, which is copied with what it refers to."""
    if number not in seen:
        seen[number] = paper.add(b"")
        told, stream, drawing = over.objects[number - 1].partition(b"stream\n")
        told = _REFERENCE.sub(lambda found: b"%d 0 R" % _moved(paper, over, int(found[1]), seen), told)
        paper.objects[seen[number] - 1] = told + stream + drawing
    return seen[number]
