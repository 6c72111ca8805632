"""The empty template: the portal's own columns, to be filled and read again."""

import io

import openpyxl

from households import resources
from households.columns import COLUMNS
from tests.households.test_exports import content


def book(client):
    return openpyxl.load_workbook(io.BytesIO(content(client.get("/impor/templat.xlsx"))))


def test_template_has_the_same_columns_and_nobody(client_of, sari, rina):
    rows = [[cell for cell in row if cell is not None] for row in book(client_of(sari))["Data"].values]

    assert rows[-1] == [column.heading for column in COLUMNS if column.read]
    assert client_of(rina).get("/impor/templat.xlsx").status_code == 404


def test_template_offers_each_answer_whole(client_of, sari):
    template = book(client_of(sari))

    columns = {head: [word for word in words if word] for head, *words in zip(*template["Pilihan"].values, strict=True)}
    assert columns == resources.offered()
    assert {"Kawin, pencatatannya belum diketahui", "Petani, peternak, atau nelayan"} <= set().union(*columns.values())
    assert len(template["Data"].data_validations.dataValidation) == len(columns)
