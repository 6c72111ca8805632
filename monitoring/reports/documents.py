"""The report on paper."""

from django.conf import settings
from django.template.loader import render_to_string

from monitoring.reports.households import HouseholdReport
from toolkit import pdf

# A region with many regions below takes more pages than a village.
SECONDS, SECONDS_FOR_COUNTRY = 10, 60


def household_pdf(report: HouseholdReport) -> pdf.Pdf:
    """The report as PDF; the same report gives the same bytes. Raises PdfFailed."""
    context = {"report": report, "programme": settings.PROGRAMME_NAME, "institution": settings.INSTITUTION_NAME}
    html = render_to_string("monitoring/report_households_print.html", context)
    return pdf.render(html, seconds=SECONDS if report.place.region else SECONDS_FOR_COUNTRY)


def file_name(report: HouseholdReport) -> str:
    """What the file is called: region and period, no name of a person."""
    return f"laporan-rumah-tangga-{report.place.code}-{report.period.code}.pdf"
