"""Django's entry for the disclosure room."""

from django.apps import AppConfig

from quanheng.kernel.texts import Text
from quanheng.registry.core.erasing import DUTIES, Duty


class DisclosureConfig(AppConfig):
    """公示。"""

    name = "quanheng.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        from quanheng.disclosure.queries.notices import count_notices  # noqa: PLC0415  models exist only now

        DUTIES.append(Duty("任前公示", Text("公示是选任案卷的一部分，须保存"), count_notices))
