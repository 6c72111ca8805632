"""A list of companies is read from a workbook, looked through, used, and taken back; no row is lost on the way."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households.imports.reading import UnreadableFile
from infopost.actions import bring_list, use_list, withdraw_list
from infopost.imports.companies import judge_rows, read_rows
from infopost.models import Agency, AgencyList
from tests.factories.infopost import AgencyFactory, AgencyListFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

HEAD = "Nama P3MI;Nomor SIP3MI;Status Izin;Berlaku Sampai;Alamat;Kota"
TABLE = f"""Daftar P3MI berizin
{HEAD}
PT Melati Contoh;CONTOH 1;Berlaku;31-12-2027;Jalan Contoh 1;Mataram
PT Mawar Contoh;CONTOH 2;Dicabut;2026-01-05;;
"""
LISTED = {"listed_on_day": "1", "listed_on_month": "11", "listed_on_year": "2026", "source": "Surat contoh"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def browser(client_of, dewi):
    return client_of(dewi)


def judged(*lines):
    return judge_rows(read_rows("\n".join([HEAD, *lines]).encode(), name="daftar.csv"))


def file(text=TABLE, name="daftar.csv"):
    return SimpleUploadedFile(name, text.encode())


def bring(by, text=TABLE, day=dt.date(2026, 11, 1)):
    values = {"source": "Surat contoh", "is_invented": False, "file_name": "daftar.csv"}
    rows = read_rows(text.encode(), name="daftar.csv")
    return bring_list(by=by, list_id=new_id(), listed_on=day, values=values, rows=rows)


def test_workbook_is_read_under_its_title_lines():
    licences, refused = judge_rows(read_rows(TABLE.encode(), name="daftar.csv"))

    assert [(row.name, row.number, row.state, row.valid_until, row.city) for row in licences] == [
        ("PT Melati Contoh", "CONTOH 1", "active", dt.date(2027, 12, 31), "Mataram"),
        ("PT Mawar Contoh", "CONTOH 2", "revoked", dt.date(2026, 1, 5), ""),
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";X 1;berlaku;31-12-2027", "Nama perusahaannya kosong."),
        ("PT;X 1;berlaku;31-12-2027", "Nama perusahaannya kosong."),
        ("PT A B;-;berlaku;31-12-2027", "Nomor izinnya kosong."),
        ("PT A B;X 1;;31-12-2027", "Statusnya kosong. Tulis: berlaku, skorsing, dicabut, atau habis."),
        ("PT A B;X 1;bagus;", "Status 'bagus' tidak dikenal. Tulis: berlaku, skorsing, dicabut, atau habis."),
        ("PT A B;X 1;berlaku;besok", "Tanggal berlakunya tidak terbaca. Tulis seperti 31/12/2027."),
        ("PT A B;X 1;berlaku;2027", "Tanggal berlakunya belum lengkap. Tulis seperti 31/12/2027."),
        (f"PT A B;{'9' * 90};berlaku;", "Ada isian yang terlalu panjang. Pendekkan di berkas."),
    ],
)
def test_row_that_cannot_be_used_is_left_out_with_its_reason(line, reason):
    licences, refused = judged(line)

    assert (licences, [(row.number, row.reason) for row in refused]) == ([], [(2, reason)])


def test_second_row_of_one_licence_is_left_out():
    licences, refused = judged("PT A B;X-1;berlaku;31-12-2027", "PT C D;x 1;dicabut;")

    assert [row.name for row in licences] == ["PT A B"]
    assert [row.reason for row in refused] == ["Nomor izinnya sama dengan baris 2. Betulkan salah satunya."]


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("Nama P3MI;Nomor SIP3MI\nPT A;1\n", "a.csv", "Kolom yang belum ada: Status Izin, Berlaku Sampai."),
        ("apel;jeruk\n", "a.csv", "Kolom yang diperlukan: Nama P3MI, Nomor SIP3MI, Status Izin, Berlaku Sampai."),
        ("", "a.csv", "Berkas ini kosong."),
        ("PK\x03\x04", "a.xlsx", "rusak"),
        (TABLE, "a.pdf", "Hanya berkas"),
    ],
)
def test_file_that_cannot_be_read_says_why(text, name, reason):
    with pytest.raises(UnreadableFile, match=reason):
        read_rows(text.encode(), name=name)


def test_list_is_kept_with_every_row_before_it_is_used(dewi):
    brought = bring(dewi, TABLE + ";kosong;;;;\n")

    assert (len(brought.rows), brought.agencies.count(), AgencyList.objects.newest()) == (3, 0, None)
    assert AuditEvent.objects.get().act == "import_planned"


def test_used_list_answers_and_one_that_is_taken_back_leaves_the_answer_to_the_one_before(dewi):
    first = use_list(by=dewi, list_id=bring(dewi).pk, version=1, against=None)
    second = bring(dewi, day=dt.date(2026, 11, 20))

    second = use_list(by=dewi, list_id=second.pk, version=1, against=first.pk)
    used = AgencyList.objects.newest()
    withdraw_list(by=dewi, list_id=second.pk, version=2)
    back = AgencyList.objects.newest()
    use_list(by=dewi, list_id=second.pk, version=3, against=first.pk)

    assert (used, back, AgencyList.objects.newest()) == (second, first, second)
    assert Agency.objects.count() == 4
    assert list(AuditEvent.objects.order_by("pk").values_list("act", flat=True)) == [
        *("import_planned", "imported", "import_planned", "imported", "changed", "imported")
    ]


def test_list_is_not_used_when_another_has_come_between_or_somebody_was_quicker(dewi):
    AgencyListFactory(brought_by=dewi)
    brought = bring(dewi, day=dt.date(2026, 11, 20))

    with pytest.raises(ValidationError, match="baru saja berganti"):
        use_list(by=dewi, list_id=brought.pk, version=1, against=None)
    with pytest.raises(StaleVersion):
        use_list(by=dewi, list_id=brought.pk, version=7, against=AgencyList.objects.newest().pk)
    assert Agency.objects.count() == 0


def test_list_without_a_usable_row_is_not_used(dewi):
    brought = bring(dewi, f"{HEAD}\n;1;berlaku;\n")

    with pytest.raises(ValidationError, match="Tidak ada satu baris pun"):
        use_list(by=dewi, list_id=brought.pk, version=1, against=None)


@pytest.mark.parametrize("person", ["sari", "rina", "agus"])
def test_lists_are_brought_by_keepers_only(request, client_of, person):
    user, brought = request.getfixturevalue(person), AgencyListFactory(waiting=True)

    pages = ["/fakta/perusahaan/", "/fakta/perusahaan/baru/", f"/fakta/perusahaan/{brought.pk}/"]
    assert [client_of(user).get(page, follow=True).status_code for page in pages] == [404] * 3
    with pytest.raises(PermissionDenied):
        use_list(by=user, list_id=brought.pk, version=1, against=None)


def test_list_is_brought_looked_through_and_used_on_the_pages(browser):
    address = reverse("infopost:agency_list_bring", args=[new_id()])

    page = browser.post(address, LISTED | {"file": file(TABLE + ";X;;;;\n")}, follow=True)
    looked = page.content.decode()
    used = browser.post(page.redirect_chain[-1][0], {"decision": "use", "against": "", "version": "1"}, follow=True)

    assert [
        words for words in ("Nama perusahaannya kosong.", "PT Melati Contoh", "Belum dipakai") if words not in looked
    ] == []
    assert (AgencyList.objects.newest().file_name, "Menjawab keluarga" in used.content.decode()) == ("daftar.csv", True)


def test_list_says_what_changed_and_what_is_gone(browser, dewi):
    old = AgencyFactory(name="PT Melati Contoh", licence="CONTOH 1", in_list=AgencyListFactory(brought_by=dewi))
    AgencyFactory(name="PT Hilang Contoh", licence="CONTOH 9", in_list=old.in_list)

    page = browser.get(bring(dewi, day=dt.date(2026, 11, 20)).get_absolute_url(), follow=True)

    assert [row["name"] for row in page.context["changed"]] == ["PT Melati Contoh"]
    assert [licence.name for licence in page.context["gone"]] == ["PT Hilang Contoh"]


@pytest.mark.parametrize(
    ("wrong", "errors"),
    [
        ({"listed_on_day": ""}, {"listed_on": ["Isi tanggal lengkap: tanggal, bulan, dan tahun."]}),
        ({"listed_on_year": "2027"}, {"listed_on": ["Tanggal ini belum terjadi. Periksa lagi tahunnya."]}),
        (
            {"listed_on_year": "2025"},
            {"listed_on": ["Daftar yang dipakai sekarang lebih baru. Periksa lagi tanggalnya."]},
        ),
        ({"source": ""}, {"source": ["Bagian ini perlu diisi."]}),
    ],
)
def test_list_that_cannot_be_says_what_to_do_and_keeps_what_was_typed(browser, dewi, wrong, errors):
    AgencyListFactory(brought_by=dewi)

    page = browser.post(reverse("infopost:agency_list_bring", args=[new_id()]), LISTED | wrong | {"file": file()})

    assert page.context["form"].errors == errors
    assert page.context["form"]["listed_on"].value()[1] == "11"
    assert AgencyList.objects.count() == 1


def test_list_resent_is_one_list(browser):
    address = reverse("infopost:agency_list_bring", args=[new_id()])

    answers = [browser.post(address, LISTED | {"file": file()}).status_code for _ in range(2)]

    assert (answers, AgencyList.objects.count()) == ([302, 302], 1)
