"""For comparison: Django's own admin over the same table of people, default settings, list and search; times as JSON."""

import json
import os
from functools import partial
from types import SimpleNamespace

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.admin_settings"  # over the one that is set
django.setup()

from django.contrib import admin  # noqa: E402
from django.test import RequestFactory  # noqa: E402

from benchmarks.asking import times_of  # noqa: E402
from quanheng.access.actions.scope import as_system  # noqa: E402
from quanheng.registry.models import Person  # noqa: E402

ROUNDS = min(int(os.environ.get("BENCH_ROUNDS", "4")), 4)


class PersonAdmin(admin.ModelAdmin):
    """干部: the columns of our list; searched where ours is searched."""

    list_display = ("name", "current_post", "level", "born_on", "sex")
    search_fields = ("name", "pinyin", "initials", "current_post")

    def has_module_permission(self, request: object) -> bool:
        return True

    has_view_permission = has_change_permission = has_add_permission = has_delete_permission = (
        lambda self, request, obj=None: True
    )


def _yes(*_given: object) -> bool:
    return True


def main() -> None:
    admin.site.register(Person, PersonAdmin)
    listed = admin.site._registry[Person]
    with as_system():  # the admin knows no accounts of ours: it sees everything, and no policy is asked about a row
        person = Person.objects.order_by("key")[0]
        pages = {
            "people": "",
            "search: name": f"?q={person.name}",
            "search: pinyin": f"?q={person.pinyin}",
        }
        times = {what: times_of([partial(asked, listed, query)] * ROUNDS) for what, query in pages.items()}
    print(json.dumps(times))


def asked(listed: admin.ModelAdmin, query: str) -> None:
    """The view itself, without sign-in: our accounts are not the admin's."""
    request = RequestFactory().get(f"/admin/registry/person/{query}")
    request.user = SimpleNamespace(
        is_active=True,
        is_staff=True,
        is_anonymous=False,
        has_perm=_yes,
        has_module_perms=_yes,
        get_short_name=str,
    )  # type: ignore[assignment]
    answer = listed.changelist_view(request)
    answer.render()  # type: ignore[attr-defined]
    assert answer.status_code == 200


if __name__ == "__main__":
    main()
