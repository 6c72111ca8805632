"""Writes of the information post."""

from infopost.actions.agencies import bring_list, use_list, withdraw_list
from infopost.actions.board import add_entry, add_job_order, change_entry, change_job_order
from infopost.actions.calls import change_call, note_call, restore_call, withdraw_call
from infopost.actions.charges import add_charge, change_charge
from infopost.actions.evidence import keep_photo, remove_photo
from infopost.actions.facts import Loaded, add_fact, change_fact, load_facts
from infopost.actions.files import (
    check_agency,
    check_contract,
    help_with_document,
    note_step,
    withdraw_agency_check,
    withdraw_contract_check,
    withdraw_step,
)
from infopost.actions.letter_settings import keep_book, keep_letterhead, keep_wording
from infopost.actions.letters import cancel_letter, correct_letter, prepare_letter, print_letter, restore_letter
from infopost.actions.messages import (
    allow_writing,
    cancel_message,
    end_writing,
    open_message,
    prepare_message,
    restore_message,
    resume_writing,
    withdraw_writing,
)
from infopost.actions.posts import change_post, open_post
from infopost.actions.referrals import (
    answer_referral,
    refer,
    withdraw_answer,
    withdraw_referral,
)
from infopost.actions.returns import close_task, hold_talk, make_offers, withdraw_talk, withdraw_task
from infopost.actions.services import (
    change_gathering,
    change_service,
    follow_service_up,
    note_gathering,
    note_service,
    restore_service,
    withdraw_service,
)
from infopost.actions.signing import (
    reinstate_letter,
    resume_letter,
    send_back_letter,
    sign_letter,
    withdraw_letter,
)
from infopost.actions.signs import change_sign
from infopost.actions.warnings import change_warning, note_warning, restore_warning, withdraw_warning

__all__ = [
    "Loaded",
    "add_charge",
    "add_entry",
    "add_fact",
    "add_job_order",
    "allow_writing",
    "answer_referral",
    "bring_list",
    "cancel_letter",
    "cancel_message",
    "change_call",
    "change_charge",
    "change_entry",
    "change_fact",
    "change_gathering",
    "change_job_order",
    "change_post",
    "change_service",
    "change_sign",
    "change_warning",
    "check_agency",
    "check_contract",
    "close_task",
    "correct_letter",
    "end_writing",
    "follow_service_up",
    "help_with_document",
    "hold_talk",
    "keep_book",
    "keep_letterhead",
    "keep_photo",
    "keep_wording",
    "load_facts",
    "make_offers",
    "note_call",
    "note_gathering",
    "note_service",
    "note_step",
    "note_warning",
    "open_message",
    "open_post",
    "prepare_letter",
    "prepare_message",
    "print_letter",
    "refer",
    "reinstate_letter",
    "remove_photo",
    "restore_call",
    "restore_letter",
    "restore_message",
    "restore_service",
    "restore_warning",
    "resume_letter",
    "resume_writing",
    "send_back_letter",
    "sign_letter",
    "use_list",
    "withdraw_agency_check",
    "withdraw_answer",
    "withdraw_call",
    "withdraw_contract_check",
    "withdraw_letter",
    "withdraw_list",
    "withdraw_referral",
    "withdraw_service",
    "withdraw_step",
    "withdraw_talk",
    "withdraw_task",
    "withdraw_warning",
    "withdraw_writing",
]
