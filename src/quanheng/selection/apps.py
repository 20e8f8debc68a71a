"""Django's entry for the selection room; offers its procedures to the engine and its papers to the meeting."""

from pathlib import Path

from django.apps import AppConfig

from quanheng.kernel.texts import Text
from quanheng.kernel.upkeep import CLEARINGS
from quanheng.meeting.core.offers import OFFERS, Offer
from quanheng.registry.core.erasing import DUTIES, Duty


class SelectionConfig(AppConfig):
    """选任。"""

    name = "quanheng.selection"
    label = "selection"

    def ready(self) -> None:
        from quanheng.procedure.queries.catalogue import offer  # noqa: PLC0415  models exist only now

        for path in sorted((Path(__file__).parent / "data" / "procedures").glob("*.toml")):
            offer(path)
        from quanheng.selection.queries.candidacies import count_candidacies  # noqa: PLC0415  models exist only now
        from quanheng.selection.queries.upkeep import SCREENINGS  # noqa: PLC0415  models exist only now

        DUTIES.append(Duty("选任案卷", Text("选任全程纪实和案卷须完整保存，以备倒查"), count_candidacies))
        CLEARINGS.append(SCREENINGS)
        OFFERS.append(Offer(label="上会材料", address="meeting_pack"))
