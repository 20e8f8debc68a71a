"""Tables of the access room."""

from quanheng.access.models.account import Account, Grant
from quanheng.access.models.authority import Authority
from quanheng.access.models.journal import JournalEntry

__all__ = ["Account", "Authority", "Grant", "JournalEntry"]
