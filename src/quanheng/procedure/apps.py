"""Django's entry for the procedure room."""

from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    """程序。"""

    name = "quanheng.procedure"
    label = "procedure"
