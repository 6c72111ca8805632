"""Who may be the same person; the browser's rule is held to the same examples."""

import json
from pathlib import Path

import pytest

from households.rules.likeness import Described, is_alike

EXAMPLES = json.loads(Path(__file__).with_name("alike.json").read_text())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["why"])
def test_likeness_is_judged_as_in_the_examples(example):
    assert is_alike(Described(*example["typed"]), Described(*example["known"])) is example["alike"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["why"])
def test_likeness_is_mutual(example):
    assert is_alike(Described(*example["known"]), Described(*example["typed"])) is example["alike"]
