"""Django's entry for the selection room; offers its procedures to the engine and its papers to the meeting."""

from pathlib import Path

from django.apps import AppConfig

from quanheng.meeting.core.offers import OFFERS, Offer


class SelectionConfig(AppConfig):
    """选任。"""

    name = "quanheng.selection"
    label = "selection"

    def ready(self) -> None:
        from quanheng.procedure.queries.catalogue import offer  # noqa: PLC0415  models exist only now

        for path in sorted((Path(__file__).parent / "data" / "procedures").glob("*.toml")):
            offer(path)
        OFFERS.append(Offer(label="上会材料", address="meeting_pack"))
