"""The case of an address."""

from datetime import date

from django.http import Http404

from quanheng.access.models import Account
from quanheng.procedure.models import Case
from quanheng.selection.queries.cases import selection_case


def found_case(number: str, *, by: Account, on: date) -> Case:
    """404 when the reader may not see it, or there is none."""
    case = selection_case(number, by=by, on=on)
    if case is None:
        raise Http404
    return case
