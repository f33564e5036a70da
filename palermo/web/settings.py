"""Django's settings, all from the environment; without `PALERMO_DEMO=1` nothing is lenient.

Every setting that an operator may set is named in docs/operations.md.
"""

import os
from pathlib import Path
from urllib.parse import urlparse

from palermo.domain.languages import LANGUAGES as CODES
from palermo.domain.languages import OWN_NAMES
from palermo.domain.mistakes import Mistake

ROOT = Path(__file__).resolve().parent.parent
DEMO_KEY = "demonstration-only-" + "0" * 40
DEMO = os.environ.get("PALERMO_DEMO") == "1"
HOME = Path(os.environ.get("PALERMO_HOME", "var")).absolute()

SECRET_KEY = os.environ.get("PALERMO_SECRET_KEY", DEMO_KEY if DEMO else "")
if not SECRET_KEY:
    raise Mistake("PALERMO_SECRET_KEY is not set (PALERMO_DEMO=1 starts the demonstration)")
if SECRET_KEY == DEMO_KEY and not DEMO:
    raise Mistake("PALERMO_SECRET_KEY is the demonstration's key; make one of your own")
DEBUG = os.environ.get("PALERMO_DEBUG") == "1"
ADDRESS = os.environ.get("PALERMO_ADDRESS", "http://localhost:8000")
ALLOWED_HOSTS = [str(urlparse(ADDRESS).hostname), "127.0.0.1"]
CSRF_TRUSTED_ORIGINS = [ADDRESS]
SECURE = ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "palermo.apps.journal",
    "palermo.apps.jobs",
    "palermo.apps.states",
    "palermo.apps.accounts",
    "palermo.apps.instruments",
    "palermo.apps.responses",
    "palermo.apps.needs",
    "palermo.apps.analysis",
    "palermo.apps.notes",
    "palermo.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "palermo.web.headers.ContentSecurityPolicy",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "palermo.apps.accounts.viewers.ViewerMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "palermo.web.urls"
WSGI_APPLICATION = "palermo.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "palermo.web.context.frame",
            ],
            "builtins": ["palermo.web.templatetags.palermo"],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "palermo.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [(code, OWN_NAMES[code]) for code in CODES]
LOCALE_PATHS = [ROOT / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "files"
FILE_UPLOAD_PERMISSIONS = 0o600

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if SECURE else None
X_FRAME_OPTIONS = "DENY"

JOBS = {"write_note": "palermo.apps.notes.actions.write_files"}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "palermo.web.logs.JsonFormatter"}},
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["err"], "level": os.environ.get("PALERMO_LOG", "WARNING")},
}
