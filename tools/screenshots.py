"""A picture of each page at 360 and 1280 px, into `.screenshots/`: `make screenshots`.

Builds a demo world of its own, signs in as each kind of person and follows the links, so a new page is in the
pictures as soon as something leads to it. Addresses that no link leads to are named at the end.
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page, sync_playwright

from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / ".screenshots"
WIDTHS = (360, 1280)
# One of each role, and somebody without an account.
VISITORS = (None, "sari", "rina", "lina", "dewi", "adi")
MISSING_PAGE = "/tidak-ada-halaman-ini/"


@contextlib.contextmanager
def portal(folder: Path):
    """The demo on a free port, until the pictures are taken; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    os.environ.update({"DATA_DIR": str(folder), "PORT": str(port), "TLS": "0", "DEBUG": "0"})
    process = subprocess.Popen([sys.executable, "-m", "tools.demo"], cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(1200):
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                urllib.request.urlopen(f"{address}/sehat")  # noqa: S310 - our own address
                break
            if process.poll() is not None:
                sys.exit("The demo did not start.")
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def page_name(url: str) -> str | None:
    """The URL name of an address; None when no page of ours is there."""
    from django.urls import Resolver404, resolve

    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return None


def picture(page: Page, name: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=PICTURES / f"{name.replace(':', '-')}-{width}.png", full_page=True)


def sign_in(page: Page, username: str, passphrase: str) -> None:
    page.goto("/masuk/")
    page.fill("input[name$=username]", username)
    page.fill("input[type=password]", passphrase)
    page.press("input[type=password]", "Enter")
    page.wait_for_load_state()


def show_errors(page: Page, name: str) -> None:
    """Sends the page's form as it is, when it is one to be filled in and this one is not full."""
    form = page.locator("main form[method=post]:has(input[type=text])").first
    if form.count():
        form.evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
        page.wait_for_load_state()
        if page.locator("[aria-invalid=true]").count():
            picture(page, f"{name}-salah")


def walk(page: Page, start: str, taken: set[str]) -> None:
    """Takes each page that links lead to from here, once."""
    waiting = [start]
    while waiting:
        url = waiting.pop(0)
        name = page_name(url)
        if name is None or name in taken:
            continue
        try:
            response = page.goto(url)
        except Error:
            # A file to keep, such as a PDF: there is nothing to picture.
            taken.add(name)
            continue
        if response.status != 200 or "html" not in response.headers.get("content-type", ""):
            continue
        taken.add(name)
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.split('#')[0])")
        waiting += [link for link in links if link.startswith(start)]
        picture(page, name)
        show_errors(page, name)


def visit(browser, address: str, username: str | None, passphrases: dict, taken: set[str]) -> None:
    context = browser.new_context(base_url=address, locale="id-ID", timezone_id="Asia/Jakarta")
    page = context.new_page()
    if username is None:
        page.goto(MISSING_PAGE)
        picture(page, "404")
        walk(page, f"{address}/masuk/", taken)
        walk(page, f"{address}/tentang/", taken)
    else:
        sign_in(page, username, passphrases[username])
        picture(page, f"home-{username}")
        walk(page, f"{address}/", taken)
    context.close()


def names(patterns=None, namespace: str = "") -> set[str]:
    """Every URL name of the portal."""
    from django.urls import URLPattern, get_resolver

    found = set()
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            found.add(f"{namespace}{pattern.name}")
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            found |= names(pattern.url_patterns, inner)
    return found


def main() -> int:
    path = chromium.find()
    if path is None:
        sys.exit("No Chromium; CHROMIUM=/path/to/one names one.")
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    taken: set[str] = set()
    with tempfile.TemporaryDirectory() as folder, portal(Path(folder)) as address, sync_playwright() as playwright:
        os.environ["DJANGO_SETTINGS_MODULE"] = "desmigratif.settings"
        passphrases = json.loads((Path(folder) / "demo_accounts.json").read_text())
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        for username in VISITORS:
            visit(browser, address, username, passphrases, taken)
        browser.close()
    print(f"{len(list(PICTURES.iterdir()))} pictures of {len(taken)} pages in {PICTURES.name}/")
    print("No link leads to, or no page is at:", ", ".join(sorted(names() - taken)) or "none")
    return 0


if __name__ == "__main__":
    sys.exit(main())
