"""Background reckonings as the one who asked sees them: how far, and what came of it. What each of them asks is said here once."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.registry.core.query import Query, read_query, write_query
from quanheng.registry.core.query_fields import Category, categories
from quanheng.registry.models import Reckoning
from quanheng.registry.queries.statistics import Numbers


@dataclass(frozen=True)
class Asked:
    """所问: the kind of reckoning, the persons meant, and for a table its lines and columns."""

    kind: str
    query: Query
    as_of: date
    rows: str = ""
    columns: str = ""

    def written(self) -> dict[str, str]:
        return {
            "query": write_query(self.query),
            "as_of": self.as_of.isoformat(),
            "rows": self.rows,
            "columns": self.columns,
        }

    @classmethod
    def read(cls, row: Reckoning) -> "Asked":
        said = row.asked
        return cls(
            row.kind,
            read_query(said["query"]),
            date.fromisoformat(said["as_of"]),
            said["rows"],
            said["columns"],
        )

    @property
    def categories(self) -> tuple[Category, Category | None]:
        return categories()[self.rows], categories().get(self.columns)

    def key(self, *, by: Account, on: date) -> str:
        """The same for the same question on the same day by the same rights: another answers anew."""
        said = repr((self.kind, sorted(self.written().items()), rights_of(by, on=on).held, on))
        return sha256(said.encode()).hexdigest()


def reckonings(*, by: Account) -> QuerySet[Reckoning]:
    """One's own, the newest first."""
    return Reckoning.objects.filter(asked_by=by).order_by("-pk")


def last_done(asked: Asked, *, by: Account, on: date) -> Reckoning | None:
    """The last answer to the question, given today to the same account with the same rights."""
    done = reckonings(by=by).filter(key=asked.key(by=by, on=on), state="done").defer("paper")
    return done.order_by("-finished_at").first()


def is_current(row: Reckoning, *, on: date) -> bool:
    """Whether the one who asked still has the rights of then: otherwise the answer is not shown."""
    return row.key == Asked.read(row).key(by=row.asked_by, on=on)


def numbers_of(row: Reckoning) -> Numbers:
    """The numbers of a table, as the worker kept them."""
    return {(a, b): number for a, b, number in (row.found or {}).get("numbers", [])}
