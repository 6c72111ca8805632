"""One house, one style: what a reader of any file may rely on. Each check is shown a fault that it has to see."""

import re

import pytest
from django.apps import apps

from tests.walk import consistency as style
from tests.walk.addresses import addresses
from tests.walk.tree import ROOT, named, packages, python_files, templates

# Django, its admin and crispy-forms look these up by themselves.
LOOKED_UP = (
    "400.html",
    "403.html",
    "403_csrf.html",
    "404.html",
    "500.html",
    "503.html",
    "admin/",
    "bootstrap5/",
    "django/",
)
# The words of our addresses; a new one is a word that people read, so it is Indonesian and of the glossary.
WORDS = {
    *("akun", "aktifkan", "anggota", "baru", "cari", "catatan", "daftar", "kode", "keluar", "masuk", "nonaktifkan"),
    *("orang", "perjalanan", "program", "rumah-tangga", "sandi", "sehat", "sesi", "tentang", "ubah", "wilayah"),
    *("impor", "kk", "nik", "simpan", "laporan", "rumah-tangga.pdf", "rumah-tangga.xlsx"),
    *("fakta", "info", "negara", "kartu", "tawaran", "periksa", "pos", "pos-desa", "tanda"),
    *("dokumen-biaya", "pungutan", "iuran", "hitung", "dibaca"),
    *("luring.js", "belum-dibaca"),
    *("perusahaan", "peringatan", "tarik", "lowongan", "jadwal"),
    *("layanan", "surat", "berkas", "pulang", "kabar", "pesan"),
    *("langkah", "kontrak", "rujukan", "jawaban", "minggu", "foto"),
    *("surat", "buku", "cek", "izin-keluarga", "perkawinan", "pengantar", "tata", "kop", "isi", "tanda-tangan"),
    # What Django calls its own pages.
    *("admin", "login", "password_change", "add", "change", "history"),
    *("unduh", "templat.xlsx", "export"),
    *("berkas-dengan-alasan.xlsx", "riwayat", "terdata", "kunjungan", "kepala-keluarga", "tutup", "meninggal"),
    *("pendidikan-pekerjaan", "sekolah", "pengasuh", "selesai", "setelah-pulang"),
    *("lahir", "menikah", "menjadi-anggota", "keluar-keluarga", "pindah-desa", "pindah-keluarga", "pindahan", "pisah"),
    *("dicek", "persetujuan", "menunggu", "cetak", "kartu.pdf", "ringkasan.pdf"),
    *("berangkat", "berangkat-lagi", "pulang", "batal", "perpanjangan", "tanpa-kabar", "ada-kabar"),
    *("tempat-tinggal", "telepon", "bantuan", "penghasilan", "kebutuhan", "kiriman"),
    *(
        "bicara",
        "daftar-hadir",
        "pesan",
        "buka",
        "izin",
        "tulis",
        "catat",
        "kabar",
        "bersama",
        "keliru",
        "tindak-lanjut",
    ),
    *("cara-berangkat", "pekerjaan", "biaya", "kontak", "dokumen", "kelengkapan"),
}
# Longer than a view may be, each with its reason.
EXCUSED = {"accounts/views/operations.py": ["post (26)"]}  # the one flow that every form shares, told in one piece
HTML_FILES = [path for path in templates() if path.suffix == ".html"]


def views():
    return [path for path in python_files() if "views" in {part.removesuffix(".py") for part in path.parts}]


def portal_files():
    """Without the harness, the commands (their help says it) and Django's app configurations."""
    return [p for p in python_files() if p.name != "apps.py" and not {"tools", "commands"} & set(p.parts)]


def length(path):
    return len(path.read_text().splitlines())


@pytest.mark.parametrize("path", HTML_FILES, ids=named)
def test_template_keeps_the_house_style(path):
    assert style.template_faults(path.read_text()) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<button onclick="go()">', "<button onclick>"),
        ('<p style="color: red">', "<p style>"),
        ("<script>go()</script>", "inline <script>"),
        ("<style>p {}</style>", "inline <style>"),
        ("{{ name|safe }}", "|safe"),
        ("{% load static look %}{% icon 'plus' %}{% static 'a.js' %}", "loads out of order"),
        ("{% load static %}", "unused load: static"),
        ("{% block content %}{% endblock %}{% block title %}{% endblock %}", "blocks out of order"),
    ],
)
def test_template_fault_is_seen(text, fault):
    assert style.template_faults(text) == [fault]


