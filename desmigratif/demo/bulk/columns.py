"""The columns that a large world fills, by table; every other column of a table stands at its default."""

from accounts.models import AuditEvent
from households.models import Closing, Consent, Household, Person, Trip, Visit

# As PostgreSQL's COPY writes it; SQLite's loader understands it too.
NOTHING = r"\N"

COLUMNS = {
    Household: (
        "id", "village_id", "family_card_number", "hamlet", "rt", "rw", "sort_name", "checks", "needs_check",
        "registered_on", "created_at", "created_by_id", "changed_at", "changed_by_id", "version",
    ),
    Person: (
        "id", "household_id", "village_id", "name", "search_name", "sex", "birth_on", "birth_precision", "relation",
        "nik", "nik_missing", "died_on", "died_precision", "died_known_at", "checks", "created_at", "created_by_id",
        "changed_at", "changed_by_id", "version",
    ),
    Trip: (
        "id", "person_id", "village_id", "country", "sector", "evidence", "prospective_on", "prospective_precision",
        "prospective_known_at", "departed_on", "departed_precision", "departed_known_at", "returned_on",
        "returned_precision", "returned_known_at", "created_at", "created_by_id", "changed_at", "changed_by_id",
        "version",
    ),
    Consent: (
        "id", "household_id", "given_by", "how", "guardian", "wording_version", "given_on", "recorded_at",
        "recorded_by_id",
    ),
    Visit: ("id", "household_id", "visited_on", "known_at", "visited_by_id"),
    Closing: (
        "id", "household_id", "reason", "closed_on", "closed_precision", "closed_known_at", "closed_by_id",
        "reopened_on", "reopened_known_at", "reopened_by_id",
    ),
    AuditEvent: (
        "at", "actor_id", "actor_name", "act", "record_kind", "record_id", "region_code", "fields",
    ),
}  # fmt: skip
