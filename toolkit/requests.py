"""One short name for each request, and for whom it runs, so that the lines of the log can be told apart."""

import secrets
from contextvars import ContextVar

NOBODY = "-"
# Letters only: the log takes long runs of digits for a NIK and removes them.
ALPHABET = "bcdfghjklmnpqrstvwxz"
LENGTH = 10

_request_id: ContextVar[str] = ContextVar("request_id", default=NOBODY)
_user_id: ContextVar[str] = ContextVar("user_id", default=NOBODY)


def request_id() -> str:
    """The name of the request that runs now; `-` outside a request."""
    return _request_id.get()


def user_id() -> str:
    """The account that the request runs for, as its key; `-` when nobody is signed in."""
    return _user_id.get()


def set_user(key) -> None:
    """Says for whom the request runs. Takes the account's key, never its name; None means nobody."""
    _user_id.set(NOBODY if key is None else str(key))


def forget() -> None:
    """Ends the request for the log: what this thread writes next belongs to nobody."""
    _request_id.set(NOBODY)
    _user_id.set(NOBODY)


class RequestIdMiddleware:
    """Gives each request its name and sends it along as `X-Request-ID`, for the caller who asks the office for help.

    A name that the client sends is not believed: it would be written into the log. The name stays known after the
    response has left, because the access log is written then; the next request in the same thread replaces it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        name = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        _request_id.set(name)
        set_user(None)
        request.request_id = name
        response = self.get_response(request)
        response["X-Request-ID"] = name
        return response
