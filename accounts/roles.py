"""Who may do what: the one table an auditor reads. Which rows a person reaches is decided in `accounts.scoping`."""

from dataclasses import dataclass

from django.db import models

from regions.models import Level


class Role(models.TextChoices):
    """The offices that the portal knows."""

    VILLAGE_OFFICER = "village_officer", "Petugas desa"
    VILLAGE_HEAD = "village_head", "Kepala desa"
    REGENCY_COORDINATOR = "regency_coordinator", "Koordinator kabupaten/kota"
    PROVINCE_MONITOR = "province_monitor", "Pemantau provinsi"
    MINISTRY_MONITOR = "ministry_monitor", "Pemantau kementerian"
    ADMINISTRATOR = "administrator", "Administrator"


class Verb(models.TextChoices):
    """The things that a role may allow."""

    READ_HOUSEHOLDS = "read_households", "melihat nama dan data keluarga"
    EDIT_HOUSEHOLDS = "edit_households", "mendaftarkan dan mengubah keluarga"
    LOCATE = "locate", "melihat titik rumah di peta"
    IMPORT = "import", "memasukkan buku kerja kantor desa"
    COUNT = "count", "melihat jumlah dan laporan"
    READ_AUDIT = "read_audit", "membaca catatan akses"
    MANAGE_ACCOUNTS = "manage_accounts", "membuat, menonaktifkan, dan memberi kode akun"
    MANAGE_REGIONS = "manage_regions", "mengurus wilayah dan desa program"
    KEEP_POST = "keep_post", "mengisi keterangan pos desa"
    READ_LETTERS = "read_letters", "membaca surat yang diberi desa"
    GIVE_LETTERS = "give_letters", "menyiapkan surat desa"
    SIGN_LETTERS = "sign_letters", "menandatangani surat desa"
    KEEP_LAYOUTS = "keep_layouts", "mengatur kop dan kata-kata surat desa"
    KEEP_BOARD = "keep_board", "mengisi lowongan, jadwal, dan kabar"
    KEEP_FACTS = "keep_facts", "memeriksa dan mengubah fakta di halaman keluarga"
    OPEN_ADMIN = "open_admin", "membuka halaman administrasi"


@dataclass(frozen=True)
class Office:
    """What a role is: its level on the map (none is the whole country), its verbs, and whose accounts it keeps."""

    level: Level | None
    verbs: frozenset[str]
    manages: frozenset[str]
    sentence: str


OFFICES: dict[str, Office] = {
    Role.VILLAGE_OFFICER: Office(
        level=Level.VILLAGE,
        verbs=frozenset(
            {
                Verb.READ_HOUSEHOLDS,
                Verb.EDIT_HOUSEHOLDS,
                Verb.LOCATE,
                Verb.IMPORT,
                Verb.COUNT,
                Verb.OPEN_ADMIN,
                Verb.KEEP_POST,
                Verb.KEEP_BOARD,
                Verb.READ_LETTERS,
                Verb.GIVE_LETTERS,
            }
        ),
        manages=frozenset(),
        sentence="Mendata dan mengubah keluarga di desanya sendiri, menyiapkan surat, membaca laporannya, "
        "dan mengisi kabar pos desa.",
    ),
    Role.VILLAGE_HEAD: Office(
        level=Level.VILLAGE,
        verbs=frozenset({Verb.COUNT, Verb.READ_LETTERS, Verb.SIGN_LETTERS}),
        manages=frozenset(),
        sentence="Menandatangani surat desanya dan membaca jumlah dan laporan desanya; tidak membuka data keluarga.",
    ),
    Role.REGENCY_COORDINATOR: Office(
        level=Level.REGENCY,
        verbs=frozenset(
            {
                Verb.READ_HOUSEHOLDS,
                Verb.LOCATE,
                Verb.COUNT,
                Verb.READ_AUDIT,
                Verb.MANAGE_ACCOUNTS,
                Verb.OPEN_ADMIN,
                Verb.KEEP_BOARD,
                Verb.READ_LETTERS,
            }
        ),
        manages=frozenset({Role.VILLAGE_OFFICER, Role.VILLAGE_HEAD}),
        sentence="Membaca nama dan laporan di kabupatennya, membaca catatan akses, "
        "mengurus akun petugas dan kepala desanya, dan mengisi lowongan dan jadwal; tidak mengubah data keluarga.",
    ),
    Role.PROVINCE_MONITOR: Office(
        level=Level.PROVINCE,
        verbs=frozenset({Verb.COUNT}),
        manages=frozenset(),
        sentence="Membaca jumlah dan laporan di provinsinya, tanpa nama.",
    ),
    Role.MINISTRY_MONITOR: Office(
        level=None,
        verbs=frozenset({Verb.COUNT, Verb.KEEP_FACTS, Verb.KEEP_BOARD}),
        manages=frozenset(),
        sentence="Membaca jumlah dan laporan seluruh Indonesia, tanpa nama; mengurus fakta dan lowongan keluarga.",
    ),
    Role.ADMINISTRATOR: Office(
        level=None,
        verbs=frozenset(
            {Verb.MANAGE_ACCOUNTS, Verb.MANAGE_REGIONS, Verb.KEEP_FACTS, Verb.KEEP_LAYOUTS, Verb.OPEN_ADMIN}
        ),
        manages=frozenset(Role.values),
        sentence="Mengurus akun, wilayah, desa program, tata surat desa, dan fakta di halaman keluarga; "
        "tidak melihat nama keluarga.",
    ),
}


def office_of(role: str) -> Office | None:
    """The office behind a role; None for a role that the table does not know, which opens nothing."""
    return OFFICES.get(role)
