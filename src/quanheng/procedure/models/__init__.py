"""Tables of the procedure room."""

from quanheng.procedure.models.case import Case, RecordEntry, Task

__all__ = ["Case", "RecordEntry", "Task"]
