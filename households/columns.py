"""The portal's own table of people: a row for each person, the columns in the order in which an officer reads them.

Told once, for the file that goes out, for the empty template, and for reading the filled template again. Without
Django, because a workbook is read by a process that knows nothing of it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column under its heading. `field` is what the importer calls it; what is not `read` only goes out."""

    field: str
    heading: str
    width: int
    shape: str = "text"
    read: bool = True


COLUMNS = (
    Column("hamlet", "Dusun", 18),
    Column("rt", "RT", 6),
    Column("rw", "RW", 6),
    Column("address", "Alamat", 26),
    Column("card", "Nomor KK", 20),
    Column("name", "Nama lengkap", 28),
    Column("relation", "Hubungan dengan kepala keluarga", 18),
    Column("nik", "NIK", 20),
    Column("nik_missing", "Alasan tanpa NIK", 20, read=False),
    Column("sex", "Jenis kelamin", 13),
    Column("birth_place", "Tempat lahir", 18),
    Column("birth", "Tanggal lahir", 14, "day"),
    Column("age", "Umur", 7, "number", read=False),
    Column("marital", "Status perkawinan", 18),
    Column("education", "Pendidikan terakhir", 20),
    Column("occupation", "Pekerjaan", 22),
    Column("stage", "Status PMI", 14, read=False),
    Column("country", "Negara", 16, read=False),
    Column("village", "Desa/Kelurahan", 18),
    Column("district", "Kecamatan", 18),
    Column("village_code", "Kode Desa", 12),
    # The key of the record: whoever is in the registry already is known by it, though his numbers are masked.
    Column("key", "Kode orang", 38),
)
READ = tuple(column for column in COLUMNS if column.read)
