"""The server's entry."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from quanheng.access.actions.guard import require_bound

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quanheng.site.settings")
application = get_wsgi_application()
require_bound()

# What is loaded now stays for good: the collector need not walk it again and again while pages are made.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
