"""The report as files: on paper, and as a workbook that rides inside the PDF too."""

from django.conf import settings
from django.template.loader import render_to_string

from monitoring.places import Place
from monitoring.reports.households import HouseholdReport
from monitoring.reports.workbooks import household_workbook
from toolkit import pdf

# Eight pages take some three seconds on a quiet machine; a region with many regions below takes more of them.
SECONDS, SECONDS_FOR_COUNTRY = 20, 60


def press_for(place: Place) -> pdf.Press:
    """A press with as much time as the place's report may take; started before counting, it is warm when needed."""
    return pdf.Press(SECONDS if place.region else SECONDS_FOR_COUNTRY)


def household_pdf(report: HouseholdReport, press: pdf.Press) -> pdf.Pdf:
    """The report as PDF with its workbook inside; the same report gives the same bytes. Raises PdfFailed."""
    name = file_name(report, "xlsx")
    description = f"{report.title}, {report.place.title}, {report.label}: angka yang sama sebagai lembar kerja"
    workbook = pdf.Attachment(name, description, household_workbook(report), report.made_at)
    context = {"report": report, "programme": settings.PROGRAMME_NAME, "institution": settings.INSTITUTION_NAME}
    page = render_to_string("monitoring/report_households_print.html", context | {"workbook": name})
    return press.draw(page, workbook)


def file_name(report: HouseholdReport, ending: str) -> str:
    """What the file is called: region and period, no name of a person."""
    return f"laporan-rumah-tangga-{report.place.code}-{report.period.code}.{ending}"
