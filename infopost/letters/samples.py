"""A letter about nobody, by which whoever sets the words of a kabupaten sees what they look like on paper."""

import datetime as dt

from infopost.letters.paper import Paper, logo_image
from infopost.letters.wordings import Head, Wording
from infopost.rules import wordings
from infopost.rules.numbering import USUAL, fill
from toolkit.dates import date_in_words

DAY = dt.date(2026, 11, 22)
NIK = "52030" + "0" * 10
SAMPLE = {
    "nama": "SITI CONTOH",
    "nik": NIK + "1",
    "lahir": f"Kota Contoh, {date_in_words(dt.date(1998, 5, 17))}",
    "kelamin": "Perempuan",
    "pekerjaan": "Mengurus rumah tangga",
    "alamat": "Dusun Contoh RT 001 RW 002, Desa Contoh, Kecamatan Contoh",
    "desa": "Desa Contoh",
    "kecamatan": "Contoh",
    "provinsi": "Provinsi Contoh",
    "negara": "Taiwan",
    "bidang": "pekerja rumah tangga",
    "dasar": "undang-undang dan pasalnya",
    "pemberi": "AHMAD CONTOH",
    "nik_pemberi": NIK + "2",
    "lahir_pemberi": date_in_words(dt.date(1995, 3, 3)),
    "alamat_pemberi": "Dusun Contoh RT 001 RW 002, Desa Contoh, Kecamatan Contoh",
    "hubungan": "suami",
    "status": "kawin",
    "kepada": "Kepala Dinas Tenaga Kerja (LTSA)",
    "keperluan": "mendaftar sebagai calon Pekerja Migran Indonesia",
    "berkas": "KTP, Kartu Keluarga, surat izin keluarga",
    "berangkat": "pada Maret 2023",
    "pulang": f"pada {date_in_words(dt.date(2026, 10, 5))}",
    "alamat_kantor": "Jalan Raya Contoh Nomor 1, Kode Pos 83600",
}


def sample_paper(head: Head, wording: Wording, *, regency: str) -> Paper:
    """What a letter with this head and these words looks like."""
    values = SAMPLE | {"kabupaten": regency}
    return Paper(
        head=[wordings.head_line(line, values) for line in head.lines],
        title=wording.title,
        number=fill(USUAL, serial=12, code=wording.code, day=DAY),
        blocks=wordings.blocks(wordings.fill(wording.body, values)),
        place_and_day=f"Contoh, {date_in_words(DAY)}",
        office="Kepala Desa Contoh",
        head_name="KEPALA DESA CONTOH",
        signer_title="Suami yang memberi izin" if "{pemberi}" in wording.body else "",
        signer_name=SAMPLE["pemberi"] if "{pemberi}" in wording.body else "",
        logo_image=logo_image(head.logo),
        font_pt=head.font_pt,
        margin_mm=head.margin_mm,
    )
