"""The letters that a village gives, how they are numbered, and what they look like."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import toolkit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("households", "0030_moves_between_families"),
        ("infopost", "0013_candidates_files"),
        ("regions", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.UUIDField(default=toolkit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family", "Surat izin keluarga"),
                            ("marital", "Surat keterangan status perkawinan"),
                            ("cover", "Surat pengantar ke LTSA"),
                            ("return", "Surat keterangan pulang"),
                        ],
                        max_length=8,
                        verbose_name="jenis surat",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu tanda tangan"),
                            ("sent_back", "Dikembalikan"),
                            ("signed", "Berlaku"),
                            ("withdrawn", "Ditarik"),
                            ("refused", "Ditolak"),
                            ("cancelled", "Dibatalkan"),
                        ],
                        max_length=9,
                        verbose_name="keadaan surat",
                    ),
                ),
                ("signer_name", models.CharField(blank=True, max_length=120, verbose_name="nama pemberi izin")),
                ("signer_nik", models.CharField(blank=True, max_length=16, verbose_name="NIK pemberi izin")),
                ("signer_birth_on", models.DateField(blank=True, null=True, verbose_name="tanggal lahir pemberi izin")),
                (
                    "signer_birth_precision",
                    models.CharField(
                        choices=[
                            ("day", "tanggal"),
                            ("month", "bulan"),
                            ("year", "tahun"),
                            ("unknown", "belum diketahui"),
                        ],
                        default="unknown",
                        max_length=7,
                        verbose_name="ketelitian lahir pemberi izin",
                    ),
                ),
                ("signer_address", models.CharField(blank=True, max_length=160, verbose_name="alamat pemberi izin")),
                (
                    "kinship",
                    models.CharField(
                        blank=True,
                        choices=[("spouse", "Suami atau istri"), ("parent", "Orang tua"), ("guardian", "Wali")],
                        max_length=8,
                        verbose_name="hubungan pemberi izin",
                    ),
                ),
                (
                    "marital",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("single", "belum kawin"),
                            ("married", "kawin"),
                            ("divorced", "cerai hidup"),
                            ("widowed", "cerai mati"),
                        ],
                        max_length=8,
                        verbose_name="status perkawinan",
                    ),
                ),
                ("addressee", models.CharField(blank=True, max_length=160, verbose_name="pejabat yang dituju")),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="keperluan")),
                ("enclosed", models.CharField(blank=True, max_length=300, verbose_name="berkas yang dibawa")),
                ("head", models.TextField(blank=True, verbose_name="kop surat")),
                ("title", models.CharField(blank=True, max_length=80, verbose_name="judul")),
                ("body", models.TextField(blank=True, verbose_name="isi surat")),
                ("nik", models.CharField(blank=True, max_length=16, verbose_name="NIK")),
                ("font_pt", models.PositiveSmallIntegerField(default=12, verbose_name="ukuran huruf")),
                ("margin_mm", models.PositiveSmallIntegerField(default=25, verbose_name="tepi kertas")),
                ("prepared_on", models.DateField(verbose_name="disiapkan")),
                ("known_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="diketahui pada")),
                (
                    "refusal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("minor", "Belum 18 tahun"),
                            ("age_unknown", "Umurnya belum pasti 18 tahun"),
                            ("self", "Pemberi izin adalah orang yang akan berangkat"),
                            ("signer_minor", "Pemberi izin belum 18 tahun"),
                            ("signer_age", "Umur pemberi izin belum pasti 18 tahun"),
                            ("not_spouse", "Yang sudah kawin perlu izin suami atau istri"),
                            ("not_married", "Tidak sedang kawin, tetapi izinnya dari suami atau istri"),
                            ("other_kin", "Hubungan tidak cocok dengan data keluarga"),
                            ("identity", "KTP pemberi izin tidak dapat dicocokkan"),
                            ("kinship", "Hubungan keluarga tidak dapat dibuktikan"),
                            ("absent", "Pemberi izin tidak datang sendiri"),
                            ("declined", "Keluarga tidak memberi izin"),
                            ("doubted", "Izin diragukan: dipalsukan atau dipaksa"),
                        ],
                        max_length=12,
                        verbose_name="alasan ditolak",
                    ),
                ),
                ("refused_on", models.DateField(blank=True, null=True, verbose_name="ditolak")),
                ("sent_back_at", models.DateTimeField(blank=True, null=True, verbose_name="dikembalikan pada")),
                ("sent_back_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan dikembalikan")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tahun register")),
                ("serial", models.PositiveIntegerField(blank=True, null=True, verbose_name="nomor urut")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="nomor surat")),
                (
                    "token",
                    models.CharField(blank=True, max_length=32, null=True, unique=True, verbose_name="tanda periksa"),
                ),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="ditandatangani")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="ditandatangani pada")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ditarik")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ditarik pada")),
                ("withdrawn_reason", models.CharField(blank=True, max_length=200, verbose_name="alasan ditarik")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="diubah pada")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diubah oleh",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="households.person",
                        verbose_name="tentang siapa",
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="disiapkan oleh",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditandatangani oleh",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="households.person",
                        verbose_name="pemberi izin",
                    ),
                ),
                (
                    "trip",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="households.trip",
                        verbose_name="perjalanan",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="regions.region",
                        verbose_name="desa/kelurahan",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditarik oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "surat",
                "verbose_name_plural": "surat",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="LetterBook",
            fields=[
                ("id", models.UUIDField(default=toolkit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                (
                    "number_pattern",
                    models.CharField(
                        default="{kode}/{nomor}/PMI/{bulan_romawi}/{tahun}", max_length=60, verbose_name="bentuk nomor"
                    ),
                ),
                ("office_address", models.CharField(blank=True, max_length=160, verbose_name="alamat kantor desa")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="diubah pada")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "village",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter_book",
                        to="regions.region",
                        verbose_name="desa/kelurahan",
                    ),
                ),
            ],
            options={
                "verbose_name": "buku register surat",
                "verbose_name_plural": "buku register surat",
            },
        ),
        migrations.CreateModel(
            name="LetterCounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="nomor terakhir")),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter_counters",
                        to="regions.region",
                        verbose_name="desa/kelurahan",
                    ),
                ),
            ],
            options={
                "verbose_name": "penghitung nomor surat",
                "verbose_name_plural": "penghitung nomor surat",
            },
        ),
        migrations.CreateModel(
            name="Letterhead",
            fields=[
                ("id", models.UUIDField(default=toolkit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ("lines", models.TextField(max_length=400, verbose_name="kop surat")),
                (
                    "font_pt",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(11),
                            django.core.validators.MaxValueValidator(14),
                        ],
                        verbose_name="ukuran huruf",
                    ),
                ),
                (
                    "margin_mm",
                    models.PositiveSmallIntegerField(
                        default=25,
                        validators=[
                            django.core.validators.MinValueValidator(25),
                            django.core.validators.MaxValueValidator(40),
                        ],
                        verbose_name="tepi kertas",
                    ),
                ),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="diubah pada")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "region",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letterhead",
                        to="regions.region",
                        verbose_name="kabupaten/kota",
                    ),
                ),
            ],
            options={
                "verbose_name": "kop surat",
                "verbose_name_plural": "kop surat",
            },
        ),
        migrations.CreateModel(
            name="LetterPrint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("printed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dicetak pada")),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prints",
                        to="infopost.letter",
                        verbose_name="surat",
                    ),
                ),
                (
                    "printed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicetak oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "cetakan surat",
                "verbose_name_plural": "cetakan surat",
                "ordering": ["printed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LetterWording",
            fields=[
                ("id", models.UUIDField(default=toolkit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family", "Surat izin keluarga"),
                            ("marital", "Surat keterangan status perkawinan"),
                            ("cover", "Surat pengantar ke LTSA"),
                            ("return", "Surat keterangan pulang"),
                        ],
                        max_length=8,
                        verbose_name="jenis surat",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="judul")),
                ("body", models.TextField(max_length=4000, verbose_name="isi")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="diubah pada")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter_wordings",
                        to="regions.region",
                        verbose_name="kabupaten/kota",
                    ),
                ),
            ],
            options={
                "verbose_name": "kata-kata surat",
                "verbose_name_plural": "kata-kata surat",
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["village", "id"], name="letter_list"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["village", "signed_on"], name="letter_signed"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["person"], name="letter_person"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "sent_back"])), fields=["village"], name="letter_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                fields=("village", "year", "serial"),
                name="letter_serial_once_a_year",
                violation_error_message="Nomor ini baru saja dipakai surat lain. Tekan sekali lagi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ("signed", "withdrawn")),
                        ("serial__isnull", False),
                        ("signed_at__isnull", False),
                        ("signed_by__isnull", False),
                        ("signed_on__isnull", False),
                        ("token__isnull", False),
                        ("year__isnull", False),
                        models.Q(("number", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state__in", ("signed", "withdrawn")), _negated=True),
                        ("number", ""),
                        ("serial__isnull", True),
                        ("signed_at__isnull", True),
                        ("signed_by__isnull", True),
                        ("signed_on__isnull", True),
                        ("token__isnull", True),
                        ("year__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="letter_numbered_when_signed",
                violation_error_message="Surat mendapat nomor saat ditandatangani, dan hanya saat itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("refused_on__isnull", False),
                        ("state__in", ["refused", "cancelled"]),
                        models.Q(("refusal", ""), _negated=True),
                    ),
                    models.Q(
                        ("refusal", ""), ("refused_on__isnull", True), models.Q(("state", "refused"), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="letter_refused_for_a_reason",
                violation_error_message="Surat yang ditolak mempunyai alasan dan tanggal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "withdrawn"),
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_on__isnull", False),
                        ("withdrawn_by__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "withdrawn"), _negated=True),
                        ("withdrawn_at__isnull", True),
                        ("withdrawn_by__isnull", True),
                        ("withdrawn_on__isnull", True),
                        ("withdrawn_reason", ""),
                    ),
                    _connector="OR",
                ),
                name="letter_withdrawn_for_a_reason",
                violation_error_message="Tulis mengapa surat ini ditarik.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "sent_back"), _negated=True),
                    models.Q(("sent_back_at__isnull", False), models.Q(("sent_back_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="letter_sent_back_for_a_reason",
                violation_error_message="Tulis mengapa surat ini dikembalikan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettercounter",
            constraint=models.UniqueConstraint(
                fields=("village", "year"),
                name="letter_counter_once_a_year",
                violation_error_message="Penghitung tahun ini sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterhead",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("font_pt__gte", 11), ("font_pt__lte", 14), ("margin_mm__gte", 25), ("margin_mm__lte", 40)
                ),
                name="letterhead_is_readable",
                violation_error_message="Ukuran huruf 11 sampai 14, dan tepi kertas 25 sampai 40 milimeter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.UniqueConstraint(
                fields=("region", "kind"),
                name="letter_wording_once_a_kind",
                violation_error_message="Kata-kata surat ini sudah ada untuk kabupaten/kota ini.",
            ),
        ),
    ]
