"""Whatever stands in an address or a form, a page answers in words, and tells nothing of strangers."""

import re

import pytest
from django.urls import reverse

from tests.walk.addresses import addresses, divide, key_of, read
from tests.walk.forms import ANSWERS, MAKERS, smuggled
from tests.walk.tree import python_files
from tests.walk.urls import RULES

# Every filter that some page reads from its address.
FILTERS = sorted(
    {name for path in python_files() for name in re.findall(r'\bGET(?:\.get\(|\[)"(\w+)"', path.read_text())}
    | {"petugas", "perbuatan", "dari", "sampai", "jenis", "catatan", "hamlet", "status", "country", "check"}
)
FIELDS = sorted(
    {name for kind in MAKERS for name in kind.base_fields} | {"version", "op", "next", "add_member", "remove_member"}
)
HOSTILE = {
    "nothing": "",
    "nul": "a\x00b",
    "path": "../../etc/passwd",
    "sql": "' OR 1=1; --",
    "template": "{{ 7*7 }}{% now 'Y' %}",
    "html": "<script>alert(1)</script>",
    "turned": "\u202eterbalik",
    "picture": "\U0001f4a5" * 20,
    "negative": "-9223372036854775809",
    "huge": "9" * 400,
    "digits": "١٢٣",
    "wild": "%_%",
    "uuid": "00000000-0000-0000-0000-000000000000",
}
LONG = "x" * (1024 * 1024)
OPEN = [address for address in addresses() if address.name not in ("accounts:logout", "health")]


@pytest.fixture
def visit(neighbours, client_of, sari, rina, adi):
    """Opens an address as somebody who has business there; gives him, his browser and the address."""

    def who(address):
        rule = RULES[address.name]
        worker = next(
            (user for role, user in (("officer", sari), ("coordinator", rina), ("administrator", adi))
             if role in rule.get | rule.post),
            sari,
        )  # fmt: skip
        own, foreign = divide(worker, list(neighbours.values()))
        known = key_of(rule, own[0])
        url = reverse(address.name, kwargs={name: known[name]() for name in address.parameters})
        return client_of(worker), url, own[0], foreign

    return who


@pytest.mark.slow  # two dozen requests each
@pytest.mark.parametrize("address", OPEN, ids=str)
def test_page_answers_hostile_values(address, visit):
    client, url, *_ = visit(address)
    answers = ANSWERS.get(address.name, dict)()

    seen = {}
    for name, value in HOSTILE.items():
        seen[f"get {name}"] = client.get(url, dict.fromkeys(FILTERS, value)).status_code
        if RULES[address.name].post or address.is_public:
            seen[f"post {name}"] = client.post(url, dict.fromkeys([*FIELDS, *answers], value)).status_code

    assert {what: status for what, status in seen.items() if status >= 500} == {}


@pytest.mark.slow  # megabytes to parse
@pytest.mark.parametrize("address", [a for a in OPEN if RULES[a.name].post], ids=str)
def test_page_answers_a_megabyte_in_a_field(address, visit):
    client, url, *_ = visit(address)
    fields = list(ANSWERS.get(address.name, dict)()) or FIELDS

    assert client.post(url, {fields[-1]: LONG, fields[0]: LONG}).status_code < 500


@pytest.mark.slow  # some dozen requests each
@pytest.mark.parametrize("address", [a for a in OPEN if RULES[a.name].get], ids=str)
def test_page_with_strangers_keys_as_filters_shows_no_stranger(address, visit):
    client, url, _, foreign = visit(address)
    found = []
    for stranger in foreign:
        for value in {*smuggled(stranger).values(), stranger.mark, *stranger.numbers}:
            answer = read(client.get(url, dict.fromkeys(FILTERS, value)))
            found += [f"{value}: {place.mark}" for place in foreign if place.mark in answer.replace(value, "").lower()]

    assert found == []
