"""Accounts and what the portal remembers of their acts."""

from accounts.models.audit import Act, AuditEvent
from accounts.models.changes import VillageChange
from accounts.models.codes import OneTimeCode
from accounts.models.held_posts import HeldPost
from accounts.models.receipts import Receipt
from accounts.models.throttle import TokenBucket
from accounts.models.users import User

__all__ = ["Act", "AuditEvent", "HeldPost", "OneTimeCode", "Receipt", "TokenBucket", "User", "VillageChange"]
