"""Forms of signing in, of accounts and of the book of acts."""

from accounts.forms.accounts import AccountForm
from accounts.forms.audit import AuditFilterForm
from accounts.forms.sessions import NewPasswordForm, SignInForm

__all__ = ["AccountForm", "AuditFilterForm", "NewPasswordForm", "SignInForm"]
