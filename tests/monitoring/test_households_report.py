"""The tray of numbers, weighed exactly."""

import dataclasses
import datetime as dt

import pytest

from households.models import Trip
from monitoring.models import VillageSummary
from monitoring.periods import FuturePeriod, Period
from monitoring.places import OutOfScope, place_for
from monitoring.reports.households import _Changes, build
from monitoring.reports.tables import Bar, Figure, ReportDoesNotAdd
from monitoring.reports.tallies import COMPARED, Tally
from tests.monitoring.conftest import NOW, family, member, on, went


def report_of(user, region="", period="2026-11", now=NOW):
    """The report as the page builds it."""
    return build(user=user, place=place_for(user, region), period=Period.parse(period), now=now)


def lines(table):
    """A table as plain values: each line's name, its numbers or text, and its change."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    return [
        (row.label, *(cell.text if cell.count is None else cell.count for cell in row.cells), row.change)
        for row in rows
    ]


def test_report_counts_each_indicator(village, sari):
    assert report_of(sari).counts == {
        "G1.1": 6, "G1.2": 5, "G1.3": 8, "G1.4": 7, "G1.5": 2, "G1.6": 4, "G1.7": 1, "G1.8": 2,
        "G2": 5, "G2.1": 1, "G2.2": 3, "G2.3": 1, "G4.1": 1, "G4.2": 0,
        "G6.1": 2, "G6.2": 2, "G6.3": 1,
        "P1.4.1": 1, "P1.4.2": 1, "P1.4.3": 2, "P1.4.4": 0, "P1.4.5": 0, "P1.4.6": 0,
        "G5.1": 5, "G5.2": 0, "G5.3": 0, "G5.4": 0,
        "P1.1": 0, "P1.2": 0, "P1.3": 0, "P1.10": 0, "P1.11": 0, "P1.12": 0, "P1.8": 0, "P1.9": 3,
    }  # fmt: skip


def test_report_of_the_month_before_leaves_out_later_families(village, sari):
    counts = report_of(sari, period="2026-10").counts

    assert (counts["G1.1"], counts["G1.2"], counts["G2.1"], counts["G2.2"], counts["G2.3"]) == (4, 3, 1, 2, 0)


def test_report_summary_compares_by_sign(village, sari):
    assert report_of(sari).figures == (
        Figure("Rumah tangga PMI", 5, "G1.2", 2),
        Figure("PMI aktif", 3, "G2.2", 1),
        Figure("Calon PMI", 1, "G2.1", 0),
        Figure("PMI purna", 1, "G2.3", 1),
        Figure("Rumah tangga terdata", 6, "G1.1", 2),
        Figure("Orang terdata", 8, "G1.3", 2),
        Figure("Anak di bawah 18 tahun", 2, "G1.5", 0, "1 tanpa tanggal lahir"),
        Figure("Rumah tangga perlu dicek", 1, "G4.1", None),
    )


def test_report_says_naik_turun_and_tetap(village, sari):
    assert [figure.word for figure in report_of(sari).figures][:3] == ["naik 2", "naik 1", "tetap"]


def test_report_counts_a_person_with_two_countries_once(village, sari):
    countries = report_of(sari).workers[1]

    assert lines(countries) == [
        ("Arab Saudi", 0, 1, 0, 1, 0),
        ("Malaysia", 0, 0, 1, 1, 1),
        ("Taiwan", 0, 1, 0, 1, 0),
        ("Tidak bersedia menjawab", 1, 0, 0, 1, 0),
        ("Belum terdata", 0, 1, 0, 1, 1),
        ("Jumlah", 1, 3, 1, 5, 2),
    ]


def test_report_takes_workers_apart_by_sex(village, sari):
    assert lines(report_of(sari).workers[0]) == [
        ("Laki-laki", 0, 2, 0, 2, 1),
        ("Perempuan", 0, 1, 1, 2, 1),
        ("Belum terdata", 1, 0, 0, 1, 0),
        ("Jumlah", 1, 3, 1, 5, 2),
    ]


def test_report_takes_workers_apart_by_sector(village, sari):
    assert lines(report_of(sari).workers[2]) == [
        ("Perkebunan", 0, 1, 0, 1, 0),
        ("Rumah tangga", 0, 1, 0, 1, 0),
        ("Belum terdata", 1, 1, 1, 3, 2),
        ("Jumlah", 1, 3, 1, 5, 2),
    ]


def test_report_tells_procedural_by_evidence(village, sari):
    assert lines(report_of(sari).workers[3]) == [
        ("Dokumen dilihat", 0, 1, 0, 1, 0),
        ("Diceritakan keluarga", 0, 1, 1, 2, 1),
        ("Tidak bersedia menjawab", 1, 0, 0, 1, 0),
        ("Belum terdata", 0, 1, 0, 1, 1),
        ("Jumlah", 1, 3, 1, 5, 2),
    ]


def test_report_counts_children_by_sex_and_whose_birth_is_unknown(village, sari):
    assert lines(report_of(sari).ages) == [
        ("Anak di bawah 18 tahun", 1, 0, 1, 2, 0),
        ("Berumur 18 tahun ke atas", 2, 2, 0, 4, 2),
        ("Tanggal lahir belum terdata", 0, 0, 1, 1, 0),
        ("Jumlah", 3, 2, 2, 7, 2),
    ]


def test_report_keeps_late_entries_out_of_this_month(village, sari):
    assert lines(report_of(sari).movements) == [
        ("Keberangkatan", 1, 0, 0, 1, None),
        ("Kepulangan", 0, 1, 0, 1, None),
        ("Keberangkatan susulan", "–", "–", "–", 2, None),
        ("Kepulangan susulan", "–", "–", "–", 0, None),
        ("Keberangkatan tanpa tanggal", "–", "–", "–", 0, None),
        ("Kepulangan tanpa tanggal", "–", "–", "–", 0, None),
    ]


def test_report_of_an_earlier_month_gains_the_late_entry(sari):
    went(member(family(sari, "2026-08-01"), "Iwan"), departed="2026-08-15", told="2026-11-05")

    assert [report_of(sari, period=month).counts["P1.4.1"] for month in ("2026-08", "2026-11")] == [1, 0]


def test_report_of_a_month_leaves_out_a_departure_known_by_its_year(sari):
    went(
        member(family(sari, "2026-01-05"), "Joko"), departed="2026-01-01", departed_precision="year", told="2026-01-05"
    )

    counts = {period: report_of(sari, period=period).counts for period in ("2026-01", "2026-Q1", "2026")}

    assert {period: (c["P1.4.1"], c["P1.4.5"]) for period, c in counts.items()} == {
        "2026-01": (0, 1),
        "2026-Q1": (0, 1),
        "2026": (1, 0),
    }


def test_report_says_how_complete_the_registry_is(village, sari):
    assert lines(report_of(sari).quality) == [
        ("Nomor KK (rumah tangga terdata)", 1, 5, 6, "16 %", None),
        ("NIK (orang terdata)", 0, 8, 8, "0 %", None),
        ("Tanggal atau tahun lahir (orang terdata)", 6, 2, 8, "75 %", None),
        ("Jenis kelamin (orang terdata)", 6, 2, 8, "75 %", None),
        ("Hubungan dengan kepala keluarga (orang terdata)", 7, 1, 8, "87 %", None),
        ("Negara tujuan (pekerja migran)", 4, 1, 5, "80 %", None),
        ("Bidang kerja (pekerja migran)", 2, 3, 5, "40 %", None),
        ("Diketahui dari (pekerja migran)", 4, 1, 5, "80 %", None),
    ]


def test_report_chart_ends_with_who_is_not_known(village, sari):
    assert report_of(sari).bars == (Bar("Arab Saudi", 1), Bar("Taiwan", 1), Bar("Belum terdata", 1, unknown=True))


def test_report_sums_its_regions(village, stranger_next_door, rina):
    assert lines(report_of(rina).below) == [
        ("Kecamatan Labuhan Haji", 6, 5, 1, 3, 1, 2, None),
        ("Kecamatan Lenek", 1, 1, 0, 1, 0, 0, None),
        ("Jumlah", 7, 6, 1, 4, 1, 2, None),
    ]


def test_report_names_regions_without_data(village, lenek_lauk, rina):
    assert lines(report_of(rina).below)[1] == ("Kecamatan Lenek", "belum ada data", None)


def test_report_of_the_country_counts_every_village(village, stranger_next_door, kuripan, dewi):
    report = report_of(dewi)

    assert (report.place.title, [row.label for row in report.below.rows], report.counts["G1.1"]) == (
        "Indonesia",
        ["Provinsi Jawa Tengah", "Provinsi Nusa Tenggara Barat"],
        7,
    )


def test_report_of_a_village_holds_no_neighbour(village, stranger_next_door, sari):
    told = dataclasses.asdict(report_of(sari))

    assert ("Kanari" in str(told), told["counts"]["G1.1"]) == (False, 6)


@pytest.mark.parametrize("region", ["5203212002", "5203", "indonesia", "9999999999", "x"])
def test_report_of_a_foreign_place_does_not_exist(village, lenek_lauk, sari, region):
    with pytest.raises(OutOfScope):
        report_of(sari, region)


def test_report_of_the_future_is_refused(village, sari):
    with pytest.raises(FuturePeriod):
        report_of(sari, period="2026-12")


def test_report_begins_a_month_by_the_clock_of_the_village(village, sari):
    midnight_in_korleko = dt.datetime(2026, 11, 30, 16, 0, tzinfo=dt.UTC)

    assert report_of(sari, period="2026-12", now=midnight_in_korleko).last == on("2026-12-01")


@pytest.mark.parametrize("field", ["sector", "country", "evidence"])
def test_report_that_does_not_add_is_refused(village, sari, field):
    Trip.objects.filter(country="SA").update(**{field: "zz"})

    with pytest.raises(ReportDoesNotAdd):
        report_of(sari)


def test_report_of_an_empty_village_is_all_zeros(sari):
    report = report_of(sari)

    assert (set(report.counts.values()), report.bars) == ({0}, ())


def test_report_of_an_empty_village_says_that_there_is_no_data(sari):
    assert report_of(sari).summary == ("Belum ada data: belum ada rumah tangga yang didata di wilayah ini.",)


def test_report_says_once_that_entries_are_late(village, sari):
    assert "2 keberangkatan dari periode lalu baru diketahui pada periode ini." in report_of(sari).summary


def test_report_calls_no_household_rt(village, rina):
    assert report_of(rina).below.columns[:2] == ("Rumah tangga terdata", "Rumah tangga PMI")


def test_of_the_period_before_only_what_is_compared_is_counted(village, rina):
    report_of(rina)

    before = VillageSummary.objects.countable_by(rina).filter(period="2026-10")

    assert {code for numbers in before.values_list("numbers", flat=True) for code in numbers} == set(COMPARED)


def test_difference_of_what_is_not_compared_is_no_nought():
    nobody = Tally({})

    with pytest.raises(KeyError):
        _Changes(nobody, nobody, is_running=False).of("P1.4.3")
