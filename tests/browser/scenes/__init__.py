"""Every page of the portal in its states: who opens it, where, and what he does there. Tests and their eyes walk these.

A scene's `open` may name a field of the world: `{place.head.pk}`.
"""

from tests.browser.scenes.accounts import ACCOUNT_SCENES
from tests.browser.scenes.desk import DESK_SCENES
from tests.browser.scenes.families import FAMILY_SCENES
from tests.browser.scenes.files import FILE_SCENES
from tests.browser.scenes.imports import IMPORT_SCENES
from tests.browser.scenes.info import INFO_SCENES
from tests.browser.scenes.journeys import JOURNEY_SCENES
from tests.browser.scenes.letters import LETTER_SCENES
from tests.browser.scenes.living import LIVING_SCENES
from tests.browser.scenes.moves import MOVE_SCENES
from tests.browser.scenes.people import PEOPLE_SCENES
from tests.browser.scenes.reports import REPORT_SCENES

SCENES = (
    *ACCOUNT_SCENES,
    *FAMILY_SCENES,
    *FILE_SCENES,
    *LIVING_SCENES,
    *MOVE_SCENES,
    *PEOPLE_SCENES,
    *JOURNEY_SCENES,
    *IMPORT_SCENES,
    *INFO_SCENES,
    *DESK_SCENES,
    *LETTER_SCENES,
    *REPORT_SCENES,
)
