"""The office's own workbook into the registry, from a terminal."""

import json
import resource
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from households.imports import limits
from households.imports.batches import (
    NotAllowed,
    OtherVillage,
    check_may_import,
    commit_batch,
    forget_uploads,
    keep_upload,
    plan_content,
)
from households.imports.committing import PlanChanged
from households.imports.outcomes import Outcome
from households.imports.reading import UnreadableFile, read
from regions.models import Region

WORDS = {
    "read": "Baris dibaca",
    "new": "Orang baru",
    "households_new": "Rumah tangga baru",
    "changed": "Berubah",
    "same": "Sama",
    "review": "Perlu ditinjau",
    "skipped": "Dilewati",
    "refused": "Ditolak",
    "warnings": "Baris dengan peringatan",
}


class Command(BaseCommand):
    """Reads a workbook and says what it would bring; writes only with --commit."""

    help = "Membaca buku kerja kantor desa (OpenSID atau SIAK). Tanpa --commit tidak ada yang ditulis."

    def add_arguments(self, parser):
        """The command line of the issue."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--village", required=True, help="kode desa, 10 angka")
        parser.add_argument("--as", required=True, dest="username", help="nama pengguna yang memasukkan")
        parser.add_argument("--commit", action="store_true", help="simpan ke data desa")
        parser.add_argument("--other-village", action="store_true", help="nama desa lain di berkas memang benar")
        parser.add_argument("--json", action="store_true", help="baris terakhir berupa satu objek JSON")

    def handle(self, *args, **options):
        """Read, plan, show, and write when asked."""
        started = time.monotonic()
        user, village = self._user(options["username"]), self._village(options["village"])
        with timezone.override(village.timezone):
            plan, batch = self._run(user, village, options)
        answer = {
            **plan.figures,
            "seconds": round(time.monotonic() - started, 3),
            "peak_mb": _peak_megabytes(),
            "batch": str(batch.pk) if batch else None,
        }
        self._show(plan, batch)
        if options["json"]:
            self.stdout.write(json.dumps(answer))

    def _run(self, user, village, options):
        today = timezone.localdate()
        try:
            check_may_import(by=user, village=village)
            content = _content(options["file"])
            sheet = read(content, name=options["file"].name)
            plan = plan_content(sheet, by=user, village=village, today=today)
            if not options["commit"]:
                return plan, None
            if plan.other_place and not options["other_village"]:
                raise OtherVillage(plan.other_place)
            batch = keep_upload(by=user, village=village, content=content, name=options["file"].name, plan=plan)
            agreed = options["other_village"]
            batch = commit_batch(
                by=user, batch_id=batch.pk, sheet=sheet, digest=plan.digest, other_village=agreed, today=today
            )
            forget_uploads()
        except NotAllowed:
            raise CommandError("Akun ini tidak boleh memasukkan data ke desa itu.") from None
        except UnreadableFile as error:
            raise CommandError(str(error)) from None
        except OtherVillage as error:
            raise CommandError(f"Berkas ini menyebut {error}. Bila memang benar, tambahkan --other-village.") from None
        except PlanChanged:
            raise CommandError("Data desa berubah sementara berkas dibaca. Tidak ada yang ditulis; ulangi.") from None
        return plan, batch

    def _user(self, username: str) -> User:
        user = User.objects.filter(username=username.lower(), is_active=True).select_related("region").first()
        if user is None:
            raise CommandError("Nama pengguna ini tidak ada atau tidak aktif.")
        return user

    def _village(self, code: str) -> Region:
        village = Region.objects.villages().with_places().filter(code=code.replace(".", "")).first()
        if village is None:
            raise CommandError("Kode desa ini tidak ada. Tulis 10 angka, misalnya 5203172006.")
        return village

    def _show(self, plan, batch) -> None:
        """Figures, then every row that is not simply new or the same, then the warnings."""
        for name, count in plan.figures.items():
            self.stdout.write(f"{WORDS[name]}: {count}")
        if plan.unread:
            self.stdout.write(
                f"Hanya lembar {plan.sheet} yang dibaca; juga berisi tabel orang: {', '.join(plan.unread)}."
            )
        if plan.other_place and batch is None:
            self.stdout.write(f"Berkas ini menyebut {plan.other_place}. Untuk menyimpan perlu --other-village.")
        for result in plan.of(Outcome.CHANGED, Outcome.REVIEW, Outcome.SKIPPED, Outcome.REFUSED):
            reasons = [*result.reasons, *(f"{d.label}: {d.old or 'kosong'} → {d.new}" for d in result.differences)]
            self.stdout.write(f"Baris {result.number}, {result.outcome.label.lower()}: {' '.join(reasons)}")
        for warning, rows in plan.warnings:
            self.stdout.write(f"Perlu dicek, {warning}: {len(rows)} baris")
        self.stdout.write("Tersimpan." if batch else "Belum ada yang disimpan; tambahkan --commit untuk menyimpan.")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except OSError:
        raise CommandError("Berkas tidak dapat dibuka. Periksa nama dan foldernya.") from None


def _peak_megabytes() -> float:
    """The most memory that the command or its reading child held."""
    kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(kilobytes / 1024, 1)
