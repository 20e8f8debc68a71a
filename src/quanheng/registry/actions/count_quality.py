"""Run the data-quality rules over everybody one keeps: the fix list is made anew, the counts of the day are kept.

No record changes. At a million people this takes a minute: the worker does it, or the command every night.
"""

from datetime import date, datetime

from django.db import connection
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Authority
from quanheng.kernel.progress import Progress, silent
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.quality import OF_AUTHORITIES, condition, counted, in_turns, rules
from quanheng.registry.models import QualityCount, QualityIssue
from quanheng.registry.queries.quality import EVERYBODY, authorities_counted, blanks

WHAT = "核查数据质量"


@action("registry.quality_count.make", label=WHAT, permission="registry.edit")
def count_quality(*, by: Account, at: datetime, progress: Progress = silent) -> int:
    """Every rule over the authorities where `by` holds `registry.edit`; how many findings there are. Counted again on one day, the later stands."""
    on = timezone.localdate(at)
    kept = authorities_counted(by=by, on=on)
    authorities = list(Authority.objects.values_list("pk", flat=True)) if kept is None else kept
    if not authorities:
        raise Refused(text(WHAT), why=text("没有可核查的管理权限主体"))
    QualityIssue.objects.filter(authority__in=authorities).delete()
    QualityCount.objects.filter(authority__in=authorities, on=on).delete()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '256MB'")
        turns = in_turns(_conditions(on))
        for done, told in enumerate(turns):
            progress("count", done, len(turns))
            cursor.execute(counted(told), {"authorities": authorities, "on": on})
        cursor.execute(_EVERYBODY, {"authorities": authorities, "rule": EVERYBODY, "on": on})
    rows = QualityCount.objects.filter(authority__in=authorities, on=on).exclude(rule=EVERYBODY)
    return sum(rows.values_list("count", flat=True))


_EVERYBODY = """INSERT INTO registry_qualitycount (authority_id, rule, "on", count)
  SELECT a.id, %(rule)s, %(on)s, (SELECT count(*) FROM registry_person p WHERE p.authority_id = a.id)
  FROM access_authority a WHERE a.id = ANY(%(authorities)s)"""


def _conditions(on: date) -> dict[str, str]:
    """By rule; a rule whose figure is not in force that day is left out."""
    known = blanks(on)
    told = {key: condition(rule, known, among=OF_AUTHORITIES) for key, rule in rules().items()}
    return {key: where for key, where in told.items() if where}
