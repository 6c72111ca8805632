"""A real Chromium, once per worker, a fresh profile per page, and the clock at one morning in November."""

import os

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Locator, sync_playwright

from tests.browser.moments import MORNING
from tools import chromium


def pytest_collection_modifyitems(items):
    for item in items:
        if "/tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium_process():
    path = chromium.find()
    if path is None:
        reason = "no Chromium on this machine; CHROMIUM=/path/to/one names one"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        process = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield process
        process.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(autouse=True)
def clock():
    """Tuesday 24 November 2026, 09.14 in Korleko; it ticks, because a server that waits must see time pass."""
    with time_machine.travel(MORNING, tick=True) as traveller:
        yield traveller


@pytest.fixture(scope="session", autouse=True)
def clicks_arrive():
    """A click that leads to another page ends when that page is there whole, not when its first bytes are."""
    click = Locator.click

    def click_and_arrive(locator, **options):
        page = locator.page
        click(locator, **options)
        page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", click_and_arrive)
        yield


@pytest.fixture
def open_page(chromium_process, live_server):
    """Opens a page in a profile of its own: `open_page("/rumah-tangga/", user=sari, width=360, scripts=False)`.

    What the browser complains of (a broken script, a refused resource) fails the test at its end.
    """
    contexts, complaints = [], []

    def opened(path="/", *, user=None, width=1280, height=900, scripts=True, **options):
        context = chromium_process.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="id-ID",
            timezone_id="Asia/Makassar",
            **options,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        if user is not None:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def is_complaint(said) -> bool:
    """A page that answers 'not found' or 'too often' on purpose is written to the console too."""
    return said.type in ("error", "warning") and "the server responded with a status" not in said.text


def session_cookie(user, url: str) -> dict:
    """What a browser keeps after `user` has signed in."""
    client = Client()
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}


@pytest.fixture
def packed_server(transactional_db, settings, tmp_path):
    """The address of a server that sends static files as an office gets them: fingerprinted and compressed."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    # WhiteNoise stands among the middlewares; the tests' usual handler would answer before it.
    thread = LiveServerThread("127.0.0.1", static_handler=lambda handler: handler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()
    thread.join()