def test_template_with_our_own_scripts_is_let_pass():
    assert style.template_faults("""<script src="{% static 'js/once.js' %}" defer></script><p data-once>""") == []


def test_templates_are_all_used():
    sources = "\n".join(path.read_text() for path in [*python_files(), *HTML_FILES])
    names = [path.relative_to(ROOT / "templates").as_posix() for path in templates()]

    assert [name for name in names if not name.startswith(LOOKED_UP) and f'"{name}"' not in sources] == []


@pytest.mark.parametrize("path", HTML_FILES, ids=named)
def test_template_is_short(path):
    assert length(path) <= (40 if path.name.startswith("_") else 80)


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_python_file_is_short(path):
    assert length(path) <= 300


@pytest.mark.parametrize("path", python_files(tests=True), ids=named)
def test_test_file_is_short(path):
    assert length(path) <= 250


@pytest.mark.parametrize("path", views(), ids=named)
def test_view_is_short(path):
    assert style.long_views(path.read_text(), most=25) == EXCUSED.get(named(path), [])


def test_view_that_is_long_is_seen():
    assert style.long_views("def page(request):\n" + "    x = 1\n" * 26, most=25) == ["page (26)"]


@pytest.mark.parametrize("path", portal_files(), ids=named)
def test_python_file_says_what_its_parts_are(path):
    assert style.undocumented(path.read_text()) == []


def test_function_without_a_word_is_seen():
    assert style.undocumented("class Family:\n    '''A family.'''\n    def move(self): ...") == ["Family.move"]


def test_text_is_never_marked_safe():
    marking = [named(path) for path in python_files() if re.search(r"\bmark_safe\b|\bSafeString\b", path.read_text())]

    assert marking == []


def test_names_of_models_and_fields_begin_low():
    models = [model for model in apps.get_models() if model.__module__.split(".")[0] in packages()]
    names = [str(name) for model in models for name in (model._meta.verbose_name, model._meta.verbose_name_plural)]
    names += [str(field.verbose_name) for model in models for field in model._meta.fields]

    assert [name for name in names if not style.starts_low(name)] == []


@pytest.mark.parametrize("name", ["Nama lengkap", "Desa"])
def test_name_with_a_capital_is_seen(name):
    assert style.starts_low(name) is False


def test_dependencies_and_exceptions_say_why():
    assert style.uncommented((ROOT / "pyproject.toml").read_text()) == []


def test_dependency_without_a_reason_is_seen():
    assert style.uncommented('dependencies = [\n    "pandas>=2",\n]\n') == ['"pandas>=2",']


def test_addresses_are_in_known_indonesian_words():
    routes = re.findall(r'path\(\s*"([^"]*)"', "\n".join(p.read_text() for p in python_files() if p.name == "urls.py"))
    words = {word for route in routes for word in route.split("/") if word and not word.startswith("<")}

    assert words - WORDS == set()


def test_names_of_addresses_are_a_noun_and_a_verb_in_english():
    assert [a.name for a in addresses() if not re.fullmatch(r"([a-z]+:)?[a-z]+(_[a-z]+)*", a.name)] == []


def test_files_with_meaning_have_their_tests():
    missing = []
    for package in packages():
        for path in [*(ROOT / package).glob("*.py"), *(ROOT / package).glob("*/__init__.py")]:
            name = path.parent.name if path.name == "__init__.py" else path.stem
            wanted = name in {"models", "rules", "querysets", "actions"}
            if wanted and not list((ROOT / "tests" / package).glob(f"test_{name}*.py")):
                missing.append(f"tests/{package}/test_{name}.py")

    assert missing == []


def test_files_stand_alone():
    elsewhere = re.compile(r"/work/|\.\./shared|files\.pythonhosted|pypi\.org")
    texts = [*python_files(), *templates(), *ROOT.glob("*.*"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("Makefile")]
    texts = [path for path in texts if path.is_file() and path.suffix in {"", ".py", ".html", ".md", ".toml", ".lock"}]

    assert [named(path) for path in texts if elsewhere.search(path.read_text())] == []
