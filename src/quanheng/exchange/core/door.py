"""What can be told of a file from its first bytes and its name, before it is stored: the wrong kind is refused at the door."""

from quanheng.exchange.core import hzb, xlsx_scan

HEAD = 4096


def check(kind: str, head: bytes, *, file_name: str) -> None:
    """Refused for what no reader of this kind takes; all else is the reader's to judge."""
    if kind == "roster":
        hzb.refuse_by_name(head, file_name=file_name)
        if not head.startswith(xlsx_scan.OLD):
            xlsx_scan.sniff(head)
