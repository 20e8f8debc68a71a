"""Settings. Everything an installation may change comes from the environment; nothing else reads it."""

import os
from datetime import date
from pathlib import Path

from quanheng.site.database import database_settings, home, scope_key, secret_key

ROOMS = (
    "web",
    "access",
    "regulation",
    "procedure",
    "registry",
    "establishment",
    "exchange",
    "disclosure",
    "meeting",
    "selection",
    "oversight",
)

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home()
SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("QUANHENG_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("QUANHENG_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    *(f"quanheng.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "quanheng.web.screens.headers.content_security_policy",
    "quanheng.site.scoped.Scoped",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "quanheng.site.urls"
WSGI_APPLICATION = "quanheng.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "components", PACKAGE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "quanheng.web.screens.tags",
                "quanheng.web.screens.cells",
                "quanheng.web.screens.branches",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quanheng.site.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "quanheng.web.screens.widgets.Widgets"
_APPLICATION, DATABASE_OWNER = database_settings(HOME)
DATABASES = {"default": _APPLICATION}
APPLICATION_ROLE: str = _APPLICATION["USER"]
SCOPE_KEY = scope_key(SECRET_KEY)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A demonstration keeps its own date, so that what falls due in it does not drift away; empty in real use.
DEMONSTRATION_DATE = (
    date.fromisoformat(os.environ["QUANHENG_DEMONSTRATION"])
    if os.environ.get("QUANHENG_DEMONSTRATION")
    else None
)

LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "site" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("QUANHENG_TIME_ZONE", "Asia/Shanghai")

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(os.environ.get("QUANHENG_TLS"))
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
