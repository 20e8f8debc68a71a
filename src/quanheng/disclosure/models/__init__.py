"""Tables of the disclosure room."""

from quanheng.disclosure.models.notice import PublicNotice
from quanheng.disclosure.models.objection import Objection

__all__ = ["Objection", "PublicNotice"]
