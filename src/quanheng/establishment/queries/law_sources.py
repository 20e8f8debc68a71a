"""A vacant post as a source of facts for a question to the law: the post's own facts and its seats."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quanheng.establishment.queries.board import seat_facts
from quanheng.establishment.queries.vacancies import vacancies
from quanheng.kernel.texts import text
from quanheng.registry.queries.facts_post import post_facts
from quanheng.regulation.core.sources import Picked


class PostSource:
    """拟任职位: the vacant posts that the reader may see."""

    key = "post"
    label = "拟任职位"
    page = ""

    def choices(self, *, by: Any, today: date) -> list[tuple[str, object]]:
        return [
            (str(each.post_id), str(each.post)) for each in vacancies(by=by, on=today, is_open=True)[:200]
        ]

    def read(self, values: Mapping[str, str], *, by: Any, today: date, on: date) -> Picked | None:
        wanted = values[self.key]
        rows = vacancies(by=by, on=today).filter(post_id=int(wanted)) if wanted.isdigit() else None
        vacancy = rows.first() if rows is not None else None
        if vacancy is None:
            return None
        facts = post_facts(vacancy.post, on) | seat_facts(vacancy.post, on=on)
        return Picked(
            text("{post}", post=str(vacancy.post)),
            {key: value for key, value in facts.items() if value is not None},
        )
