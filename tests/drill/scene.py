"""What the drill acts upon: notices that hang today, an officer who imports, and what must be true at the end."""

import time
from datetime import date, datetime
from typing import Any

from django.db import Error, connection
from django.db.models import Count

from quanheng.access.actions.node_keys import found_keys
from quanheng.access.actions.recover_keys import ring_of_shares
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Authority, JournalEntry
from quanheng.access.queries.journal import first_broken
from quanheng.access.queries.sealed_rows import open_rows, words_of
from quanheng.disclosure.models import Objection, PublicNotice
from quanheng.disclosure.tests import factories as disclosure
from quanheng.exchange.actions.confirm_import import confirm_import
from quanheng.exchange.actions.receive_import import receive_import
from quanheng.exchange.actions.resume_import import resume_import
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.exchange.tests import books
from quanheng.procedure.models import Case
from quanheng.registry.models import Person
from quanheng.registry.tests import factories as registry
from quanheng.web.screens import clock


class Scene:
    """现场: made once; the officer hands in a file now and then and says yes to what has been read.

    What the reports say is sealed; at the end two of the shares of the recovery key open them.
    """

    def __init__(self, notices: int) -> None:
        with as_system():
            self.shares = found_keys(by=None, at=clock.now())
            self.slugs = _hang(notices)
            self.city = Authority.objects.get(name="中共云岭市委")
            self.officer = registry.account("王敏", "officer", over=self.city)
        self.files: dict[int, str] = {}
        self.numbers: list[str] = []
        """Identity numbers handed in: sealed, as the spouses are, they lie in no dump."""

    def hand_in(self, number: int, canary: str, relative: str, at: datetime) -> None:
        """A file with one person and a spouse, acknowledged when this returns; the person's name is its number in words."""
        name = "周" + "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))
        self.numbers.append(registry.identity_number(date(1985, 3, 1)))
        row = books.person(
            0,
            name,
            identity_number=self.numbers[-1],
            born_on="198503",
            birth_place=canary,
        )
        content = books.book(row, A36家庭及社会关系=[books.line(row, relative=relative, relation="妻子")])
        given = {"kind": "roster", "file_name": f"{number}.xlsx", "authority": self.city, "chunks": [content]}
        batch = _again(lambda: receive_import(by=self.officer, at=at, **given))
        self.files[batch.pk] = name

    def say_yes(self, at: datetime) -> None:
        """To every preview; and go on with what was broken off three times."""
        with as_system():
            previewed = ImportBatch.objects.filter(state="previewed").select_related("authority")
            waiting = list(previewed.exclude(jobs__state__in=("waiting", "running", "interrupted")))
        for batch in waiting:
            confirm_import(by=self.officer, at=at, batch=batch)
        with as_system():
            interrupted = ImportJob.objects.filter(state="interrupted")
            broken_off = list(interrupted.select_related("batch__authority"))
        for job in broken_off:
            resume_import(by=self.officer, at=at, batch=job.batch)

    def finish(self, now: Any, limit: float = 300) -> None:
        """Until every file that was taken in has been written."""
        begun = time.monotonic()
        while found := _unfinished():
            self.say_yes(now())
            if time.monotonic() - begun > limit:
                raise TimeoutError(str(found)[-2000:])
            time.sleep(0.2)

    def faults(self, sent: set[str], acknowledged: set[str]) -> list[str]:
        """Everything that is not as it must be; empty when all is well."""
        with as_system():
            return self._faults(sent, acknowledged)

    def _faults(self, sent: set[str], acknowledged: set[str]) -> list[str]:
        reports = list(Objection.objects.all())
        open_rows(ring_of_shares(self.shares[:2]), reports)
        stored = [words_of(report, "content") or "" for report in reports]
        lines = JournalEntry.objects.filter(action="disclosure.objection.record").count()
        doubled_lines = (
            JournalEntry.objects.exclude(subject="")
            .filter(action="disclosure.objection.record")
            .values("subject")
        )
        names = [*self.files.values()]
        held = dict(Person.objects.filter(name__in=names).values_list("name").annotate(Count("pk")))
        found = {
            "acknowledged reports lost": len(acknowledged - set(stored)),
            "reports doubled": len(stored) - len(set(stored)),
            "reports nobody sent": len(set(stored) - sent),
            "reports without their line in the journal": abs(len(stored) - lines),
            "acts with two lines": doubled_lines.annotate(n=Count("pk")).filter(n__gt=1).count(),
            "acknowledged files lost": len(
                set(self.files)
                - set(ImportBatch.objects.filter(state="committed").values_list("pk", flat=True))
            ),
            "people lost or doubled": sum(held.get(name, 0) != 1 for name in names),
            "links of the chain broken": int(first_broken() is not None),
        }
        return [f"{what}: {number}" for what, number in found.items() if number]


def _unfinished() -> list[Any]:
    """The jobs there were, while a file is not written yet; empty when all are."""
    with as_system():
        if not ImportBatch.objects.exclude(state="committed").exists():
            return []
        return [*ImportJob.objects.values_list("state", "verb", "attempts", "refusal")] or ["no job"]


def _hang(number: int) -> list[str]:
    """One notice by the act itself, the others as copies for as many people: the form takes thirty reports an hour for each."""
    first = disclosure.notice()
    copies = []
    for n in range(number - 1):
        person = registry.person(f"李{n}", of=first.case.authority)
        case = Case.objects.create(
            number=f"演练{n}", title="演练", procedure="promotion", procedure_since=first.case.procedure_since,
            authority=first.case.authority, opened_at=first.case.opened_at, opened_by=first.case.opened_by,
        )  # fmt: skip
        copies.append(_copy(first, person, case, f"drill-{n}"))
    PublicNotice.objects.bulk_create(copies)
    return list(PublicNotice.objects.values_list("slug", flat=True))


def _copy(first: PublicNotice, person: Person, case: Case, slug: str) -> PublicNotice:
    own = {field.attname: getattr(first, field.attname) for field in PublicNotice._meta.concrete_fields}
    return PublicNotice(**{**own, "id": None, "person_id": person.pk, "case_id": case.pk, "slug": slug})


def _again(act: Any) -> Any:
    """The officer's own connection may have died with the database: then the act was not acknowledged, and is tried anew.

    A file of the same bytes that had been taken in after all is refused, which tells the officer that it lies there.
    """
    for _attempt in range(200):
        try:
            return act()
        except Error:
            connection.close()
            time.sleep(0.1)
    raise TimeoutError("the database did not come back")
