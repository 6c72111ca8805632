"""How families live and what is sent home, in numbers: refused, unknown and unasked apart, and everything adds up."""

import pytest

from households.living import IncomeBand, NeedKind, RemittanceShare
from households.remittances import BANDS, Amount
from monitoring.indicators.catalogue import BY_CODE, rows_of
from monitoring.indicators.dimensions import DEPENDENCE, INCOME, NEED, RECEIVED, SENT, UNKNOWN
from monitoring.indicators.lens import Lens
from monitoring.listing import lines, ordered_page
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.reports.households import build
from tests.factories.households import ClosingFactory
from tests.factories.living import CircumstancesFactory, NeedFactory, RemittanceFactory
from tests.monitoring.conftest import NOW, family, known, member, on, went

USES = ("daily", "school", "debt", "house", "business", "savings", "goods", "health", "worship")


def report_of(user, period="2026-11"):
    return build(user=user, place=place_for(user), period=Period.parse(period), now=NOW)


def parts(report, code, dimension):
    return {part: count for part, count in report.parts[code, dimension].items() if count}


def used(**tenths):
    return {f"used_{use}": tenths.get(use, 0) for use in USES}


def table(report, code):
    return next(table for table in report.living if table.code == code)


@pytest.fixture
def homes(sari):
    """Six families of migrants, of whom two were not asked, and one family without any."""
    families = []
    for number in range(6):
        head = member(family(sari, "2026-01-05"), f"Warga {number}", relation="head")
        went(head, departed="2025-01-01")
        families.append(head.household)
    member(family(sari, "2026-01-05"), "Tetap")
    return families


def test_answers_refusals_unknown_and_unasked_sum_to_the_families(sari, homes):
    told = (("from_1", "over_75"), ("from_1", "none"), ("refused", "refused"), ("unknown", ""), ("", "unknown"))
    for home, (income, share) in zip(homes, told, strict=False):
        day = on("2026-11-02")
        CircumstancesFactory(household=home, income_band=income, remittance_share=share, income_told_on=day)

    report = report_of(sari)

    assert parts(report, "G5.1", "penghasilan") == {"from_1": 2, "refused": 1, "unknown": 1, UNKNOWN: 2}
    assert parts(report, "G5.1", "ketergantungan") == {
        "over_75": 1, "none": 1, "refused": 1, "unknown": 1, UNKNOWN: 2,
    }  # fmt: skip
    assert report.counts["G5.1"] == report.counts["G1.2"] == 6


def test_families_that_were_sent_money_in_the_period_count_once(sari, homes):
    RemittanceFactory(household=homes[0], first_on=on("2026-11-01"))
    RemittanceFactory(household=homes[0], first_on=on("2026-10-01"), span="quarter")
    RemittanceFactory(household=homes[1], first_on=on("2026-10-01"))

    found = [report_of(sari, period).counts for period in ("2026-11", "2026-10", "2026-09")]

    assert [(counts["G5.3"], counts["G5.4"]) for counts in found] == [(1, 2), (2, 2), (0, 0)]


def test_family_receives_where_money_is_told_and_every_other_answer_stands_apart(sari, homes):
    november = {"first_on": on("2026-11-01")}
    RemittanceFactory(household=homes[0], **november)
    RemittanceFactory(household=homes[0], amount="none", span="quarter", first_on=on("2026-10-01"))
    RemittanceFactory(household=homes[1], amount="refused", **november)
    RemittanceFactory(household=homes[1], amount="none", span="quarter", first_on=on("2026-10-01"))
    RemittanceFactory(household=homes[2], amount="unknown", **november)
    RemittanceFactory(household=homes[3], amount="none", **november)
    RemittanceFactory(household=homes[4], amount="", **november)

    report = report_of(sari)

    assert parts(report, "G5.1", "kiriman") == {"ada": 1, "refused": 1, "unknown": 1, "none": 1, UNKNOWN: 2}
    assert (report.counts["G5.3"], report.counts["G5.4"]) == (1, 4)
    assert [(row.label, row.cells[0].count) for row in table(report, "kiriman").rows] == [
        ("Menerima kiriman", 1),
        ("Tidak menerima kiriman", 1),
        ("Tidak bersedia menjawab", 1),
        ("Belum diketahui", 1),
        ("Belum terdata", 2),
    ]


@pytest.mark.parametrize("amount", ["", "unknown", "refused"])
@pytest.mark.parametrize("told", ["receiver", "outside", "use"])
def test_money_of_which_receiver_or_use_is_told_was_received_however_much_it_was(sari, homes, amount, told):
    more = {"receiver": {"receiver": homes[0].members.get()}, "outside": {"receiver_answer": "outside"}}
    more["use"] = used(daily=10)
    RemittanceFactory(household=homes[0], amount=amount, first_on=on("2026-11-01"), **more[told])

    assert report_of(sari).counts["G5.3"] == 1


