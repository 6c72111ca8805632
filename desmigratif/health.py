"""Tells the machine that watches the portal whether it can work."""

from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import JsonResponse
from django.views.decorators.http import require_safe


@cache
def newest_migrations() -> frozenset[tuple[str, str]]:
    """The last migration of each app. The program's own files do not change while it runs."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def problem() -> str:
    """What keeps the portal from working, in words; empty when nothing does. Two small queries."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except Error:
        return "Basis data tidak menjawab."
    if not newest_migrations() <= applied.keys():
        return "Ada migrasi yang belum dijalankan. Ketik: manage.py migrate"
    return ""


@login_not_required
@require_safe
def health(request):
    """200 when the database answers and knows every migration, else 503."""
    found = problem()
    return JsonResponse({"sehat": not found, "masalah": found}, status=503 if found else 200)
