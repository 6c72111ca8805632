"""The importer answers to whatever a file holds, and says the same of a file whatever the order of its columns."""

import datetime as dt
import json
from types import SimpleNamespace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from households.imports import limits
from households.imports.layouts import OPENSID
from households.imports.outcomes import Outcome
from households.imports.planning import plan_rows
from households.imports.reader_process import answer
from households.imports.refusals import Refused
from households.imports.registry import KnownHousehold, KnownPerson, Registry
from households.imports.rows import read_row
from tests.households.imports import workbooks
from tests.households.imports.packages import package, sheet

TODAY = dt.date(2026, 11, 23)
VILLAGE = SimpleNamespace(code="5203172006", name="Korleko", parent=SimpleNamespace(name="Labuhan Haji"))
FIELDS = list(OPENSID.names)
STATUSES = ["", "1", "2", "9", "Hidup", "Mati", "Tidak Valid", "Pindah"]
likely = st.one_of(
    st.none(),
    st.sampled_from(["", "-", "0", "1", "4", "L", "KORLEKO", "2026-02-30", "17-05-1990", workbooks.CARD, *STATUSES]),
    st.integers(5203170000000000, 5203179999999999).map(str),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.text(max_size=40),
)
rows = st.lists(st.dictionaries(st.sampled_from(FIELDS), likely), max_size=12)
people = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["SITI", "BUDI", "ANI", ""]),
            "card": st.sampled_from([workbooks.CARD, workbooks.OTHER_CARD, "0"]),
            "nik": st.sampled_from(["5203175705900001", "5203171705900002", "", "0"]),
            "birth": st.sampled_from(["1990-05-17", "1990", "1991", ""]),
            "relation": st.sampled_from(["1", "4", ""]),
            "sex": st.sampled_from(["1", "2", ""]),
            "status": st.sampled_from(STATUSES),
        }
    ),
    max_size=8,
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def planned(cells: list[dict], registry: Registry | None = None):
    read = [read_row(number, row, today=TODAY) for number, row in enumerate(cells, start=2)]
    empty = Registry([], [], {"5203"})
    return plan_rows(read, layout="opensid", registry=registry or empty, village=VILLAGE, today=TODAY)


def registry_after(plan) -> Registry:
    """The registry as it stands when the plan was written into an empty one."""
    homes = {card: KnownHousehold(f"h{card}", 1, card, "", "", "", "") for card in plan.new_cards}
    written = [
        KnownPerson(id=r.number, version=1, household_id=homes[r.row.card].id, **r.values) for r in plan.of(Outcome.NEW)
    ]
    return Registry(written, list(homes.values()), {"5203"})


@quick
@given(rows)
def test_plan_answers_to_whatever_the_cells_hold(cells):
    plan = planned(cells)
    assert [result.number for result in plan.results] == list(range(2, len(cells) + 2))
    assert sum(plan.figures[outcome] for outcome in Outcome.values) == plan.figures["read"] == len(cells)
    assert [r.number for r in plan.of("review", "refused", "skipped") if not r.reasons] == []


@quick
@given(people)
def test_plan_keeps_the_rules_of_the_registry(cells):
    written = planned(cells).of(Outcome.NEW)
    niks = [result.row.nik for result in written if result.row.nik]
    heads = [result.row.card for result in written if result.row.relation == "head"]
    assert (len(niks), len(heads)) == (len(set(niks)), len(set(heads)))


@quick
@given(people)
def test_plan_of_the_same_file_again_has_nothing_new(cells):
    first = planned(cells)
    again = planned(cells, registry_after(first))
    assert (again.figures["new"], again.figures["changed"], again.figures["same"]) == (0, 0, first.figures["new"])


@quick
@given(people, st.randoms())
def test_plan_does_not_depend_on_the_order_of_the_columns(cells, random):
    def shuffled(row):
        columns = list(row)
        random.shuffle(columns)
        return {column: row[column] for column in columns}

    assert planned([shuffled(row) for row in cells]).digest == planned(cells).digest


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=2000), st.sampled_from(["xlsx", "xls", "csv"]))
def test_reader_answers_to_whatever_bytes(content, named):
    assert lines_or_refusal(content, named)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_reader_answers_to_a_damaged_workbook(data):
    content = bytearray(package(sheet('<row r="2"><c r="A2"><v>1</v></c></row>')))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert lines_or_refusal(bytes(content), "xlsx")


def lines_or_refusal(content: bytes, named: str) -> bool:
    """Whether the reader refused, or gave lines that are what they should be."""
    try:
        lines = [json.loads(line) for line in answer(content, named)]
    except Refused as refused:
        return bool(refused.code)
    width = len(lines[0]["fields"]) + 1
    return all(len(line) == width for line in lines[1:]) and len(lines) <= limits.ROWS + 1
