"""The one way to say no: what was refused, why, by which clause, and what would make it possible."""

from collections.abc import Sequence

from quanheng.kernel.texts import Text, text


class Refused(Exception):  # noqa: N818  a refusal is an answer, not an error
    """An act that may not be done (as things stand).

    `what` the act refused, `why` the reason with its figures, `cites` the clauses ("《…》第…条"),
    `remedy` what would make it possible. All are shown to the user as they are.
    """

    def __init__(
        self, what: Text | str, *, why: Text | str, cites: Sequence[str] = (), remedy: Text | str = ""
    ) -> None:
        self.what = _as_text(what)
        self.why = _as_text(why)
        self.cites = tuple(cites)
        self.remedy = _as_text(remedy)
        super().__init__(str(self))

    def __str__(self) -> str:
        clauses = f"（{'；'.join(self.cites)}）" if self.cites else ""
        remedy = f"{self.remedy}" if str(self.remedy) else ""
        return f"{self.what}：{self.why}{clauses}{'。' + remedy if remedy else ''}"


def _as_text(value: Text | str) -> Text:
    return value if isinstance(value, Text) else text("{said}", said=value) if "{" in value else Text(value)
