"""The four musts as they stand: the newest record of each kind for each target."""

from collections.abc import Iterable

from quanheng.selection.models import Candidate, Must


def newest_musts(targets: Iterable[Candidate]) -> dict[Candidate, dict[str, Must]]:
    """{target: {kind: newest Must}}, one query for all targets."""
    by_key = {target.pk: target for target in targets}
    standing: dict[Candidate, dict[str, Must]] = {target: {} for target in by_key.values()}
    for must in Must.objects.filter(candidate_id__in=by_key).order_by("recorded_at", "pk"):
        standing[by_key[must.candidate_id]][must.kind] = must
    return standing
