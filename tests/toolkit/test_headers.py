"""Headers on every response."""

import pytest
from django.http import HttpResponse
from whitenoise.middleware import WhiteNoiseFileResponse

from toolkit.headers import SecurityHeadersMiddleware

# Written out a second time on purpose: a change of the policy must be meant.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self' https://wa.me https://api.whatsapp.com; frame-ancestors 'none'; "
    "base-uri 'none'; connect-src 'self'"
)


def passed(request, response):
    return SecurityHeadersMiddleware(lambda request: response)(request)


@pytest.mark.parametrize("path", ["/masuk/", "/tidak-ada/", "/tentang/"])
def test_policy_stands_on_pages_and_errors(client, db, path):
    assert client.get(path)["Content-Security-Policy"] == POLICY


def test_policy_stands_on_a_page_that_broke(client, db, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("django.contrib.sessions.middleware.SessionMiddleware.process_request", broken)
    client.raise_request_exception = False

    response = client.get("/tentang/")

    assert (response.status_code, response["Content-Security-Policy"]) == (500, POLICY)


def test_permissions_are_refused(rf):
    assert "geolocation=()" in passed(rf.get("/"), HttpResponse())["Permissions-Policy"].split(", ")


def test_page_is_not_kept(rf):
    assert passed(rf.get("/"), HttpResponse())["Cache-Control"] == "no-store"


def test_public_page_may_say_how_long_it_is_kept(rf):
    response = HttpResponse(headers={"Cache-Control": "max-age=600"})

    assert passed(rf.get("/"), response)["Cache-Control"] == "max-age=600"


def test_page_for_a_visitor_with_a_session_is_not_kept_whatever_its_view_says(rf, settings):
    request = rf.get("/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "sesi"
    response = HttpResponse(headers={"Cache-Control": "max-age=600"})

    assert passed(request, response)["Cache-Control"] == "no-store"


def test_page_that_starts_a_session_is_not_kept(rf, settings):
    response = HttpResponse(headers={"Cache-Control": "max-age=600"})
    response.set_cookie(settings.SESSION_COOKIE_NAME, "sesi")

    assert passed(rf.get("/"), response)["Cache-Control"] == "no-store"


def test_static_file_keeps_its_long_life_beside_a_session(rf, settings, tmp_path):
    path = tmp_path / "look.css"
    path.write_text("body {}")
    request = rf.get("/static/look.css")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "sesi"

    with path.open("rb") as file:
        response = WhiteNoiseFileResponse(file, headers={"Cache-Control": "max-age=315360000, public, immutable"})

        assert passed(request, response)["Cache-Control"] == "max-age=315360000, public, immutable"
