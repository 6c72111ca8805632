"""What the registering page costs on a village line, with an empty cache and the files as an office gets them."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import session_cookie
from tests.browser.hands import REGISTER

MOST = 60 * 1024


@pytest.fixture
def arrived(chromium_process, packed_server, sari):
    """Every response to the first load: (address, bytes on the wire with headers)."""
    context = chromium_process.new_context(base_url=packed_server)
    context.add_cookies([session_cookie(sari, packed_server)])
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    addresses, sizes = {}, []
    wire.on("Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]["url"]}))
    wire.on("Network.loadingFinished", lambda event: sizes.append((event["requestId"], event["encodedDataLength"])))
    page.goto(REGISTER, wait_until="networkidle")
    yield [(addresses[request], size) for request, size in sizes]
    context.close()


def test_first_load_weighs_no_more_than_sixty_kilobytes(arrived):
    assert sum(size for _, size in arrived) <= MOST, arrived


def test_nothing_comes_from_elsewhere(arrived, packed_server):
    assert {f"http://{urlsplit(address).netloc}" for address, _ in arrived if not address.startswith("data:")} == {
        packed_server
    }
