"""`manage.py indicators`: prints docs/indicators.md from the catalogue."""

from django.core.management.base import BaseCommand

from monitoring.indicators.catalogue import INDICATORS
from monitoring.indicators.dimensions import Completeness

HEAD = """# Indikator

Setiap angka di portal dihitung menurut satu definisi di bawah ini (`monitoring/indicators/catalogue.py`). Beranda,
daftar, laporan di layar, PDF, dan perintah `report` membaca angka yang sama. Berkas ini dicetak oleh
`manage.py indicators`; sebuah uji memeriksa bahwa isinya sama dengan programnya.

- Keadaan pada hari terakhir: dijumlahkan antarwilayah; antarwaktu diambil nilai terakhir.
- Kejadian dalam periode: dijumlahkan antarwilayah dan antarwaktu, menurut tanggal kejadiannya.
- Mutu data: menurut keadaan saat laporan dibuat, tidak dibandingkan dengan periode lalu.
- Jawaban terakhir: menurut jawaban yang berlaku saat laporan dibuat, tidak dibandingkan dengan periode lalu.
- Yang ada di dalam periode: dijumlahkan antarwilayah, tidak antarwaktu.
- Rumah tangga masuk hitungan sejak tanggal didata. Setiap rincian berakhir dengan 'belum terdata', yang dihitung
  sendiri; laporan yang bagiannya tidak berjumlah sama dengan totalnya tidak dibuat.
"""


class Command(BaseCommand):
    help = "Mencetak daftar indikator dalam Markdown."

    def handle(self, *args, **options):
        self.stdout.write(as_markdown(), ending="")


def as_markdown() -> str:
    """The catalogue for people."""
    return HEAD + "".join(_entry(indicator) for indicator in INDICATORS)


def _entry(indicator) -> str:
    parts = [part.name.lower() for part in indicator.parts if not isinstance(part, Completeness)]
    asked = [part.name for part in indicator.parts if isinstance(part, Completeness)]
    lines = [f"\n## {indicator.code} {indicator.name}\n", indicator.definition, ""]
    lines += [
        f"- Satuan: {indicator.unit}",
        f"- Sifat: {indicator.kind.value}",
        f"- Sumber: {indicator.source.lower()}",
    ]
    lines += [f"- Dirinci menurut: {', '.join(parts)}"] if parts else []
    lines += [f"- Kelengkapan dihitung untuk: {', '.join(asked)}"] if asked else []
    return "\n".join(lines) + "\n"
