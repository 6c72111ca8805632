"""'Tawaran ini aman?' in a real browser: the same answers as the server, without a line and without a script."""

import pytest

from infopost.actions import load_facts
from infopost.offers import read_questions
from tests.infopost.offers import CASES, SAFE, answers

CHECK = "/info/tawaran/periksa/"
WANTED = ("colour", "urgent", "signs", "open")
# Fills the form in, sends it, and tells what the page shows then.
ANSWER = """answers => {
  const form = document.querySelector("[data-offer]");
  const section = document.querySelector("[data-verdict]");
  form.reset();
  for (const [name, value] of Object.entries(answers)) {
    const box = form.querySelector(`[name="${name}"][value="${value}"]`);
    if (box) box.checked = true;
  }
  form.requestSubmit();
  const isShown = part => part && !part.hidden && part.getClientRects().length > 0;
  return {
    colour: Array.from(section.querySelectorAll(".verdict-word")).find(isShown).dataset.colour,
    urgent: isShown(section.querySelector("[data-when=urgent]")),
    signs: Array.from(section.querySelectorAll("[data-sign]")).filter(isShown).map(part => part.dataset.sign),
    open: isShown(section.querySelector("li[data-when=open]")),
  };
}"""


@pytest.fixture
def facts(live_server):
    load_facts()


def test_browser_answers_by_the_truth_table_without_a_line(open_page, packed_server):
    load_facts()
    page = open_page(packed_server + CHECK, width=360)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)

    told = {case["why"]: page.evaluate(ANSWER, answers(case)) for case in CASES}

    assert told == {case["why"]: {name: case[name] for name in WANTED} for case in CASES}


def walk_through(page, given):
    """Answer one question after the other, as a person does."""
    page.get_by_role("link", name="Mulai").click()
    for question in read_questions():
        shown = page.locator(".question").filter(visible=True)
        assert shown.count() == 1
        shown.locator(f"[name={question.slug}][value={given[question.slug]}]").check(force=True)
        shown.locator(".button-main").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_questions_come_one_a_screen_and_end_in_an_answer(open_page, facts, scripts):
    page = open_page(CHECK, width=360, scripts=scripts)

    walk_through(page, SAFE | {"uang": "ya"})

    assert page.locator(".verdict-word h2").filter(visible=True).inner_text().strip() == "Merah: jangan berangkat dulu"
    assert page.locator("[data-when=urgent] .call-number").first.is_visible()
    assert "uang" not in page.url


def test_back_leads_from_the_answer_to_the_last_question(open_page, facts):
    page = open_page(CHECK)
    walk_through(page, SAFE)

    page.go_back()

    assert page.locator("#tanya-14").is_visible()
    assert page.locator("[data-verdict]").is_hidden()


def test_starting_anew_forgets_every_answer(open_page, facts):
    page = open_page(CHECK)
    walk_through(page, SAFE)

    page.locator("[data-again]").click()

    assert page.locator("#tanya-1").is_visible()
    assert page.locator("input:checked").count() == 0


def test_nothing_is_left_for_the_next_who_presses_back(open_page, facts):
    page = open_page(CHECK)
    walk_through(page, SAFE | {"uang": "ya"})
    page.get_by_role("link", name="Minta tolong").click()

    page.go_back()

    assert page.locator("input:checked").count() == 0
    assert page.locator("[data-verdict]").is_hidden()


def test_browser_says_the_colour_and_nothing_else(open_page, facts):
    page = open_page(CHECK, width=360)

    with page.expect_request("**/tawaran/hitung/") as sent:
        page.evaluate(ANSWER, SAFE)

    assert (sent.value.method, sent.value.post_data) == ("POST", "warna=green")
    assert "cookie" not in sent.value.all_headers()
