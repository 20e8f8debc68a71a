"""Tables of the access room."""

from quanheng.access.models.account import Account, FormerPassword
from quanheng.access.models.account_request import AccountRequest
from quanheng.access.models.authority import Authority
from quanheng.access.models.download import Download
from quanheng.access.models.grant import Grant
from quanheng.access.models.job import Job
from quanheng.access.models.journal import JournalEntry
from quanheng.access.models.kept import (
    HouseKept,
    KeptJSON,
    KeptWords,
    Shut,
    as_found,
    from_version,
    house_profile,
    in_version,
    kept_fields,
    shut_rows,
    shut_values,
)
from quanheng.access.models.keys import AccountKey, DataKey, KeyGrant, KeyOrder, NodeKey
from quanheng.access.models.log import Checkpoint, Cosignature, LogErasure, LogKey, LogLeaf, LogSalt, LogTile
from quanheng.access.models.sealed import HouseSealed, SealedDay, SealedText, record_name, sealed_names

__all__ = [
    "Account",
    "AccountKey",
    "AccountRequest",
    "Authority",
    "Checkpoint",
    "Cosignature",
    "DataKey",
    "Download",
    "FormerPassword",
    "Grant",
    "HouseKept",
    "HouseSealed",
    "Job",
    "JournalEntry",
    "KeptJSON",
    "KeptWords",
    "KeyGrant",
    "KeyOrder",
    "LogErasure",
    "LogKey",
    "LogLeaf",
    "LogSalt",
    "LogTile",
    "NodeKey",
    "SealedDay",
    "SealedText",
    "Shut",
    "as_found",
    "from_version",
    "house_profile",
    "in_version",
    "kept_fields",
    "record_name",
    "sealed_names",
    "shut_rows",
    "shut_values",
]
