"""Writes to the registry: each in one transaction, with its line in the book of acts."""

from households.actions.abroad import (
    extend_contract,
    hear_again,
    lose_contact,
    withdraw_extension,
    withdraw_hearing,
    withdraw_loss,
)
from households.actions.children import add_caregiver, change_child, end_caregiver, resume_caregiver
from households.actions.circumstances import answer_section
from households.actions.clearances import clear_check, withdraw_clearance
from households.actions.closings import close_household, reopen_household, withdraw_reopening
from households.actions.consents import add_consent, withdraw_consent
from households.actions.deaths import record_death, withdraw_death
from households.actions.derived import leave_out_cleared, refresh_household, refresh_households
from households.actions.heads import change_head, withdraw_head
from households.actions.homecomings import change_homecoming
from households.actions.households import change_household, record_consent, register_household
from households.actions.joining import (
    correct_joining,
    record_leaving,
    record_return,
    withdraw_leaving,
    withdraw_return,
)
from households.actions.journeys import (
    cancel_trip,
    leave_again,
    record_arrival,
    record_departure,
    restore_trip,
    withdraw_arrival,
    withdraw_departure,
    withdraw_trip,
)
from households.actions.locking import lock_families, lock_villages
from households.actions.member_moves import move_member, withdraw_member_move
from households.actions.moves import accept_move, decline_move, offer_move, withdraw_move
from households.actions.needs import meet_need, note_needs, reopen_need, withdraw_need
from households.actions.people import add_person, change_person
from households.actions.placements import (
    decide_placement,
    record_documents,
    record_placement,
    withdraw_decision,
)
from households.actions.profiles import change_profile
from households.actions.remittances import change_remittance, note_remittance, withdraw_remittance
from households.actions.splits import split_household, withdraw_split
from households.actions.trips import add_trip, change_trip
from households.actions.visits import verify_household, withdraw_visit

__all__ = [
    "accept_move",
    "add_caregiver",
    "add_consent",
    "add_person",
    "add_trip",
    "answer_section",
    "cancel_trip",
    "change_child",
    "change_head",
    "change_homecoming",
    "change_household",
    "change_person",
    "change_profile",
    "change_remittance",
    "change_trip",
    "clear_check",
    "close_household",
    "correct_joining",
    "decide_placement",
    "decline_move",
    "end_caregiver",
    "extend_contract",
    "hear_again",
    "leave_again",
    "leave_out_cleared",
    "lock_families",
    "lock_villages",
    "lose_contact",
    "meet_need",
    "move_member",
    "note_needs",
    "note_remittance",
    "offer_move",
    "record_arrival",
    "record_consent",
    "record_death",
    "record_departure",
    "record_documents",
    "record_leaving",
    "record_placement",
    "record_return",
    "refresh_household",
    "refresh_households",
    "register_household",
    "reopen_household",
    "reopen_need",
    "restore_trip",
    "resume_caregiver",
    "split_household",
    "verify_household",
    "withdraw_arrival",
    "withdraw_clearance",
    "withdraw_consent",
    "withdraw_death",
    "withdraw_decision",
    "withdraw_departure",
    "withdraw_extension",
    "withdraw_head",
    "withdraw_hearing",
    "withdraw_leaving",
    "withdraw_loss",
    "withdraw_member_move",
    "withdraw_move",
    "withdraw_need",
    "withdraw_remittance",
    "withdraw_reopening",
    "withdraw_return",
    "withdraw_split",
    "withdraw_trip",
    "withdraw_visit",
]
