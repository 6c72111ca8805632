import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import Act, AuditEvent, Receipt
from households.models import Household, ImportBatch, Person
from tests.households.imports import workbooks
from tests.households.imports.workbooks import OTHER_CARD, family
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
LIST = reverse("households:import_list")


@pytest.fixture
def browser(client_of, sari):
    """Sari's browser."""
    return client_of(sari)


def upload(browser, content, name="penduduk.xlsx"):
    return browser.post(LIST, {"file": SimpleUploadedFile(name, content)})


def planned(browser, *people, content=None, name="penduduk.xlsx"):
    """Upload a workbook and open its plan: the batch and the page."""
    response = upload(browser, content or workbooks.opensid(*people), name)
    page = browser.get(response["Location"])
    return page.context["batch"], page


def commit(browser, batch, page, *, op=None, **answers):
    address = reverse("households:import_commit", args=[batch.pk, op or new_id()])
    return browser.post(address, {"digest": page.context["plan"].digest, **answers}, follow=True)


def test_upload_shows_the_plan_and_writes_nothing(browser):
    batch, page = planned(browser, *family(2), {"nama": None})
    assert (page.status_code, batch.committed_at, Person.objects.count()) == (200, None, 0)
    assert page.context["figures"] == {**batch.summary, "new": 2, "refused": 1}
    assert "Nama kosong." in page.content.decode()


def test_upload_of_the_same_file_again_is_the_same_batch(browser):
    content = workbooks.opensid(*family(2))
    addresses = {upload(browser, content)["Location"] for _ in range(2)}
    assert (len(addresses), ImportBatch.objects.count()) == (1, 1)


def test_upload_refused_file_says_why_at_the_field(browser):
    response = upload(browser, b"MZ\0\0", "penduduk.xlsx")
    assert (response.status_code, ImportBatch.objects.count()) == (200, 0)
    assert "Isi berkas ini bukan tabel" in response.content.decode()


def test_upload_without_a_file_asks_for_it(browser):
    response = browser.post(LIST, {})
    assert (response.status_code, response.context["form"].errors["file"]) == (200, ["Pilih berkasnya dulu."])


def test_upload_empty_file_is_refused_in_words(browser):
    assert "Berkas ini kosong." in upload(browser, b"").content.decode()


def test_list_shows_earlier_files(browser):
    planned(browser, *family(1))
    content = browser.get(LIST).content.decode()
    assert ("penduduk.xlsx" in content, "belum disimpan" in content) == (True, True)


def test_plan_page_masks_every_number(browser):
    _, page = planned(browser, {"nama": None}, {"status_dasar": "9", "nik": "5203175705900077"})
    content = page.content.decode()
    assert ("5203175705900077" in content, "5203175705900001" in content, workbooks.CARD in content) == (False,) * 3


def test_plan_page_escapes_what_the_file_says(browser):
    _, page = planned(browser, {"nama": "<i onx=1>SITI", "status_dasar": "<b>"})
    content = page.content.decode()
    assert ("<i onx=1>" in content, "<b>" in content, "&lt;i onx=1&gt;SITI" in content) == (False, False, True)


def test_plan_page_is_noted_as_read(browser):
    batch, _ = planned(browser, *family(1))
    assert AuditEvent.objects.filter(act=Act.VIEWED, record_id=str(batch.pk)).count() == 1


def test_plan_page_says_what_to_do_about_rows_left_out(browser):
    _, all_right = planned(browser, *family(3))
    _, page = planned(browser, *family(3), {"nama": None})
    sentence = "Yang perlu dibetulkan, betulkan di berkas Anda, lalu unggah lagi."
    assert (sentence in all_right.content.decode(), sentence in page.content.decode()) == (False, True)


def test_commit_writes_and_shows_the_result(browser):
    batch, page = planned(browser, *family(3), {"nama": None})
    result = commit(browser, batch, page)
    content = result.content.decode()
    assert (Household.objects.count(), Person.objects.count()) == (1, 3)
    assert ("Tersimpan ke data desa" in content, "Nama kosong." in content) == (True, True)
    assert (result.context["figures"]["new"], "Simpan ke data desa" in content) == (3, False)


def test_commit_resent_gives_the_first_result_and_one_family(browser):
    batch, page = planned(browser, *family(3))
    op = new_id()
    for _ in range(3):
        response = commit(browser, batch, page, op=op)
    assert (response.redirect_chain[-1][0], Person.objects.count()) == (
        reverse("households:import_detail", args=[batch.pk]),
        3,
    )
    assert (Receipt.objects.count(), AuditEvent.objects.filter(act=Act.IMPORTED).count()) == (1, 1)