def test_needs_are_those_of_the_day(sari, homes):
    NeedFactory(household=homes[0], noted_on=on("2026-09-15"), met_on=on("2026-10-31"))
    NeedFactory(household=homes[1], noted_on=on("2026-11-01"))
    NeedFactory(household=homes[1], noted_on=on("2026-10-02"), kind="health")
    NeedFactory(household=homes[2], noted_on=on("2026-10-02"), kind="debt")
    ClosingFactory(household=homes[2], closed_on=on("2026-10-31"))

    found = [parts(report_of(sari, period), "G5.2", "kebutuhan") for period in ("2026-09", "2026-10", "2026-11")]

    assert found == [{"capital": 1}, {"health": 1}, {"capital": 1, "health": 1}]


def test_tenths_are_summed_and_business_and_savings_told_in_words(sari, homes):
    RemittanceFactory(household=homes[0], first_on=on("2026-11-01"), **used(daily=6, business=3, savings=1))
    RemittanceFactory(household=homes[1], first_on=on("2026-11-01"), **used(daily=10))
    RemittanceFactory(household=homes[2], first_on=on("2026-11-01"))

    uses = table(report_of(sari), "pemakaian")

    assert [(row.label, row.cells[0].count, row.cells[1].text) for row in uses.rows if row.cells[0].count] == [
        ("Kebutuhan sehari-hari", 16, "80 %"),
        ("Usaha", 3, "15 %"),
        ("Tabungan", 1, "5 %"),
    ]
    assert uses.total.cells[0].count == 20
    assert uses.note == (
        "Untuk usaha dan tabungan: 20 %, menurut 2 catatan kiriman. 1 catatan kiriman belum terdata pemakaiannya."
    )


def test_village_without_any_use_told_says_so_in_one_line(sari, homes):
    RemittanceFactory(household=homes[0], first_on=on("2026-11-01"))

    uses = table(report_of(sari), "pemakaian")

    assert [(row.label, row.cells[0].text) for row in uses.rows] == [("Pemakaian", "belum terdata")]
    assert (uses.total, uses.note) == (None, "1 catatan kiriman belum terdata pemakaiannya.")


def test_list_behind_each_part_is_the_families_that_were_counted(sari, homes):
    CircumstancesFactory(household=homes[0], income_band="refused", income_told_on=on("2026-11-02"))
    NeedFactory(household=homes[1], noted_on=on("2026-11-01"))
    RemittanceFactory(household=homes[1], first_on=on("2026-11-01"), known_at=known("2026-11-20"), **used(savings=10))
    lens = Lens.on(sari, place_for(sari), Period.parse("2026-11"), NOW).with_names()

    def behind(code, part=""):
        return [
            (line.name, line.facts) for line in lines(ordered_page(rows_of(BY_CODE[code], lens, part)).rows, NOW.date())
        ]

    assert [name for name, _ in behind("G5.1", "penghasilan:refused")] == ["Warga 0"]
    assert [name for name, _ in behind("G5.1", "penghasilan:belum")] == [f"Warga {n}" for n in range(1, 6)]
    assert [name for name, _ in behind("G5.3")] == ["Warga 1"]
    assert behind("G5.2", "kebutuhan:capital") == [
        ("Warga 1", "modal usaha · disebut 1 November 2026 · Dusun Dasan Baru · Korleko")
    ]
    assert behind("G5.4", "pemakaian:ada") == [
        (
            "Warga 1",
            "November 2026 · 1 sampai 3 juta · 10 dari 10 bagian untuk usaha dan tabungan · Dusun Dasan Baru · Korleko",
        )
    ]


@pytest.mark.parametrize(
    ("dimension", "choices"), [(INCOME, IncomeBand), (DEPENDENCE, RemittanceShare), (NEED, NeedKind)]
)
def test_dimension_knows_every_answer(dimension, choices):
    assert set(dimension.known) == set(choices.values)


def test_every_amount_is_a_band_or_an_answer_of_its_own():
    assert {*BANDS, *RECEIVED.known} - {SENT} == set(Amount.values)


def test_strangers_village_counts_nothing(sari, budi, homes):
    NeedFactory(household=homes[0])
    RemittanceFactory(household=homes[0], first_on=on("2026-11-01"))

    counts = report_of(budi).counts

    assert [counts[code] for code in ("G5.1", "G5.2", "G5.3", "G5.4")] == [0, 0, 0, 0]
