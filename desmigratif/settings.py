"""Settings of the portal. What differs between places comes from the environment; README.md lists the names."""

import os
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from desmigratif import environment

BASE_DIR = Path(__file__).resolve().parent.parent
# Everything the portal writes lies in one folder outside the web root: database, key, uploads.
DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "var")
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = environment.flag("DEBUG", default=False)
SECRET_KEY = environment.secret_key(DATA_DIR / "secret_key")
SECRET_KEY_FALLBACKS = [environment.strong(key) for key in environment.words("SECRET_KEY_FALLBACKS")]
# Photographs of papers are sealed with the first of these and opened with any: what was sealed before a change of the
# key stays readable while the old one is named.
FILE_KEYS = [
    environment.secret_key(DATA_DIR / "file_key", "FILE_KEY"),
    *(environment.strong(key, "FILE_KEY_FALLBACKS") for key in environment.words("FILE_KEY_FALLBACKS")),
]
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", default="127.0.0.1,localhost,[::1]")
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts of the portal; '*' lets anybody pose as it.")
# Off only for the demo and the tests, which serve plain HTTP on the loopback address.
TLS = environment.flag("TLS", default=True)
BEHIND_PROXY = TLS and environment.flag("BEHIND_PROXY", default=True)
if DEBUG and TLS:
    raise ImproperlyConfigured("DEBUG shows names and numbers on error pages; it starts with TLS=0 only.")

INSTALLED_APPS = [
    "desmigratif",
    "monitoring",
    "infopost",
    "households",
    "accounts",
    "regions",
    "toolkit",
    "accounts.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "import_export",
]

MIDDLEWARE = [
    "toolkit.requests.RequestIdMiddleware",
    "toolkit.headers.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SessionLimitsMiddleware",
    "accounts.middleware.LoginRequiredMiddleware",
    "accounts.middleware.PasswordChangeMiddleware",
    "accounts.middleware.VillageTimeMiddleware",
    "accounts.middleware.DenialMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "desmigratif.urls"
WSGI_APPLICATION = "desmigratif.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desmigratif.context.portal",
            ],
        },
    },
]
# Widgets of our own lie in templates/ like every other template.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

if "DATABASE_URL" in os.environ:
    # Without a connection that lives on, a request spends more time greeting PostgreSQL than asking it.
    DATABASES = {"default": dj_database_url.config(conn_max_age=600, conn_health_checks=True)}
    # Compiling a query takes PostgreSQL longer than the longest of ours takes to run, and starting processes that help
    # with it longer than a page's takes: only reports of a province or the country are worth them.
    told = "-c jit=off -c parallel_setup_cost=20000"
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", told)
    if DATABASES["default"].get("ENGINE") != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database; without it the portal uses SQLite.")
else:
    DATABASES = {
        "default": {
            "ENGINE": "toolkit.sqlite",
            "NAME": environment.private_file(DATA_DIR / "desmigratif.sqlite3"),
            "CONN_MAX_AGE": 600,
            "OPTIONS": {
                # IMMEDIATE: a writer waits for its turn at the start instead of failing half-way.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # FULL keeps the last save through a power cut; secure_delete leaves no names in freed pages.
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
                    "PRAGMA recursive_triggers=ON; PRAGMA cache_size=-32000;"
                ),
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.PasswordOrCodeBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "accounts.passwords.MaximumLengthValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.LocalWordsValidator"},
    {"NAME": "accounts.passwords.CompositionValidator"},
]
# BSSN 4/2021 lets the operator ask for kinds of signs and for a new password after some days; both are off, because
# long passwords that are kept are safer (docs/security.md).
PASSWORD_COMPOSITION = environment.flag("PASSWORD_COMPOSITION", default=False)
PASSWORD_MAX_AGE_DAYS = int(os.environ.get("PASSWORD_MAX_AGE_DAYS", "0"))
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "home"
# Seconds without a sign of life after which a session ends, and its longest life.
SESSION_IDLE_SECONDS = 15 * 60
SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "accounts.views.sessions.csrf_failure"
if TLS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sesi", "__Host-csrf"
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if BEHIND_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# How many proxies of ours stand before gunicorn: the address they add is the one the throttle counts.
TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "1" if BEHIND_PROXY else "0"))

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_I18N = USE_TZ = USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["desmigratif.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_DIR / "uploads",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "sealed": {
        "BACKEND": "toolkit.sealed.SealedStorage",
        "OPTIONS": {
            "location": DATA_DIR / "uploads" / "sealed",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["toolkit.uploads.SparingUploadHandler"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "toolkit.logs.RequestFilter"}},
    "formatters": {
        "line": {
            "()": "toolkit.logs.ScrubbingFormatter",
            "format": "{asctime} {levelname} {name} [{request_id} user={user_id}] {message}",
            "style": "{",
        }
    },
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "filters": ["request"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["stdout"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
    },
}

# Names on letterheads: institutions change, the programme may move to another ministry.
PROGRAMME_NAME = os.environ.get("PROGRAMME_NAME", "Program Desa Migran Produktif")
INSTITUTION_NAME = os.environ.get("INSTITUTION_NAME", "Kementerian Ketenagakerjaan Republik Indonesia")

# Uploaded workbooks are kept this many days, so that a question about an import can be answered.
UPLOAD_KEEP_DAYS = 90
