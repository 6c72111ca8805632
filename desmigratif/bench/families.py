"""How soon a family can use a page on an old phone and a 2G line: a real browser with both made slow."""

import statistics

from playwright.sync_api import sync_playwright

from desmigratif.bench.serving import server
from tools import chromium

PAGES = {
    "first page": "/info/",
    "'Minta tolong'": "/info/minta-tolong/",
    "'Tawaran ini aman?'": "/info/tawaran/periksa/",
}
TIMES = 5
# 280 and 256 kilobits a second, 800 ms to the server and back, a processor of a quarter of the speed.
LINE = {"offline": False, "latency": 800, "downloadThroughput": 280_000 / 8, "uploadThroughput": 256_000 / 8}
SLOWER = 4
TIMING = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  const seen = performance.getEntriesByName("first-contentful-paint")[0];
  return [seen ? seen.startTime : page.domContentLoadedEventEnd, page.domContentLoadedEventEnd];
}"""


def first_loads(say) -> dict[str, dict]:
    """For each page the median of five first visits: when something was seen, and when all could be used, in ms."""
    found = {}
    with server() as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.arguments())
        for name, path in PAGES.items():
            times = [_first_load(browser, f"http://127.0.0.1:{port}{path}") for _ in range(TIMES)]
            seen, usable = (round(statistics.median(each)) for each in zip(*times, strict=True))
            found[f"{name}, seen, ms"], found[f"{name}, usable, ms"] = seen, usable
        browser.close()
    say("families on 2G", found)
    return found


def _first_load(browser, address) -> list[float]:
    context = browser.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load", timeout=60_000)
    timing = page.evaluate(TIMING)
    context.close()
    return timing
