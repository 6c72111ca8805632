"""Passphrases of the demo accounts: made at random once on each machine, kept in a file that only its owner reads."""

import json
import os
import secrets
from pathlib import Path

WORDS = (Path(__file__).parent / "words.txt").read_text().split()


def keep(path: Path, usernames) -> dict[str, str]:
    """The passphrase of each username from the file, which is made or added to where one is missing.

    The file is written aside and moved into place, so that a crash leaves the old one whole.
    """
    known = json.loads(path.read_text()) if path.exists() else {}
    missing = [username for username in usernames if username not in known]
    if missing:
        known |= {username: invent() for username in missing}
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(known, file, indent=1)
        draft.replace(path)
    return {username: known[username] for username in usernames}


def invent() -> str:
    """Four words and two digits, easy to type on a phone: some 38 bits, behind a throttle that allows a few tries."""
    words = "-".join(secrets.choice(WORDS) for _ in range(4))
    return f"{words}-{secrets.randbelow(90) + 10}"
