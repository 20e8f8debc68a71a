"""Django's entry for the establishment room; puts its hard stops before appointments and ranks, and follows changes of units."""

from django.apps import AppConfig

from quanheng.regulation.core.sources import SOURCES


class EstablishmentConfig(AppConfig):
    """编制职数。"""

    name = "quanheng.establishment"
    label = "establishment"

    def ready(self) -> None:
        from quanheng.establishment.actions.follow_change import EstablishmentFollower  # noqa: PLC0415  models exist only now
        from quanheng.establishment.permissions.ranks import require_rank_of  # noqa: PLC0415  models exist only now
        from quanheng.establishment.permissions.seats import require_free_seat  # noqa: PLC0415  models exist only now
        from quanheng.establishment.queries.law_sources import PostSource  # noqa: PLC0415  models exist only now
        from quanheng.registry.actions.carry_post import follow_changes  # noqa: PLC0415  models exist only now
        from quanheng.registry.permissions.guards import offer, offer_rank  # noqa: PLC0415  models exist only now

        offer(require_free_seat)
        offer_rank(require_rank_of)
        follow_changes(EstablishmentFollower())
        SOURCES.append(PostSource())
