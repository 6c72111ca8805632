"""A real Chromium, once per worker, and a fresh profile per test."""

import os

import pytest
from playwright.sync_api import sync_playwright

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


@pytest.fixture
def open_page(chromium_process, live_server):
    """Opens a page of the live server in a profile of its own: `open_page("/masuk/", width=360, scripts=False)`."""
    contexts = []

    def opened(path="/", *, width=1280, height=900, scripts=True, **options):
        context = chromium_process.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            **options,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
