"""Tables of the access room."""

from quanheng.access.models.account import Account, FormerPassword
from quanheng.access.models.account_request import AccountRequest
from quanheng.access.models.authority import Authority
from quanheng.access.models.download import Download
from quanheng.access.models.grant import Grant
from quanheng.access.models.journal import JournalEntry
from quanheng.access.models.log import Checkpoint, Cosignature, LogErasure, LogKey, LogLeaf, LogSalt, LogTile

__all__ = [
    "Account",
    "AccountRequest",
    "Authority",
    "Checkpoint",
    "Cosignature",
    "Download",
    "FormerPassword",
    "Grant",
    "JournalEntry",
    "LogErasure",
    "LogKey",
    "LogLeaf",
    "LogSalt",
    "LogTile",
]
