"""`manage.py report households`: the household report as a PDF file, as a workbook, or as both."""

import json
import resource
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from monitoring.periods import Period, UnclearPeriod
from monitoring.places import OutOfScope, place_for
from monitoring.reports.documents import household_pdf, press_for
from monitoring.reports.households import build
from monitoring.reports.tables import ReportDoesNotAdd
from monitoring.reports.workbooks import household_workbook
from toolkit.pdf import PdfFailed


class Command(BaseCommand):
    help = "Membuat Laporan Data Rumah Tangga PMI suatu wilayah sebagai berkas PDF, lembar kerja, atau keduanya."

    def add_arguments(self, parser):
        parser.add_argument("report", choices=["households"], help="laporan yang dibuat")
        parser.add_argument(
            "--region", required=True, help="kode wilayah, misalnya 5203172006; 'indonesia' untuk negara"
        )
        parser.add_argument("--period", required=True, help="2026-11 (bulan), 2026-Q4 (triwulan), atau 2026 (tahun)")
        parser.add_argument("--as", dest="username", required=True, help="nama pengguna yang meminta laporan")
        parser.add_argument("--pdf", type=Path, help="berkas PDF yang ditulis")
        parser.add_argument("--xlsx", type=Path, help="lembar kerja yang ditulis")
        parser.add_argument("--json", action="store_true", help="tulis angka sebagai JSON pada baris terakhir")

    def handle(self, *args, **options):
        began = time.monotonic()
        user = User.objects.filter(username=options["username"].lower(), is_active=True).first()
        if user is None:
            raise CommandError("Tidak ada akun aktif dengan nama pengguna itu.")
        if not options["pdf"] and not options["xlsx"]:
            raise CommandError("Tulis berkas yang diminta: --pdf laporan.pdf, --xlsx laporan.xlsx, atau keduanya.")
        report, document = self._make(user, options)
        if document:
            _write(options["pdf"], document.content)
        if options["xlsx"]:
            _write(options["xlsx"], household_workbook(report))
        pages = f"{document.pages} halaman" if document else "lembar kerja"
        self.stdout.write(f"{report.title}, {report.place.title}, {report.label}: {pages}.")
        if options["json"]:
            own_peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            peak = max(document.peak_mb if document else 0, own_peak)
            told = {"seconds": round(time.monotonic() - began, 2), "peak_mb": peak}
            told |= {"pages": document.pages} if document else {}
            self.stdout.write(json.dumps(_figures(report) | told, ensure_ascii=False))

    def _make(self, user, options):
        """The report, and its PDF when one is wanted. Raises CommandError."""
        try:
            period = Period.parse(options["period"])
            place = place_for(user, options["region"])
            with press_for(place) if options["pdf"] else nullcontext() as press:
                report = build(user=user, place=place, period=period, now=timezone.now())
                code = place.region.code if place.region else ""
                shapes = [word for word, name in (("PDF", "pdf"), ("lembar kerja", "xlsx")) if options[name]]
                reason = f"data rumah tangga {period.code}, {' dan '.join(shapes)} perintah"
                audit.read(Act.REPORTED, by=user, region=code, reason=reason)
                return report, household_pdf(report, press) if press else None
        except OutOfScope:
            raise CommandError("Tidak ada wilayah itu di wilayah kerja akun ini.") from None
        except ReportDoesNotAdd as fault:
            raise CommandError(f"Laporan ditolak, karena tidak berjumlah sama. {fault}.") from None
        except (UnclearPeriod, PdfFailed) as problem:
            raise CommandError(str(problem)) from None


def _figures(report) -> dict:
    """Numbers by indicator code, and the parts of each by dimension."""
    parts: dict[str, dict] = {}
    for (code, dimension), counts in report.parts.items():
        parts.setdefault(code, {})[dimension] = {part: count for part, count in sorted(counts.items()) if count}
    return {
        "region": report.place.code,
        "period": report.period.code,
        "as_of": report.last.isoformat(),
        "figures": report.counts,
        "parts": parts,
    }


def _write(path: Path, content: bytes) -> None:
    """Write beside the file and rename: whoever reads it finds the old report or the new one, never half of it."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.absolute().parent, prefix=".laporan-", delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError as problem:
        raise CommandError(f"Berkas tidak dapat ditulis: {problem.strerror}. Periksa foldernya.") from None