def test_commit_from_a_second_window_says_it_is_done(browser):
    batch, page = planned(browser, *family(3))
    commit(browser, batch, page)
    response = commit(browser, batch, page)
    assert ("sudah disimpan sebelumnya" in response.content.decode(), Person.objects.count()) == (True, 3)


def test_commit_of_another_plan_shows_the_new_differences(browser, bring_in):
    batch, page = planned(browser, *family(2))
    bring_in({**family(1)[0], "nama": "WARGA SATU"})
    response = commit(browser, batch, page)
    assert (Person.objects.count(), response.context["figures"]["changed"]) == (1, 1)
    assert "Data desa berubah sejak halaman ini dibuka." in response.content.decode()


def test_commit_of_another_villages_file_asks_first(browser):
    content = workbooks.siak({"Desa/Kel": "LENEK LAUK"})
    batch, page = planned(browser, content=content, name="a.xls")
    assert "Berkas ini menyebut desa lain:" in page.content.decode()
    commit(browser, batch, page)
    assert Person.objects.count() == 0
    commit(browser, batch, page, other_village="on")
    assert Person.objects.count() == 1


def test_commit_leaves_the_rows_that_were_ticked(browser, bring_in):
    bring_in(*family(2))
    first, second = family(2)
    batch, page = planned(browser, {**first, "nama": "SALAH"}, {**second, "nama": "BENAR"})
    commit(browser, batch, page, keep=["2"])
    assert list(Person.objects.order_by("pk").values_list("name", flat=True)) == ["WARGA 1", "BENAR"]


def test_result_says_that_the_registry_may_have_moved_on(browser, bring_in):
    batch = bring_in(*family(2))
    address = reverse("households:import_detail", args=[batch.pk])
    assert "berbeda dari data desa" not in browser.get(address).content.decode()
    Household.objects.update(family_card_number=OTHER_CARD)
    assert "atau sejak itu berbeda dari data desa" in browser.get(address).content.decode()


def test_commit_that_keeps_the_old_head_says_why_the_new_one_waits(browser, bring_in):
    bring_in(*family(2))
    first, second = family(2)
    batch, page = planned(browser, {**second, "kk_level": "1"}, {**first, "kk_level": "7"})
    result = commit(browser, batch, page, keep=["3"])
    left_out = {group["outcome"]: [r.number for r in group["results"]] for group in result.context["left_out"]}
    assert (left_out, result.context["figures"]["review"]) == ({"review": [2], "skipped": [3]}, 1)
    content = result.content.decode()
    assert ("Data desa berubah" in content, "Baris 3 dibiarkan, jadi kepala keluarga yang lama" in content) == (
        False,
        True,
    )


@pytest.mark.parametrize("keep", ["x", "-1", "99999999", "<b>"])
def test_commit_with_nonsense_writes_nothing(browser, keep):
    batch, page = planned(browser, *family(1))
    assert (commit(browser, batch, page, keep=[keep]).status_code, Person.objects.count()) == (200, 0)


def test_commit_address_opened_by_hand_leads_to_the_plan(browser):
    batch, _ = planned(browser, *family(1))
    response = browser.get(reverse("households:import_commit", args=[batch.pk, new_id()]))
    assert response["Location"] == reverse("households:import_detail", args=[batch.pk])


def test_plan_page_without_its_file_says_so(browser):
    batch, _ = planned(browser, *family(1))
    batch.file.delete()
    page = browser.get(reverse("households:import_detail", args=[batch.pk]))
    assert (page.status_code, "Berkas ini sudah dihapus" in page.content.decode()) == (200, True)


@pytest.mark.parametrize("username", ["rina", "agus", "dewi", "adi"])
def test_pages_do_not_exist_for_who_may_not_import(client_of, request, browser, username):
    batch, page = planned(browser, *family(1))
    stranger = client_of(request.getfixturevalue(username))
    answers = [
        stranger.get(LIST).status_code,
        upload(stranger, b"x").status_code,
        stranger.get(reverse("households:import_detail", args=[batch.pk])).status_code,
        commit(stranger, batch, page).status_code,
    ]
    assert (answers, Person.objects.count()) == ([404] * 4, 0)


def test_batch_of_another_village_does_not_exist(client_of, budi, browser):
    batch, page = planned(browser, *family(1))
    stranger = client_of(budi)
    answers = [
        stranger.get(reverse("households:import_detail", args=[batch.pk])).status_code,
        commit(stranger, batch, page).status_code,
    ]
    assert (answers, "penduduk.xlsx" in stranger.get(LIST).content.decode()) == ([404, 404], False)
