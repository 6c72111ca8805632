"""The columns that a large world fills, by table; every other column of a table stands at its default."""

from accounts.models import AuditEvent
from households.models import (
    Circumstances,
    Closing,
    Consent,
    Homecoming,
    Household,
    Person,
    Placement,
    PlacementReview,
    Trip,
    TripDocument,
    Visit,
)
from infopost.models import (
    AgencyCheck,
    ContractCheck,
    DepartureGap,
    DocumentHelp,
    FamilyCall,
    Letter,
    LetterBook,
    LetterCounter,
    LetterPrint,
    Message,
    Referral,
    ReturnTalk,
    ReturnTask,
    Service,
    ServicePost,
    StepNote,
    WritingConsent,
)

# As PostgreSQL's COPY writes it; SQLite's loader understands it too.
NOTHING = r"\N"
# No bytes, which is not the same as nothing.
NO_BYTES = r"\\x"
# What the village's post keeps, and what it notes in the registry: few rows beside those of the families.
OF_THE_POST = (
    Circumstances, Placement, TripDocument, Homecoming, ServicePost, Service, LetterBook, LetterCounter, Letter,
    LetterPrint, StepNote, DocumentHelp, DepartureGap, AgencyCheck, ContractCheck, Referral, ReturnTalk, ReturnTask,
    FamilyCall, WritingConsent, Message,
)  # fmt: skip


def _resting(model) -> dict[str, str]:
    """Every column of a model with what stands in it while nobody has said anything."""
    fields = [field for field in model._meta.concrete_fields if not (field.primary_key and field.db_returning)]
    return {field.attname: "" if field.empty_strings_allowed and not field.null else NOTHING for field in fields}


RESTING = {model: _resting(model) for model in OF_THE_POST}
COLUMNS = {
    Household: (
        "id", "village_id", "family_card_number", "hamlet", "rt", "rw", "sort_name", "member_names", "checks",
        "needs_check", "source", "registered_on", "created_at", "created_by_id", "changed_at", "changed_by_id",
        "version",
    ),
    Person: (
        "id", "household_id", "village_id", "name", "search_name", "sex", "birth_on", "birth_precision", "relation",
        "nik", "nik_missing", "died_on", "died_precision", "died_known_at", "marital",
        "checks", "created_at", "created_by_id",
        "changed_at", "changed_by_id", "version",
    ),
    Trip: (
        "id", "person_id", "village_id", "country", "sector", "evidence", "prospective_on", "prospective_precision",
        "prospective_known_at", "departed_on", "departed_precision", "departed_known_at", "returned_on",
        "returned_precision", "returned_known_at", "placed", "departed_evidence", "returned_evidence",
        "created_at", "created_by_id", "changed_at", "changed_by_id",
        "version",
    ),
    PlacementReview: (
        "id", "trip_id", "decided_on", "known_at", "decided_by_id", "status", "evidence", "suggestion", "reasons",
        "note",
    ),
    Consent: (
        "id", "household_id", "given_by", "how", "guardian", "wording_version", "given_on", "recorded_at",
        "recorded_by_id",
    ),
    Visit: ("id", "household_id", "visited_on", "known_at", "visited_by_id"),
    Closing: (
        "id", "household_id", "reason", "closed_on", "closed_precision", "closed_known_at", "closed_by_id",
        "reopened_on", "reopened_precision", "reopened_known_at", "reopened_by_id",
    ),
    AuditEvent: (
        "at", "actor_id", "actor_name", "act", "record_kind", "record_id", "region_code", "fields", "reason",
    ),
    **{model: tuple(names) for model, names in RESTING.items()},
}  # fmt: skip
