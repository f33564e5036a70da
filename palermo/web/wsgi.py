"""The WSGI application that the production server loads; it refuses what production must refuse."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.settings")
application = get_wsgi_application()

from palermo.apps.accounts.checks import refuse_demonstration  # noqa: E402 - Django starts first

if not settings.DEMO:
    refuse_demonstration()
