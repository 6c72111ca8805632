"""Families read without a line, in a real browser whose server is stopped."""

import pytest
from django.test.testcases import LiveServerThread

from infopost.actions import load_facts
from infopost.models import Fact

READY = "async () => { await navigator.serviceWorker.ready; }"
NAMES = "async () => (await caches.keys()).sort()"
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
  return found;
}"""


@pytest.fixture
def server(packed_server):
    """A portal that can be stopped, beside the one whose packed files it sends."""
    load_facts()
    thread = LiveServerThread("127.0.0.1", static_handler=lambda handler: handler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None
    yield thread
    stop(thread)


def stop(server):
    """From now on there is no line."""
    if server.is_alive():
        server.terminate()
        server.join()


@pytest.fixture
def opened(chromium_process, server):
    """A phone that has opened Taiwan's page once."""
    context = chromium_process.new_context(base_url=f"http://127.0.0.1:{server.port}", locale="id-ID")
    page = context.new_page()
    page.goto("/info/negara/TW/")
    page.evaluate(READY)
    page.wait_for_function("async () => (await caches.keys()).length === 1")
    page.wait_for_function("async () => Boolean(await caches.match('/info/negara/TW/'))")
    yield page
    context.close()


def cut(page, server):
    """Nothing answers any more: not the server, and not a connection that it had left open."""
    stop(server)
    page.context.set_offline(True)


def heading(page):
    return page.locator("h1").inner_text()


def test_what_was_opened_once_is_read_without_a_line(opened, server):
    cut(opened, server)

    opened.goto("/info/negara/TW/")
    country = heading(opened)
    opened.goto("/info/minta-tolong/")
    help_page, calls = heading(opened), opened.locator(".call-number").count()
    opened.goto("/info/negara/HK/")
    unread = heading(opened)

    assert (country, help_page, calls > 0, unread) == ("Taiwan", "Minta tolong", True, "Belum ada sinyal")


def test_page_is_fresh_while_there_is_a_line(opened, server):
    Fact.objects.filter(country="TW").update(is_withdrawn=True)

    assert opened.goto("/info/negara/TW/").status == 404


def test_nothing_of_an_account_is_kept(opened, server):
    for path in ("/masuk/", "/tentang/", "/"):
        opened.goto(path)

    assert [path for path in opened.evaluate(KEPT) if not path.startswith(("/info/", "/static/"))] == []


def test_new_version_that_does_not_come_whole_changes_nothing(opened, server):
    before = opened.evaluate(NAMES)
    opened.context.route("**/info/minta-tolong/", lambda route: route.abort())
    Fact.objects.filter(pk=Fact.objects.first().pk).update(version=9)

    failed = opened.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration.update();
          const coming = registration.installing;
          if (!coming) return "none";
          return new Promise(resolve => coming.addEventListener("statechange", () => {
            if (coming.state !== "installing") resolve(coming.state);
          }));
        }"""
    )

    assert (failed, opened.evaluate(NAMES)) == ("redundant", before)


def test_page_that_was_kept_for_days_says_from_when_it_is(opened, server, clock):
    opened.clock.install(time="2026-12-20T08:00:00")
    cut(opened, server)
    opened.goto("/info/negara/TW/")
    shown = opened.locator("[data-old]").inner_text()

    assert "24 November 2026" in shown
