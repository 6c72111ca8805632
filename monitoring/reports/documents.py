"""The report on paper."""

from django.conf import settings
from django.template.loader import render_to_string

from monitoring.places import Place
from monitoring.reports.households import HouseholdReport
from toolkit import pdf

# A region with many regions below takes more pages than a village.
SECONDS, SECONDS_FOR_COUNTRY = 10, 60


def press_for(place: Place) -> pdf.Press:
    """A press with as much time as the place's report may take; started before counting, it is warm when needed."""
    return pdf.Press(SECONDS if place.region else SECONDS_FOR_COUNTRY)


def household_pdf(report: HouseholdReport, press: pdf.Press) -> pdf.Pdf:
    """The report as PDF; the same report gives the same bytes. Raises PdfFailed."""
    context = {"report": report, "programme": settings.PROGRAMME_NAME, "institution": settings.INSTITUTION_NAME}
    return press.draw(render_to_string("monitoring/report_households_print.html", context))


def file_name(report: HouseholdReport) -> str:
    """What the file is called: region and period, no name of a person."""
    return f"laporan-rumah-tangga-{report.place.code}-{report.period.code}.pdf"
