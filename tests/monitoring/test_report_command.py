"""`manage.py report households`."""

import io
import json

import pytest
import time_machine
from django.core.management import CommandError, call_command
from openpyxl import load_workbook
from pypdf import PdfReader

from accounts.models import Act, AuditEvent
from households.models import Trip
from tests.monitoring.conftest import NOW

pytestmark = pytest.mark.usefixtures("village")


def run(*paths, region="5203172006", period="2026-11", username="sari", json_wanted=True):
    """Runs the command and gives the last line that it wrote."""
    written = io.StringIO()
    arguments = ["households", "--region", region, "--period", period, "--as", username]
    arguments += [word for path in paths for word in (f"--{path.suffix[1:]}", str(path))]
    with time_machine.travel(NOW, tick=False):
        call_command("report", *arguments, *(["--json"] if json_wanted else []), stdout=written)
    return written.getvalue().splitlines()[-1]


def test_report_command_tells_figures_by_code(tmp_path):
    told = json.loads(run(tmp_path / "k.pdf"))

    assert (told["figures"]["G1.1"], told["figures"]["G2.2"], told["parts"]["G2.2"]["negara"]) == (
        6,
        3,
        {"SA": 1, "TW": 1, "belum": 1},
    )


def test_report_command_tells_pages_and_cost(tmp_path):
    told = json.loads(run(tmp_path / "k.pdf"))

    assert (told["pages"], sorted(told)) == (
        len(PdfReader(tmp_path / "k.pdf").pages),
        ["as_of", "figures", "pages", "parts", "peak_mb", "period", "region", "seconds"],
    )


def test_report_command_leaves_only_the_finished_file(tmp_path):
    run(tmp_path / "k.pdf", json_wanted=False)

    assert [path.name for path in tmp_path.iterdir()] == ["k.pdf"]


def test_report_command_is_noted(tmp_path, sari):
    run(tmp_path / "k.pdf")

    event = AuditEvent.objects.get(act=Act.REPORTED)
    assert (event.actor_id, event.region_code) == (sari.pk, "5203172006")


def test_report_command_knows_the_country_by_its_name(tmp_path, dewi):
    told = json.loads(run(tmp_path / "k.pdf", region="indonesia", period="2026", username="dewi"))

    assert (told["region"], told["figures"]["G1.1"]) == ("indonesia", 6)


@pytest.mark.parametrize(
    "wrong",
    [
        {"region": "5203212002"},
        {"region": "indonesia"},
        {"period": "2027"},
        {"period": "november"},
        {"username": "siapa"},
    ],
)
def test_report_command_refuses_in_words(tmp_path, lenek_lauk, wrong):
    with pytest.raises(CommandError):
        run(tmp_path / "k.pdf", **wrong)

    assert list(tmp_path.iterdir()) == []


def test_report_command_keeps_the_old_file_when_it_refuses(tmp_path):
    (tmp_path / "k.pdf").write_text("lama")
    Trip.objects.filter(country="SA").update(sector="zz")

    with pytest.raises(CommandError, match="tidak berjumlah sama"):
        run(tmp_path / "k.pdf")

    assert (tmp_path / "k.pdf").read_text() == "lama"


def test_report_command_says_when_it_cannot_write(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        run(tmp_path / "tidak-ada" / "k.pdf")


def test_report_command_writes_a_workbook(tmp_path):
    told = json.loads(run(tmp_path / "k.xlsx"))
    numbers = load_workbook(tmp_path / "k.xlsx")["Angka"].iter_rows(min_row=3, values_only=True)

    assert {row[0]: row[4] for row in numbers if row[3] == "Semua"} == told["figures"]


def test_report_command_writes_both_at_once(tmp_path):
    run(tmp_path / "k.pdf", tmp_path / "k.xlsx")

    (attached,) = PdfReader(tmp_path / "k.pdf").attachments["laporan-rumah-tangga-5203172006-2026-11.xlsx"]
    assert attached == (tmp_path / "k.xlsx").read_bytes()
    assert [event.reason for event in AuditEvent.objects.filter(act=Act.REPORTED)] == [
        "data rumah tangga 2026-11, PDF dan lembar kerja perintah"
    ]


def test_report_command_asks_for_a_file():
    with pytest.raises(CommandError, match="--xlsx"):
        run()
