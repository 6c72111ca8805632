"""The response headers that keep a page from loading foreign parts, being framed, or staying on a shared laptop."""

from django.conf import settings
from whitenoise.middleware import WhiteNoiseFileResponse

# No page has an inline script or style, so the policy needs no nonce and is the same for all.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    # A prepared message is handed over to the officer's own WhatsApp, which passes it on from one host to the other.
    "form-action 'self' https://wa.me https://api.whatsapp.com; frame-ancestors 'none'; "
    "base-uri 'none'; connect-src 'self'"
)
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "display-capture", "geolocation", "hid", "microphone", "payment", "serial", "usb")
)


class SecurityHeadersMiddleware:
    """Sets the policy on every response: pages, files, errors.

    Stands above WhiteNoise, so that static files pass here too. Never asks who is signed in, because that is a query
    and the database may be the very thing that is broken: the session cookie says enough.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if not isinstance(response, WhiteNoiseFileResponse) and must_not_be_kept(request, response):
            response["Cache-Control"] = "no-store"
        return response


def must_not_be_kept(request, response) -> bool:
    """Whether the browser must forget this response: after logging out, Back on a shared laptop shows nothing.

    Everything for a visitor with a session, and everything else unless its view says how long it may be kept.
    """
    cookie = settings.SESSION_COOKIE_NAME
    return cookie in request.COOKIES or cookie in response.cookies or "Cache-Control" not in response
