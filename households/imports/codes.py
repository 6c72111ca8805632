"""Schooling, work and marriage in the offices' workbooks: the codes of OpenSID and the words of SIAK.

The order is that of OpenSID's code tables, which are the civil registry's: the first word of a list has code 1.
"""

from households.imports.cells import is_nothing, text_of
from households.imports.layouts import key
from households.person_choices import UNKNOWN, Education, Marital, Occupation

MARITALS = (
    (Marital.SINGLE, "Belum Kawin"),
    (Marital.MARRIED, "Kawin"),
    (Marital.DIVORCED, "Cerai Hidup"),
    (Marital.WIDOWED, "Cerai Mati"),
)
OTHER_MARITALS = (
    (Marital.REGISTERED, "Kawin Tercatat"),
    (Marital.UNREGISTERED, "Kawin Belum Tercatat"),
    (Marital.UNREGISTERED, "Kawin Tidak Tercatat"),
)
EDUCATIONS = (
    (Education.NONE, "Tidak/Belum Sekolah"),
    (Education.UNFINISHED, "Belum Tamat SD/Sederajat"),
    (Education.PRIMARY, "Tamat SD/Sederajat"),
    (Education.JUNIOR, "SLTP/Sederajat"),
    (Education.SENIOR, "SLTA/Sederajat"),
    (Education.DIPLOMA, "Diploma I/II"),
    (Education.DIPLOMA, "Akademi/Diploma III/S. Muda"),
    (Education.BACHELOR, "Diploma IV/Strata I"),
    (Education.MASTER, "Strata II"),
    (Education.DOCTOR, "Strata III"),
)
OTHER_EDUCATIONS = (
    (Education.UNFINISHED, "Tidak Tamat SD/Sederajat"),
    *((Education.PRIMARY, word) for word in ("SD", "SD/Sederajat")),
    *((Education.JUNIOR, word) for word in ("SMP", "SLTP", "SMP/Sederajat", "Tamat SLTP/Sederajat")),
    *((Education.SENIOR, word) for word in ("SMA", "SLTA", "SMA/Sederajat", "Tamat SLTA/Sederajat")),
    (Education.VOCATIONAL, "SMK"),
    *((Education.DIPLOMA, word) for word in ("Akademi/Diploma III/Sarjana Muda", "Diploma III", "D1", "D2", "D3")),
    *((Education.BACHELOR, word) for word in ("D4", "S1", "Strata I")),
    (Education.MASTER, "S2"),
    (Education.DOCTOR, "S3"),
)
HAND, WAGE, STATE, LAND = Occupation.CRAFTSMAN, Occupation.LABOURER, Occupation.SERVANT, Occupation.FARMER
STAFF, OTHER = Occupation.EMPLOYEE, Occupation.OTHER
OCCUPATIONS = (
    (Occupation.NONE, "Belum/Tidak Bekerja"), (Occupation.HOME, "Mengurus Rumah Tangga"),
    (Occupation.STUDENT, "Pelajar/Mahasiswa"), (Occupation.RETIRED, "Pensiunan"),
    (STATE, "Pegawai Negeri Sipil (PNS)"), (STATE, "Tentara Nasional Indonesia (TNI)"),
    (STATE, "Kepolisian RI (Polri)"), (Occupation.TRADER, "Perdagangan"), (LAND, "Petani/Pekebun"),
    (LAND, "Peternak"), (LAND, "Nelayan/Perikanan"), (STAFF, "Industri"), (WAGE, "Konstruksi"),
    (Occupation.DRIVER, "Transportasi"), (STAFF, "Karyawan Swasta"), (STAFF, "Karyawan BUMN"), (STAFF, "Karyawan BUMD"),
    (STAFF, "Karyawan Honorer"), (WAGE, "Buruh Harian Lepas"), (WAGE, "Buruh Tani/Perkebunan"),
    (WAGE, "Buruh Nelayan/Perikanan"), (WAGE, "Buruh Peternakan"), (STAFF, "Pembantu Rumah Tangga"),
    (HAND, "Tukang Cukur"), (HAND, "Tukang Listrik"), (HAND, "Tukang Batu"), (HAND, "Tukang Kayu"),
    (HAND, "Tukang Sol Sepatu"), (HAND, "Tukang Las/Pandai Besi"), (HAND, "Tukang Jahit"), (HAND, "Tukang Gigi"),
    (HAND, "Penata Rias"), (HAND, "Penata Busana"), (HAND, "Penata Rambut"), (HAND, "Mekanik"), (OTHER, "Seniman"),
    (OTHER, "Tabib"), (OTHER, "Paraji"), (HAND, "Perancang Busana"), (OTHER, "Penterjemah"), (OTHER, "Imam Masjid"),
    (OTHER, "Pendeta"), (OTHER, "Pastor"), (OTHER, "Wartawan"), (OTHER, "Ustadz/Mubaligh"), (OTHER, "Juru Masak"),
    (OTHER, "Promotor Acara"), (STATE, "Anggota DPR-RI"), (STATE, "Anggota DPD"), (STATE, "Anggota BPK"),
    (STATE, "Presiden"), (STATE, "Wakil Presiden"), (STATE, "Anggota Mahkamah Konstitusi"),
    (STATE, "Anggota Kabinet Kementerian"), (STATE, "Duta Besar"), (STATE, "Gubernur"), (STATE, "Wakil Gubernur"),
    (STATE, "Bupati"), (STATE, "Wakil Bupati"), (STATE, "Walikota"), (STATE, "Wakil Walikota"),
    (STATE, "Anggota DPRD Provinsi"), (STATE, "Anggota DPRD Kabupaten/Kota"), (STAFF, "Dosen"), (STAFF, "Guru"),
    (OTHER, "Pilot"), (OTHER, "Pengacara"), (OTHER, "Notaris"), (OTHER, "Arsitek"), (OTHER, "Akuntan"),
    (OTHER, "Konsultan"), (STAFF, "Dokter"), (STAFF, "Bidan"), (STAFF, "Perawat"), (STAFF, "Apoteker"),
    (OTHER, "Psikiater/Psikolog"), (OTHER, "Penyiar Televisi"), (OTHER, "Penyiar Radio"), (OTHER, "Pelaut"),
    (OTHER, "Peneliti"), (Occupation.DRIVER, "Sopir"), (OTHER, "Pialang"), (OTHER, "Paranormal"),
    (Occupation.TRADER, "Pedagang"), (STATE, "Perangkat Desa"), (STATE, "Kepala Desa"), (OTHER, "Biarawati"),
    (Occupation.ENTREPRENEUR, "Wiraswasta"), (OTHER, "Lainnya"),
)  # fmt: skip
OTHER_OCCUPATIONS = (
    *((Occupation.HOME, word) for word in ("Ibu Rumah Tangga", "IRT")),
    *((Occupation.FARMER, word) for word in ("Petani", "Nelayan")),
    *((STATE, word) for word in ("PNS", "TNI", "Polri", "Pegawai Negeri Sipil", "Tentara Nasional Indonesia")),
    *((Occupation.STUDENT, word) for word in ("Pelajar", "Mahasiswa")),
)
# Of these the choice itself says all that the office's word does.
PLAIN = {"", UNKNOWN} | {
    one.value
    for one in (Occupation.NONE, Occupation.HOME, Occupation.STUDENT, Occupation.RETIRED, Occupation.ENTREPRENEUR)
}
NAMELESS = {"Lainnya", "Pedagang", "Perdagangan"}


