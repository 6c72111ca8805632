"""The registry in Django's admin: every kind of record, read-only, through the scope."""

from households.admin import registry, rest

__all__ = ["registry", "rest"]
