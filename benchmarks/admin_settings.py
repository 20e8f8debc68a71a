"""Our settings and Django's admin, for `province_admin` only."""

from quanheng.site.settings import *  # noqa: F403
from quanheng.site.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
ROOT_URLCONF = "benchmarks.admin_urls"