def _table(coded, others, choices) -> dict[str, tuple[str, str]]:
    """For each code and word what it means, and the word itself; the registry's own words say nothing beside."""
    codes = {str(place): (one.value, word) for place, (one, word) in enumerate(coded, start=1)}
    own = {key(one.label): (one.value, "") for one in choices}
    return own | codes | {key(word): (one.value, word) for one, word in (*coded, *others)}


MARITAL_OF = _table(MARITALS, OTHER_MARITALS, Marital)
EDUCATION_OF = _table(EDUCATIONS, OTHER_EDUCATIONS, Education)
OCCUPATION_OF = _table(OCCUPATIONS, OTHER_OCCUPATIONS, Occupation)


def read_marital(cell) -> str:
    """The marital status that a code or word says; `unknown` for one that is not known, empty for nothing."""
    return _read(cell, MARITAL_OF)[0]


def read_education(cell) -> str:
    """The last school that a code or word says; `unknown` for one that is not known, empty for nothing."""
    return _read(cell, EDUCATION_OF)[0]


def read_occupation(cell) -> tuple[str, str]:
    """The kind of work that a code or word says, and the office's word where it says more than the kind."""
    value, word = _read(cell, OCCUPATION_OF)
    return value, "" if value in PLAIN or word in NAMELESS else word


def _read(cell, table) -> tuple[str, str]:
    text = text_of(cell)
    if is_nothing(text):
        return "", ""
    return table.get(key(text).lstrip("0"), (UNKNOWN, ""))
