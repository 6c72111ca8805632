"""Numbers and words of letters: patterns with places in braces."""

import datetime as dt

import pytest

from infopost.letter_choices import LetterKind
from infopost.letters.wordings import usual
from infopost.rules import numbering, wordings
from infopost.rules.wordings import Block, blocks

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("470/{nomor}/PMI/{bulan_romawi}/{tahun}", "470/012/PMI/XI/2026"),
        (numbering.USUAL, "474/012/PMI/XI/2026"),
        ("{nomor}.{bulan}.{tahun}", "012.11.2026"),
    ],
)
def test_number_is_filled_into_its_pattern(pattern, number):
    assert numbering.faults(pattern) == []
    assert numbering.fill(pattern, serial=12, code="474", day=DAY) == number


def test_number_beyond_a_thousand_keeps_all_its_digits():
    assert numbering.fill("{nomor}/{tahun}", serial=1234, code="", day=DAY) == "1234/2026"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{nomor}/{tahn}/{tahun}", "{tahn} tidak dikenal. Yang dapat dipakai: {nomor}, {kode},"),
        ("470/{tahun}", "Tulis {nomor}"),
        ("470/{nomor}", "Tulis {tahun}"),
        ("{nomor}/{tahun}/<b>", "Di antaranya hanya huruf"),
        ("{nomor/{tahun}", "Tulis {nomor}"),
        ("{nomor}/{tahun}/" + "A" * 30, "Nomornya terlalu panjang."),
    ],
)
def test_pattern_that_cannot_be_used_says_what_to_do(pattern, said):
    assert any(sentence.startswith(said) for sentence in numbering.faults(pattern))


def test_words_with_an_unknown_place_name_those_that_exist():
    (said,) = wordings.faults("{nama} dan {umur}", wordings.places_of("marital"), ())

    assert said.startswith("{umur} tidak dikenal. Yang dapat dipakai: {nama}, {nik},")
    assert said.endswith("{status}.")


@pytest.mark.parametrize(
    ("text", "said"), [("{nama", "Ada kurung kurawal"), ("nama}", "Ada kurung kurawal"), ("Halo", "Belum ada: {nama}.")]
)
def test_words_with_a_loose_brace_or_without_a_name_are_refused(text, said):
    assert any(sentence.startswith(said) for sentence in wordings.faults(text, wordings.COMMON, ("nama",)))


@pytest.mark.parametrize("kind", LetterKind)
def test_usual_words_of_each_kind_are_whole(kind):
    head, words = usual()

    assert wordings.faults(words[kind].body, wordings.places_of(kind), wordings.NEEDED[kind]) == []
    assert wordings.faults("\n".join(head.lines), wordings.HEAD_PLACES) == []


def test_blocks_are_paragraphs_and_tables():
    assert blocks("Yang bertanda\ntangan:\n\nNama : {nama}\nNIK : 1 : 2\r\n\r\nDemikian.") == [
        Block(text="Yang bertanda tangan:"),
        Block(pairs=(("Nama", "{nama}"), ("NIK", "1 : 2"))),
        Block(text="Demikian."),
    ]


def test_line_of_the_head_in_capitals_is_filled_in_capitals():
    values = {"desa": "Desa Korleko", "alamat_kantor": "Jalan Raya 1"}

    assert [wordings.head_line(line, values) for line in ("KANTOR {desa}", "{alamat_kantor}", "di {desa}")] == [
        "KANTOR DESA KORLEKO",
        "Jalan Raya 1",
        "di Desa Korleko",
    ]


def test_place_without_a_value_stays():
    assert wordings.fill("{nama} {nik}", {"nama": "Siti"}) == "Siti {nik}"
