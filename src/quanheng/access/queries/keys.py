"""Reading keys: the ring of node keys an account holds, what of a record it opens, who waits for a key."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from quanheng.access.core.agreement import Pair
from quanheng.access.core.key_tree import RECOVERY, Node, Ring
from quanheng.access.core.profiles import NotOpened, joined
from quanheng.access.core.roles import ROLES
from quanheng.access.core.sealed_box import unseal_pair
from quanheng.access.core.sealed_fields import Place, open_field, version_of, waiting_words
from quanheng.access.models import Account, Authority, DataKey, Grant, KeyGrant, KeyOrder, NodeKey
from quanheng.access.permissions.rights import authority_line, rights_of, within

READS_SEALED = frozenset(code for code, role in ROLES.items() if "registry.sensitive" in role.permissions)
"""Roles that come with a key."""
_AT_ONCE = 2_000


def ring_of(account: Account, pair: Pair, *, on: date) -> Ring:
    """The node keys handed to an account for roles that run on the day; `pair` is the account's own, opened by its password."""
    running = Q(grant__until_on__isnull=True) | Q(grant__until_on__gt=on)
    rows = KeyGrant.objects.filter(running, account=account, account__is_active=True, grant__from_on__lte=on)
    held: dict[str, Pair] = {}
    for row in rows.select_related("node__authority"):
        name = str(row.node)
        held[name] = unseal_pair(
            pair, bytes(row.sealed), public=bytes(row.node.public), context=grant_context(account, name)
        )
    return Ring(held, _Lines().find)


def recovery_ring(pair: Pair) -> Ring:
    """Everything, for who has brought two shares of the present recovery key together; NotOpened when it is another."""
    key = NodeKey.objects.filter(authority__isnull=True).order_by("-version").first()
    if key is None or bytes(key.public) != pair.public:
        raise NotOpened
    return Ring({str(key): pair}, _Lines().find)


def grant_context(account: Account, name: str) -> bytes:
    return joined("grant", str(account.key), name)


def open_values(ring: Ring, record: str, values: Sequence[tuple[Place, bytes]]) -> list[str | None]:
    """The words of sealed values of one record, None where the ring does not reach; one query for all of them.

    The owner of a place is filled in from the data key. Values that still wait to be sealed are told as they are.
    """
    wanted = {version_of(sealed) for _, sealed in values if sealed and waiting_words(sealed) is None}
    rows = DataKey.objects.filter(record=record, version__in=wanted).select_related("owner", "node__authority")
    keys = {row.version: row for row in rows} if wanted else {}
    opened: dict[int, bytes | None] = {}
    return [_words(ring, keys, opened, place, sealed) for place, sealed in values]


def open_many(ring: Ring, values: Sequence[tuple[str, Place, bytes]]) -> list[str | None]:
    """The same for (record, place, sealed value) of many records, some thousand a query."""
    words: list[str | None] = []
    for start in range(0, len(values), _AT_ONCE):
        some = values[start : start + _AT_ONCE]
        rows = DataKey.objects.filter(record__in={record for record, _, _ in some}).select_related("owner", "node__authority")
        keys: dict[str, dict[int, DataKey]] = defaultdict(dict)
        opened: dict[str, dict[int, bytes | None]] = defaultdict(dict)
        for row in rows:
            keys[row.record][row.version] = row
        words += [_words(ring, keys[record], opened[record], place, sealed) for record, place, sealed in some]
    return words


def has_keys() -> bool:
    """Whether the house has a recovery key, so that something can be sealed."""
    return NodeKey.objects.filter(authority__isnull=True).exists()


def _words(
    ring: Ring, keys: dict[int, DataKey], opened: dict[int, bytes | None], place: Place, sealed: bytes
) -> str | None:
    waiting = waiting_words(sealed)
    if not sealed or waiting is not None:
        return waiting or ""
    version = version_of(sealed)
    if version not in keys:
        return None
    if version not in opened:
        opened[version] = data_key(ring, keys[version])
    key, owner = opened[version], keys[version].owner.code
    try:
        return open_field(key, sealed, place=Place(place.table, place.row, place.field, owner)) if key else None
    except NotOpened:
        return None


def data_key(ring: Ring, row: DataKey) -> bytes | None:
    """The data key of a row; None when the ring does not reach the authority it is sealed to."""
    try:
        return ring.data_key(str(row.node), bytes(row.sealed), record=row.record, version=row.version)
    except NotOpened:
        return None


def waiting_grants(*, by: Account, on: date) -> QuerySet[Grant]:
    """Running grants of roles that come with a key, over what `by` may read, whose holder has not been handed one."""
    running = Q(until_on__isnull=True) | Q(until_on__gt=on)
    rows = Grant.objects.filter(running, role__in=READS_SEALED, from_on__lte=on, account__is_active=True)
    mine = within("registry.sensitive", by=by, on=on)
    return rows.filter(mine, key_grants__isnull=True).exclude(account=by).select_related("account", "authority")


def held_keys(*, by: Account, on: date) -> QuerySet[KeyGrant]:
    """What `by` was handed and still may use."""
    running = Q(grant__until_on__isnull=True) | Q(grant__until_on__gt=on)
    rows = KeyGrant.objects.filter(running, account=by, grant__from_on__lte=on)
    return rows.select_related("node__authority", "grant", "given_by").order_by("node__authority__path", "node__version")


def key_orders(*, by: Account, on: date) -> QuerySet[KeyOrder]:
    """Changes asked for: all of them for who may ask, else those over what `by` may read. Latest first."""
    rows = KeyOrder.objects.select_related("authority", "parent", "asked_by", "done_by")
    if rights_of(by, on=on).may("access.grants"):
        return rows
    return rows.filter(within("registry.sensitive", by=by, on=on))


class _Lines:
    """Node keys by name, fetched with all above them: one line of the tree at a time."""

    def __init__(self) -> None:
        self._known: dict[str, Node] = {}
        self._asked: set[str] = set()

    def find(self, name: str) -> Node | None:
        code = name.rsplit("@", 1)[0]
        if name not in self._known and code not in self._asked | {RECOVERY}:
            self._asked.add(code)
            self._load(code)
        return self._known.get(name)

    def _load(self, code: str) -> None:
        authority = Authority.objects.filter(code=code).first()
        if authority is not None:
            rows = NodeKey.objects.filter(authority__path__in=authority_line(authority))
            self._known |= {str(row): row.node for row in rows.select_related("authority", "above__authority")}
