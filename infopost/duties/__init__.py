"""What waits at the village post. Each kind is declared here, and `monitoring` asks for all of them.

A new kind: a file beside this one with its `DUTIES`, and its line below. Its place on the village's home page, its list
and its page to take along follow from the declaration.
"""

from households.duties import Duty
from infopost.duties import calls, files, letters, returns, services

DUTIES: tuple[Duty, ...] = (
    *services.DUTIES,
    *files.DUTIES,
    *letters.DUTIES,
    *calls.DUTIES,
    *returns.DUTIES,
)
