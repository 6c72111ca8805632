"""A public warning tells of deeds: what looks like somebody's name or number is found before it is shown."""

import pytest

from infopost.rules.naming import names_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pak Budi minta uang", ["Pak Budi"]),
        ("namanya bu Siti, rumahnya di ujung", ["bu Siti", "namanya bu"]),
        ("Orang bernama Andi", ["bernama Andi"]),
        ("inisial BS", ["inisial BS"]),
        ("Ahmad bin Umar", ["bin Umar"]),
        ("Haji Umar dan H. Malik", ["Haji Umar", "H. Malik"]),
        ("telepon 0812-3456-7890", ["0812-3456-7890"]),
        ("rekening 123 456 7890", ["123 456 7890"]),
        ("NIK 5203172006800001", ["5203172006800001"]),
        ("akun @kerja.cepat", ["@kerja.cepat"]),
        ("lihat https://contoh.id/x", ["https://contoh.id/x"]),
        ("hubungi +62 812 3456 789", ["+62 812 3456 789"]),
    ],
)
def test_name_or_number_is_found(text, found):
    assert sorted(names_in(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Mengaku petugas kementerian dan minta Rp10.000.000",
        "Minta uang muka 5.000.000 rupiah, sejak 12-10-2026",
        "Mengaku Bapak Kepala Dusun dari desa lain",
        "Ibu rumah tangga diajak ke kota",
        "Ia datang membawa surat bercap. Katanya berangkat minggu depan.",
        "Pak kades tidak pernah mengutus orang",
    ],
)
def test_deeds_money_days_and_offices_are_let_pass(text):
    assert names_in(text) == []
