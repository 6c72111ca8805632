"""What accounts and regions show in Django's admin, and the base that every kind of record there is built on."""

from accounts.admin import accounts, audit, regions

__all__ = ["accounts", "audit", "regions"]
