"""Counts, the lists behind them, and what waits, in their states."""

from tests.browser.scene import Scene

REPORT, UNASKED = "/laporan/rumah-tangga/", "?daftar=tanpa-persetujuan"


def follow_number(page):
    """From a number of the report to the families behind it."""
    page.locator("a[href^='/laporan/daftar/']").first.click()
    page.wait_for_url("**/laporan/daftar/**")


REPORT_SCENES = (
    Scene("report, officer", "monitoring:report_households", REPORT, "sari"),
    Scene("list behind a number", "monitoring:indicator_list", REPORT, "sari", follow_number),
    Scene("report, coordinator", "monitoring:report_households", REPORT, "rina"),
    Scene("report, ministry", "monitoring:report_households", REPORT, "dewi"),
    Scene("report, empty village", "monitoring:report_households", REPORT, "newcomer"),
    Scene("waiting", "monitoring:duty_list", "/menunggu/", "sari"),
    Scene("waiting, coordinator", "monitoring:duty_list", "/menunggu/", "rina"),
    Scene("waiting, list", "monitoring:duty_list", "/menunggu/" + UNASKED, "sari"),
    Scene("waiting, list for a coordinator", "monitoring:duty_list", "/menunggu/" + UNASKED, "rina"),
    Scene("week", "monitoring:duty_week", "/menunggu/minggu/", "sari"),
    Scene("week, coordinator", "monitoring:duty_week", "/menunggu/minggu/", "rina"),
    Scene("week, empty village", "monitoring:duty_week", "/menunggu/minggu/", "newcomer"),
    Scene("waiting, walk", "monitoring:duty_walk", "/menunggu/cetak/" + UNASKED, "sari"),
)
