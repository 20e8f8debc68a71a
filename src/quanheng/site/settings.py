"""Settings. Everything an installation may change comes from the environment; nothing else reads it."""

import logging.config
import os
from datetime import date, timedelta
from pathlib import Path

from quanheng.access.core.passwords import PROFILES
from quanheng.access.core.second_factor import POLICIES
from quanheng.site.chosen import chosen, oidc_app
from quanheng.site.database import (
    database_settings,
    home,
    keys_in,
    revive,
    scope_key,
    secret_key,
)

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
    "operations",
)

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home()
SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("QUANHENG_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("QUANHENG_ORIGINS", "").split(",") if origin]

OIDC_PROVIDER, OIDC_NAME = "house", os.environ.get("QUANHENG_OIDC_NAME", "")
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    *(["allauth.socialaccount.providers.openid_connect"] if OIDC_NAME else []),  # loads an HTTP client; few have use for it
    "axes",
    *(f"quanheng.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "quanheng.operations.screens.observe.observe",
    "quanheng.operations.screens.health.before_all",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "quanheng.web.screens.headers.content_security_policy",
    "quanheng.site.scoped.Scoped",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "quanheng.access.screens.open_keys.carry_keys",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "quanheng.access.screens.guard.Guard",
    "axes.middleware.AxesMiddleware",
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
                "quanheng.web.screens.lasting",
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
KEYS_IN = keys_in
NUMBER_KEY, WORK_KEY = keys_in(HOME).values()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.Account"
# A demonstration keeps its own date, so that what falls due in it does not drift away; empty in real use.
DEMONSTRATION_DATE = (
    date.fromisoformat(os.environ["QUANHENG_DEMONSTRATION"])
    if os.environ.get("QUANHENG_DEMONSTRATION")
    else None
)

# Sign-in: django-allauth's pages under our addresses, django-axes counts wrong passwords, the house's directory where it is named.
PASSWORDS = PROFILES[chosen("QUANHENG_PASSWORDS", tuple(PROFILES), "asvs")]
SECOND_FACTOR = chosen("QUANHENG_SECOND_FACTOR", POLICIES, "offered")
SESSION_IDLE_SECONDS = 60 * int(os.environ.get("QUANHENG_IDLE_MINUTES", "480" if DEMONSTRATION_DATE else "30"))
SESSION_MOST_SECONDS = 60 * 60 * int(os.environ.get("QUANHENG_SESSION_HOURS", "12"))
STALE_DAYS = int(os.environ.get("QUANHENG_STALE_DAYS", "90"))
LOCK_MINUTES = int(os.environ.get("QUANHENG_LOCK_MINUTES", "30"))
LDAP_URL = os.environ.get("QUANHENG_LDAP", "")
OIDC_CLAIM = os.environ.get("QUANHENG_OIDC_CLAIM", "preferred_username")

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    *(["quanheng.access.queries.directory.Directory"] if LDAP_URL else []),
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
_RULES, _OWN = "django.contrib.auth.password_validation", "quanheng.access.permissions.password_rules"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULES}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("username", "name")}},
    {"NAME": f"{_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": PASSWORDS.least}},
    {"NAME": f"{_RULES}.CommonPasswordValidator"},
    *([{"NAME": f"{_OWN}.Composition", "OPTIONS": {"kinds": PASSWORDS.kinds}}] if PASSWORDS.kinds else []),
    *([{"NAME": f"{_OWN}.NotFormer", "OPTIONS": {"remembered": PASSWORDS.remembered}}] if PASSWORDS.remembered else []),
]
ACCOUNT_ADAPTER = "quanheng.access.screens.adapters.AccountAdapter"
ACCOUNT_FORMS = {"login": "quanheng.access.screens.sign_in.SignIn"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# A whole house may stand behind one address: wrong passwords are counted by account (axes), not by address.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "600/m/ip,10/5m/key", "reauthenticate": "10/5m/user"}
MFA_ADAPTER = "quanheng.access.screens.adapters.SecondFactorAdapter"
_OWN_FORMS = "quanheng.access.screens.code_forms"
MFA_FORMS = {"authenticate": f"{_OWN_FORMS}.Code", "reauthenticate": f"{_OWN_FORMS}.CodeAgain", "add_webauthn": f"{_OWN_FORMS}.KeyName"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "quanheng.access.screens.adapters.DirectoryAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [oidc_app(OIDC_NAME, OIDC_PROVIDER)] if OIDC_NAME else []}}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=LOCK_MINUTES)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_LOCKOUT_CALLABLE = "quanheng.access.screens.sign_in.locked"
AXES_RESET_ON_SUCCESS = True
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # the account alone counts, whatever address or browser: nothing to rotate
AXES_DISABLE_ACCESS_LOG = True  # the journal has it
AXES_VERBOSE = False
if LDAP_URL:
    LDAP_AUTH_URL = LDAP_URL.split(",")
    LDAP_AUTH_USE_TLS = not LDAP_URL.startswith("ldaps:") and os.environ.get("QUANHENG_LDAP_TLS", "1") == "1"
    LDAP_AUTH_SEARCH_BASE = os.environ.get("QUANHENG_LDAP_BASE", "")
    LDAP_AUTH_OBJECT_CLASS = os.environ.get("QUANHENG_LDAP_CLASS", "inetOrgPerson")
    LDAP_AUTH_USER_FIELDS = {"username": os.environ.get("QUANHENG_LDAP_NAME", "uid")}

# A file that leaves is marked and on record; in real use its purpose is asked for, and pages with people carry who looks at them.
EXPORT_PURPOSE = os.environ.get("QUANHENG_EXPORT_PURPOSE", "off" if DEMONSTRATION_DATE else "asked") == "asked"
WATERMARK = os.environ.get("QUANHENG_WATERMARK", "on") == "on"

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
SESSION_COOKIE_AGE = SESSION_MOST_SECONDS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(os.environ.get("QUANHENG_TLS"))
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "quanheng.web.screens.uploads.HiddenUploads"]

# Operations. Logs for audits are kept for at least 180 days: fewer is refused at the start (kernel/upkeep.py).
BACKUPS = Path(os.environ.get("QUANHENG_BACKUPS") or HOME / "backups")
BACKUP_KEY = os.environ.get("QUANHENG_BACKUP_KEY", "")
BACKUP_HOURS = int(os.environ.get("QUANHENG_BACKUP_HOURS", "26"))
LOGS = Path(os.environ.get("QUANHENG_LOGS") or HOME / "logs")
LOG_DAYS = int(os.environ.get("QUANHENG_LOG_DAYS", "200"))
METRICS_TOKEN = os.environ.get("QUANHENG_METRICS_TOKEN", "")
REVIVE_DATABASE = revive
LOGGING_CONFIG = None  # Django's own would load its page of tracebacks into every command; ours stands below
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"days": {"class": "quanheng.operations.core.log_lines.DayFiles", "folder": str(LOGS)}},
    "root": {"handlers": ["days"], "level": "WARNING"},
    "loggers": {
        "quanheng": {"handlers": ["days"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["days"], "level": "WARNING", "propagate": False},
    },
}
logging.config.dictConfig(LOGGING)
