"""What waits for the officer in the registry. Each kind is declared here, and `monitoring` asks for all of them.

A new kind: a file beside this one with its `DUTIES`, and its line below. Its figure, its list with a page to take
along, and its place on the village's home page follow from the declaration.
"""

from households.duties import families, journeys, moves
from households.duties.declaring import Duty, DutyLine, Reason

DUTIES = (*families.DUTIES, *journeys.DUTIES, *moves.DUTIES)

__all__ = ["DUTIES", "Duty", "DutyLine", "Reason"]
