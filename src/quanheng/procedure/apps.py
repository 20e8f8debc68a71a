"""Django's entry for the procedure room; offers its records to the check of the log."""

from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    """程序。"""

    name = "quanheng.procedure"
    label = "procedure"

    def ready(self) -> None:
        from quanheng.access.queries.log_sources import offer  # noqa: PLC0415  the database exists only now
        from quanheng.procedure.queries.log_source import RecordSource  # noqa: PLC0415

        offer(RecordSource)
