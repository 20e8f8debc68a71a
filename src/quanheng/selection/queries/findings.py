"""The findings of a screening as they were kept with a case."""

from typing import Any

from quanheng.selection.models import Candidate, KeptFinding


def findings_of(candidate: Candidate) -> list[dict[str, Any]]:
    """Of a candidate the caller may see, worst first."""
    kept = dict(KeptFinding.objects.filter(pk__in=candidate.findings).values_list("pk", "said"))
    return [kept[number] for number in candidate.findings]
